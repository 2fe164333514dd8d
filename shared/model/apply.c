#include "model/model.h"

#include <assert.h>
#include <string.h>

/* One small function per kind of event, found through the table at the end. */

static void apply_created(struct model *m, const struct event *e)
{
    const struct workshop_change *c = &e->change.workshop;
    m->created = true;
    memcpy(m->id, c->id, sizeof m->id);
    memcpy(m->title, c->title, sizeof m->title);
    memcpy(m->pack, c->pack, sizeof m->pack);
    memcpy(m->agenda, c->agenda, sizeof m->agenda);
    memcpy(m->language, c->language, sizeof m->language);
}

static void apply_condition_added(struct model *m, const struct event *e)
{
    m->condition_count++;
    m->conditions[m->condition_count] = e->change.condition.content;
}

static void apply_agenda_item_added(struct model *m, const struct event *e)
{
    m->item_count++;
    m->items[m->item_count] = e->change.agenda.content;
}

static void apply_school_added(struct model *m, const struct event *e)
{
    m->school_count++;
    memcpy(m->schools[m->school_count].name, e->change.school.name, NAME_SIZE);
}

static void apply_school_renamed(struct model *m, const struct event *e)
{
    memcpy(m->schools[e->change.school.school].name, e->change.school.name, NAME_SIZE);
}

static void apply_seat_joined(struct model *m, const struct event *e)
{
    const struct join_change *c = &e->change.join;
    m->seat_count++;
    struct seat *seat = &m->seats[m->seat_count];
    seat->role = c->role;
    seat->speaks = c->speaks;
    seat->school = c->school;
    memcpy(seat->name, c->name, sizeof seat->name);
    memcpy(seat->token_id, c->token_id, sizeof seat->token_id);
    seat->token_hash = e->secret;
    seat->token_event = m->event_count + 1;
}

static void apply_seat_moved(struct model *m, const struct event *e)
{
    struct seat *seat = &m->seats[e->change.join.seat];
    memcpy(seat->token_id, e->change.join.token_id, sizeof seat->token_id);
    seat->token_hash = e->secret;
    seat->token_event = m->event_count + 1;
    m->codes[e->change.join.code].retired = true;
    /* another laptop counts its commands anew */
    seat->last_command = 0;
    seat->recent = 0;
}

static void apply_seat_named(struct model *m, const struct event *e)
{
    memcpy(m->seats[e->change.seat.seat].name, e->change.seat.name, NAME_SIZE);
}

static void apply_seat_placed(struct model *m, const struct event *e)
{
    m->seats[e->change.seat.seat].school = e->change.seat.school;
    m->seats[e->change.seat.seat].speaks = e->change.seat.speaks;
}

static void apply_seat_admitted(struct model *m, const struct event *e)
{
    m->seats[e->change.seat.seat].speaks = e->change.seat.speaks;
}

static void apply_seat_removed(struct model *m, const struct event *e)
{
    struct seat *seat = &m->seats[e->change.seat.seat];
    seat->removed = true;
    seat->speaks = false;
    seat->token_hash = (struct secret){0};
}

static void apply_code_issued(struct model *m, const struct event *e)
{
    const struct code_change *c = &e->change.code;
    m->code_count++;
    m->codes[m->code_count] =
        (struct code){.kind = c->kind, .school = c->school, .seat = c->seat, .symbols = e->secret};
}

static void apply_code_retired(struct model *m, const struct event *e)
{
    m->codes[e->change.code.code].retired = true;
}

static struct rating *rating_of(struct model *m, const struct event *e)
{
    return &m->ratings[e->change.rating.condition][e->change.rating.school];
}

/* The value that an unnamed view counts for one school. */
static uint8_t counted_value(const struct model *m, const struct rating *rating)
{
    if (rating->settled)
        return rating->agreed.now;
    if (!m->settings[SETTING_COUNT_PROPOSED])
        return 0;
    const struct figure *shown = model_shown_figure(rating);
    return shown ? (uint8_t)(shown->now | UNNAMED_PROPOSED) : 0;
}

static bool same_value(uint8_t a, uint8_t b)
{
    return (a & ~UNNAMED_PROPOSED) == (b & ~UNNAMED_PROPOSED);
}

/* Lets one view of one condition move on if nobody can be read off the change. That a figure is now
 * agreed which was proposed changes no figure, and is taken at once. */
static void refresh_view(struct model *m, enum naming naming, condition_id condition)
{
    struct unnamed *view = &m->unnamed[naming][condition];
    bool named = model_named(m, naming);
    uint8_t fresh[SCHOOLS_MAX + 1] = {0};
    uint16_t changed = 0, agreed = 0;
    for (school_id s = 1; s <= m->school_count; s++) {
        fresh[s] = counted_value(m, &m->ratings[condition][s]);
        changed = (uint16_t)(changed + !same_value(fresh[s], view->figures[s]));
        agreed = (uint16_t)(agreed + m->ratings[condition][s].settled);
    }
    bool moves = named || !view->seen || changed >= 2;
    for (school_id s = 1; s <= m->school_count; s++)
        if (moves || same_value(fresh[s], view->figures[s]))
            view->figures[s] = fresh[s];
    view->seen = view->seen || named || agreed >= UNNAMED_LEAST;
}

static void refresh_unnamed(struct model *m, condition_id condition)
{
    for (unsigned naming = 0; naming < NAMING_COUNT; naming++)
        refresh_view(m, (enum naming)naming, condition);
}

