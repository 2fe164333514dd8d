#include "model/fitting.h"

bool fitting_has_times(const struct agenda_item *item)
{
    bool fits = item->start < MINUTES_OF_DAY && item->minutes <= MINUTES_OF_DAY;
    for (unsigned i = 0; i < item->step_count && i < STEPS_MAX; i++)
        fits = fits && item->steps[i].minutes <= MINUTES_OF_DAY;
    return fits;
}

static bool step_fits(const struct agenda_step *step)
{
    unsigned most = step->stage == STAGE_BOARD    ? BOARDS_MAX
                    : step->stage == STAGE_BALLOT ? BALLOTS_MAX
                                                  : AGENDA_MAX;
    return step->stage < STAGE_COUNT && step->how < HOW_COUNT && step->subject <= most;
}

static bool content_fits(const struct agenda_item *item)
{
    bool fits = item->step_count >= 1 && item->step_count <= STEPS_MAX &&
                item->objective_count <= OBJECTIVES_MAX && fitting_has_times(item);
    for (unsigned i = 0; fits && i < item->step_count; i++)
        fits = step_fits(&item->steps[i]);
    return fits;
}

bool agenda_fits(const struct model *m, const struct event *e)
{
    return e->change.agenda.item == m->item_count + 1 && m->item_count < AGENDA_MAX &&
           content_fits(&e->change.agenda.content);
}

/* An item that the room is at keeps the step that it is at. */
bool changed_agenda_fits(const struct model *m, const struct event *e)
{
    const struct agenda_change *c = &e->change.agenda;
    return c->item >= 1 && c->item <= m->item_count && content_fits(&c->content) &&
           (c->item != m->place.item || m->place.step <= c->content.step_count);
}

bool replan_fits(const struct model *m, const struct event *e)
{
    const struct replan_change *c = &e->change.replan;
    bool fits = c->item <= m->item_count;
    for (unsigned i = c->item + 1U; fits && i <= m->item_count; i++) {
        int start = m->items[i].start + c->minutes;
        fits = m->items[i].start == 0 || (start >= 1 && start < MINUTES_OF_DAY);
    }
    return fits;
}

bool fitting_has_place(const struct model *m, const struct place *place)
{
    return place->item <= m->item_count && place->step >= 1 &&
           place->step <= (place->item ? m->items[place->item].step_count : 1);
}

bool place_fits(const struct model *m, const struct event *e)
{
    return fitting_has_place(m, &e->change.place);
}

bool timer_fits(const struct model *m, const struct event *e)
{
    const struct timer_change *c = &e->change.timer;
    return c->item >= 1 && c->item <= m->item_count && c->milliseconds <= TIME_MOST_MS &&
           c->milliseconds >= -TIME_MOST_MS;
}

bool view_fits(const struct model *m, const struct event *e)
{
    const struct view *v = &e->change.view;
    return v->focus <= m->condition_count && v->larger <= LARGER_MOST && v->note <= m->note_count &&
           v->finding_kind < FINDING_COUNT && v->finding <= CONDITIONS_MAX &&
           v->action <= m->action_count && v->ballot <= m->ballot_count && v->sight < SIGHT_COUNT &&
           v->then < THEN_COUNT;
}
