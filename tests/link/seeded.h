#ifndef PLENARY_TESTS_LINK_SEEDED_H
#define PLENARY_TESTS_LINK_SEEDED_H

/* Random bytes that are the same in every run: splitmix64 from a seed. */

#include <stddef.h>
#include <stdint.h>

#include "link/random.h"

static inline uint64_t seeded_next(uint64_t *seed)
{
    uint64_t z = *seed += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

static inline size_t seeded_below(uint64_t *seed, size_t below)
{
    return (size_t)(seeded_next(seed) % below);
}

static inline void seeded_fill(void *context, uint8_t *to, size_t length)
{
    for (size_t i = 0; i < length; i++)
        to[i] = (uint8_t)seeded_next(context);
}

static inline struct link_random seeded(uint64_t *seed)
{
    return (struct link_random){.fill = seeded_fill, .context = seed};
}

#endif
