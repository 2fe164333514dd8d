#include "model/ideas.h"

#include "analysis/summary.h"

static uint32_t low_schools(const struct summary_item *summary)
{
    uint32_t low = 0;
    for (int v = 1; v <= RATING_MAX; v++)
        if (analysis_band(v) == BAND_LOW)
            low += summary->spread[v];
    return low;
}

static bool is_taken_up(const struct room *room, condition_id condition)
{
    for (unsigned i = 1; i <= ACTIONS_MAX; i++) {
        const struct action_item *action = &room->actions[i];
        if (action->revision && action->content.source == SOURCE_IDEA &&
            action->content.source_a == condition)
            return true;
    }
    return false;
}

static bool is_offered(const struct room *room, condition_id condition)
{
    const struct summary_item *summary = &room->summaries[condition];
    return room->conditions[condition].idea[0] && summary->has_figures &&
           low_schools(summary) * 2 > summary->counted && !is_taken_up(room, condition);
}

/* A larger part of the schools is low in `a` than in `b`. */
static bool is_lower(const struct room *room, condition_id a, condition_id b)
{
    const struct summary_item *one = &room->summaries[a], *other = &room->summaries[b];
    return low_schools(one) * other->counted > low_schools(other) * one->counted;
}

uint8_t room_ideas(condition_id out[CONDITIONS_MAX], const struct room *room)
{
    uint8_t count = 0;
    for (condition_id c = 1; c <= room->workshop.condition_count && c <= CONDITIONS_MAX; c++) {
        if (!is_offered(room, c))
            continue;
        uint8_t at = count++;
        for (; at > 0 && is_lower(room, c, out[at - 1]); at--)
            out[at] = out[at - 1];
        out[at] = c;
    }
    return count;
}
