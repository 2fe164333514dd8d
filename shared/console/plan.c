#include "console/plan.h"

enum { MINUTE_MS = 60 * 1000, SLACK = 1, BELIEVED = 240 };

/* Minutes that are still to come in the current item, by its timer; what is over counts as none. */
static int left_of_item(const struct room *room, int64_t now_ms)
{
    const struct timer_item *timer = &room->timer;
    const struct agenda_item *item = &room->items[room->place.item];
    int64_t left_ms = timer->running ? timer->ends_ms - now_ms : timer->left_ms;
    int left = !timer->shown || left_ms < 0 ? 0 : (int)((left_ms + MINUTE_MS / 2) / MINUTE_MS);
    unsigned step = room->place.step;
    if (step < 1 || step > item->step_count || item->steps[step - 1].minutes == 0)
        return left;
    for (unsigned later = step; later < item->step_count; later++)
        left += item->steps[later].minutes;
    return left;
}

/* The planned end of the last item that has one. */
static int planned_end(const struct room *room)
{
    for (unsigned i = room->workshop.item_count; i > 0; i--)
        if (room->items[i].start)
            return room->items[i].start + room->items[i].minutes;
    return 0;
}

struct plan plan_of(const struct room *room, int clock, int64_t now_ms)
{
    unsigned at = room->place.item;
    const struct agenda_item *item = &room->items[at];
    struct plan plan = {.ends = planned_end(room)};
    bool last = at >= room->workshop.item_count;
    int next = last ? 0 : room->items[at + 1].start;
    if (!at || !item->start || (!item->minutes && !next))
        return plan;
    int end = item->minutes ? item->start + item->minutes : next;
    int expected = clock + left_of_item(room, now_ms);
    int late = next > end ? next : end, early = next > end ? 0 : end;
    if (next && next < end) /* the rest was planned anew, and goes on earlier */
        late = early = next;
    int behind = 0;
    if (expected > late + SLACK)
        behind = expected - late;
    else if (early && expected < early - SLACK)
        behind = expected - early;
    if (behind > BELIEVED || behind < -BELIEVED)
        return plan;
    plan.known = true;
    plan.behind = behind;
    plan.ends += behind;
    return plan;
}
