#include "model/driver.h"

#include "base/day.h"

#include <stdio.h>
#include <string.h>

static void fill_finding(struct driver *d, struct command *c)
{
    const struct model *m = d->bench->model;
    char text[NOTE_SIZE] = "";
    if (driver_pick(d, 3))
        snprintf(text, sizeof text, "finding %u", driver_pick(d, 100));
    *c = ask_finding(c->kind, (enum finding_kind)driver_number(d, FINDING_GAP, FINDING_ADDED),
                     driver_number(d, 0, 2), 0, text);
    struct finding_change *f = &c->change.finding;
    if (f->kind < FINDING_COUNT && f->number <= CONDITIONS_MAX && driver_pick(d, 6))
        f->revision = c->kind == COMMAND_ANSWER_FINDING
                          ? m->findings[f->kind][f->number].answer_revision
                          : m->findings[f->kind][f->number].revision;
    f->hidden = driver_pick(d, 4) == 0;
    f->for_la = driver_pick(d, 3) != 0;
    f->rank = driver_number(d, 0, 5);
}

/* What becomes of an action; the newest are spoken of most. */
static void fill_step_of_action(struct driver *d, struct action_change *a, seat_id seat)
{
    const struct model *m = d->bench->model;
    static const uint8_t states[] = {ACTION_WAITING, ACTION_PROPOSED, ACTION_PROPOSED,
                                     ACTION_ADOPTED, ACTION_ADOPTED,  ACTION_PARKED};
    a->state = driver_pick(d, 9) ? states[driver_pick(d, sizeof states)]
                                 : driver_number(d, 0, ACTION_STATE_COUNT);
    if (driver_pick(d, 4) == 0)
        a->state = ACTION_OWN;
    if (a->state == ACTION_PROPOSED && seat != SEAT_KIOSK && driver_pick(d, 3))
        a->state = ACTION_WAITING;
    a->other = driver_pick(d, 4) ? driver_id(d, m->action_count) : 0;
    a->progress = driver_number(d, 0, PROGRESS_COUNT - 1);
    a->on = driver_pick(d, 4);
    a->sure = driver_pick(d, 2);
    a->earlier = driver_pick(d, 20) == 0;
    a->accepted = driver_pick(d, 2);
}

static void fill_action(struct driver *d, struct command *c, seat_id seat)
{
    const struct model *m = d->bench->model;
    char text[NOTE_SIZE];
    snprintf(text, sizeof text, driver_pick(d, 9) ? "action %u" : "", driver_pick(d, 100));
    school_id own = seat <= m->seat_count ? m->seats[seat].school : 0;
    *c = ask_action(c->kind, driver_id(d, m->action_count),
                    own && driver_pick(d, 4) ? own : driver_id(d, m->school_count), 0, text);
    c->change.action.content.months = driver_number(d, 0, MONTHS_MAX);
    if (c->change.action.action <= m->action_count)
        c->change.action.revision =
            m->actions[c->change.action.action].revision - (driver_pick(d, 8) == 0);
    struct action_content *content = &c->change.action.content;
    content->condition = driver_pick(d, 3) ? content->condition : 0;
    content->level = driver_number(d, 0, ACTION_LEVEL_COUNT - 1);
    content->due =
        driver_pick(d, 2) ? day_of_time(d->bench->now_ms) + driver_pick(d, 2100) - 100 : 0;
    content->owner = driver_number(d, 0, OWNER_COUNT - 1);
    content->owner_seat = driver_pick(d, 3) ? seat : driver_id(d, m->seat_count);
    content->owner_school = own && driver_pick(d, 2) ? own : driver_id(d, m->school_count);
    strcpy(content->owner_name, driver_pick(d, 5) ? "the parents" : "");
    content->source = driver_number(d, 0, SOURCE_COUNT - 1);
    content->source_a = driver_number(d, 1, 9);
    content->source_b = driver_number(d, 1, 3);
    fill_step_of_action(d, &c->change.action, seat);
}

bool driver_fill_plan(struct driver *d, struct command *c, seat_id seat)
{
    switch (c->kind) {
    case COMMAND_WORD_FINDING:
    case COMMAND_SET_FINDING:
    case COMMAND_RANK_FINDING:
    case COMMAND_ANSWER_FINDING:
        fill_finding(d, c);
        return true;
    case COMMAND_ADD_ACTION:
    case COMMAND_CHANGE_ACTION:
    case COMMAND_REMOVE_ACTION:
    case COMMAND_SET_ACTION:
    case COMMAND_MERGE_ACTION:
    case COMMAND_SUPPORT_ACTION:
    case COMMAND_ACCEPT_ACTION:
    case COMMAND_PROGRESS_ACTION:
        fill_action(d, c, seat);
        return true;
    default:
        return false;
    }
}
