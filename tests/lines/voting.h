#ifndef PLENARY_TESTS_LINES_VOTING_H
#define PLENARY_TESTS_LINES_VOTING_H

/* The room of review.h with one open vote of each method, and one by school. */

#include "model/room.h"

enum { DOTS = 1, APPROVAL = 2, RANKING = 3, SCORES = 4, SCHOOLS = 5 };

/* To be destroyed; seen by the facilitator, or by somebody of a school. */
struct room *voting_room(bool facilitator);

/* Reveals one: 12 papers, by which the first two of three options are even. */
void voting_reveal(struct room *room, ballot_id ballot);

#endif
