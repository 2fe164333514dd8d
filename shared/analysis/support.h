#ifndef PLENARY_ANALYSIS_SUPPORT_H
#define PLENARY_ANALYSIS_SUPPORT_H

/* Who could support whom with one condition: an offer to be talked about, never a verdict. Every
 * school that stands low is given one that could help, so that none is left out and the giving is
 * spread as evenly as can be: within the condition the shares differ by one at most, and among
 * equal shares whoever has been asked least over all conditions so far comes first, then the first
 * in the order given (the alphabet's).
 *
 * Who could help: those at 8 to 10. Where nobody is high it is those who stand highest, if that is
 * not low; whoever shows it says so. Plenary's own rules, after the published example, which pairs
 * schools by eye. */

#include <stddef.h>
#include <stdint.h>

#include "model/limits.h"

struct analysis_pair {
    uint16_t giver, taker; /* places among the schools, from 0 */
};

/* The rating from which a school could help, given how many stand at each, [1] to [RATING_MAX]: 8,
 * or the highest there is; 0 when nobody can help or nobody stands low. */
uint8_t analysis_giver_least(const uint16_t spread[RATING_MAX + 1]);

/* Pairs `count` schools (at most SCHOOLS_MAX) by their ratings, 0: not counted. `load` is how often
 * each has been asked so far, and is counted on. Returns how many pairs, in the order of the
 * takers. */
uint16_t analysis_support(struct analysis_pair pairs[SCHOOLS_MAX], uint16_t *load,
                          const uint8_t *ratings, size_t count);

#endif
