#include "model/applying.h"

#include <string.h>

enum { MINUTE_MS = 60 * 1000 };

void apply_agenda_item_added(struct model *m, const struct event *e)
{
    m->item_count++;
    m->items[m->item_count] = e->change.agenda.content;
}

/* Planned minutes of a step, or (step 0) of the whole item. */
static uint16_t minutes_of(const struct model *m, uint8_t item, uint8_t step)
{
    return step ? m->items[item].steps[step - 1].minutes : m->items[item].minutes;
}

static void stop(struct model *m, uint8_t item, uint8_t step, int64_t at_ms)
{
    struct timer *timer = &m->timers[item][step];
    timer->remaining_ms = model_timer_left(timer, at_ms);
    timer->running = false;
}

/* Starts a timer, or lets it go on. */
static void start(struct model *m, uint8_t item, uint8_t step, int64_t at_ms)
{
    struct timer *timer = &m->timers[item][step];
    uint16_t minutes = minutes_of(m, item, step);
    if (!timer->started)
        timer->remaining_ms = minutes * INT64_C(60000);
    timer->started = true;
    timer->running = minutes > 0;
    timer->since_ms = at_ms;
}

/* The boards that the step is about; in an evaluation those that nobody else sees. */
static void open_boards(struct model *m)
{
    if (!m->place.item)
        return;
    const struct agenda_step *step = &m->items[m->place.item].steps[m->place.step - 1];
    for (uint8_t b = 1; b <= m->board_count; b++) {
        bool here = step->stage == STAGE_BOARD        ? step->subject == b
                    : step->stage == STAGE_EVALUATION ? m->boards[b].content.personal
                                                      : false;
        if (here && m->boards[b].state == BOARD_PREPARED)
            m->boards[b].state = BOARD_OPEN;
    }
}

/* Leaving an item or a step stops its timer where it is; coming to one lets it go on. */
void applying_go(struct model *m, struct place to, int64_t at_ms)
{
    struct place from = m->place;
    if (from.item == to.item && from.step == to.step)
        return;
    stop(m, from.item, from.step, at_ms);
    if (from.item != to.item) {
        stop(m, from.item, 0, at_ms);
        start(m, to.item, 0, at_ms);
    }
    start(m, to.item, to.step, at_ms);
    m->place = to;
    m->view.page = 0;
    m->view.note = 0;
    m->view.finding_kind = 0;
    m->view.finding = 0;
    m->view.action = 0;
    m->view.ballot = 0;
    m->view.sight = SIGHT_RESULT;
    open_boards(m);
}

void apply_place_reached(struct model *m, const struct event *e)
{
    applying_go(m, e->change.place, e->at_ms);
}

/* The timer that is shown: the step's where it has one, else the item's. */
void apply_timer_set(struct model *m, const struct event *e)
{
    const struct timer_change *c = &e->change.timer;
    bool here = c->item == m->place.item && minutes_of(m, c->item, m->place.step) > 0;
    m->timers[c->item][here ? m->place.step : 0] = (struct timer){.started = true,
                                                                  .running = c->running,
                                                                  .since_ms = e->at_ms,
                                                                  .remaining_ms = c->milliseconds};
}

void apply_view_chosen(struct model *m, const struct event *e)
{
    m->view = e->change.view;
}

/* A timer under way gets what was added to its planned length, or loses what was taken away. */
static void retime(struct model *m, uint8_t item, uint8_t step, uint16_t before, int64_t at_ms)
{
    struct timer *timer = &m->timers[item][step];
    uint16_t minutes = minutes_of(m, item, step);
    bool here = m->place.item == item && (step == 0 || m->place.step == step);
    if (!timer->started || minutes == before)
        return;
    int64_t left = model_timer_left(timer, at_ms) + (minutes - before) * MINUTE_MS;
    timer->remaining_ms = left > TIME_MOST_MS ? TIME_MOST_MS : left;
    timer->since_ms = at_ms;
    timer->running = minutes > 0 && here && (timer->running || before == 0);
}

void apply_agenda_item_changed(struct model *m, const struct event *e)
{
    uint8_t item = e->change.agenda.item;
    uint16_t before[STEPS_MAX + 1];
    for (uint8_t step = 0; step <= STEPS_MAX; step++)
        before[step] = minutes_of(m, item, step);
    m->items[item] = e->change.agenda.content;
    for (uint8_t step = 0; step <= STEPS_MAX; step++)
        retime(m, item, step, before[step], e->at_ms);
    m->plan_revision++;
    open_boards(m);
}

void apply_agenda_replanned(struct model *m, const struct event *e)
{
    const struct replan_change *c = &e->change.replan;
    for (unsigned i = c->item + 1U; i <= m->item_count; i++)
        if (m->items[i].start)
            m->items[i].start = (uint16_t)(m->items[i].start + c->minutes);
    m->plan_revision++;
}
