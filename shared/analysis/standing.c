#include "analysis/standing.h"

#include "analysis/summary.h"

#include <assert.h>

/* True when the first `n` of the order can be told from the rest. */
static bool is_clean_cut(const uint8_t *order, const uint16_t *values, uint8_t count, uint8_t n)
{
    return n == count || values[order[n - 1]] != values[order[n]];
}

static void put_in_order(uint8_t *order, const uint16_t *values, uint8_t count, bool lowest)
{
    for (uint8_t i = 0; i < count; i++) {
        uint8_t at = i;
        for (; at > 0; at--) {
            uint16_t before = values[order[at - 1]];
            if (lowest ? before <= values[i] : before >= values[i])
                break;
            order[at] = order[at - 1];
        }
        order[at] = i;
    }
}

uint8_t analysis_stand_out(uint8_t chosen[CONDITIONS_MAX], const uint16_t *values, uint8_t count,
                           uint8_t want, uint8_t least, bool lowest)
{
    assert(count <= CONDITIONS_MAX && least <= want);
    uint8_t half = count / 2;
    if (want > half)
        want = half;
    if (least > want)
        least = want;
    put_in_order(chosen, values, count, lowest);
    for (uint8_t n = want; n > 0 && n >= least; n--)
        if (is_clean_cut(chosen, values, count, n))
            return n;
    for (uint8_t n = (uint8_t)(want + 1); n <= half; n++)
        if (is_clean_cut(chosen, values, count, n))
            return n;
    for (uint8_t n = least; n > 1; n--)
        if (is_clean_cut(chosen, values, count, (uint8_t)(n - 1)))
            return (uint8_t)(n - 1);
    return 0;
}

bool analysis_is_general(uint32_t low, uint32_t medium, uint32_t high)
{
    uint32_t counted = low + medium + high;
    return counted >= STANDING_SCHOOLS_LEAST && (3 * low >= 2 * counted || high == counted);
}

bool analysis_is_for_la(uint32_t low, uint32_t medium, uint32_t high, unsigned average_tenths)
{
    uint32_t counted = low + medium + high;
    return counted >= STANDING_SCHOOLS_LEAST && high == 0 && 2 * low > counted &&
           analysis_band_of_tenths(average_tenths) == BAND_LOW;
}
