#ifndef PLENARY_TESTS_SKIM_H
#define PLENARY_TESTS_SKIM_H

/* Of a letter (plenary.proto's Downward) the little that a light client wants, without decoding the
 * rest. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/refusal.h"

struct skimmed {
    bool seated, caught_up;
    unsigned receipts;
    uint64_t id; /* of the last of them */
    enum refusal refusal;
};

/* Ends the program when it is no letter. */
void skim(struct skimmed *out, const uint8_t *bytes, size_t length);

#endif
