#include "model/deciding.h"

#include "base/day.h"
#include "model/actions.h"
#include "model/ballots.h"
#include "model/notes.h"

#include <string.h>

/* Actions: written down in a 1-to-1, or proposed in the workshop; changed and removed. What happens
 * to one that was proposed is in decide_plan.c. */

enum { YEARS_LIKELY = 5 };

static bool by_facilitator(const struct deciding *d)
{
    return model_is_facilitator(d->model, d->seat);
}

/* ---- what an action may be */

/* A date that is past or far off is asked about once more, but not when it stood there before. */
static enum refusal check_date(const struct deciding *d, uint32_t due, uint32_t before, bool sure)
{
    uint32_t today = day_of_time(d->now_ms), last = day_years_on(today, YEARS_LIKELY);
    if (!due || due == before)
        return REFUSAL_NONE;
    bool likely = due >= today && (!last || due <= last);
    return due <= DAY_LAST && (likely || sure) ? REFUSAL_NONE : REFUSAL_DATE_UNLIKELY;
}

/* What an action came from. Participants can name what everybody may read. */
static enum refusal check_source(const struct deciding *d, struct action_content *c)
{
    const struct model *m = d->model;
    switch ((enum source_kind)c->source) {
    case SOURCE_NONE:
        c->source_a = 0;
        c->source_b = 0;
        return REFUSAL_NONE;
    case SOURCE_NOTE:
        c->source_b = 0;
        return (by_facilitator(d) ? note_is_facilitators(m, c->source_a)
                                  : note_is_public(m, c->source_a))
                   ? REFUSAL_NONE
                   : REFUSAL_NO_NOTE;
    case SOURCE_FINDING:
        if (c->source_a >= FINDING_COUNT || c->source_b < 1)
            return REFUSAL_NO_FINDING;
        if (c->source_a == FINDING_ADDED)
            return c->source_b <= ADDED_MAX && m->findings[FINDING_ADDED][c->source_b].exists &&
                           (by_facilitator(d) || !m->findings[FINDING_ADDED][c->source_b].hidden)
                       ? REFUSAL_NONE
                       : REFUSAL_NO_FINDING;
        return c->source_b <= m->condition_count ? REFUSAL_NONE : REFUSAL_NO_FINDING;
    case SOURCE_IDEA:
        c->source_b = 0;
        return model_has_condition(m, c->source_a) ? REFUSAL_NONE : REFUSAL_NO_CONDITION;
    case SOURCE_COUNT:
        break;
    }
    return REFUSAL_NOT_UNDERSTOOD;
}

/* A seat that can see something through; others than the facilitator can name their own alone. */
static enum refusal check_owner_seat(const struct deciding *d, seat_id seat)
{
    if (!by_facilitator(d))
        return seat == d->seat ? REFUSAL_NONE : REFUSAL_NOT_ALLOWED;
    bool can =
        seat >= 1 && model_has_seat(d->model, seat) && d->model->seats[seat].role != ROLE_DISPLAY;
    return can ? REFUSAL_NONE : REFUSAL_NO_SEAT;
}

/* Leaves of the owner what its kind needs. Others than the facilitator are not told which seat an
 * owner is: where they leave it out, it is the one it was. */
static enum refusal settle_owner(const struct deciding *d, struct action_content *c,
                                 const struct action_content *before)
{
    if (c->owner != OWNER_SEAT)
        c->owner_seat = 0;
    if (c->owner != OWNER_SCHOOL)
        c->owner_school = 0;
    if (c->owner != OWNER_NAME)
        memset(c->owner_name, 0, sizeof c->owner_name);
    if (before && c->owner == OWNER_SEAT && before->owner == OWNER_SEAT && !c->owner_seat)
        c->owner_seat = before->owner_seat;
    if (before && action_same_owner(c, before))
        return REFUSAL_NONE;
    switch ((enum owner_kind)c->owner) {
    case OWNER_NOBODY:
        return REFUSAL_NONE;
    case OWNER_SEAT:
        return check_owner_seat(d, c->owner_seat);
    case OWNER_SCHOOL:
        return model_has_school(d->model, c->owner_school) ? REFUSAL_NONE : REFUSAL_NO_SCHOOL;
    case OWNER_NAME:
        return deciding_name(c->owner_name);
    case OWNER_COUNT:
        break;
    }
    return REFUSAL_NOT_UNDERSTOOD;
}

