#include "rehearse/temper.h"

#include <assert.h>

const struct temper *temper_of(enum temperament temperament)
{
    static const struct temper tempers[TEMPERAMENT_COUNT] = {
        /*                         tempo notes most gen. agrees supp. acc. wav. pleased */
        [TEMPERAMENT_KEEN] = {60, 100, 3, 0, 95, 70, 90, 30, 90},
        [TEMPERAMENT_BUSY] = {170, 40, 1, 0, 85, 30, 35, 5, 60},
        [TEMPERAMENT_SCEPTICAL] = {100, 90, 3, 0, 40, 25, 30, 15, 25},
        [TEMPERAMENT_DEFENSIVE] = {120, 80, 2, 2, 30, 40, 45, 35, 50},
        [TEMPERAMENT_MONEY] = {110, 90, 2, -1, 75, 45, 50, 20, 55},
        [TEMPERAMENT_NEW] = {140, 60, 2, -1, 90, 55, 75, 45, 75},
    };
    assert(temperament < TEMPERAMENT_COUNT);
    return &tempers[temperament];
}

/* splitmix64 */
static uint64_t mix(uint64_t z)
{
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

uint32_t temper_roll(uint64_t *seed, uint32_t below)
{
    assert(below > 0);
    *seed += UINT64_C(0x9E3779B97F4A7C15);
    return (uint32_t)(mix(*seed) % below);
}

uint32_t temper_choice(uint64_t seed, uint32_t subject, uint32_t below)
{
    assert(below > 0);
    return (uint32_t)(mix(seed ^ mix(subject + UINT64_C(0x9E3779B97F4A7C15))) % below);
}

bool temper_would(uint64_t seed, uint32_t subject, uint8_t percent)
{
    return temper_choice(seed, subject, 100) < percent;
}
