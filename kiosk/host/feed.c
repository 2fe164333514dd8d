#include "host/feed.h"

#include <stdlib.h>
#include <string.h>

#include "host/digest.h"

/* Entries are found by their key through a table of open addressing, and are chained by age. */
enum { NONE = UINT32_MAX, FIRST_SLOTS = 256 };

struct entry {
    struct item_key key;
    bool stands;
    uint64_t version;
    uint64_t round;  /* of the projection that last gave it */
    uint64_t digest; /* of the item that was encoded (host/digest.h) */
    uint32_t older, newer;
    uint32_t length, capacity;
    uint8_t *bytes;
};

struct feed {
    struct audience audience;
    uint64_t version, round;
    enum error failed;
    uint32_t count, capacity;
    uint32_t oldest, newest;
    struct entry *entries;
    uint32_t slot_count;
    uint32_t *slots; /* index into entries, NONE: free */
};

enum error feed_create(struct feed **out, struct audience audience)
{
    struct feed *feed = calloc(1, sizeof *feed);
    *out = feed;
    if (!feed)
        return ERROR_MEMORY;
    feed->audience = audience;
    feed->oldest = feed->newest = NONE;
    return ERROR_OK;
}

void feed_destroy(struct feed **feed)
{
    if (!*feed)
        return;
    for (uint32_t i = 0; i < (*feed)->count; i++)
        free((*feed)->entries[i].bytes);
    free((*feed)->entries);
    free((*feed)->slots);
    free(*feed);
    *feed = NULL;
}

static bool same_key(struct item_key a, struct item_key b)
{
    return a.kind == b.kind && a.a == b.a && a.b == b.b;
}

/* The slot where the key is, or would go. */
static uint32_t slot_of(const struct feed *feed, struct item_key key)
{
    uint32_t hash = (key.kind * 0x9E3779B1U) ^ (key.a * 0x85EBCA6BU) ^ (key.b * 0xC2B2AE35U);
    hash ^= hash >> 15;
    uint32_t slot = hash & (feed->slot_count - 1);
    while (feed->slots[slot] != NONE && !same_key(feed->entries[feed->slots[slot]].key, key))
        slot = (slot + 1) & (feed->slot_count - 1);
    return slot;
}

/* Keeps the table at most half full. */
static bool grow_slots(struct feed *feed)
{
    if (feed->count * 2 < feed->slot_count)
        return true;
    uint32_t wanted = feed->slot_count ? feed->slot_count * 2 : FIRST_SLOTS;
    uint32_t *slots = malloc(wanted * sizeof *slots);
    if (!slots)
        return false;
    free(feed->slots);
    feed->slots = slots;
    feed->slot_count = wanted;
    memset(slots, 0xFF, wanted * sizeof *slots);
    for (uint32_t i = 0; i < feed->count; i++)
        slots[slot_of(feed, feed->entries[i].key)] = i;
    return true;
}

static bool grow_entries(struct feed *feed)
{
    if (feed->count < feed->capacity)
        return true;
    uint32_t wanted = feed->capacity ? feed->capacity * 2 : FIRST_SLOTS / 2;
    struct entry *entries = realloc(feed->entries, wanted * sizeof *entries);
    if (!entries)
        return false;
    feed->entries = entries;
    feed->capacity = wanted;
    return true;
}

/* The entry of a key, made if need be; NULL when memory is short. */
static struct entry *entry_of(struct feed *feed, struct item_key key)
{
    if (!grow_slots(feed))
        return NULL;
    uint32_t slot = slot_of(feed, key);
    if (feed->slots[slot] != NONE)
        return &feed->entries[feed->slots[slot]];
    if (!grow_entries(feed))
        return NULL;
    struct entry *entry = &feed->entries[feed->count];
    *entry = (struct entry){.key = key, .older = NONE, .newer = NONE};
    feed->slots[slot] = feed->count++;
    return entry;
}

