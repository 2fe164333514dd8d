#include "console/queue.h"

#include <string.h>

const struct proposal *queue_proposal(const struct room *room, condition_id condition,
                                      school_id school)
{
    const struct talk_item *talk = &room->talks[condition][school];
    const struct proposal *theirs = &talk->proposals[SIDE_SCHOOL];
    if (!room->has_talk[condition][school] || theirs->revision == 0 ||
        theirs->revision < talk->proposals[SIDE_MANAGER].revision)
        return NULL;
    return theirs;
}

static bool is_same(const struct waiting *a, const struct waiting *b)
{
    return a->kind == b->kind && a->a == b->a && a->b == b->b;
}

static bool is_later(const struct queue *queue, const struct waiting *waiting)
{
    for (unsigned i = 0; i < queue->later_count; i++)
        if (is_same(&queue->later[i], waiting) && queue->later[i].revision == waiting->revision)
            return true;
    return false;
}

static void add(struct queue *queue, struct waiting waiting)
{
    if (queue->count < QUEUE_MAX && !is_later(queue, &waiting))
        queue->list[queue->count++] = waiting;
}

static void list_people(struct queue *queue, const struct room *room)
{
    for (unsigned i = 1; i <= SEATS_MAX; i++) {
        const struct seat_item *seat = &room->seats[i];
        if (seat->role != ROLE_ROOM || !seat->school || seat->speaks)
            continue;
        queue->people++;
        add(queue, (struct waiting){.kind = WAITING_PERSON, .a = (uint16_t)i});
    }
}

static void list_notes(struct queue *queue, const struct room *room)
{
    for (unsigned i = 1; i <= NOTES_MAX; i++) {
        if (room->notes[i].state != NOTE_WAITING)
            continue;
        queue->notes++;
        add(queue, (struct waiting){.kind = WAITING_NOTE,
                                    .a = (uint16_t)i,
                                    .revision = room->notes[i].revision});
    }
}

/* Those that became part of another wait with it. */
static bool action_waits(const struct action_item *action)
{
    return action->revision && action->state == ACTION_WAITING && !action->merged;
}

static void list_actions(struct queue *queue, const struct room *room)
{
    for (unsigned i = 1; i <= ACTIONS_MAX; i++) {
        if (!action_waits(&room->actions[i]))
            continue;
        queue->actions++;
        add(queue, (struct waiting){.kind = WAITING_ACTION,
                                    .a = (uint16_t)i,
                                    .revision = room->actions[i].revision});
    }
}

static void list_ratings(struct queue *queue, const struct room *room)
{
    for (unsigned c = 1; c <= room->workshop.condition_count; c++)
        for (unsigned i = 0; i < room->school_count; i++) {
            school_id school = room->school_order[i];
            const struct proposal *theirs = queue_proposal(room, (condition_id)c, school);
            if (!theirs)
                continue;
            queue->ratings++;
            add(queue, (struct waiting){.kind = WAITING_RATING,
                                        .a = (uint16_t)c,
                                        .b = school,
                                        .revision = theirs->revision});
        }
}

/* True while it still waits as it was put off. */
static bool still_waits(const struct room *room, const struct waiting *waiting)
{
    const struct proposal *theirs;
    const struct seat_item *seat;
    switch (waiting->kind) {
    case WAITING_PERSON:
        seat = &room->seats[waiting->a];
        return seat->role == ROLE_ROOM && seat->school && !seat->speaks;
    case WAITING_NOTE:
        return room->notes[waiting->a].state == NOTE_WAITING &&
               room->notes[waiting->a].revision == waiting->revision;
    case WAITING_ACTION:
        return action_waits(&room->actions[waiting->a]) &&
               room->actions[waiting->a].revision == waiting->revision;
    case WAITING_RATING:
        theirs = queue_proposal(room, waiting->a, waiting->b);
        return theirs && theirs->revision == waiting->revision;
    default:
        return false;
    }
}

static void list_later(struct queue *queue, const struct room *room)
{
    unsigned kept = 0;
    for (unsigned i = 0; i < queue->later_count; i++)
        if (still_waits(room, &queue->later[i]))
            queue->later[kept++] = queue->later[i];
    queue->later_count = kept;
    for (unsigned i = 0; i < kept && queue->count < QUEUE_MAX; i++)
        queue->list[queue->count++] = queue->later[i];
}

static void choose(struct queue *queue, unsigned at)
{
    queue->at = at < queue->count ? at : queue->count ? queue->count - 1 : 0;
    queue->chosen = queue->count ? queue->list[queue->at] : (struct waiting){0};
}

void queue_update(struct queue *queue, const struct room *room)
{
    queue->count = queue->people = queue->notes = queue->actions = queue->ratings = 0;
    list_people(queue, room);
    list_notes(queue, room);
    list_actions(queue, room);
    list_ratings(queue, room);
    list_later(queue, room);
    unsigned at = queue->at;
    for (unsigned i = 0; i < queue->count; i++)
        if (is_same(&queue->list[i], &queue->chosen))
            at = i;
    choose(queue, at);
}

void queue_move(struct queue *queue, int by)
{
    int at = (int)queue->at + by;
    if (at >= 0 && at < (int)queue->count)
        choose(queue, (unsigned)at);
}

void queue_put_off(struct queue *queue)
{
    if (queue->chosen.kind == WAITING_NONE)
        return;
    unsigned kept = 0;
    for (unsigned i = 0; i < queue->later_count; i++)
        if (!is_same(&queue->later[i], &queue->chosen))
            queue->later[kept++] = queue->later[i];
    if (kept == QUEUE_LATER)
        memmove(queue->later, queue->later + 1, --kept * sizeof *queue->later);
    queue->later[kept++] = queue->chosen;
    queue->later_count = kept;
    queue->chosen = (struct waiting){0}; /* what comes up in its place is chosen next */
}
