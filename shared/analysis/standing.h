#ifndef PLENARY_ANALYSIS_STANDING_H
#define PLENARY_ANALYSIS_STANDING_H

/* Which conditions stand out, and what can be said of one from how its schools are spread. Figures
 * in, choices out; of conditions only, never of schools.
 *
 * Rules and where they come from (the 2009 tool asks the questions and leaves the answers to the
 * eye; the thresholds are Plenary's own):
 *   stand out  the so many best of a row, ties included: a place is never given to one of two that
 *              are alike. Where a tie would carry the choice beyond half of them nothing more is
 *              chosen: what is true of most does not stand out.
 *   well       the two highest averages, none of them low.
 *   priority   the four lowest averages, three where the fourth is as the fifth, none of them high.
 *   gap        the two widest from now to target, of one whole point at least.
 *   general    two thirds of the schools that are counted stand low, or all stand high; from three
 *              schools on.
 *   la         the average is low, more than half stand low and nobody high: no school of the
 *              cluster can show the others how; from three schools on. In the published example
 *              that is impact measurement, for which a shared model is proposed there. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/limits.h"

enum {
    STANDING_WELL = 2,
    STANDING_PRIORITY = 4,
    STANDING_PRIORITY_LEAST = 3,
    STANDING_GAP = 2,
    STANDING_GAP_LEAST = 10, /* tenths */
    STANDING_SCHOOLS_LEAST = 3,
};

/* Chooses those that stand out of `count` values (at most CONDITIONS_MAX): `want` of them, down to
 * `least` if a tie would be broken otherwise, more if a tie goes on. The highest are the best, or
 * the lowest if `lowest`. Fills `chosen` with their places in `values`, best first, alike ones in
 * their order; returns how many. */
uint8_t analysis_stand_out(uint8_t chosen[CONDITIONS_MAX], const uint16_t *values, uint8_t count,
                           uint8_t want, uint8_t least, bool lowest);

/* What the spread says: schools in each band, and the average as shown, in tenths. */
bool analysis_is_general(uint32_t low, uint32_t medium, uint32_t high);
bool analysis_is_for_la(uint32_t low, uint32_t medium, uint32_t high, unsigned average_tenths);

#endif
