#ifndef PLENARY_MODEL_ROUNDS_H
#define PLENARY_MODEL_ROUNDS_H

/* Rounds of unsigned answers: the icebreaker's questions, readings of a condition when rating
 * together, the objectives of the evaluation. A subject is asked (open), shown, or put away (none).
 * While it is open everybody has one slip to it and may change it; once it is shown nobody is known
 * to have given any. Objectives are asked all at once: their rounds go by subject 1 alone. */

#include "model/live.h"
#include "model/model.h"

/* The subject that the round of this one goes by. */
uint8_t rounds_key(enum slip_kind kind, uint8_t subject);

/* There is such a question, condition or (at most OBJECTIVES_MAX) objective. */
bool rounds_has_subject(const struct model *model, enum slip_kind kind, uint8_t subject);

/* The highest value an answer can have; the lowest is 1. */
uint8_t rounds_value_most(enum slip_kind kind);

/* How far that subject is. It must be one there is. */
enum round_state rounds_state(const struct model *model, enum slip_kind kind, uint8_t subject);

/* The seat's own slip to that subject, taken back or not, as long as its author is known; 0: none.
 */
uint16_t rounds_own(const struct model *model, seat_id seat, enum slip_kind kind, uint8_t subject);

/* The seat has given an answer (to any objective) that is not taken back. */
bool rounds_has_answered(const struct model *model, seat_id seat, enum slip_kind kind,
                         uint8_t subject);

/* Participants answer: seats of schools and of the room code, as long as they are not removed. */
bool rounds_is_asked(const struct model *model, seat_id seat);

#endif
