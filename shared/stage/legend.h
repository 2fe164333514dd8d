#ifndef PLENARY_STAGE_LEGEND_H
#define PLENARY_STAGE_LEGEND_H

/* The key under a grid: what the bands are and how a rating stands. */

#include "stage/stage.h"

/* With names, bands and states and what averages count; without, bands and why there are none. */
void legend_draw(struct draw_list *list, const struct stage_frame *frame);

#endif
