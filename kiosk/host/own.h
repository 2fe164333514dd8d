#ifndef PLENARY_HOST_OWN_H
#define PLENARY_HOST_OWN_H

/* What one seat alone may see (itself, its own notes and answers) and its client has been sent: a
 * key and a digest of the body for each item, so that thousands of seats cost little memory and
 * nothing is sent again that has not changed. The items themselves are projected anew when they
 * may have changed. 16 bytes an item; nearly everybody has fewer than fifty. */

#include "model/project.h"
#include "wire/wire.h"

struct own_entry;

/* Zero is somebody who has been sent nothing yet. */
struct own {
    bool due; /* something of it may have changed */
    uint16_t count, capacity;
    struct own_entry *entries; /* in the order in which the projection gives them */
};

/* Forgets and frees; what is left is zero. */
void own_release(struct own *own);

/* Adds to the letter what of the seat's items is new, changed or gone. True when that was all;
 * false when the letter is full, or memory is short: call again. */
bool own_write(struct own *own, const struct model *model, const struct live *live, seat_id seat,
               struct letter *letter);

#endif
