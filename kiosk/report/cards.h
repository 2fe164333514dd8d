#ifndef PLENARY_REPORT_CARDS_H
#define PLENARY_REPORT_CARDS_H

/* Table cards: for each school one with its name, its join code as letters and, as a picture to
 * scan, the whole invitation (link/invite.h). A4 upright, eight to a page, to be cut along the
 * lines; in alphabetical order. Codes are as good as a key while the workshop is open, so the file
 * is its writer's alone to read, and of a closed workshop there are no cards.
 *
 * In a training with roles the cards are the roles' instead, four to a page: who one is, what one
 * wants and what one will not say aloud, and the way in with the school's code, or the room's. They
 * are for the facilitator to hand out, each to one person. */

#include "base/error.h"
#include "model/room.h"

/* Where the kiosk will be reached, "192.168.4.20" or with a port, as the cards tell it; NULL or
 * empty: it is not known, and the client looks for it. `room` is the facilitator's; `now_ms` gives
 * the day on which the cards were made. Replaces a file at `path`, but only by a whole new one.
 * ERROR_ABSENT: the workshop is closed, or no school has a code; ERROR_FORMAT: the address cannot
 * be one; ERROR_IO, FULL, MEMORY. `trouble` says it. */
CHECKED enum error report_cards(const char *path, const struct room *room, const char *address,
                                int64_t now_ms, struct trouble *trouble);

/* How many cards there are to make: schools that have a code, or the roles. */
unsigned report_card_count(const struct room *room);

/* Whether they are those of a training's roles. */
bool report_cards_are_roles(const struct room *room);

#endif
