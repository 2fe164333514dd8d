#ifndef PLENARY_TESTS_ANALYSIS_GRIDS_H
#define PLENARY_TESTS_ANALYSIS_GRIDS_H

/* Seeded numbers for random grids: splitmix64. */

#include <stdint.h>

static inline uint32_t draw_below(uint64_t *state, uint32_t below)
{
    uint64_t z = *state += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
    return (uint32_t)((z ^ z >> 31) % below);
}

#endif
