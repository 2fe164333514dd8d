#ifndef PLENARY_TESTS_ROOMS_TRAINING_H
#define PLENARY_TESTS_ROOMS_TRAINING_H

/* Trainings for tests of screens. */

#include "model/model.h"

/* Any workshop becomes a training as it stands, which in a real one nothing does: so every
 * situation there is can be looked at as one. With so many roles, one a school and then from the
 * first again, and difficult moments where there are roles; long: every text as long as it may be.
 */
void rooms_training(struct model *model, int roles, bool is_long);

/* A seat plays a character from now on, as a person or a script. */
void rooms_play(struct model *model, character_id character, seat_id seat, bool scripted);

#endif