/* Of one in a 1-to-1: its text, its condition and in how many months. `before`: as it stands, NULL
 * for a new one. */
static enum refusal settle_own(const struct deciding *d, struct action_content *to,
                               const struct action_content *before)
{
    const struct action_content *asked = &d->command->change.action.content;
    memset(to, 0, sizeof *to);
    to->school = before ? before->school : asked->school; /* it stays where it belongs */
    to->condition = before ? before->condition : asked->condition;
    to->months = asked->months;
    memcpy(to->text, asked->text, sizeof to->text);
    if (!model_has_condition(d->model, to->condition))
        return REFUSAL_NO_CONDITION;
    if (!to->text[0])
        return REFUSAL_TEXT_EMPTY;
    return to->months <= MONTHS_MAX ? REFUSAL_NONE : REFUSAL_MONTHS_RANGE;
}

/* Of one that is proposed: all but the months. What it came from stays. */
static enum refusal settle_proposal(const struct deciding *d, struct action_content *to,
                                    const struct action_content *before)
{
    memcpy(to, &d->command->change.action.content, sizeof *to);
    to->months = 0;
    if (!to->text[0])
        return REFUSAL_TEXT_EMPTY;
    if (to->level >= ACTION_LEVEL_COUNT)
        return REFUSAL_NOT_UNDERSTOOD;
    if (to->level != ACTION_LEVEL_SCHOOL)
        to->school = 0;
    if (to->condition && !model_has_condition(d->model, to->condition))
        return REFUSAL_NO_CONDITION;
    if (to->school && !model_has_school(d->model, to->school))
        return REFUSAL_NO_SCHOOL;
    enum refusal refusal = settle_owner(d, to, before);
    if (refusal == REFUSAL_NONE && !before)
        refusal = check_source(d, to);
    if (before) {
        to->source = before->source;
        to->source_a = before->source_a;
        to->source_b = before->source_b;
    }
    return refusal != REFUSAL_NONE
               ? refusal
               : check_date(d, to->due, before ? before->due : 0, d->command->change.action.sure);
}

/* ---- adding */

/* Who may bring in an action, and how far on. */
static enum refusal check_proposer(const struct deciding *d, const struct action_change *c)
{
    if (d->model->seats[d->seat].role == ROLE_DISPLAY || (c->earlier && d->seat != SEAT_KIOSK))
        return REFUSAL_NOT_ALLOWED;
    if (c->state >= ACTION_STATE_COUNT || c->progress >= PROGRESS_COUNT)
        return REFUSAL_NOT_UNDERSTOOD;
    if (c->state == ACTION_PARKED || (c->earlier && c->state != ACTION_ADOPTED))
        return REFUSAL_ACTION_STATE;
    return c->state == ACTION_WAITING || by_facilitator(d) ? REFUSAL_NONE : REFUSAL_NOT_ALLOWED;
}

/* Nobody fills the table for all. */
static enum refusal check_room(const struct deciding *d)
{
    const struct model *m = d->model;
    unsigned own = 0;
    for (action_id i = 1; i <= m->action_count; i++)
        own += m->actions[i].state != ACTION_OWN && m->actions[i].proposer == d->seat;
    if (own >= ACTIONS_EACH && !by_facilitator(d))
        return REFUSAL_ACTIONS_ENOUGH;
    return m->action_count < ACTIONS_MAX ? REFUSAL_NONE : REFUSAL_ACTIONS_FULL;
}

