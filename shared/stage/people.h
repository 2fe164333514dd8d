#ifndef PLENARY_STAGE_PEOPLE_H
#define PLENARY_STAGE_PEOPLE_H

/* People as dots: a ring of those who have answered and those still to answer, and rows of answers.
 * Filled in the order of answering, never in that of seats, so that nobody is picked out. Where
 * there are too many for dots that can be told apart, the numbers beside them stand alone. */

#include "stage/stage.h"
#include "ui/icon.h"

/* So many of `of` people have done something. */
struct people_count {
    int count, of;    /* count up to of */
    const char *says; /* under the figure, borrowed */
    enum token paint; /* of those words */
    int newest;       /* how large the dot of the last one is, percent */
};

/* The ring within a square of `size` about a centre, the figure and its words in the middle. */
void people_ring_of(struct draw_list *list, const struct people_count *people, double centre_x,
                    double centre_y, double size);

/* The same of a round: "17 of 24 have answered". */
void people_ring(struct draw_list *list, const struct stage_frame *frame, enum slip_kind kind,
                 double centre_x, double centre_y, double size);

/* A sentence with an icon before it, centred in so wide a column: what holds of the ring over it.
 */
void people_note(struct draw_list *list, double middle, double y, double w, enum icon icon,
                 const char *says);

/* Answers one after the other in a box: `count[i]` dots of look i (enum seat_state, yes first: the
 * taken, then away, then empty). As large as fits, `most` at the largest; aligned left, in rows
 * from the top. Spread over the whole width where they take one row and `spread` is set. Returns
 * the height used, 0 where they do not fit. */
double people_rows(struct draw_list *list, double x, double y, double w, double h, double most,
                   const int count[3], bool spread);

#endif
