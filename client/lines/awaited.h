#ifndef PLENARY_LINES_AWAITED_H
#define PLENARY_LINES_AWAITED_H

/* Lines are read against the room as it is, so that a script may say things one after another: the
 * next line waits until the room shows what the one before was to bring about. */

#include "model/command.h"
#include "model/room.h"

/* True when the room shows it, or it brings about nothing that another line is read against. */
bool lines_room_shows(const struct room *room, const struct command *command);

#endif
