#ifndef PLENARY_ANALYSIS_READINGS_H
#define PLENARY_ANALYSIS_READINGS_H

/* What a room's own readings of one condition say together: how many there are, where the middle
 * lies, and whether views differ so widely that it is worth asking why. Counts in, figures out, all
 * in integers, so that every machine says the same.
 *
 * Rules and where they come from:
 *   median   of an even number it lies between the two in the middle and may be a half: given in
 *            halves, 2 to 20.
 *   differs  the population standard deviation is more than 0.3 of the greatest there can be on a
 *            scale of 1 to 10, which is 4.5 (half the people at 1, half at 10); from three readings
 *            on, as two people who differ are just two people. Plenary's own rule. */

#include <stdbool.h>
#include <stdint.h>

#include "model/limits.h"

enum { READINGS_DIFFER_LEAST = 3 }; /* readings below which views are not said to differ */

struct analysis_readings {
    uint32_t count;
    uint8_t median; /* in halves; 0 without readings */
    bool differs;
};

/* `values[v]` is how many read v, 1 to RATING_MAX; [0] is not looked at. */
void analysis_readings(struct analysis_readings *out, const uint16_t values[RATING_MAX + 1]);

#endif
