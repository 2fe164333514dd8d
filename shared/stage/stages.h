#ifndef PLENARY_STAGE_STAGES_H
#define PLENARY_STAGE_STAGES_H

/* Within stage/ only: the rows of the stage table, and what they share. */

#include "stage/stage.h"

void stage_lobby_draw(struct draw_list *list, const struct stage_frame *frame);
int stage_lobby_pages(const struct stage_frame *frame);
void stage_briefing_draw(struct draw_list *list, const struct stage_frame *frame);
int stage_briefing_pages(const struct stage_frame *frame);
void stage_grid_draw(struct draw_list *list, const struct stage_frame *frame);
int stage_grid_pages(const struct stage_frame *frame);
int stage_grid_focus_page(const struct stage_frame *frame);

/* The page to show: the frame's, within 0 to pages - 1. */
int stage_page(const struct stage_frame *frame, int pages);

/* How many pages `count` things need at most `most` each, at least 1; and how many stand on each,
 * so that pages are equally full. */
int stage_pages_of(int count, int most);
int stage_per_page(int count, int most);

#endif
