#include "model/applying.h"

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

static void apply_setting_made(struct model *m, const struct event *e)
{
    m->settings[e->change.setting.setting] = e->change.setting.on;
    applying_refresh_unnamed(m);
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
