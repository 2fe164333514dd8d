#ifndef PLENARY_LINK_TOKEN_H
#define PLENARY_LINK_TOKEN_H

/* A seat's token: what a client keeps to come back to its seat without a code. The kiosk keeps only
 * the public id and a hash, which is as good as a password to this kiosk and is treated as one. */

#include <stdint.h>

#include "link/random.h"
#include "model/limits.h"

enum {
    LINK_TOKEN_ID = 8,
    LINK_TOKEN_SECRET = 32,
};

struct link_token {
    uint8_t id[LINK_TOKEN_ID];
    uint8_t secret[LINK_TOKEN_SECRET];
};

void link_token_make(struct link_token *token, const struct link_random *random);

/* BLAKE2b-256 of id and secret. */
void link_token_hash(uint8_t hash[SECRET_SIZE], const struct link_token *token);

/* Overwrites a secret of `length` bytes in a way the compiler keeps. */
void link_wipe(void *secret, size_t length);

#endif
