#include "model/deciding.h"

#include <string.h>

static enum refusal check_content(const struct action_change *c)
{
    if (!c->content.text[0])
        return REFUSAL_TEXT_EMPTY;
    return c->content.months <= MONTHS_MAX ? REFUSAL_NONE : REFUSAL_MONTHS_RANGE;
}

/* There is such an action, and the seat speaks for its school. */
static enum refusal check_action(const struct deciding *d, action_id action)
{
    if (action < 1 || action > d->model->action_count || d->model->actions[action].removed)
        return REFUSAL_NO_ACTION;
    return deciding_speaks_for(d, d->model->actions[action].content.school);
}

enum refusal decide_add_action(struct deciding *d)
{
    const struct action_change *c = &d->command->change.action;
    enum refusal refusal = deciding_speaks_for(d, c->content.school);
    if (refusal != REFUSAL_NONE)
        return refusal;
    if (!model_has_condition(d->model, c->content.condition))
        return REFUSAL_NO_CONDITION;
    if (d->model->action_count == ACTIONS_MAX)
        return REFUSAL_ACTIONS_FULL;
    struct event *e = deciding_add(d, EVENT_ACTION_ADDED, &d->command->change);
    e->change.action.action = (action_id)(d->model->action_count + 1);
    e->change.action.revision = 1;
    return check_content(c);
}

enum refusal decide_change_action(struct deciding *d)
{
    const struct action_change *c = &d->command->change.action;
    enum refusal refusal = check_action(d, c->action);
    if (refusal == REFUSAL_NONE)
        refusal = check_content(c);
    if (refusal != REFUSAL_NONE)
        return refusal;
    const struct action *action = &d->model->actions[c->action];
    if (c->revision != action->revision)
        return REFUSAL_CHANGED;
    if (c->content.months == action->content.months &&
        strcmp(c->content.text, action->content.text) == 0)
        return REFUSAL_NONE;
    struct event *e = deciding_add(d, EVENT_ACTION_CHANGED, &d->command->change);
    e->change.action.content.school = action->content.school; /* it stays where it belongs */
    e->change.action.content.condition = action->content.condition;
    e->change.action.revision = action->revision + 1;
    return REFUSAL_NONE;
}

enum refusal decide_remove_action(struct deciding *d)
{
    action_id action = d->command->change.action.action;
    enum refusal refusal = check_action(d, action);
    if (refusal == REFUSAL_NONE)
        deciding_add(d, EVENT_ACTION_REMOVED, NULL)->change.action.action = action;
    return refusal;
}
