#include "host/own.h"

#include <stdlib.h>
#include <string.h>

#include "host/digest.h"

enum { FIRST_ENTRIES = 8 };

struct own_entry {
    uint64_t digest;
    struct item_key key;
    bool there; /* in the projection under way */
};
_Static_assert(sizeof(struct own_entry) == 16, "thousands of seats have some of these each");

/* A projection on its way into a letter. */
struct writing {
    struct own *own;
    struct letter *letter;
    uint16_t next; /* the entry that is likely to come now */
    bool held_up;  /* by a full letter or for want of memory */
};

void own_release(struct own *own)
{
    free(own->entries);
    *own = (struct own){0};
}

static bool same_key(struct item_key a, struct item_key b)
{
    return a.kind == b.kind && a.a == b.a && a.b == b.b;
}

/* The place of a key among the entries, `count` when it has none. Mostly it is the next. */
static uint16_t find(const struct writing *w, struct item_key key)
{
    const struct own *own = w->own;
    for (uint16_t i = w->next; i < own->count; i++)
        if (same_key(own->entries[i].key, key))
            return i;
    for (uint16_t i = 0; i < w->next && i < own->count; i++)
        if (same_key(own->entries[i].key, key))
            return i;
    return own->count;
}

/* Makes room for one more at `at`. */
static bool insert(struct own *own, uint16_t at, struct item_key key)
{
    if (own->count == own->capacity) {
        uint16_t wanted = own->capacity ? (uint16_t)(2 * own->capacity) : FIRST_ENTRIES;
        struct own_entry *entries = realloc(own->entries, wanted * sizeof *entries);
        if (!entries)
            return false;
        own->entries = entries;
        own->capacity = wanted;
    }
    memmove(own->entries + at + 1, own->entries + at,
            (size_t)(own->count - at) * sizeof *own->entries);
    own->entries[at] = (struct own_entry){.key = key};
    own->count++;
    return true;
}

static bool send(struct writing *w, const struct item *item)
{
    uint8_t bytes[WIRE_ITEM_MAX];
    return letter_add_item(w->letter, bytes, wire_item_encode(bytes, item));
}

static void take_item(void *context, const struct item *item)
{
    struct writing *w = context;
    struct own *own = w->own;
    uint64_t digest = digest_item(item);
    uint16_t at = find(w, item->key);
    bool is_new = at == own->count;
    if (is_new) {
        at = w->next < own->count ? w->next : own->count;
        if (w->held_up || !insert(own, at, item->key)) {
            w->held_up = true;
            return;
        }
    }
    struct own_entry *entry = &own->entries[at];
    entry->there = true;
    w->next = (uint16_t)(at + 1);
    if (!is_new && entry->digest == digest)
        return;
    if (w->held_up || !send(w, item))
        w->held_up = true;
    else
        entry->digest = digest;
}

/* Tells of what is gone, and forgets it. */
static void remove_gone(struct writing *w)
{
    struct own *own = w->own;
    uint16_t kept = 0;
    for (uint16_t i = 0; i < own->count; i++) {
        struct own_entry entry = own->entries[i];
        if (!entry.there && !w->held_up && letter_add_removed(w->letter, entry.key))
            continue;
        w->held_up |= !entry.there;
        entry.there = false;
        own->entries[kept++] = entry;
    }
    own->count = kept;
}

bool own_write(struct own *own, const struct model *model, const struct live *live, seat_id seat,
               struct letter *letter)
{
    struct writing w = {.own = own, .letter = letter};
    if (own->count && !own->due)
        return true;
    model_project(model, live, (struct audience){AUDIENCE_SEAT, seat}, take_item, &w);
    remove_gone(&w);
    own->due = w.held_up;
    return !w.held_up;
}
