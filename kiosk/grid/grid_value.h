#ifndef PLENARY_GRID_GRID_VALUE_H
#define PLENARY_GRID_GRID_VALUE_H

/* What the text of one cell says: a rating, a printed figure, a heading. Texts are as text_take
 * leaves them. */

#include <stdbool.h>
#include <stdint.h>

#include "grid/grid_csv.h"

/* The rating a cell says, 1 to RATING_MAX; 0 for a blank; -1 for anything else. Zeros before a
 * number and after its decimal point do not make it another one: "07" and "7.0" are 7. */
int grid_value_rating(const char *text);

/* Which figure a heading announces ("CFS total", "Mean"); GRID_FIGURE_COUNT for none. */
enum grid_figure grid_value_figure(const char *heading);

/* True for the usual headings of the column of conditions, and of the row of states. */
bool grid_value_is_condition_heading(const char *text);
bool grid_value_is_state_heading(const char *text);

/* "agreed": 1; "proposed" or blank: 0; anything else: -1. */
int grid_value_state(const char *text);

/* True when the printed text is blank, or is the total (or total / counted, the average) rounded
 * halves up to the decimals it is printed with, decimal point or comma. Where nothing is counted
 * there is no average, and only a number other than 0 contradicts that. `computed` is what it
 * should say: a whole total, or an average with as many decimals as are printed, at least one. */
bool grid_value_agrees(char computed[GRID_PRINTED_SIZE], const char *printed,
                       enum grid_figure which, uint32_t total, uint32_t counted);

#endif
