#include "analysis/support.h"

#include "analysis/summary.h"

#include <assert.h>

uint8_t analysis_giver_least(const uint16_t spread[RATING_MAX + 1])
{
    unsigned takers = 0, high = 0, highest = 0;
    for (uint8_t v = 1; v <= RATING_MAX; v++) {
        takers += analysis_band(v) == BAND_LOW ? spread[v] : 0;
        if (spread[v])
            highest = v;
        if (!high && analysis_band(v) == BAND_HIGH)
            high = v;
    }
    if (!takers || analysis_band((int)highest) == BAND_LOW)
        return 0;
    return (uint8_t)(highest < high ? highest : high);
}

/* Who is to be asked next: by share in this condition, then over all, then order. */
static size_t next_giver(const uint16_t *share, const uint16_t *load, const uint8_t *ratings,
                         size_t count, uint8_t least)
{
    size_t best = count;
    for (size_t i = 0; i < count; i++) {
        if (ratings[i] < least)
            continue;
        if (best == count || share[i] < share[best] ||
            (share[i] == share[best] && load[i] < load[best]))
            best = i;
    }
    return best;
}

uint16_t analysis_support(struct analysis_pair pairs[SCHOOLS_MAX], uint16_t *load,
                          const uint8_t *ratings, size_t count)
{
    uint16_t spread[RATING_MAX + 1] = {0}, share[SCHOOLS_MAX] = {0}, made = 0;
    assert(count <= SCHOOLS_MAX);
    for (size_t i = 0; i < count; i++) {
        assert(ratings[i] <= RATING_MAX);
        spread[ratings[i]]++;
    }
    uint8_t least = analysis_giver_least(spread);
    for (size_t i = 0; i < count && least; i++) {
        if (analysis_band(ratings[i]) != BAND_LOW)
            continue;
        size_t giver = next_giver(share, load, ratings, count, least);
        assert(giver < count);
        share[giver]++;
        load[giver]++;
        pairs[made++] = (struct analysis_pair){(uint16_t)giver, (uint16_t)i};
    }
    return made;
}
