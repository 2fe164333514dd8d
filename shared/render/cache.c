#include "render/cache.h"

#include <stdlib.h>
#include <string.h>

#include <SDL.h>

enum { BUCKETS = 4096 };

struct entry {
    struct cached cached;
    struct entry *next;          /* in its bucket */
    struct entry *newer, *older; /* by last use */
    uint64_t hash;
    size_t bytes; /* of the key, which follows */
    unsigned char key[];
};

struct cache {
    size_t most_bytes, most_entries, bytes, entries;
    struct entry *newest, *oldest;
    struct entry *bucket[BUCKETS];
};

enum error cache_create(struct cache **out, size_t most_bytes, size_t most_entries)
{
    struct cache *cache = calloc(1, sizeof *cache);
    if (!cache)
        return ERROR_MEMORY;
    cache->most_bytes = most_bytes;
    cache->most_entries = most_entries;
    *out = cache;
    return ERROR_OK;
}

static uint64_t hash_of(const void *key, size_t bytes)
{
    const unsigned char *c = key;
    uint64_t hash = 14695981039346656037u; /* FNV-1a */
    for (size_t i = 0; i < bytes; i++)
        hash = (hash ^ c[i]) * 1099511628211u;
    return hash ^ hash >> 32;
}

static void unlink_entry(struct cache *cache, struct entry *e)
{
    *(e->newer ? &e->newer->older : &cache->newest) = e->older;
    *(e->older ? &e->older->newer : &cache->oldest) = e->newer;
}

static void link_newest(struct cache *cache, struct entry *e)
{
    e->newer = NULL;
    e->older = cache->newest;
    *(cache->newest ? &cache->newest->newer : &cache->oldest) = e;
    cache->newest = e;
}

static size_t size_of(const struct entry *e)
{
    return (size_t)e->cached.surface->h * (size_t)e->cached.surface->pitch;
}

static void forget(struct cache *cache, struct entry *e)
{
    struct entry **link = &cache->bucket[e->hash % BUCKETS];
    while (*link != e)
        link = &(*link)->next;
    *link = e->next;
    unlink_entry(cache, e);
    cache->bytes -= size_of(e);
    cache->entries--;
    SDL_FreeSurface(e->cached.surface);
    free(e);
}

const struct cached *cache_get(struct cache *cache, const void *key, size_t bytes)
{
    uint64_t hash = hash_of(key, bytes);
    for (struct entry *e = cache->bucket[hash % BUCKETS]; e; e = e->next) {
        if (e->hash == hash && e->bytes == bytes && memcmp(e->key, key, bytes) == 0) {
            unlink_entry(cache, e);
            link_newest(cache, e);
            return &e->cached;
        }
    }
    return NULL;
}

const struct cached *cache_put(struct cache *cache, const void *key, size_t bytes,
                               SDL_Surface *surface, int left, int top)
{
    struct entry *e = surface ? malloc(sizeof *e + bytes) : NULL;
    if (!e) {
        SDL_FreeSurface(surface);
        return NULL;
    }
    *e = (struct entry){.cached = {.surface = surface, .left = left, .top = top},
                        .hash = hash_of(key, bytes),
                        .bytes = bytes};
    memcpy(e->key, key, bytes);
    while (cache->oldest &&
           (cache->entries >= cache->most_entries || cache->bytes + size_of(e) > cache->most_bytes))
        forget(cache, cache->oldest);
    SDL_SetSurfaceBlendMode(surface, SDL_BLENDMODE_BLEND);
    e->next = cache->bucket[e->hash % BUCKETS];
    cache->bucket[e->hash % BUCKETS] = e;
    link_newest(cache, e);
    cache->bytes += size_of(e);
    cache->entries++;
    return &e->cached;
}

void cache_destroy(struct cache **cache)
{
    while (*cache && (*cache)->oldest)
        forget(*cache, (*cache)->oldest);
    free(*cache);
    *cache = NULL;
}
