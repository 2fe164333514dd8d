#ifndef PLENARY_SESSION_KEEP_H
#define PLENARY_SESSION_KEEP_H

/* Seats kept on this laptop, one file a workshop: seat-<workshop id in hex>.token in the state
 * folder, readable by its owner alone (0600, the folder 0700). A file is written beside its place,
 * brought to the disk and renamed, so that there is always a whole one. It holds lines of text:
 *
 *   plenary-seat 1
 *   workshop <32 hex digits>
 *   host <as it was typed>
 *   port <number>
 *   token <80 hex digits: public id, secret>
 *   code <64 hex digits: hash of the code that was typed, or zeros>
 *
 * The newest file is the seat last used. The code's hash only tells whether the same code was typed
 * again; the token beside it is worth far more than the code. */

#include "base/error.h"
#include "link/admission.h"
#include "session/session.h"

#include <time.h>

struct session_kept {
    uint8_t workshop_id[LINK_WORKSHOP_ID];
    char host[SESSION_HOST_SIZE];
    uint16_t port;
    struct link_token token;
    uint8_t code[SECRET_SIZE]; /* session_keep_hash(); zeros: none */
};

/* Hash of a whole code, different in every workshop. */
void session_keep_hash(uint8_t hash[SECRET_SIZE], const uint8_t workshop_id[LINK_WORKSHOP_ID],
                       const char code[LINK_CODE_SIZE]);

/* Keeps a seat in place of the one of the same workshop; makes the folder. ERROR_IO or ERROR_FULL,
 * with trouble. */
CHECKED enum error session_keep(const char *folder, const struct session_kept *kept,
                                struct trouble *t);

/* Finds the seat last used at that host and port (NULL: anywhere) and, when a code is given, taken
 * with it. ERROR_ABSENT when there is none. Files that cannot be read as above are passed over;
 * `t` then names one of them, even when a seat is found. */
CHECKED enum error session_keep_find(struct session_kept *out, const char *folder, const char *host,
                                     uint16_t port, const char *code, struct trouble *t);

/* Throws away what has not been used since that time (of the system's clock), and the folder with
 * the last of it. */
void session_keep_clear(const char *folder, time_t unused_since);

/* Throws away the seat of a workshop: it has been given up. */
void session_keep_forget(const char *folder, const uint8_t workshop_id[LINK_WORKSHOP_ID]);

#endif
