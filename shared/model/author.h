#ifndef PLENARY_MODEL_AUTHOR_H
#define PLENARY_MODEL_AUTHOR_H

/* Who gave what is unsigned. The event of a new note or slip names nobody; its author travels as
 * its secret, so that people can change their own and a retry is known, until the secret is wiped:
 * for notes when their board closes, for slips when their counts are shown. While authors are
 * known, each seat's own hang on it as a list, newest first (struct seat: own_note, own_slip). */

#include "model/model.h"

enum { AUTHOR_SIZE = 6 }; /* bytes of the secret: seat and command, lowest first */

struct secret author_to_secret(struct author author);
/* Seat 0 when the secret is none or wiped. */
struct author author_from_secret(const struct secret *secret);

/* True when the author's seat is still on the laptop that it was given from. One that has moved may
 * be somebody else's now, who is not to learn by it who wrote what. */
bool author_is_here(struct author author);

/* True when the event of something new may be applied: it has a known author, or none. */
bool author_fits(const struct model *m, const struct secret *secret);

/* A note or slip of the seat that is still known was created by that command. */
bool author_has_command(const struct model *m, seat_id seat, uint32_t command);
/* The highest of those commands; 0 when there is none. */
uint32_t author_last_command(const struct model *m, seat_id seat);

#endif
