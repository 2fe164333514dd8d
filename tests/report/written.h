#ifndef PLENARY_TESTS_REPORT_WRITTEN_H
#define PLENARY_TESTS_REPORT_WRITTEN_H

/* Rooms as a whole day leaves them (rooms/rooms.h), portrayed for whoever reads what is written:
 * with votes, a plan, boards, findings answered, an evaluation and earlier reviews. 22 November
 * 2026. Everything is asserted. */

#include "model/project.h"
#include "rooms/rooms.h"

struct written_spec {
    int schools;
    enum rooms_ratings ratings;
    bool consented; /* all schools, for all that is written */
    bool long_names;
    bool foreign; /* names and actions in other scripts */
    bool full;    /* votes, plan, boards and all the rest; else ratings alone */
    int reviews;  /* earlier ones, a year apart; up to 3 */
};

extern const int64_t written_ms;

/* Of a full day, for the facilitator and the school alone: why school 1 rates itself as it does,
 * and what it settled in its 1-to-1; for the facilitator alone who sat there. */
extern const char *const written_why, *const written_own_action, *const written_person;

/* Released by the caller with room_destroy. */
struct room *written_room(const struct written_spec *spec, enum audience_kind reader,
                          school_id school);

#endif
