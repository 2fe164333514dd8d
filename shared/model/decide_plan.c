#include "model/deciding.h"

#include "model/actions.h"
#include "model/ballots.h"

#include <string.h>

/* What becomes of an action that was proposed: put before the room, merged, supported, adopted,
 * taken on by its owner, carried out. */

static const struct action_change *asked(const struct deciding *d)
{
    return &d->command->change.action;
}

/* There is such an action, it was proposed, and this seat may know of it. Borrowed; NULL: no. */
static const struct action *find(const struct deciding *d)
{
    action_id id = asked(d)->action;
    if (!action_exists(d->model, id))
        return NULL;
    const struct action *action = &d->model->actions[id];
    bool seen = action->state != ACTION_WAITING || action->proposer == d->seat ||
                model_is_facilitator(d->model, d->seat);
    return action->state != ACTION_OWN && seen ? action : NULL;
}

static bool is_before_the_room(const struct deciding *d, const struct action *action)
{
    return action_stands_alone(d->model, asked(d)->action) &&
           (action->state == ACTION_PROPOSED || action->state == ACTION_ADOPTED);
}

static struct action_change *add_change(struct deciding *d, enum event_kind kind)
{
    struct action_change *c = &deciding_add(d, kind, NULL)->change.action;
    c->action = asked(d)->action;
    return c;
}

enum refusal decide_set_action(struct deciding *d)
{
    const struct action *action = find(d);
    uint8_t state = asked(d)->state;
    if (!action)
        return REFUSAL_NO_ACTION;
    if (state == ACTION_OWN || state >= ACTION_STATE_COUNT ||
        !action_stands_alone(d->model, asked(d)->action))
        return REFUSAL_ACTION_STATE;
    if (state == action->state)
        return REFUSAL_NONE;
    bool in_sight = state == ACTION_PROPOSED || state == ACTION_ADOPTED;
    if (!in_sight && ballot_holds_action(d->model, asked(d)->action))
        return REFUSAL_IN_BALLOT;
    add_change(d, EVENT_ACTION_SET)->state = state;
    return REFUSAL_NONE;
}

/* Another of those that were proposed that it can become part of: one that stands alone, and that
 * the room can read where it can read this one. */
static bool can_take_in(const struct deciding *d, const struct action *action)
{
    action_id id = asked(d)->other;
    if (id == asked(d)->action || !action_stands_alone(d->model, id))
        return false;
    const struct action *other = &d->model->actions[id];
    return other->state != ACTION_OWN &&
           (other->state != ACTION_WAITING || action->state == ACTION_WAITING);
}

enum refusal decide_merge_action(struct deciding *d)
{
    const struct action *action = find(d);
    action_id other = asked(d)->other;
    if (!action || (other && !action_exists(d->model, other)))
        return REFUSAL_NO_ACTION;
    if (other == action->merged)
        return REFUSAL_NONE;
    if (other && !can_take_in(d, action))
        return REFUSAL_ACTION_STATE;
    if (ballot_holds_action(d->model, asked(d)->action))
        return REFUSAL_IN_BALLOT;
    add_change(d, EVENT_ACTION_MERGED)->other = other;
    return REFUSAL_NONE;
}

/* True when taking support on or back, by that seat or by hand, would change anything. Who supports
 * a part supports the whole, and takes both back. */
static bool changes_support(const struct deciding *d, bool by_hand, bool on)
{
    const struct model *m = d->model;
    unsigned hands = 0;
    bool supported = false;
    for (action_id i = 1; i <= m->action_count; i++) {
        if (!action_exists(m, i) || action_root(m, i) != asked(d)->action)
            continue;
        hands += m->supports[i].by_hand;
        supported = supported || action_has_support(m, i, d->seat);
    }
    if (by_hand)
        return on ? hands < SEATS_MAX : hands > 0;
    return on != supported;
}

enum refusal decide_support_action(struct deciding *d)
{
    const struct action *action = find(d);
    enum role role = (enum role)d->model->seats[d->seat].role;
    bool by_hand = role == ROLE_FACILITATOR;
    if (!by_hand && role != ROLE_ROOM && role != ROLE_SCHOOL)
        return REFUSAL_NOT_ALLOWED;
    if (!action)
        return REFUSAL_NO_ACTION;
    if (!is_before_the_room(d, action))
        return REFUSAL_ACTION_STATE;
    if (changes_support(d, by_hand, asked(d)->on))
        add_change(d, EVENT_ACTION_SUPPORTED)->on = asked(d)->on;
    return REFUSAL_NONE;
}

/* The owner says yes or no; the facilitator does for them what they said aloud. */
enum refusal decide_accept_action(struct deciding *d)
{
    const struct action *action = find(d);
    if (!action)
        return REFUSAL_NO_ACTION;
    bool may = action_is_owner(d->model, &action->content, d->seat) ||
               model_is_facilitator(d->model, d->seat);
    if (!may)
        return REFUSAL_NOT_OWNER;
    bool can = action->content.owner == OWNER_SEAT || action->content.owner == OWNER_SCHOOL;
    if (!can || !is_before_the_room(d, action))
        return REFUSAL_ACTION_STATE;
    if (asked(d)->revision != action->revision)
        return REFUSAL_CHANGED;
    if (asked(d)->on ? !action->accepted : !action->declined)
        add_change(d, EVENT_ACTION_ACCEPTED)->on = asked(d)->on;
    return REFUSAL_NONE;
}

enum refusal decide_progress_action(struct deciding *d)
{
    const struct action *action = find(d);
    if (!action)
        return REFUSAL_NO_ACTION;
    bool owner = action->accepted && action_is_owner(d->model, &action->content, d->seat);
    if (!owner && !model_is_facilitator(d->model, d->seat))
        return REFUSAL_NOT_OWNER;
    if (asked(d)->progress >= PROGRESS_COUNT)
        return REFUSAL_NOT_UNDERSTOOD;
    if (action->state != ACTION_ADOPTED || !is_before_the_room(d, action))
        return REFUSAL_ACTION_STATE;
    if (asked(d)->progress != action->progress)
        add_change(d, EVENT_ACTION_PROGRESSED)->progress = asked(d)->progress;
    return REFUSAL_NONE;
}
