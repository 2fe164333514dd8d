#include "wire/seen_texts.h"

#include "testing.h"

#include <stdio.h>

static const uint8_t *find(const uint8_t *bytes, size_t length, const char *marker)
{
    return memmem(bytes, length, marker, strlen(marker));
}

static void must_not_hold(const uint8_t *bytes, size_t length, const char *marker)
{
    if (find(bytes, length, marker))
        fail_msg("'%s' where it must not be", marker);
}

/* Every note and every leader's name in these bytes is that school's own. */
static void holds_only_of(const uint8_t *bytes, size_t length, school_id school)
{
    static const char *const markers[] = {"note of ", "leader of "};
    char own[32];
    for (int i = 0; i < 2; i++) {
        snprintf(own, sizeof own, "%s%03u", markers[i], school);
        const uint8_t *end = bytes + length;
        for (const uint8_t *at = bytes; (at = find(at, (size_t)(end - at), markers[i])); at++)
            if ((size_t)(end - at) < strlen(own) || memcmp(at, own, strlen(own)) != 0)
                fail_msg("another school's note for school %u", school);
    }
}

/* Names that are told: under a note whose writer wished so, of somebody who was asked to see an
 * action through, and of those who voted by name. */
static bool is_signed(const struct item *item)
{
    switch (item->key.kind) {
    case ITEM_NOTE:
        return item->body.note.by[0];
    case ITEM_ACTION:
        return item->body.action.content.owner == OWNER_SEAT;
    case ITEM_NAMED_PAPER:
        return true;
    default:
        return false;
    }
}

void seen_texts(struct audience audience, const uint8_t *bytes, size_t length,
                const struct item *item)
{
    enum audience_kind kind = audience.kind;
    must_not_hold(bytes, length, "TK0");
    must_not_hold(bytes, length, "TOKENID");
    if (kind == AUDIENCE_FACILITATOR)
        return;
    if (kind == AUDIENCE_SCHOOL) {
        holds_only_of(bytes, length, audience.id);
    } else {
        must_not_hold(bytes, length, "note of");
        must_not_hold(bytes, length, "leader of");
    }
    if (kind != AUDIENCE_SEAT && !is_signed(item))
        must_not_hold(bytes, length, "person");
    if (kind != AUDIENCE_PROJECTOR)
        must_not_hold(bytes, length, "QX0");
    if (item->key.kind != ITEM_CARD)
        must_not_hold(bytes, length, "card:");
    must_not_hold(bytes, length, "memo:");
    must_not_hold(bytes, length, "the store");
}
