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

/* The number of a condition, 1 to 99, with or without a point after it; 0 for anything else. */
int grid_value_number(const char *text);

/* Nothing, or a dash alone: hyphen, en dash, em dash, minus. */
bool grid_value_is_dash(const char *text);

/* That, or "n/a" and the like. */
bool grid_value_is_blank(const char *text);

/* A period in months, 1 to MONTHS_MAX: "12", "18 months", "1 year", "2 yrs". 0 for a blank;
 * GRID_A_DATE for what says when, not how long; -1 for anything else. */
enum { GRID_A_DATE = -2 };
int grid_value_months(const char *text);

/* "agreed" or yes: 1; "proposed", no or blank: 0; anything else: -1. */
int grid_value_state(const char *text);

/* True when the printed text is blank, or is the total (or total / counted, the average) rounded
 * halves up to the decimals it is printed with, decimal point or comma. Where nothing is counted
 * there is no average, and only a number other than 0 contradicts that. `computed` is what it
 * should say: a whole total, or an average with as many decimals as are printed, at least one. */
bool grid_value_agrees(char computed[GRID_PRINTED_SIZE], const char *printed,
                       enum grid_figure which, uint32_t total, uint32_t counted);

#endif
