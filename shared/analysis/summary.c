#include "analysis/summary.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

enum { LOW_END = 3, MEDIUM_END = 7 };

enum band analysis_band(int rating)
{
    if (rating < 1 || rating > RATING_MAX)
        return BAND_NONE;
    return rating <= LOW_END ? BAND_LOW : rating <= MEDIUM_END ? BAND_MEDIUM : BAND_HIGH;
}

enum band analysis_band_of_tenths(unsigned tenths)
{
    return analysis_band((int)((tenths + 5) / 10));
}

uint16_t analysis_average_tenths(uint32_t total, uint32_t counted)
{
    if (counted == 0)
        return 0;
    assert(total <= (uint64_t)counted * RATING_MAX);
    /* floor(10 * total / counted + 1/2), over one denominator */
    return (uint16_t)(((uint64_t)total * 20 + counted) / ((uint64_t)counted * 2));
}

void analysis_summarise(struct analysis_summary *out, const uint8_t *ratings, size_t count)
{
    memset(out, 0, sizeof *out);
    for (size_t i = 0; i < count; i++) {
        assert(ratings[i] <= RATING_MAX);
        if (ratings[i] == 0)
            continue;
        out->counted++;
        out->total += ratings[i];
        out->distribution[ratings[i] - 1]++;
    }
    out->average_tenths = analysis_average_tenths(out->total, out->counted);
    out->band = (uint8_t)analysis_band_of_tenths(out->average_tenths);
}

void analysis_average_text(char to[AVERAGE_TEXT_SIZE], unsigned tenths)
{
    assert(tenths <= RATING_MAX * 10);
    if (tenths == 0)
        snprintf(to, AVERAGE_TEXT_SIZE, "–");
    else
        snprintf(to, AVERAGE_TEXT_SIZE, "%u.%u", tenths / 10 % 100, tenths % 10);
}
