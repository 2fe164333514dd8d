#ifndef PLENARY_ROLLUP_TEXT_H
#define PLENARY_ROLLUP_TEXT_H

/* Within rollup/ only: what its writers say alike. */

#include "rollup/rollup.h"

enum { ROLLUP_LINE_SIZE = 512 };

/* The head, a sentence a line: what it is of, for whom, the day, by which rule something is
 * general, where there is no figure, what was left out. Returns false when there is no line of that
 * number, from 0. */
bool rollup_head(char to[ROLLUP_LINE_SIZE], const struct rollup *rollup, int64_t now_ms,
                 unsigned number);

/* What is general, in a few words: "low nearly everywhere"; empty where it is not. `for_la`: and
 * perhaps a matter for the local authority. Borrowed. */
const char *rollup_general_text(enum rollup_general general);

/* The band of an average, "low"; empty for none. Borrowed. */
const char *rollup_band_text(enum band band);

/* In place of a figure that is not there: "not asked", "not rated", "fewer than 5". Borrowed. */
const char *rollup_absent_text(const struct rollup_cell *cell);

#endif
