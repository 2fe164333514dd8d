#ifndef PLENARY_TESTS_TAKEAWAY_HOME_H
#define PLENARY_TESTS_TAKEAWAY_HOME_H

/* The room of a laptop at which somebody speaks for the ninth school, Ingle, of ten, at the close
 * of a workshop with priorities, a plan, notes, actions and two earlier reviews. */

#include "rooms/rooms.h"

enum { HOME_SCHOOL = 9, HOME_OTHER = 2, HOME_TEXT_SIZE = 256 * 1024 };

/* Makes it, names on or off. */
void home_make(struct room *room, bool named);

/* The page as text. */
void home_write(char to[HOME_TEXT_SIZE], const struct room *room, school_id school);

#endif
