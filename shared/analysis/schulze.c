#include "analysis/schulze.h"

#include <assert.h>

static uint16_t weaker(uint16_t a, uint16_t b)
{
    return a < b ? a : b;
}

/* The widest ways between all pairs, as Floyd and Warshall find the shortest: those that go through
 * options 1 to `via` alone, for ever more of them. */
void analysis_schulze(uint16_t strength[OPTIONS_MAX + 1][OPTIONS_MAX + 1],
                      const uint16_t above[OPTIONS_MAX + 1][OPTIONS_MAX + 1], uint8_t count)
{
    assert(count <= OPTIONS_MAX);
    for (unsigned i = 1; i <= count; i++)
        for (unsigned j = 1; j <= count; j++)
            strength[i][j] = i != j && above[i][j] > above[j][i] ? above[i][j] : 0;
    for (unsigned via = 1; via <= count; via++)
        for (unsigned i = 1; i <= count; i++)
            for (unsigned j = 1; j <= count; j++) {
                uint16_t way = weaker(strength[i][via], strength[via][j]);
                if (i != j && way > strength[i][j])
                    strength[i][j] = way;
            }
}

uint8_t analysis_beats(const uint16_t strength[OPTIONS_MAX + 1][OPTIONS_MAX + 1], uint8_t option,
                       uint8_t count)
{
    uint8_t beats = 0;
    for (unsigned other = 1; other <= count; other++)
        beats = (uint8_t)(beats + (strength[option][other] > strength[other][option]));
    return beats;
}

uint8_t analysis_beaten_by(const uint16_t strength[OPTIONS_MAX + 1][OPTIONS_MAX + 1],
                           uint8_t option, uint8_t count)
{
    uint8_t beaten = 0;
    for (unsigned other = 1; other <= count; other++)
        beaten = (uint8_t)(beaten + (strength[other][option] > strength[option][other]));
    return beaten;
}
