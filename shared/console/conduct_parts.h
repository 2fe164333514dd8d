#ifndef PLENARY_CONSOLE_CONDUCT_PARTS_H
#define PLENARY_CONSOLE_CONDUCT_PARTS_H

/* Within console/ only: what the strip and the view of conducting share. */

#include "console/parts.h"

/* There is somebody whom a script or a person can play. */
bool conduct_has_players(const struct room *room);

void conduct_ask(struct console *console, enum conduct what, unsigned value);

#endif
