#ifndef PLENARY_LINK_CPACE_H
#define PLENARY_LINK_CPACE_H

/* CPace, the balanced password-authenticated key exchange of draft-irtf-cfrg-cpace, in its suite
 * CPACE-RISTR255-SHA512 and its initiator-responder form, on libsodium's ristretto255. Two sides
 * that know the same password string arrive at the same key; a side that guesses learns from one
 * exchange only whether that one guess was right. */

#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

enum {
    LINK_CPACE_POINT = 32,
    LINK_CPACE_SCALAR = 32,
    LINK_CPACE_SID = 16,
    LINK_CPACE_KEY = 64,
    LINK_CPACE_WIDE = 64, /* random bytes that make one scalar */
};

struct link_bytes { /* borrowed */
    const uint8_t *at;
    size_t length;
};

/* The generator for password string `prs`, channel identifier `ci` and session id `sid`. */
void link_cpace_generator(uint8_t g[LINK_CPACE_POINT], struct link_bytes prs, struct link_bytes ci,
                          struct link_bytes sid);

/* A scalar from random bytes, without bias. */
void link_cpace_scalar(uint8_t y[LINK_CPACE_SCALAR], const uint8_t wide[LINK_CPACE_WIDE]);

/* share = y * point, both as encoded. ERROR_CRYPTO when the point does not decode or the product is
 * the identity: the exchange must end. */
CHECKED enum error link_cpace_multiply(uint8_t share[LINK_CPACE_POINT],
                                       const uint8_t y[LINK_CPACE_SCALAR],
                                       const uint8_t point[LINK_CPACE_POINT]);

/* The shared key from K and the two messages: a is the initiator's, b the responder's. */
void link_cpace_key(uint8_t isk[LINK_CPACE_KEY], struct link_bytes sid,
                    const uint8_t k[LINK_CPACE_POINT], const uint8_t ya[LINK_CPACE_POINT],
                    struct link_bytes ada, const uint8_t yb[LINK_CPACE_POINT],
                    struct link_bytes adb);

#endif
