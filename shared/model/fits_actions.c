#include "model/fitting.h"

#include "base/day.h"
#include "model/actions.h"

static bool source_fits(const struct model *m, const struct action_content *c)
{
    switch ((enum source_kind)c->source) {
    case SOURCE_NONE:
        return true;
    case SOURCE_NOTE:
        return c->source_a >= 1 && c->source_a <= m->note_count;
    case SOURCE_FINDING:
        return c->source_a < FINDING_COUNT && c->source_b >= 1 && c->source_b <= CONDITIONS_MAX;
    case SOURCE_IDEA:
        return model_has_condition(m, c->source_a);
    case SOURCE_COUNT:
        break;
    }
    return false;
}

/* An owner may have left since. */
static bool owner_fits(const struct model *m, const struct action_content *c)
{
    return c->owner < OWNER_COUNT && c->owner_seat <= m->seat_count &&
           (c->owner == OWNER_SEAT) == (c->owner_seat > 0) &&
           (c->owner == OWNER_SCHOOL) == (c->owner_school > 0) &&
           (!c->owner_school || model_has_school(m, c->owner_school));
}

static bool content_fits(const struct model *m, const struct action_content *c, uint8_t state)
{
    bool own = state == ACTION_OWN;
    return (model_has_condition(m, c->condition) || (!own && !c->condition)) &&
           (model_has_school(m, c->school) || (!own && !c->school)) &&
           c->level < ACTION_LEVEL_COUNT && c->months <= MONTHS_MAX && c->due <= DAY_LAST &&
           owner_fits(m, c) && source_fits(m, c);
}

bool action_added_fits(const struct model *m, const struct event *e)
{
    const struct action_change *c = &e->change.action;
    return c->action == m->action_count + 1 && m->action_count < ACTIONS_MAX &&
           c->state < ACTION_STATE_COUNT && c->progress < PROGRESS_COUNT && c->revision == 1 &&
           content_fits(m, &c->content, c->state);
}

bool action_changed_fits(const struct model *m, const struct event *e)
{
    const struct action_change *c = &e->change.action;
    return action_exists(m, c->action) && c->revision == m->actions[c->action].revision + 1 &&
           content_fits(m, &c->content, m->actions[c->action].state);
}

/* One of its kind that is there. */
bool action_fits(const struct model *m, const struct event *e)
{
    return action_exists(m, e->change.action.action);
}

bool action_set_fits(const struct model *m, const struct event *e)
{
    uint8_t state = e->change.action.state;
    return action_fits(m, e) && state != ACTION_OWN && state < ACTION_STATE_COUNT &&
           m->actions[e->change.action.action].state != ACTION_OWN;
}

bool action_merged_fits(const struct model *m, const struct event *e)
{
    const struct action_change *c = &e->change.action;
    return action_fits(m, e) &&
           (!c->other || (action_exists(m, c->other) && action_root(m, c->other) != c->action));
}

bool action_progressed_fits(const struct model *m, const struct event *e)
{
    return action_fits(m, e) && e->change.action.progress < PROGRESS_COUNT;
}
