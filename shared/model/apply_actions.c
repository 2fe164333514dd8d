#include "model/applying.h"

#include "model/actions.h"

#include <string.h>

void apply_action_added(struct model *m, const struct event *e)
{
    const struct action_change *c = &e->change.action;
    struct action *action = &m->actions[++m->action_count];
    memcpy(&action->content, &c->content, sizeof action->content);
    action->state = c->state;
    action->progress = c->progress;
    action->earlier = c->earlier;
    action->accepted = c->accepted;
    action->proposer = e->seat;
    action->revision = c->revision;
}

/* A new owner has not said anything yet, but for one who took it on. */
void apply_action_changed(struct model *m, const struct event *e)
{
    const struct action_change *c = &e->change.action;
    struct action *action = &m->actions[c->action];
    if (!action_same_owner(&action->content, &c->content)) {
        action->accepted = c->accepted;
        action->declined = false;
    }
    memcpy(&action->content, &c->content, sizeof action->content);
    action->revision = c->revision;
}

void apply_action_removed(struct model *m, const struct event *e)
{
    m->actions[e->change.action.action].removed = true;
}

void apply_action_set(struct model *m, const struct event *e)
{
    m->actions[e->change.action.action].state = e->change.action.state;
}

void apply_action_merged(struct model *m, const struct event *e)
{
    m->actions[e->change.action.action].merged = e->change.action.other;
}

/* Takes a seat's support from the action and from all that is part of it. */
static void take_back(struct model *m, action_id action, seat_id seat)
{
    for (action_id i = 1; i <= m->action_count; i++)
        if (action_root(m, i) == action)
            m->supports[i].seats[seat / 8] &= (uint8_t) ~(1U << seat % 8);
}

/* One that was counted by hand less, wherever it was counted. */
static void take_back_by_hand(struct model *m, action_id action)
{
    for (action_id i = 1; i <= m->action_count; i++)
        if (action_root(m, i) == action && m->supports[i].by_hand) {
            m->supports[i].by_hand--;
            return;
        }
}

void apply_action_supported(struct model *m, const struct event *e)
{
    const struct action_change *c = &e->change.action;
    struct supports *supports = &m->supports[c->action];
    bool by_hand = model_is_facilitator(m, e->seat);
    if (by_hand && c->on)
        supports->by_hand = (uint16_t)(supports->by_hand + (supports->by_hand < SEATS_MAX));
    else if (by_hand)
        take_back_by_hand(m, c->action);
    else if (c->on)
        supports->seats[e->seat / 8] |= (uint8_t)(1U << e->seat % 8);
    else
        take_back(m, c->action, e->seat);
}

void apply_action_accepted(struct model *m, const struct event *e)
{
    struct action *action = &m->actions[e->change.action.action];
    action->accepted = e->change.action.on;
    action->declined = !e->change.action.on;
}

void apply_action_progressed(struct model *m, const struct event *e)
{
    m->actions[e->change.action.action].progress = e->change.action.progress;
}
