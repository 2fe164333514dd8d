#include "model/applying.h"

void apply_timer_set(struct model *m, const struct event *e)
{
    const struct timer_change *c = &e->change.timer;
    m->timers[c->item][0] = (struct timer){.started = true,
                                           .running = c->running,
                                           .since_ms = e->at_ms,
                                           .remaining_ms = c->milliseconds};
}

/* Leaving an item stops its timer where it is; coming to one starts it, or lets it go on. */
void apply_place_reached(struct model *m, const struct event *e)
{
    struct timer *from = &m->timers[m->place.item][0];
    struct timer *to = &m->timers[e->change.place.item][0];
    m->place = e->change.place;
    if (from == to)
        return;
    from->remaining_ms = model_timer_left(from, e->at_ms);
    from->running = false;
    if (!to->started)
        to->remaining_ms = m->items[m->place.item].minutes * INT64_C(60000);
    to->started = true;
    to->running = m->items[m->place.item].minutes > 0;
    to->since_ms = e->at_ms;
}

void apply_view_chosen(struct model *m, const struct event *e)
{
    m->view = e->change.view;
}
