#ifndef PLENARY_LINK_INVITE_H
#define PLENARY_LINK_INVITE_H

/* An invitation as text: a join code, and where the kiosk is, if that is known. It is what a
 * picture on a table card says, and what is pasted from a mail.
 *
 *   plenary:KTRM7XPD
 *   plenary://192.168.4.20:47474/KTRM7XPD
 *
 * Without an address the client looks for the kiosk by itself (beacon.h), without a port it takes
 * the usual one. The address is an IPv4 address or a host's name: letters, digits, dots, hyphens.
 * "plenary" may be in any case, the code as people type it (code.h); white space at the ends is
 * passed over, and anything more is refused: a later version may mean something by it. What is read
 * is only as good as where it came from; admission.h finds out who is at that address. */

#include <stdint.h>

#include "link/code.h"

enum {
    LINK_HOST_SIZE = 254,                   /* the longest name of a host and the final zero */
    LINK_INVITE_SIZE = LINK_HOST_SIZE + 26, /* with "plenary://", ":65535/", a code */
};

struct link_invite {
    char host[LINK_HOST_SIZE]; /* empty: not known */
    uint16_t port;             /* 0: the usual one */
    char code[LINK_CODE_SIZE];
};

/* What is amiss with a text, and the word of words/invite.def that says so. NOT_ONE: it does not
 * begin as an invitation does, and may be something else, like a code by itself. */
#define LINK_INVITE_LIST(X)                                                                        \
    X(NOT_ONE, INVITE_NOT_ONE)                                                                     \
    X(HOST, INVITE_HOST)                                                                           \
    X(PORT, INVITE_PORT)                                                                           \
    X(CODE, INVITE_CODE) /* not whole yet, or with a sign that no code has */                      \
    X(MORE, INVITE_MORE)

enum link_invite_fault {
    LINK_INVITE_FINE,
#define X(name, word) LINK_INVITE_##name,
    LINK_INVITE_LIST(X)
#undef X
        LINK_INVITE_FAULTS
};

/* Reads any text; `out` is all zero unless it is fine. */
enum link_invite_fault link_invite_read(struct link_invite *out, const char *text);

/* Writes one that link_invite_read() could have given. */
void link_invite_write(char to[LINK_INVITE_SIZE], const struct link_invite *invite);

#endif
