#ifndef PLENARY_STAGE_STAGE_H
#define PLENARY_STAGE_STAGE_H

/* What the room sees on the projector: one function for each kind of stage (STAGE_LIST), from a
 * room to a draw list, pure. A stage knows nothing but the frame: the same frame, the same picture.
 * The room is the one projected to AUDIENCE_PROJECTOR, so what must not be seen is not in it. There
 * are no totals of a school here, and schools stand in alphabetical order only.
 *
 * Everything is laid out for a picture 1080 high and 1440 wide or more (ui/layout.h), and for the
 * fewer units that the view's larger text leaves. What does not fit is paged, whole rows, columns
 * and notes at a time; totals and averages always cover all. */

#include "model/room.h"
#include "ui/draw.h"

struct stage_motion;

struct stage_frame {
    const struct room *room;
    struct layout layout;               /* of the window, text as large as designed */
    const struct type_metrics *metrics; /* of the letters; NULL: the fixed ones */
    int64_t now_ms;                     /* of the clock that the room's timer ends by */
    int clock;                          /* local time of day, minutes after midnight */
    uint32_t today;                     /* as base/day.h numbers days; 0: not known */
    int page;                           /* from 0; one too high shows the last */
    bool reduced_motion;
    const struct stage_motion *motion; /* stage/motion.h; NULL: nothing moves */
};

/* Draws the stage the room is at, and over it the mark of a training. The list has been begun with
 * the frame's layout. */
void stage_draw(struct draw_list *list, const struct stage_frame *frame);

/* How many pages that stage has, at least 1. */
int stage_pages(const struct stage_frame *frame);

/* The page on which the condition that is being spoken of stands, with the columns of the frame's
 * page; the frame's own page on a stage without rows, or when no condition is. */
int stage_focus_page(const struct stage_frame *frame);

/* The actions that the room may see, in the order in which their stage shows them; how many. */
int stage_actions_order(action_id to[ACTIONS_MAX], const struct room *room);

#endif
