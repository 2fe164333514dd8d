#ifndef PLENARY_SESSION_NOTICES_H
#define PLENARY_SESSION_NOTICES_H

/* The notices waiting to be taken, in order. Its room is fixed; whoever puts asks for room first.
 */

#include "session/session.h"

struct session_notices {
    struct session_notice *ring;
    unsigned size, first, count;
};

CHECKED enum error session_notices_begin(struct session_notices *notices, unsigned size);
void session_notices_end(struct session_notices *notices);
void session_notices_clear(struct session_notices *notices);
unsigned session_notices_free(const struct session_notices *notices);

/* There must be room. */
void session_notices_put(struct session_notices *notices, struct session_notice notice);
bool session_notices_take(struct session_notices *notices, struct session_notice *notice);

#endif
