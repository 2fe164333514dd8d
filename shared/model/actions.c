#include "model/actions.h"

#include "model/project.h"

#include <string.h>

bool action_exists(const struct model *m, action_id action)
{
    return action >= 1 && action <= m->action_count && !m->actions[action].removed;
}

action_id action_root(const struct model *m, action_id action)
{
    /* no circle can be made, and a damaged file that says so must not hang */
    for (unsigned i = 0; i < ACTIONS_MAX && action_exists(m, m->actions[action].merged); i++)
        action = m->actions[action].merged;
    return action;
}

bool action_stands_alone(const struct model *m, action_id action)
{
    return !action_exists(m, m->actions[action].merged);
}

bool action_is_public(const struct model *m, action_id action)
{
    if (!action_exists(m, action) || !action_stands_alone(m, action))
        return false;
    uint8_t state = m->actions[action].state;
    return state == ACTION_PROPOSED || state == ACTION_ADOPTED || state == ACTION_PARKED;
}

bool action_waits(const struct model *m, action_id action)
{
    return action_exists(m, action) && action_stands_alone(m, action) &&
           m->actions[action].state == ACTION_WAITING;
}

bool action_same_owner(const struct action_content *a, const struct action_content *b)
{
    return a->owner == b->owner && a->owner_seat == b->owner_seat &&
           a->owner_school == b->owner_school && strcmp(a->owner_name, b->owner_name) == 0;
}

bool action_is_owner(const struct model *m, const struct action_content *content, seat_id seat)
{
    if (content->owner == OWNER_SEAT)
        return content->owner_seat == seat;
    return content->owner == OWNER_SCHOOL && audience_school(m, seat) == content->owner_school;
}

bool action_has_support(const struct model *m, action_id action, seat_id seat)
{
    return m->supports[action].seats[seat / 8] >> seat % 8 & 1;
}
