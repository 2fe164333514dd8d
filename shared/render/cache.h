#ifndef PLENARY_RENDER_CACHE_H
#define PLENARY_RENDER_CACHE_H

/* Small pictures by what they show. A key is plain bytes: the shape, its measures, its colour, and
 * for text the text. The longest unused go first when there are too many or they take too much;
 * what is used in one frame stays for that frame unless it alone passes the bounds. */

#include <stddef.h>

#include "base/error.h"

struct SDL_Surface;
struct cache;

struct cached {
    struct SDL_Surface *surface; /* borrowed until the next cache_put */
    int left, top;               /* where it hangs, from the shape's own origin */
};

CHECKED enum error cache_create(struct cache **out, size_t most_bytes, size_t most_entries);
void cache_destroy(struct cache **cache);

/* What is kept under a key, borrowed; NULL when there is nothing. */
const struct cached *cache_get(struct cache *cache, const void *key, size_t bytes);

/* Keeps a surface under a key, blending where it is copied to; it is the cache's from now on. NULL
 * when there is no surface, or no room for it. */
const struct cached *cache_put(struct cache *cache, const void *key, size_t bytes,
                               struct SDL_Surface *surface, int left, int top);

#endif
