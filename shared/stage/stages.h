#ifndef PLENARY_STAGE_STAGES_H
#define PLENARY_STAGE_STAGES_H

/* Within stage/ only: the rows of the stage table, and what they share. The frames that they get
 * have the metrics set and the layout of the text size that the view asks for: content lies between
 * STAGE_TOP and stage_bottom(), and `spare` of the layout may be below zero. */

#include "stage/stage.h"

void stage_lobby_draw(struct draw_list *list, const struct stage_frame *frame);
int stage_lobby_pages(const struct stage_frame *frame);
void stage_briefing_draw(struct draw_list *list, const struct stage_frame *frame);
int stage_briefing_pages(const struct stage_frame *frame);
bool stage_briefing_fits(const struct stage_frame *frame);
void stage_icebreaker_draw(struct draw_list *list, const struct stage_frame *frame);
int stage_icebreaker_pages(const struct stage_frame *frame);
void stage_evaluation_draw(struct draw_list *list, const struct stage_frame *frame);
int stage_evaluation_pages(const struct stage_frame *frame);
bool stage_evaluation_fits(const struct stage_frame *frame);
void stage_findings_draw(struct draw_list *list, const struct stage_frame *frame);
int stage_findings_pages(const struct stage_frame *frame);
void stage_response_draw(struct draw_list *list, const struct stage_frame *frame);
int stage_response_pages(const struct stage_frame *frame);
void stage_together_draw(struct draw_list *list, const struct stage_frame *frame);
int stage_together_pages(const struct stage_frame *frame);
void stage_ballot_draw(struct draw_list *list, const struct stage_frame *frame);
int stage_ballot_pages(const struct stage_frame *frame);
bool stage_ballot_fits(const struct stage_frame *frame);
void stage_actions_draw(struct draw_list *list, const struct stage_frame *frame);
int stage_actions_pages(const struct stage_frame *frame);
bool stage_actions_fits(const struct stage_frame *frame);
void stage_grid_draw(struct draw_list *list, const struct stage_frame *frame);
void stage_board_draw(struct draw_list *list, const struct stage_frame *frame);
int stage_board_pages(const struct stage_frame *frame);
int stage_grid_pages(const struct stage_frame *frame);
int stage_grid_focus_page(const struct stage_frame *frame);

enum { STAGE_TOP = 160, STAGE_BOTTOM = 960 };

/* Where content ends, above the agenda rail. */
double stage_bottom(const struct stage_frame *frame);

/* How far a picture is squeezed by larger text: 0 as designed, 1 at the largest; and a measure that
 * is `roomy` as designed and `tight` at the largest. */
double stage_squeezed(const struct stage_frame *frame, double roomy, double tight);

/* The page to show: the frame's, within 0 to pages - 1. */
int stage_page(const struct stage_frame *frame, int pages);

/* How many pages `count` things need at most `most` each, at least 1; and how many stand on each,
 * so that pages are equally full. */
int stage_pages_of(int count, int most);
int stage_per_page(int count, int most);

#endif
