#include "model/deciding.h"

#include "model/actions.h"
#include "model/ballots.h"
#include "model/undo.h"

#include <stddef.h>

/* The facilitators' steps taken back and done again, newest first. Who asks names the step they
 * saw, so that two asking at once take back one step and not two. */

static enum refusal decide_step(struct deciding *d, bool again, enum event_kind kind)
{
    uint32_t serial = d->command->change.undo.serial;
    const struct undo_step *step = undo_next(d->model, again);
    if (!step)
        return REFUSAL_NO_STEP;
    if (undo_thing(step) == UNDO_ACTION && ballot_holds_action(d->model, step->a))
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
