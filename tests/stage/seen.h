#ifndef PLENARY_TESTS_STAGE_SEEN_H
#define PLENARY_TESTS_STAGE_SEEN_H

/* A stage as tests look at it: drawn with the fixed metrics, and what then stands in the picture.
 */

#include "stage/stage.h"

/* The sizes of picture that goldens are kept of. */
enum { SEEN_SIZES = 3 };
extern const struct seen_size {
    int width, height;
} seen_sizes[SEEN_SIZES];

/* A page of that room's stage at `clock` minutes of the day; a test then changes the frame. */
struct stage_frame seen_frame(const struct room *room, struct seen_size size, int clock, int page);

/* Draws the frame's stage into `list`, and asserts that all of it fitted. */
void seen_draw(struct draw_list *list, const struct stage_frame *frame);

/* The text of a command, "" for a shape; borrowed. */
const char *seen_text(const struct draw_list *list, uint32_t command);

/* How often that text stands in the picture, whole. */
int seen_count(const struct draw_list *list, const char *text);

/* True when that text stands in the picture, by itself or within another. */
bool seen_within(const struct draw_list *list, const char *text);

/* What holds for every stage: everything lies within the picture (the focus row alone may pass the
 * margin). */
void assert_inside(const struct draw_list *list);

#endif
