#ifndef PLENARY_GRID_GRID_HEADER_H
#define PLENARY_GRID_GRID_HEADER_H

/* Finds which row of a table names the schools. */

#include <stdint.h>

#include "grid/grid_table.h"

struct grid_header {
    size_t first, end; /* its cells in the table: first to end - 1 */
    uint64_t fitness;  /* 0: none was found; else the larger, the surer */
};

/* Looks through the rows down to the first with ratings. Surest is a row that begins with
 * "Condition" or the like, then one that announces a total or an average, then any with names
 * beyond its first column; among equals the one with most cells. Comparing the fitness of one
 * file's tables also tells which separator was meant. */
struct grid_header grid_header_find(const struct grid_table *table);

#endif
