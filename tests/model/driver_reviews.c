#include "model/driver.h"

#include "base/day.h"

#include <stdio.h>

/* Few days and titles, so that some are asked for twice; some are still to come. */
static void fill_review(struct driver *d, struct review_change *r)
{
    const struct model *m = d->bench->model;
    r->review = (review_id)driver_id(d, m->review_count);
    r->day = day_of_time(d->bench->now_ms) + 1 - 200 * driver_pick(d, 6);
    if (driver_pick(d, 20))
        snprintf(r->title, sizeof r->title, "review %u", driver_pick(d, 4));
}

static void fill_past(struct driver *d, struct past_change *p)
{
    const struct model *m = d->bench->model;
    p->review = (review_id)driver_id(d, m->review_count);
    p->school = driver_id(d, m->school_count);
    for (condition_id c = 1; c <= m->condition_count; c++) {
        p->past.now[c] = (uint8_t)driver_pick(d, RATING_MAX + 1);
        p->past.target[c] = (uint8_t)driver_pick(d, RATING_MAX + 1);
    }
    if (driver_pick(d, 20) == 0)
        p->past.now[driver_pick(d, CONDITIONS_MAX + 1)] = driver_number(d, 0, RATING_MAX + 1);
}

bool driver_fill_review(struct driver *d, struct command *c)
{
    if (c->kind == COMMAND_ADD_PAST)
        fill_past(d, &c->change.past);
    else if (c->kind == COMMAND_ADD_REVIEW || c->kind == COMMAND_REMOVE_REVIEW)
        fill_review(d, &c->change.review);
    else
        return false;
    return true;
}
