#ifndef PLENARY_STAGE_PLANNED_H
#define PLENARY_STAGE_PLANNED_H

/* Within stage/ only: the actions before the room, in order. First come those of an earlier
 * workshop, by date; then what we will do: what helps a priority before the rest, in each the
 * agreed ones by date, then the proposed ones by how many are for them; at the very end, for
 * whoever turns so far, what is parked. Actions merged into others are counted with those. */

#include "stage/stages.h"

enum planned_part { PLANNED_EARLIER, PLANNED_WILL, PLANNED_PARKED, PLANNED_PARTS };

struct planned {
    struct draw_list *list; /* NULL: it is only measured */
    const struct stage_frame *frame;
    const struct room *room;
    const struct type_metrics *metrics;
    double u;
    int count[PLANNED_PARTS];
    action_id of[PLANNED_PARTS][ACTIONS_MAX];
    uint16_t alike[ACTIONS_MAX + 1]; /* merged into each */
};

/* The mark of how an action stands and its word, in the middle of a row; and how wide they are. */
void planned_status_draw(const struct planned *p, const struct action_item *action, double x,
                         double middle);
double planned_status_width(const struct planned *p, const struct action_item *action);

/* The priorities over what we will do; their height, 0 where there are none. */
void planned_strip_draw(const struct planned *p, double y);
double planned_strip_height(const struct planned *p);

/* One action brought up large. */
void planned_large_draw(const struct planned *p, action_id action, double top);

#endif
