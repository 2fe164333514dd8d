#include "console/roll.h"

#include "phrase/plan.h"

#include <stdlib.h>

struct key {
    uint8_t part;
    bool merged;
    uint32_t rank; /* within its part, the lowest first */
    action_id whole, action;
};

/* What it has become part of; itself, where nothing. */
static action_id whole_of(const struct room *room, action_id action)
{
    for (int i = 0; i < ACTIONS_MAX && room->actions[action].merged; i++)
        action = room->actions[action].merged;
    return action;
}

static bool is_over(const struct action_item *action)
{
    return action->progress == PROGRESS_DONE || action->progress == PROGRESS_DROPPED;
}

static enum roll_part part_of(const struct action_item *action)
{
    switch (action->state) {
    case ACTION_WAITING:
        return ROLL_WAITING;
    case ACTION_PROPOSED:
        return ROLL_PROPOSED;
    case ACTION_ADOPTED:
        return !action->earlier ? ROLL_ADOPTED : is_over(action) ? ROLL_FINISHED : ROLL_EARLIER;
    case ACTION_PARKED:
        return ROLL_PARKED;
    default:
        return ROLL_PARTS;
    }
}

static uint32_t rank_of(enum roll_part part, const struct action_item *action)
{
    if (part == ROLL_PROPOSED)
        return UINT32_MAX - action->supports;
    if (part == ROLL_WAITING || part == ROLL_PARKED)
        return 0;
    return action->content.due ? action->content.due : UINT32_MAX;
}

static int compare(const void *one, const void *other)
{
    const struct key *a = one, *b = other;
    if (a->part != b->part)
        return a->part - b->part;
    if (a->rank != b->rank)
        return a->rank < b->rank ? -1 : 1;
    if (a->whole != b->whole)
        return a->whole - b->whole;
    if (a->merged != b->merged)
        return a->merged - b->merged;
    return a->action - b->action;
}

bool roll_is_loose(const struct action_item *action)
{
    return phrase_is_loose(action);
}

bool roll_is_before_room(const struct action_item *action)
{
    return (action->state == ACTION_PROPOSED || action->state == ACTION_ADOPTED) && !action->merged;
}

bool roll_is_public(const struct room *room, action_id action)
{
    const struct action_item *item = &room->actions[action];
    return item->revision && item->state != ACTION_OWN && item->state != ACTION_WAITING &&
           !item->merged;
}

void roll_make(struct roll *roll, const struct room *room, condition_id only)
{
    struct key keys[ACTIONS_MAX];
    *roll = (struct roll){0};
    for (unsigned i = 1; i <= ACTIONS_MAX; i++) {
        const struct action_item *action = &room->actions[i];
        struct key key = {.action = (action_id)i, .merged = action->merged != 0};
        key.whole = whole_of(room, key.action);
        const struct action_item *whole = &room->actions[key.whole];
        enum roll_part part = part_of(whole);
        if (!action->revision || part == ROLL_PARTS)
            continue;
        roll->parts[part] += !key.merged;
        roll->loose += roll_is_loose(action);
        if (only && whole->content.condition != only)
            continue;
        key.part = (uint8_t)part;
        key.rank = rank_of(part, whole);
        keys[roll->count++] = key;
    }
    qsort(keys, (size_t)roll->count, sizeof *keys, compare);
    for (int i = 0; i < roll->count; i++) {
        roll->action[i] = keys[i].action;
        roll->part[i] = keys[i].part;
    }
}

int roll_find(const struct roll *roll, action_id action)
{
    for (int i = 0; i < roll->count; i++)
        if (roll->action[i] == action)
            return i;
    return -1;
}

action_id roll_waiting(const struct roll *roll, int from)
{
    for (int i = 0; i < roll->count; i++) {
        int at = (from + i) % roll->count;
        if (roll->part[at] == ROLL_WAITING)
            return roll->action[at];
    }
    return 0;
}
