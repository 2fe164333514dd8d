#ifndef PLENARY_LINK_RANDOM_H
#define PLENARY_LINK_RANDOM_H

/* Where random bytes come from: the system's generator in the programs, a seeded one in tests. */

#include <stddef.h>
#include <stdint.h>

struct link_random {
    void (*fill)(void *context, uint8_t *to, size_t length);
    void *context;
};

/* The system's cryptographic generator. */
struct link_random link_random_system(void);

#endif
