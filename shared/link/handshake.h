#ifndef PLENARY_LINK_HANDSHAKE_H
#define PLENARY_LINK_HANDSHAKE_H

/* What guest.c and door.c share: the layout of the handshake's messages and the keys both ends
 * derive. Every message but a sealed one has a fixed length. Others include admission.h instead. */

#include "link/admission.h"

enum link_type {
    LINK_TYPE_HELLO = 1,
    LINK_TYPE_WELCOME,
    LINK_TYPE_CONFIRM,
    LINK_TYPE_ACCEPT,
    LINK_TYPE_START,
    LINK_TYPE_REFUSE,
    LINK_TYPE_SEALED,
};

enum {
    LINK_TAG = 32,

    LINK_HELLO_BY = 2,
    LINK_HELLO_NAME = 3,
    LINK_HELLO_SID = LINK_HELLO_NAME + LINK_NAME, /* the fields before it are CPace's ADa */
    LINK_HELLO_YA = LINK_HELLO_SID + LINK_CPACE_SID,
    LINK_HELLO_LENGTH = LINK_HELLO_YA + LINK_CPACE_POINT,

    LINK_WELCOME_ID = 2, /* the fields before Yb are CPace's ADb */
    LINK_WELCOME_YB = LINK_WELCOME_ID + LINK_WORKSHOP_ID,
    LINK_WELCOME_LENGTH = LINK_WELCOME_YB + LINK_CPACE_POINT,

    LINK_CONFIRM_TAG = 2,
    LINK_CONFIRM_LENGTH = LINK_CONFIRM_TAG + LINK_TAG,

    LINK_ACCEPT_TAG = 2,
    LINK_ACCEPT_HEADER = LINK_ACCEPT_TAG + LINK_TAG,
    LINK_ACCEPT_LENGTH = LINK_ACCEPT_HEADER + LINK_STREAM_HEADER,

    LINK_START_HEADER = 2,
    LINK_START_LENGTH = LINK_START_HEADER + LINK_STREAM_HEADER,

    LINK_REFUSE_NO = 2,
    LINK_REFUSE_WAIT = 3, /* seconds, 16 bits, high byte first */
    LINK_REFUSE_LENGTH = 5,
};

/* Begins a reply of that type in the outcome; the rest of its bytes are zero. */
uint8_t *link_reply(struct link_outcome *outcome, enum link_type type, size_t length);

/* True when the message is whole and of this type and version. */
bool link_is(const uint8_t *bytes, size_t length, enum link_type type, size_t expected);

/* The bytes of a name's secret that CPace takes as its password. */
size_t link_secret_length(enum link_by by);

/* CPace's generator for what a hello says. */
void link_handshake_generator(uint8_t g[LINK_CPACE_POINT], const uint8_t hello[LINK_HELLO_LENGTH],
                              struct link_bytes secret);

/* The keys of both ends, from one's own scalar and the other's point `theirs`. ERROR_CRYPTO when
 * the point is not acceptable. */
CHECKED enum error link_keys_derive(struct link_keys *keys, const uint8_t y[LINK_CPACE_SCALAR],
                                    const uint8_t theirs[LINK_CPACE_POINT],
                                    const uint8_t hello[LINK_HELLO_LENGTH],
                                    const uint8_t welcome[LINK_WELCOME_LENGTH]);

/* Tag b: of the stream header that goes with it. */
void link_keys_accept(uint8_t tag[LINK_TAG], const struct link_keys *keys,
                      const uint8_t header[LINK_STREAM_HEADER]);

#endif
