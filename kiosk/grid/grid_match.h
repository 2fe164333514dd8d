#ifndef PLENARY_GRID_GRID_MATCH_H
#define PLENARY_GRID_GRID_MATCH_H

/* Finds the condition each row of an imported grid is about. Where the rows carry the leading
 * numbers 1 to n, each once, for the pack's n conditions, the numbers decide. Otherwise the labels
 * do, compared by words without case, accents or punctuation, against a condition's name and its
 * tight label; the first of these that fits counts:
 *   1. the same words;
 *   2. every word of one found in the other ("Funding" for "Funding arrangements");
 *   3. the same two words or more to begin with ("Alignment with LA" for "Alignment with local
 *      plans").
 * A way that fits more than one condition fits none. A row that is only a number goes by it.
 * Conditions without a row are fine: they stay as they are. */

#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "grid/grid_csv.h"

/* Sets to[r], for each of import->row_count rows, to an index into `names` and `tights` (each
 * [count], count <= CONDITIONS_MAX). ERROR_FORMAT when a row fits no condition or two rows fit the
 * same one: `t` (may be NULL) names the row, `to` is not to be used. */
CHECKED enum error grid_match(uint8_t *to, const struct grid_import *import,
                              const char *const *names, const char *const *tights, size_t count,
                              struct trouble *t);

#endif
