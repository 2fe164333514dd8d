#ifndef PLENARY_IMPORT_IMPORT_PARTS_H
#define PLENARY_IMPORT_IMPORT_PARTS_H

/* Within import/ only: what two readings of one cell have to do with each other. */

#include "import/import.h"

/* True when the two cannot both be so. What one of them leaves blank it says nothing about. */
bool import_contradict(const struct figure *a, const struct figure *b);

/* Refuses the later of two readings that contradict each other, naming both places. */
CHECKED enum error import_refuse(const struct import *import, const struct import_rating *earlier,
                                 const struct import_rating *later, struct trouble *trouble);

/* The conditions of a room, remembered. Answers about other conditions are forgotten. */
void import_remember(struct import *import, const struct room *room);

#endif
