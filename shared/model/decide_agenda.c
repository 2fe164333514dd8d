#include "model/deciding.h"

#include "model/actions.h"
#include "model/ballots.h"
#include "model/fitting.h"
#include "model/notes.h"

#include <stdlib.h>
#include <string.h>

enum { ADD_MAX_MS = 24 * 60 * 60 * 1000 };

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

/* The timer that is shown, of the step where it has one, else of the item: start or go on, pause,
 * or add to what remains (less than nothing takes away). */
enum refusal decide_time(struct deciding *d)
{
    const struct model *m = d->model;
    const struct timer_change *c = &d->command->change.timer;
    const struct timer *timer = model_timer(m);
    if (!timer)
        return REFUSAL_NO_TIMER;
    if (c->action >= TIMER_ACTION_COUNT ||
        (c->action == TIMER_ADD && (c->milliseconds > ADD_MAX_MS || c->milliseconds < -ADD_MAX_MS)))
        return REFUSAL_NOT_UNDERSTOOD;
    bool running = c->action == TIMER_ADD ? timer->running : c->action == TIMER_START;
    if (c->action != TIMER_ADD && running == timer->running)
        return REFUSAL_NONE;
    struct event *e = deciding_add(d, EVENT_TIMER_SET, NULL);
    e->change.timer.item = m->place.item;
    e->change.timer.running = running;
    int64_t left = model_timer_left(timer, d->now_ms);
    if (c->action == TIMER_ADD && llabs(left + c->milliseconds) <= TIME_MOST_MS)
        left += c->milliseconds;
    e->change.timer.milliseconds = left;
    return REFUSAL_NONE;
}

static enum refusal check_view(const struct deciding *d, const struct view *view)
{
    if (view->focus > d->model->condition_count)
        return REFUSAL_NO_CONDITION;
    if (view->targets && !model_consented(d->model, SCOPE_ROOM))
        return REFUSAL_NAMES_OFF;
    if (view->note && !note_is_public(d->model, view->note))
        return REFUSAL_NO_NOTE;
    if (view->action && !action_is_public(d->model, view->action))
        return REFUSAL_NO_ACTION;
    if (view->ballot && !ballot_exists(d->model, view->ballot))
        return REFUSAL_NO_BALLOT;
    return REFUSAL_NONE;
}

static bool same_view(const struct view *a, const struct view *b)
{
    return a->targets == b->targets && a->by_average == b->by_average && a->blank == b->blank &&
           a->frozen == b->frozen && a->larger == b->larger && a->focus == b->focus &&
           a->page == b->page && a->note == b->note && a->finding_kind == b->finding_kind &&
           a->finding == b->finding && a->action == b->action && a->ballot == b->ballot &&
           a->sight == b->sight && a->then == b->then;
}

enum refusal decide_look(struct deciding *d)
{
    const struct view *view = &d->command->change.view;
    enum refusal refusal = check_view(d, view);
    if (refusal != REFUSAL_NONE)
        return refusal;
    struct event *e = deciding_add(d, EVENT_VIEW_CHOSEN, &d->command->change);
    if (!model_fits(d->model, e))
        return REFUSAL_NOT_UNDERSTOOD;
    if (same_view(view, &d->model->view))
        d->out->count = 0;
    return REFUSAL_NONE;
}

static bool same_item(const struct agenda_item *a, const struct agenda_item *b)
{
    return memcmp(a, b, sizeof *a) == 0;
}

/* The steps of a changed item may name boards and votes that there are, and no others. */
static enum refusal check_subjects(const struct model *m, const struct agenda_item *item)
{
    for (unsigned i = 0; i < item->step_count; i++) {
        const struct agenda_step *step = &item->steps[i];
        if (step->stage == STAGE_BOARD && !board_exists(m, step->subject))
            return REFUSAL_NO_BOARD;
        if (step->stage == STAGE_BALLOT && !ballot_exists(m, step->subject))
            return REFUSAL_NO_BALLOT;
    }
    return REFUSAL_NONE;
}

/* Leaves nothing behind what counts. */
static void trim(struct agenda_item *item)
{
    for (unsigned i = item->step_count; i < STEPS_MAX; i++)
        memset(&item->steps[i], 0, sizeof item->steps[i]);
    for (unsigned i = item->objective_count; i < OBJECTIVES_MAX; i++)
        memset(item->objectives[i], 0, sizeof item->objectives[i]);
}

enum refusal decide_change_agenda_item(struct deciding *d)
{
    const struct model *m = d->model;
    const struct agenda_change *c = &d->command->change.agenda;
    if (c->item < 1 || c->item > m->item_count)
        return REFUSAL_NO_ITEM;
    enum refusal refusal = deciding_name(c->content.title);
    if (refusal != REFUSAL_NONE)
        return refusal;
    if (!fitting_has_times(&c->content))
        return REFUSAL_TIMES_RANGE;
    if (c->item == m->place.item && c->content.step_count >= 1 &&
        c->content.step_count < m->place.step)
        return REFUSAL_AT_STEP;
    struct event *e = deciding_add(d, EVENT_AGENDA_ITEM_CHANGED, &d->command->change);
    if (!model_fits(m, e))
        return REFUSAL_NOT_UNDERSTOOD;
    refusal = check_subjects(m, &c->content);
    if (refusal != REFUSAL_NONE)
        return refusal;
    trim(&e->change.agenda.content);
    e->change.agenda.revision = 0;
    if (same_item(&e->change.agenda.content, &m->items[c->item]))
        d->out->count = 0;
    else if (c->revision != m->plan_revision)
        return REFUSAL_CHANGED;
    return REFUSAL_NONE;
}

enum refusal decide_replan(struct deciding *d)
{
    const struct replan_change *c = &d->command->change.replan;
    if (c->item > d->model->item_count)
        return REFUSAL_NO_ITEM;
    if (c->revision != d->model->plan_revision)
        return REFUSAL_CHANGED;
    struct event *e = deciding_add(d, EVENT_AGENDA_REPLANNED, &d->command->change);
    e->change.replan.revision = 0;
    if (!model_fits(d->model, e))
        return REFUSAL_TIMES_RANGE;
    if (c->minutes == 0)
        d->out->count = 0;
    return REFUSAL_NONE;
}
