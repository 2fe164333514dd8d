#ifndef PLENARY_GRID_GRID_MATCH_H
#define PLENARY_GRID_GRID_MATCH_H

/* Finds the condition each row of an imported grid is about. A row with an id goes by it alone.
 * Where the rows carry the leading numbers 1 to n, each once, for the pack's n conditions, the
 * numbers decide. Otherwise the labels do, compared by words without case, accents or punctuation,
 * against a condition's name and its tight label; the first of these that fits counts:
 *   1. the same words;
 *   2. every word of one found in the other ("Funding" for "Funding arrangements");
 *   3. the same two words or more to begin with ("Alignment with LA" for "Alignment with local
 *      plans").
 * A way that fits more than one condition fits none. A row that is only a number goes by it. What
 * fits no condition, and rows that fit the same one, are for a person to say. Conditions without a
 * row are fine: they stay as they are. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "grid/grid_csv.h"

enum { GRID_UNMATCHED = 0 };

/* Sets to[r], for each of `row_count` rows, to the condition's id, counting from 1 in `conditions`
 * (`count` of them, up to CONDITIONS_MAX; the first is condition 1), or to GRID_UNMATCHED. */
void grid_match(condition_id *to, const struct grid_row *rows, size_t row_count,
                const struct condition *conditions, size_t count);

/* The one condition that a label fits; GRID_UNMATCHED when none does, or more than one. */
condition_id grid_match_label(const char *label, const struct condition *conditions, size_t count);

/* What a person said of rows that were not found, on a command line: "ROW=CONDITION". */
struct grid_answer {
    char row[TITLE_SIZE];   /* a row's label, number or id */
    condition_id condition; /* 0: it is left out */
};

/* Reads it. The condition is given by its id, its number, or words that fit it alone; "-" for none.
 * ERROR_FORMAT: `t` says what could be said. */
CHECKED enum error grid_answer_read(struct grid_answer *out, const char *said,
                                    const struct condition *conditions, size_t count,
                                    struct trouble *t);

/* True when the answer is about this row: its label, as people would read it, its number or id. */
bool grid_answer_is_about(const struct grid_answer *answer, const struct grid_row *row);

#endif
