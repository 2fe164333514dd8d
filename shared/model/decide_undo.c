#include "model/deciding.h"

#include "model/actions.h"
#include "model/ballots.h"
#include "model/undo.h"

#include <stddef.h>

/* The facilitators' steps taken back and done again, newest first. Who asks names the step they
 * saw, so that two asking at once take back one step and not two. */

/* Putting an action back would change an option of a vote under way: the action itself, or one that
 * stands alone only because the other has been removed. */
static bool is_voted_on(const struct model *m, const struct undo_step *step)
{
    bool held = undo_thing(step) == UNDO_ACTION && ballot_holds_action(m, step->a);
    for (action_id i = 1; undo_thing(step) == UNDO_ACTION && i <= m->action_count; i++)
        held = held || (m->actions[i].merged == step->a && ballot_holds_action(m, i));
    return held;
}

static enum refusal decide_step(struct deciding *d, bool again, enum event_kind kind)
{
    uint32_t serial = d->command->change.undo.serial;
    const struct undo_step *step = undo_next(d->model, again);
    if (!step)
        return REFUSAL_NO_STEP;
    if (is_voted_on(d->model, step))
        return REFUSAL_IN_BALLOT;
    if (serial != step->serial || !undo_fits(d->model, serial, again))
        return REFUSAL_CHANGED;
    deciding_add(d, kind, NULL)->change.undo.serial = serial;
    return REFUSAL_NONE;
}

enum refusal decide_undo(struct deciding *d)
{
    return decide_step(d, false, EVENT_UNDONE);
}

enum refusal decide_redo(struct deciding *d)
{
    return decide_step(d, true, EVENT_REDONE);
}
