#ifndef PLENARY_ANALYSIS_SCHULZE_H
#define PLENARY_ANALYSIS_SCHULZE_H

/* What rankings come to by the Schulze method: Markus Schulze, "A new monotonic, clone-independent,
 * reversal symmetric, and Condorcet-consistent single-winner election method", Social Choice and
 * Welfare 36 (2011), with the strength of a link measured by winning votes.
 *
 * There is a link from i to j where more papers have i before j than j before i, and it is as
 * strong as the papers that have i before j. A way is as strong as its weakest link. An option
 * beats another when the strongest way to it is stronger than the strongest way back. Beating is
 * transitive, whatever the papers say; two options may well not beat each other either way.
 *
 * Options count from 1, at most OPTIONS_MAX; row and column [0] are unused. */

#include <stdbool.h>
#include <stdint.h>

#include "model/limits.h"

/* Fills strength[i][j] with the strength of the strongest way from i to j, 0 where there is none,
 * given how many papers have i before j. */
void analysis_schulze(uint16_t strength[OPTIONS_MAX + 1][OPTIONS_MAX + 1],
                      const uint16_t above[OPTIONS_MAX + 1][OPTIONS_MAX + 1], uint8_t count);

/* How many options this one beats, or is beaten by. */
uint8_t analysis_beats(const uint16_t strength[OPTIONS_MAX + 1][OPTIONS_MAX + 1], uint8_t option,
                       uint8_t count);
uint8_t analysis_beaten_by(const uint16_t strength[OPTIONS_MAX + 1][OPTIONS_MAX + 1],
                           uint8_t option, uint8_t count);

#endif
