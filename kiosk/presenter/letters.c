#include "presenter/state.h"

/* What the presenter wants of a letter: the items, and what was refused. It is admitted by being
 * here, and its commands are never lost on the way. */
struct reading {
    struct presenter *presenter;
    struct room *room;
};

static void take_item(void *reading, const struct item *item)
{
    room_apply(((struct reading *)reading)->room, item);
}

static void take_removed(void *reading, struct item_key key)
{
    room_remove(((struct reading *)reading)->room, key);
}

static void ignore_seated(void *reading, const struct seated *seated)
{
    (void)reading, (void)seated;
}

static void take_receipt(void *reading, uint32_t id, enum refusal refusal)
{
    (void)id;
    if (refusal != REFUSAL_NONE)
        console_refused(((struct reading *)reading)->presenter->console, refusal);
}

static void ignore_caught_up(void *reading)
{
    (void)reading;
}

static void ignore_beat(void *reading, uint32_t beat)
{
    (void)reading, (void)beat;
}

static void ignore_farewell(void *reading, enum farewell farewell)
{
    (void)reading, (void)farewell;
}

void letters_take(struct presenter *p, int64_t now_ms)
{
    enum mailbox_viewer viewer;
    for (size_t length; (length = mailbox_take_letter(p->box, &viewer, p->letter)) > 0;) {
        struct reading reading = {p, p->rooms[viewer]};
        struct letter_reader reader = {.context = &reading,
                                       .seated = ignore_seated,
                                       .receipt = take_receipt,
                                       .item = take_item,
                                       .removed = take_removed,
                                       .caught_up = ignore_caught_up,
                                       .beat = ignore_beat,
                                       .farewell = ignore_farewell};
        bool whole = letter_read(&reader, now_ms, p->letter, length);
        if (!whole)
            break; /* our own host writes no such letter */
    }
}
