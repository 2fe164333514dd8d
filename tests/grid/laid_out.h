#ifndef PLENARY_TESTS_LAID_OUT_H
#define PLENARY_TESTS_LAID_OUT_H

/* Random ratings with goals, periods, states and notes, written in one of the layouts that people
 * keep them in, in a random dialect: separators, line ends, quotation marks, encodings, forms of
 * numbers and periods, ways to say that something is not rated. */

#include "grid/grid_csv.h"

enum layout {
    WIDE,
    TALL,
    LIST,
    NAMES_OVER,
    NAMES_OVER_TALL,
    PARTS_OVER,
    ENDINGS,
    BESIDE,
    SHEETS,
    LAYOUT_COUNT
};

/* Writes a file from a seed, freed by the caller, and gives what it says, until the next call. */
char *laid_out(const struct grid_import **what, size_t *length, enum layout layout, uint64_t from);

#endif