static void refresh_all_unnamed(struct model *m)
{
    for (condition_id c = 1; c <= m->condition_count; c++)
        refresh_unnamed(m, c);
}

static void apply_rating_proposed(struct model *m, const struct event *e)
{
    struct rating *rating = rating_of(m, e);
    const struct rating_change *c = &e->change.rating;
    rating->revision = c->revision;
    rating->proposals[c->side] = (struct proposal){.revision = c->revision, .figure = c->figure};
    refresh_unnamed(m, c->condition);
}

static void apply_rating_withdrawn(struct model *m, const struct event *e)
{
    rating_of(m, e)->proposals[e->change.rating.side] = (struct proposal){0};
    refresh_unnamed(m, e->change.rating.condition);
}

static void settle(struct model *m, const struct event *e, const struct figure *figure)
{
    struct rating *rating = rating_of(m, e);
    rating->agreed = *figure;
    rating->settled = true;
    rating->agreed_ms = e->at_ms;
    memcpy(rating->agreed_with, e->change.rating.with, sizeof rating->agreed_with);
    memset(rating->proposals, 0, sizeof rating->proposals);
    refresh_unnamed(m, e->change.rating.condition);
}

static void apply_rating_agreed(struct model *m, const struct event *e)
{
    struct figure figure = rating_of(m, e)->proposals[e->change.rating.side].figure;
    settle(m, e, &figure);
}

static void apply_rating_agreed_in_person(struct model *m, const struct event *e)
{
    rating_of(m, e)->revision = e->change.rating.revision;
    settle(m, e, &e->change.rating.figure);
}

static void apply_consent_given(struct model *m, const struct event *e)
{
    const struct consent_change *c = &e->change.consent;
    for (unsigned scope = 0; scope < SCOPE_COUNT; scope++)
        if (c->scopes & 1U << scope)
            m->schools[c->school].consent[scope] = c->answer;
    refresh_all_unnamed(m);
}

static void apply_timer_set(struct model *m, const struct event *e)
{
    const struct timer_change *c = &e->change.timer;
    m->timers[c->item][0] = (struct timer){.started = true,
                                           .running = c->running,
                                           .since_ms = e->at_ms,
                                           .remaining_ms = c->milliseconds};
}

/* Leaving an item stops its timer where it is; coming to one starts it, or lets it go on. */
static void apply_place_reached(struct model *m, const struct event *e)
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

static void apply_view_chosen(struct model *m, const struct event *e)
{
    m->view = e->change.view;
}

static void apply_setting_made(struct model *m, const struct event *e)
{
    m->settings[e->change.setting.setting] = e->change.setting.on;
    refresh_all_unnamed(m);
}

/* A closed workshop lets nobody in any more: codes and tokens are forgotten. */
static void apply_closed(struct model *m, const struct event *e)
{
    (void)e;
    m->closed = true;
    for (uint16_t i = 1; i <= m->code_count; i++) {
        m->codes[i].retired = true;
        m->codes[i].symbols = (struct secret){0};
    }
    for (seat_id s = 1; s <= m->seat_count; s++)
        m->seats[s].token_hash = (struct secret){0};
}

typedef void applier(struct model *, const struct event *);

static applier *const appliers[EVENT_COUNT] = {
    [EVENT_CREATED] = apply_created,
    [EVENT_CONDITION_ADDED] = apply_condition_added,
    [EVENT_AGENDA_ITEM_ADDED] = apply_agenda_item_added,
    [EVENT_SCHOOL_ADDED] = apply_school_added,
    [EVENT_SCHOOL_RENAMED] = apply_school_renamed,
    [EVENT_SEAT_JOINED] = apply_seat_joined,
    [EVENT_SEAT_MOVED] = apply_seat_moved,
    [EVENT_SEAT_NAMED] = apply_seat_named,
    [EVENT_SEAT_PLACED] = apply_seat_placed,
    [EVENT_SEAT_ADMITTED] = apply_seat_admitted,
    [EVENT_SEAT_REMOVED] = apply_seat_removed,
    [EVENT_CODE_ISSUED] = apply_code_issued,
    [EVENT_CODE_RETIRED] = apply_code_retired,
    [EVENT_RATING_PROPOSED] = apply_rating_proposed,
    [EVENT_RATING_WITHDRAWN] = apply_rating_withdrawn,
    [EVENT_RATING_AGREED] = apply_rating_agreed,
    [EVENT_RATING_AGREED_IN_PERSON] = apply_rating_agreed_in_person,
    [EVENT_CONSENT_GIVEN] = apply_consent_given,
    [EVENT_PLACE_REACHED] = apply_place_reached,
    [EVENT_TIMER_SET] = apply_timer_set,
    [EVENT_VIEW_CHOSEN] = apply_view_chosen,
    [EVENT_SETTING_MADE] = apply_setting_made,
    [EVENT_CLOSED] = apply_closed,
};

/* Notes that a command of this seat has been obeyed. */
static void remember_command(struct seat *seat, uint32_t command)
{
    if (command > seat->last_command) {
        uint32_t steps = command - seat->last_command;
        seat->recent = steps < COMMANDS_REMEMBERED ? seat->recent << steps | 1 : 1;
        seat->last_command = command;
    } else if (seat->last_command - command < COMMANDS_REMEMBERED) {
        seat->recent |= UINT64_C(1) << (seat->last_command - command);
    }
}

void model_apply(struct model *model, const struct event *event)
{
    assert(model_fits(model, event));
    if (event->command)
        remember_command(&model->seats[event->seat], event->command);
    appliers[event->kind](model, event);
    model->event_count++;
}
