#include "analysis/readings.h"

/* The reading at place `place`, from 0, when all stand in a row. */
static unsigned reading_at(const uint16_t values[RATING_MAX + 1], uint32_t place)
{
    uint32_t passed = 0;
    for (unsigned v = 1; v <= RATING_MAX; v++) {
        passed += values[v];
        if (place < passed)
            return v;
    }
    return 0;
}

/* deviation / 4.5 > 0.3, both sides squared and times 10000 * count * count */
static bool views_differ(uint64_t count, uint64_t sum, uint64_t squares)
{
    return count >= READINGS_DIFFER_LEAST &&
           10000 * (count * squares - sum * sum) > 18225 * count * count;
}

void analysis_readings(struct analysis_readings *out, const uint16_t values[RATING_MAX + 1])
{
    uint64_t sum = 0, squares = 0;
    *out = (struct analysis_readings){0};
    for (unsigned v = 1; v <= RATING_MAX; v++) {
        out->count += values[v];
        sum += (uint64_t)values[v] * v;
        squares += (uint64_t)values[v] * v * v;
    }
    if (!out->count)
        return;
    out->median =
        (uint8_t)(reading_at(values, (out->count - 1) / 2) + reading_at(values, out->count / 2));
    out->differs = views_differ(out->count, sum, squares);
}
