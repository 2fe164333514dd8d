#include "model/deciding.h"

#include <stdlib.h>

enum refusal decide_go(struct deciding *d)
{
    const struct place *to = &d->command->change.place;
    struct event *e = deciding_add(d, EVENT_PLACE_REACHED, &d->command->change);
    if (!model_fits(d->model, e))
        return REFUSAL_NO_ITEM;
    if (to->item == d->model->place.item && to->step == d->model->place.step)
        d->out->count = 0;
    return REFUSAL_NONE;
}

enum { ADD_MAX_MS = 24 * 60 * 60 * 1000 };

/* The current item's timer: start or go on, pause, or add to what remains (less than nothing takes
 * away). */
enum refusal decide_time(struct deciding *d)
{
    const struct model *m = d->model;
    const struct timer_change *c = &d->command->change.timer;
    uint8_t item = m->place.item;
    const struct timer *timer = &m->timers[item][0];
    if (!item || m->items[item].minutes == 0)
        return REFUSAL_NO_TIMER;
    if (c->action >= TIMER_ACTION_COUNT ||
        (c->action == TIMER_ADD && (c->milliseconds > ADD_MAX_MS || c->milliseconds < -ADD_MAX_MS)))
        return REFUSAL_NOT_UNDERSTOOD;
    bool running = c->action == TIMER_ADD ? timer->running : c->action == TIMER_START;
    if (c->action != TIMER_ADD && running == timer->running)
        return REFUSAL_NONE;
    struct event *e = deciding_add(d, EVENT_TIMER_SET, NULL);
    e->change.timer.item = item;
    e->change.timer.running = running;
    int64_t left = model_timer_left(timer, d->now_ms);
    if (c->action == TIMER_ADD && llabs(left + c->milliseconds) <= TIME_MOST_MS)
        left += c->milliseconds;
    e->change.timer.milliseconds = left;
    return REFUSAL_NONE;
}

enum refusal decide_look(struct deciding *d)
{
    const struct view *view = &d->command->change.view;
    if (view->focus > d->model->condition_count)
        return REFUSAL_NO_CONDITION;
    if (view->targets && !model_consented(d->model, SCOPE_ROOM))
        return REFUSAL_NAMES_OFF;
    const struct view *now = &d->model->view;
    if (view->targets != now->targets || view->by_average != now->by_average ||
        view->focus != now->focus)
        deciding_add(d, EVENT_VIEW_CHOSEN, &d->command->change);
    return REFUSAL_NONE;
}
