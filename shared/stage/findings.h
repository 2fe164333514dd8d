#ifndef PLENARY_STAGE_FINDINGS_H
#define PLENARY_STAGE_FINDINGS_H

/* Within stage/: what the pages of the findings share. First the two lists of conditions, what goes
 * well and what needs effort, and beside them who could help whom, over as many pages as they take;
 * then every other finding as a card with its sentence and its numbers. One can be brought up
 * large. A list of all findings is some 180 KB and is made anew for each frame on the stack of
 * whoever draws. */

#include "model/findings.h"
#include "stage/stage.h"

struct findings {
    const struct stage_frame *frame;
    const struct room *room;
    unsigned count; /* of those that are shown */
    struct room_finding told[ROOM_FINDINGS_MAX];
};

/* What the room may see: the hidden ones left out. */
void findings_read(struct findings *f, const struct stage_frame *frame);

/* The average of a condition in a cell: solid when nothing in it is open any more. */
void findings_average(struct draw_list *list, const struct room *room, condition_id condition,
                      double x, double y, double w, double h);

/* The panel of who could help whom: its `page` of how many. Drawn when `list` is not NULL. Returns
 * the pages; 0 when there is nothing to show. */
int findings_help(struct draw_list *list, const struct findings *f, double x, double y, double w,
                  double h, int page);

/* The other findings as cards: a page of them, and how many pages there are. */
int findings_card_pages(const struct findings *f);
void findings_cards(struct draw_list *list, const struct findings *f, int page);

/* The finding that the view brings up large; NULL when it brings up none that is shown. */
const struct room_finding *findings_large(const struct findings *f);
void findings_draw_large(struct draw_list *list, const struct findings *f,
                         const struct room_finding *one);

/* A text in the largest of the types, ending with { 0 }, in which it stands whole within so wide
 * and high a box, else cut in the last. Returns the height it takes. */
double findings_text(struct draw_list *list, double x, double y, double w, double h,
                     const struct type types[], paint p, const char *text);

/* Nothing is there yet: two sentences in a frame; and the same from y on. */
void findings_nothing(struct draw_list *list, const struct stage_frame *frame, const char *says,
                      const char *more);
void findings_nothing_at(struct draw_list *list, const struct stage_frame *frame, double y,
                         const char *says, const char *more);

#endif
