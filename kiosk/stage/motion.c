#include "stage/motion.h"

#include <string.h>

void motion_update(struct stage_motion *motion, const struct room *room, int64_t now_ms)
{
    if (!room->workshop.named) {
        memset(motion, 0, sizeof *motion);
        return;
    }
    if (motion->seen && motion->changes == room->changes)
        return;
    for (condition_id c = 1; c <= CONDITIONS_MAX; c++)
        for (school_id s = 1; s <= SCHOOLS_MAX; s++) {
            uint8_t state = room_cell(room, c, s).state;
            if (motion->seen && motion->state[c][s] == RATING_PROPOSED && state == RATING_AGREED)
                motion->last_ms = motion->since_ms[c][s] = now_ms;
            motion->state[c][s] = state;
        }
    motion->seen = true;
    motion->changes = room->changes;
}

bool motion_moving(const struct stage_motion *motion, int64_t now_ms)
{
    return motion->last_ms && now_ms - motion->last_ms < MOTION_FILL_MS + MOTION_RING_MS;
}

struct motion_cell motion_of(const struct stage_motion *motion, condition_id condition,
                             school_id school, int64_t now_ms)
{
    struct motion_cell cell = {.percent = 100};
    int64_t since = motion ? motion->since_ms[condition][school] : 0;
    int64_t age = now_ms - since;
    if (!since || age < 0 || age >= MOTION_FILL_MS + MOTION_RING_MS)
        return cell;
    cell.ring = true;
    cell.filling = age < MOTION_FILL_MS;
    if (cell.filling) {
        double left = 1 - (double)age / MOTION_FILL_MS;
        cell.percent = (int)(99 * (1 - left * left * left));
    }
    return cell;
}
