#include "model/projecting.h"

#include <string.h>

static void project_action(struct projecting *p, action_id i)
{
    const struct action *action = &p->model->actions[i];
    if (action->removed)
        return;
    struct action_item *item = projecting_start(p, ITEM_ACTION, i, 0);
    item->content.school = action->content.school;
    item->content.condition = action->content.condition;
    item->content.months = action->content.months;
    item->revision = action->revision;
    memcpy(item->content.text, action->content.text, sizeof item->content.text);
    projecting_emit(p);
}

void project_all_actions(struct projecting *p)
{
    for (action_id i = 1; i <= p->model->action_count; i++)
        project_action(p, i);
}

void project_school_actions(struct projecting *p)
{
    for (action_id i = 1; i <= p->model->action_count; i++)
        if (p->model->actions[i].content.school == p->audience.id)
            project_action(p, i);
}
