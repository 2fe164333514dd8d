#ifndef PLENARY_TESTS_STAGE_TELLINGS_H
#define PLENARY_TESTS_STAGE_TELLINGS_H

/* Rooms that look at the findings, at the local authority's answers, or rate together: made of a
 * room of tests/rooms, as the projector would be given it, and at a step of their own. */

#include "rooms/rooms.h"

struct telling {
    enum stage_kind stage;     /* findings, response or together */
    struct rooms_spec room;    /* schools, ratings, names; place and time are set */
    bool worked;               /* some worded, some put to the LA and answered, one added */
    uint8_t large_kind, large; /* a finding brought up */
    enum round_state state;    /* together: of condition 3 */
    uint16_t answered, asked;
    const uint16_t *values; /* together, shown: 11 of them; NULL: too few to show */
};

void telling_make(struct room *room, const struct telling *telling);

#endif
