#include "model/applying.h"

#include <string.h>

void apply_action_added(struct model *m, const struct event *e)
{
    const struct action_change *c = &e->change.action;
    struct action *action = &m->actions[++m->action_count];
    action->school = c->school;
    action->condition = c->condition;
    action->months = c->months;
    action->revision = c->revision;
    memcpy(action->text, c->text, sizeof action->text);
}

void apply_action_changed(struct model *m, const struct event *e)
{
    const struct action_change *c = &e->change.action;
    struct action *action = &m->actions[c->action];
    action->months = c->months;
    action->revision = c->revision;
    memcpy(action->text, c->text, sizeof action->text);
}

void apply_action_removed(struct model *m, const struct event *e)
{
    m->actions[e->change.action.action].removed = true;
}
