#ifndef PLENARY_STAGE_CLOCK_H
#define PLENARY_STAGE_CLOCK_H

/* Times as the room reads them: the time of day on a 24-hour clock, and how a part stands. Minutes
 * of a part are not turned into hours: "75:00" is left of an hour and a quarter. */

#include "model/room.h"

enum { CLOCK_TEXT_SIZE = 16 };

/* "09:37" of minutes after midnight; a day has 1440, more begin again at 0. */
void clock_of_day(char to[CLOCK_TEXT_SIZE], int minutes);

/* How the current part stands. */
struct clock_left {
    bool shown; /* the part has a timer */
    bool paused;
    bool over;
    bool longer;                /* more is left than was planned */
    bool last_minutes;          /* two or fewer are left */
    double fraction;            /* of the planned length still left, 0 to 1 */
    char text[CLOCK_TEXT_SIZE]; /* "32:40" rounded up to the second, or "+02:10" when over */
};

struct clock_left clock_left(const struct timer_item *timer, int64_t now_ms);

/* The same as the room is shown it: no timer where the workshop hides them. */
struct clock_left clock_shown(const struct room *room, int64_t now_ms);

#endif
