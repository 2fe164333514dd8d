#ifndef PLENARY_ANALYSIS_SUMMARY_H
#define PLENARY_ANALYSIS_SUMMARY_H

/* What the grid shows of one condition: how many schools are counted, their total, their average
 * and its band. Ratings in, figures out; nothing is kept. A rating is a whole number from 1 to
 * RATING_MAX, 0 stands for a school that is not counted (not rated, or not shared).
 *
 * Every figure here is of a condition across schools. There is none of a school across conditions,
 * and none is to be added: the review compares no schools.
 *
 * Rules and where they come from:
 *   bands     low 1-3, medium 4-7, high 8-10: the key printed with the 2009 development tool's
 *             grid (one of its pages begins low at 0; a rating of 0 does not exist here).
 *   averages  to one decimal, halves up, as the tool prints them. All in integers: a tenth is the
 *             smallest thing there is, so that 4.45 shows 4.5 on every machine.
 *   an average's band  is that of the figure people see, rounded halves up to a whole number: 3.4
 *             is low, 3.5 medium. An exact 3.45 shows 3.5 and is medium; a band that contradicts
 *             the figure beside it would be explained to thirty people. */

#include <stddef.h>
#include <stdint.h>

#include "model/limits.h"

enum band { BAND_NONE, BAND_LOW, BAND_MEDIUM, BAND_HIGH, BAND_COUNT };

struct analysis_summary {
    uint32_t counted;                  /* ratings that are not 0 */
    uint32_t total;                    /* their sum */
    uint16_t average_tenths;           /* 53 is shown 5.3; 0 when nothing is counted */
    uint8_t band;                      /* enum band of the average as shown */
    uint32_t distribution[RATING_MAX]; /* [r - 1]: how many schools stand at rating r */
};

enum { AVERAGE_TEXT_SIZE = 8 };

/* Band of one rating; BAND_NONE outside 1 to RATING_MAX. */
enum band analysis_band(int rating);

/* Band of an average as shown, in tenths; BAND_NONE for 0. */
enum band analysis_band_of_tenths(unsigned tenths);

/* total / counted in tenths, halves up; 0 when nothing is counted. */
uint16_t analysis_average_tenths(uint32_t total, uint32_t counted);

/* Sums up `count` ratings of one condition, each 0 to RATING_MAX (asserted). */
void analysis_summarise(struct analysis_summary *out, const uint8_t *ratings, size_t count);

/* Writes an average for people: "5.3", "10.0"; an en dash for 0, nothing counted. `tenths` is at
 * most RATING_MAX * 10 (asserted). */
void analysis_average_text(char to[AVERAGE_TEXT_SIZE], unsigned tenths);

#endif
