#ifndef PLENARY_MODEL_HISTORY_H
#define PLENARY_MODEL_HISTORY_H

/* What a room says of earlier reviews, put together for screens and reports: which there are, what
 * a figure was before, and lines over time with the target at their end. It shows what the room
 * holds, which is what its audience was given: without names a school has no past here, and a
 * condition has one from five ratings on. */

#include "model/room.h"

/* The newest of the earlier reviews by day; 0: there is none. */
review_id history_latest(const struct room *room);

/* Fills `order` with the earlier reviews, the oldest first. Returns how many. */
uint8_t history_order(const struct room *room, review_id order[REVIEWS_MAX]);

/* A figure over time, in tenths: the earlier reviews that say something, then this one where it
 * does (`now`). The target is this review's: an average for a condition; 0: not said. */
struct history_point {
    uint32_t day; /* base/day.h */
    uint16_t tenths;
};

struct history_line {
    uint8_t count;
    bool now; /* the last point is this review's */
    struct history_point points[REVIEWS_MAX + 1];
    uint16_t target;
};

/* Of a condition's average over the cluster; of one school's rating. */
void history_of_condition(struct history_line *line, const struct room *room,
                          condition_id condition);
void history_of_school(struct history_line *line, const struct room *room, condition_id condition,
                       school_id school);

#endif
