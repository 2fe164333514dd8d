#ifndef PLENARY_PHRASE_PAST_H
#define PLENARY_PHRASE_PAST_H

/* What earlier reviews said, in words: how a figure has changed, and what a school said of a
 * condition then. The same on the projector, on laptops and on paper. A rating is a whole number
 * from 1 to 10, an average is given in tenths; 0 is not said. A minus is the sign of that name. */

#include "model/room.h"

enum { PHRASE_CHANGE_SIZE = 16, PHRASE_WAS_SIZE = 64, PHRASE_PAST_SIZE = 192 };

/* "+2", "−1", "="; "+0.7", "−0.2", "=". Empty where one of the two is not said. */
void phrase_rating_change(char to[PHRASE_CHANGE_SIZE], unsigned then, unsigned now);
void phrase_average_change(char to[PHRASE_CHANGE_SIZE], unsigned then, unsigned now);

/* "was 3". Empty where nothing was said. */
void phrase_rating_then(char to[PHRASE_WAS_SIZE], unsigned then);

/* "was 3, +2", "was 5, same"; "was 3" where nothing is said now. */
void phrase_rating_was(char to[PHRASE_WAS_SIZE], unsigned then, unsigned now);

/* "12 May 2009: 3 → goal 6": what a school said of a condition in an earlier review. Empty where it
 * said nothing, or the room does not hold it. */
void phrase_past(char to[PHRASE_PAST_SIZE], const struct room *room, review_id review,
                 condition_id condition, school_id school);

/* The newest earlier review in which the school said something of the condition; 0: none. */
review_id phrase_past_newest(const struct room *room, condition_id condition, school_id school);

#endif
