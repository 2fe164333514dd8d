#ifndef PLENARY_TESTS_ROOMS_BOARDS_H
#define PLENARY_TESTS_ROOMS_BOARDS_H

/* Boards for rooms (rooms.h): one that the last agenda item is about, with as many notes as wanted,
 * and a second that is open all day, for questions parked. */

#include "rooms/rooms.h"

/* Adds them, after seats: with seats, the notes are those people's. */
void rooms_boards(struct model *model, const struct rooms_board *spec);

#endif
