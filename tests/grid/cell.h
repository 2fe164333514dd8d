#ifndef PLENARY_TESTS_GRID_CELL_H
#define PLENARY_TESTS_GRID_CELL_H

/* How any spreadsheet writes a cell of a CSV: in quotes where it must, or (quote) always. */

#include <stdbool.h>
#include <stdio.h>

void cell_write(FILE *to, const char *text, bool quote);

#endif
