#ifndef PLENARY_TESTS_STAGE_SEEN_H
#define PLENARY_TESTS_STAGE_SEEN_H

/* A stage as tests look at it: drawn with the fixed metrics, and what then stands in the picture.
 */

#include "stage/stage.h"

/* Draws the frame's stage into `list`, and asserts that all of it fitted. */
void seen_draw(struct draw_list *list, const struct stage_frame *frame);

/* The text of a command, "" for a shape; borrowed. */
const char *seen_text(const struct draw_list *list, uint32_t command);

/* How often that text stands in the picture, whole. */
int seen_count(const struct draw_list *list, const char *text);

/* What holds for every stage: everything lies within the picture (the focus row alone may pass the
 * margin). */
void assert_inside(const struct draw_list *list);

#endif
