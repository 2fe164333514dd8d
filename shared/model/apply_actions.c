#include "model/applying.h"

#include <string.h>

void apply_action_added(struct model *m, const struct event *e)
{
    const struct action_change *c = &e->change.action;
    struct action *action = &m->actions[++m->action_count];
    action->content.school = c->content.school;
    action->content.condition = c->content.condition;
    action->content.months = c->content.months;
    action->revision = c->revision;
    memcpy(action->content.text, c->content.text, sizeof action->content.text);
}

void apply_action_changed(struct model *m, const struct event *e)
{
    const struct action_change *c = &e->change.action;
    struct action *action = &m->actions[c->action];
    action->content.months = c->content.months;
    action->revision = c->revision;
    memcpy(action->content.text, c->content.text, sizeof action->content.text);
}

void apply_action_removed(struct model *m, const struct event *e)
{
    m->actions[e->change.action.action].removed = true;
}
