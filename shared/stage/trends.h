#ifndef PLENARY_STAGE_TRENDS_H
#define PLENARY_STAGE_TRENDS_H

/* The grid as lines over time: of the condition that is being spoken of, large; or of all of them,
 * a small picture each, in the order of the grid's rows. Lines are of conditions' averages alone: a
 * school's own are for its own people, and are not here. */

#include "stage/stage.h"

int trends_pages(const struct stage_frame *frame);
void trends_draw(struct draw_list *list, const struct stage_frame *frame);

#endif
