#include "model/fitting.h"

static bool is_there(const struct model *m, action_id action)
{
    return action >= 1 && action <= m->action_count && !m->actions[action].removed;
}

bool action_added_fits(const struct model *m, const struct event *e)
{
    const struct action_change *c = &e->change.action;
    return c->action == m->action_count + 1 && m->action_count < ACTIONS_MAX &&
           model_has_school(m, c->content.school) && model_has_condition(m, c->content.condition) &&
           c->content.months <= MONTHS_MAX && c->revision == 1;
}

bool action_changed_fits(const struct model *m, const struct event *e)
{
    const struct action_change *c = &e->change.action;
    return is_there(m, c->action) && c->content.months <= MONTHS_MAX &&
           c->revision == m->actions[c->action].revision + 1;
}

bool action_removed_fits(const struct model *m, const struct event *e)
{
    return is_there(m, e->change.action.action);
}
