#ifndef PLENARY_PRESENTER_GATHERING_PARTS_H
#define PLENARY_PRESENTER_GATHERING_PARTS_H

/* Within presenter/ only: what the files of gathering have of one another. */

#include "presenter/gathering.h"

/* gathering.c: lets go of a thing. */
void gathering_take_out(struct gathering *g, int thing);

/* gathering_tell.c: writes what will be there, and what is to be known of it. */
void gathering_tell(struct gathering *g, const struct gathering_ground *ground);

/* What is in a workshop file, in the thing's own line. */
void gathering_tell_workshop(struct basket_thing *thing, const struct model *model, uint32_t today);

/* gathering_read.c: whether a thing's actions are wanted; whether it is a review to compare with.
 */
bool gathering_wants_actions(const struct basket_thing *thing);
bool gathering_wants_review(const struct basket_thing *thing);

#endif
