#ifndef PLENARY_ANALYSIS_PLACES_H
#define PLENARY_ANALYSIS_PLACES_H

/* Who comes where. Whatever is compared counts from 1, at most OPTIONS_MAX of them; entries [0] are
 * unused. Those alike share a place, and the places they would have had are skipped: 1, 2, 2, 4. A
 * tie is told and never broken. */

#include <stdbool.h>
#include <stdint.h>

#include "model/limits.h"

/* Places by value, the highest first. */
void analysis_places(uint8_t place[OPTIONS_MAX + 1], const uint32_t value[OPTIONS_MAX + 1],
                     uint8_t count);

/* Who shares a place. */
void analysis_ties(bool tied[OPTIONS_MAX + 1], const uint8_t place[OPTIONS_MAX + 1], uint8_t count);

/* The order to show them in: by place, those that share one as they came. order[0] is the first. */
void analysis_order(uint8_t order[OPTIONS_MAX], const uint8_t place[OPTIONS_MAX + 1],
                    uint8_t count);

/* part / whole in so many parts of one, halves up: 1000 for thousandths; 0 of nothing. The result
 * must fit (asserted): part is at most some few times whole. */
uint16_t analysis_ratio(uint32_t part, uint32_t whole, uint32_t parts);

#endif
