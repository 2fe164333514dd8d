#ifndef PLENARY_MODEL_UNDO_H
#define PLENARY_MODEL_UNDO_H

/* Facilitators' steps, so that they can be taken back. A step is an event of UNDOABLE_LIST that a
 * facilitator asked for; it keeps what it changed as it was before and after. Taking it back puts
 * the one thing back and nothing else, and only while that thing is as the step left it, so that
 * nobody else's work is undone with it. Steps go back newest first; UNDO_MAX are kept.
 *
 * Who wrote what is never brought back, and numbers of revisions only rise: a command that was
 * meant for an earlier sight of the thing is refused as ever. */

#include "model/model.h"

/* The step that would be taken back next, or (again) done again; NULL: none. Borrowed. */
const struct undo_step *undo_next(const struct model *m, bool again);

/* What kind of thing a step changed; which one, say its `a` and `b`. */
enum undo_thing undo_thing(const struct undo_step *step);

/* True when that step is the next and its thing is as it must be. */
bool undo_fits(const struct model *m, uint32_t serial, bool again);

/* Around applying an event: notes the step if it is one. Gives the step back for undo_keep; NULL
 * when it is none. */
struct undo_step *undo_note(struct model *m, const struct event *e);
void undo_keep(const struct model *m, struct undo_step *step);

#endif
