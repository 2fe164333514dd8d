#ifndef PLENARY_GRID_GRID_LABEL_H
#define PLENARY_GRID_GRID_LABEL_H

/* The label of a condition, taken apart. */

#include "grid/grid_csv.h"

/* Takes "4. Cluster" apart: number 4, label "Cluster". A label that is all number stays whole, and
 * so does one whose digits are its own, as in "4x" or "4.5". */
void grid_label_split(struct grid_row *row, const char *text);

#endif
