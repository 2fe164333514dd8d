#ifndef PLENARY_GRID_GRID_LAYOUT_H
#define PLENARY_GRID_GRID_LAYOUT_H

/* Finds out how a table is laid out: which row is its header, and what the names in it are of.
 *
 *   conditions by schools     Condition | Ashby | Birch          (or schools by conditions)
 *   several columns for each  Condition | Ashby |      | Birch |       above  | Now | Goal | Now...
 *                             Condition | Now   |      | Goal  |       above  | Ashby | Birch | ...
 *                             Condition | Ashby now | Ashby goal | Birch now | ...
 *   a list                    School | Condition | Now | Goal | By when | State | Notes
 *   the sheet of one school   School: Ashby      above      Condition | Now | Goal | Notes
 *
 * Rows above the header may say anything else. */

#include <stdbool.h>
#include <stdint.h>

#include "grid/grid_csv.h"
#include "grid/grid_table.h"

/* Some cells of a table: `first` to `end` - 1. */
struct grid_cells {
    size_t first, end;
};

enum grid_names {
    GRID_NAMES_NONE, /* each row says what it is about */
    GRID_NAMES_SCHOOLS,
    GRID_NAMES_CONDITIONS,
};

struct grid_layout {
    uint64_t fitness;         /* 0: none was found; else the larger, the surer */
    struct grid_cells header; /* its row */
    struct grid_cells above;  /* the header's first row where it has two, else empty */
    uint32_t label;           /* the column with the rows' own names */
    uint8_t names;            /* enum grid_names, of the header */
    bool sheet;               /* of one school */
};

/* Looks through the rows down to the first with ratings, or some thousands of cells. A list and
 * what has two header rows are surest, then a header that begins with "Condition" or the like,
 * then one that announces a total or an average, then any with names beside its first column;
 * among equals the one with most cells. Comparing the fitness of one file's tables also tells
 * which separator was meant. */
struct grid_layout grid_layout_find(const struct grid_table *table, const struct grid_hints *hints);

/* The cells of the row that begins with cell `first`. */
struct grid_cells grid_layout_row(const struct grid_table *table, size_t first);

enum { GRID_SCHOOL_SIZE = 2 * TITLE_SIZE };

/* The school that a row names, as in "School: Ashby" or with the name in the next cell: the cell
 * that it stands in. NULL: the row is none of these, or it is too long to be. */
const struct grid_cell *grid_layout_school(char to[GRID_SCHOOL_SIZE],
                                           const struct grid_table *table, struct grid_cells row);

#endif