/* Gives an entry the next version and makes it the newest. */
static void touch(struct feed *feed, struct entry *entry)
{
    uint32_t index = (uint32_t)(entry - feed->entries);
    if (entry->version) {
        *(entry->older == NONE ? &feed->oldest : &feed->entries[entry->older].newer) = entry->newer;
        *(entry->newer == NONE ? &feed->newest : &feed->entries[entry->newer].older) = entry->older;
    }
    entry->older = feed->newest;
    entry->newer = NONE;
    *(feed->newest == NONE ? &feed->oldest : &feed->entries[feed->newest].newer) = index;
    feed->newest = index;
    entry->version = ++feed->version;
}

static bool keep_bytes(struct entry *entry, const uint8_t *bytes, uint32_t length)
{
    if (length > entry->capacity) {
        uint8_t *room = realloc(entry->bytes, length);
        if (!room)
            return false;
        entry->bytes = room;
        entry->capacity = length;
    }
    memcpy(entry->bytes, bytes, length);
    entry->length = length;
    return true;
}

static void take_item(void *context, const struct item *item)
{
    struct feed *feed = context;
    uint8_t bytes[WIRE_ITEM_MAX];
    uint64_t digest = digest_item(item);
    struct entry *entry = entry_of(feed, item->key);
    if (!entry) {
        feed->failed = ERROR_MEMORY;
        return;
    }
    entry->round = feed->round;
    if (entry->stands && entry->digest == digest)
        return;
    uint32_t length = (uint32_t)wire_item_encode(bytes, item);
    entry->digest = digest;
    if (entry->stands && entry->length == length && memcmp(entry->bytes, bytes, length) == 0)
        return; /* only what is not sent has changed */
    if (!keep_bytes(entry, bytes, length)) {
        entry->digest = 0; /* again with the next projection */
        feed->failed = ERROR_MEMORY;
        return;
    }
    entry->stands = true;
    touch(feed, entry);
}

enum error feed_project(struct feed *feed, const struct model *model, const struct live *live)
{
    feed->round++;
    feed->failed = ERROR_OK;
    model_project(model, live, feed->audience, take_item, feed);
    for (uint32_t i = 0; i < feed->count; i++) {
        struct entry *entry = &feed->entries[i];
        if (entry->stands && entry->round != feed->round) {
            entry->stands = false;
            touch(feed, entry);
        }
    }
    return feed->failed;
}

static void take_kiosk(void *context, const struct item *item)
{
    if (item->key.kind == ITEM_KIOSK)
        take_item(context, item);
}

enum error feed_project_kiosk(struct feed *feed, const struct model *model, const struct live *live)
{
    feed->failed = ERROR_OK;
    model_project(model, live, feed->audience, take_kiosk, feed);
    return feed->failed;
}

size_t feed_bytes(const struct feed *feed)
{
    size_t bytes = sizeof *feed + feed->capacity * sizeof *feed->entries +
                   feed->slot_count * sizeof *feed->slots;
    for (uint32_t i = 0; i < feed->count; i++)
        bytes += feed->entries[i].capacity;
    return bytes;
}

uint64_t feed_version(const struct feed *feed)
{
    return feed->version;
}

bool feed_write(const struct feed *feed, uint64_t *cursor, struct letter *letter)
{
    if (*cursor == feed->version)
        return true;
    bool late = *cursor == 0;
    uint32_t at = feed->newest;
    while (feed->entries[at].older != NONE &&
           feed->entries[feed->entries[at].older].version > *cursor)
        at = feed->entries[at].older;
    for (; at != NONE; at = feed->entries[at].newer) {
        const struct entry *entry = &feed->entries[at];
        bool fits = entry->stands ? letter_add_item(letter, entry->bytes, entry->length)
                    : late        ? true
                                  : letter_add_removed(letter, entry->key);
        if (!fits)
            return false;
        *cursor = entry->version;
    }
    return true;
}

bool feed_write_removal(const struct feed *feed, uint32_t *from, struct letter *letter)
{
    for (; *from < feed->count; ++*from)
        if (!letter_add_removed(letter, feed->entries[*from].key))
            return false;
    return true;
}