enum refusal decide_add_action(struct deciding *d)
{
    const struct action_change *c = &d->command->change.action;
    bool own = c->state == ACTION_OWN;
    struct event *e = deciding_add(d, EVENT_ACTION_ADDED, NULL);
    struct action_change *added = &e->change.action;
    enum refusal refusal = own ? deciding_speaks_for(d, c->content.school) : check_proposer(d, c);
    if (refusal == REFUSAL_NONE)
        refusal = check_room(d);
    if (refusal == REFUSAL_NONE)
        refusal = (own ? settle_own : settle_proposal)(d, &added->content, NULL);
    added->action = (action_id)(d->model->action_count + 1);
    added->revision = 1;
    added->state = c->state;
    added->earlier = c->earlier && !own;
    added->progress = added->earlier ? c->progress : 0;
    added->accepted =
        added->earlier ? c->accepted : action_is_owner(d->model, &added->content, d->seat);
    return refusal;
}

/* ---- changing and removing */

/* Its school's people in a 1-to-1, the facilitator, and who proposed it as long as it is no further
 * than `furthest`. Of what waits nobody else learns that it is there. */
static enum refusal check_action(const struct deciding *d, action_id id, enum action_state furthest)
{
    if (!action_exists(d->model, id))
        return REFUSAL_NO_ACTION;
    const struct action *action = &d->model->actions[id];
    if (action->state == ACTION_OWN)
        return deciding_speaks_for(d, action->content.school);
    if (by_facilitator(d))
        return REFUSAL_NONE;
    if (action->proposer == d->seat && action->state <= furthest)
        return REFUSAL_NONE;
    return action->state == ACTION_WAITING ? REFUSAL_NO_ACTION : REFUSAL_OTHER_ACTION;
}

static bool same_content(const struct action_content *a, const struct action_content *b)
{
    return a->condition == b->condition && a->level == b->level && a->school == b->school &&
           a->months == b->months && a->due == b->due && action_same_owner(a, b) &&
           strcmp(a->text, b->text) == 0 && strcmp(a->helpers, b->helpers) == 0 &&
           strcmp(a->measure, b->measure) == 0 && strcmp(a->resources, b->resources) == 0;
}

enum refusal decide_change_action(struct deciding *d)
{
    const struct action_change *c = &d->command->change.action;
    enum refusal refusal = check_action(d, c->action, ACTION_PROPOSED);
    if (refusal != REFUSAL_NONE)
        return refusal;
    const struct action *action = &d->model->actions[c->action];
    bool own = action->state == ACTION_OWN;
    if (!action_stands_alone(d->model, c->action))
        return REFUSAL_ACTION_STATE;
    if (ballot_holds_action(d->model, c->action))
        return REFUSAL_IN_BALLOT;
    struct event *e = deciding_add(d, EVENT_ACTION_CHANGED, NULL);
    struct action_change *changed = &e->change.action;
    refusal = (own ? settle_own : settle_proposal)(d, &changed->content, &action->content);
    if (refusal == REFUSAL_NONE && c->revision != action->revision)
        refusal = REFUSAL_CHANGED;
    changed->action = c->action;
    changed->revision = action->revision + 1;
    changed->accepted = !action_same_owner(&changed->content, &action->content) &&
                        action_is_owner(d->model, &changed->content, d->seat);
    if (same_content(&changed->content, &action->content))
        d->out->count = 0;
    return refusal;
}

enum refusal decide_remove_action(struct deciding *d)
{
    action_id id = d->command->change.action.action;
    enum refusal refusal = check_action(d, id, ACTION_WAITING);
    if (refusal != REFUSAL_NONE)
        return refusal;
    if (d->model->actions[id].state == ACTION_ADOPTED)
        return REFUSAL_ACTION_STATE;
    if (ballot_holds_action(d->model, id))
        return REFUSAL_IN_BALLOT;
    deciding_add(d, EVENT_ACTION_REMOVED, NULL)->change.action.action = id;
    return REFUSAL_NONE;
}
