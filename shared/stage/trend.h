#ifndef PLENARY_STAGE_TREND_H
#define PLENARY_STAGE_TREND_H

/* One figure over time as a picture: the same for the room, the one-to-one talk and a participant's
 * laptop. Time runs to the right, in proportion but for reviews too close together to be told
 * apart, and ratings from 1 to 10 upwards. Earlier reviews are small dark discs, this one is a
 * larger one in the accent's colour, and where we want to be is an open ring at the end of a dashed
 * line; each with its figure, and days under it as far as there is room. Nothing moves. */

#include "model/history.h"
#include "ui/draw.h"

enum trend_size {
    TREND_LARGE,  /* by itself on the projector: figures 36, bands named at the left */
    TREND_SMALL,  /* one of many there: 24 */
    TREND_BESIDE, /* beside a scale: a line by itself, without figures, for text that has them */
};

/* Draws it within the box. Averages are told with their tenth, a school's ratings whole. Nothing
 * where the line has no points. */
void trend_draw(struct draw_list *list, double x, double y, double w, double h,
                enum trend_size size, const struct history_line *line, bool averages);

/* What its three marks mean, in a row of 24 that begins at x; returns where it ends. */
double trend_draw_key(struct draw_list *list, double x, double y, double gap);

#endif
