#ifndef PLENARY_CONSOLE_PLAN_H
#define PLENARY_CONSOLE_PLAN_H

/* How the session stands against its plan: when the current item will end as things are, beside
 * when it should. Minutes, to the nearest below; a clock that shows minutes can tell no more. A
 * pause that was planned between two items swallows delay before anything counts as late, and being
 * early counts only where the next item could begin at once. Four hours from the plan it is not
 * this plan that is gone by: nothing is said. */

#include "model/room.h"

struct plan {
    bool known; /* the current item has a planned time */
    int behind; /* minutes; below zero: ahead; 0: on time, a minute either way */
    int ends;   /* of the whole, as things are: minutes after midnight; 0: not planned */
};

/* `clock` is the local time of day in minutes; `now_ms` is of the clock that the timer ends by. */
struct plan plan_of(const struct room *room, int clock, int64_t now_ms);

#endif
