#ifndef PLENARY_STAGE_MOTION_H
#define PLENARY_STAGE_MOTION_H

/* What has just changed in the grid, remembered by whoever shows it, so that drawing stays pure: a
 * rating that was proposed and is now agreed fills in 240 ms and keeps an accent ring for 1200 ms
 * more. A rating agreed while the names were off, or before anything was shown, does not move: with
 * the names' return the whole grid would flash. */

#include "model/room.h"

enum { MOTION_FILL_MS = 240, MOTION_RING_MS = 1200 };

/* A zeroed one is a good first one. */
struct stage_motion {
    bool seen;        /* a named room has been seen: `state` means something */
    uint64_t changes; /* of the room last seen */
    int64_t last_ms;  /* when a cell last changed; 0: never */
    uint8_t state[CONDITIONS_MAX + 1][SCHOOLS_MAX + 1];
    int64_t since_ms[CONDITIONS_MAX + 1][SCHOOLS_MAX + 1]; /* when it was agreed; 0: still */
};

/* Compares the room with the one last seen. */
void motion_update(struct stage_motion *motion, const struct room *room, int64_t now_ms);

/* True while something moves, so that frames are needed. */
bool motion_moving(const struct stage_motion *motion, int64_t now_ms);

struct motion_cell {
    bool filling;
    bool ring;
    int percent; /* of the fill there is while filling, 0 to 99, easing out; else 100 */
};

/* One cell; `motion` may be NULL. */
struct motion_cell motion_of(const struct stage_motion *motion, condition_id condition,
                             school_id school, int64_t now_ms);

#endif
