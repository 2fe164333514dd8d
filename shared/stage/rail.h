#ifndef PLENARY_STAGE_RAIL_H
#define PLENARY_STAGE_RAIL_H

/* The agenda along the foot of a stage: what is done, where we are, what comes, and the time. Where
 * there is room every item is named; else this one and the next are, and the rest are marks; and
 * where even those are too many, the ones around the current item stay and the line runs on to
 * where the others are. */

#include "stage/stage.h"

/* Top of the rail, design units: the spare height of a tall picture stands above it. */
double rail_top(const struct stage_frame *frame);

void rail_draw(struct draw_list *list, const struct stage_frame *frame);

#endif
