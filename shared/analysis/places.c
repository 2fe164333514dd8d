#include "analysis/places.h"

#include <assert.h>

void analysis_places(uint8_t place[OPTIONS_MAX + 1], const uint32_t value[OPTIONS_MAX + 1],
                     uint8_t count)
{
    assert(count <= OPTIONS_MAX);
    for (unsigned i = 1; i <= count; i++) {
        place[i] = 1;
        for (unsigned j = 1; j <= count; j++)
            place[i] = (uint8_t)(place[i] + (value[j] > value[i]));
    }
}

void analysis_ties(bool tied[OPTIONS_MAX + 1], const uint8_t place[OPTIONS_MAX + 1], uint8_t count)
{
    assert(count <= OPTIONS_MAX);
    for (unsigned i = 1; i <= count; i++) {
        tied[i] = false;
        for (unsigned j = 1; j <= count; j++)
            tied[i] = tied[i] || (j != i && place[j] == place[i]);
    }
}

void analysis_order(uint8_t order[OPTIONS_MAX], const uint8_t place[OPTIONS_MAX + 1], uint8_t count)
{
    assert(count <= OPTIONS_MAX);
    for (unsigned i = 1; i <= count; i++) {
        unsigned at = i - 1;
        for (; at > 0 && place[order[at - 1]] > place[i]; at--)
            order[at] = order[at - 1];
        order[at] = (uint8_t)i;
    }
}

uint16_t analysis_ratio(uint32_t part, uint32_t whole, uint32_t parts)
{
    if (!whole)
        return 0;
    uint64_t ratio = ((uint64_t)part * parts * 2 + whole) / ((uint64_t)whole * 2);
    assert(ratio <= UINT16_MAX);
    return (uint16_t)ratio;
}
