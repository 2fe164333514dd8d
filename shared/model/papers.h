#ifndef PLENARY_MODEL_PAPERS_H
#define PLENARY_MODEL_PAPERS_H

/* Papers of votes: where to find them and what they come to. Each seat's own hang on it as a list,
 * newest first (struct seat: own_paper), those typed in from paper on the kiosk's seat, so that
 * nobody's paper has to be looked for among all; a school's stands in its ballot's table.
 *
 * A paper keeps its place whether or not its marks are there: opened from a copy of a file, which
 * is without the secrets, a secret vote has papers that say who took part and nothing else. Those
 * do not count. */

#include "model/model.h"

/* The paper of a seat's slot in a vote by person; 0: none. */
uint16_t paper_of_seat(const struct model *m, ballot_id ballot, seat_id seat, uint16_t slot);

/* The paper typed in with that number in a vote by person (0: the newest one there is); 0: none. */
uint16_t paper_by_hand(const struct model *m, ballot_id ballot, uint16_t slot);

/* A paper in a vote by school that the seat cast for another one, and that counts; 0: none. */
uint16_t paper_elsewhere(const struct model *m, ballot_id ballot, seat_id seat, school_id school);

/* The paper that an event of that seat is about: its school's, one typed in, or one of the seat's
 * own. 0: none yet. */
uint16_t paper_meant(const struct model *m, seat_id seat, const struct paper_change *change);

/* One of the seat's people beyond that many has voted where it is not revealed yet. */
bool paper_is_beyond(const struct model *m, seat_id seat, uint8_t people);

/* The lowest place that is free; 0: none is. */
uint16_t paper_place(const struct model *m);

/* It can be counted: its marks are there. */
bool paper_counts(const struct model *m, uint16_t paper);

/* Counts a vote's papers. */
void paper_tally(struct ballot_tally *out, const struct model *m, ballot_id ballot);

#endif
