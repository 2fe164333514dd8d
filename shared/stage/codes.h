#ifndef PLENARY_STAGE_CODES_H
#define PLENARY_STAGE_CODES_H

/* Two-letter codes for the schools of a grid whose columns are too narrow for names. A code is the
 * first two letters of the name, where no other school begins with the same two. Schools that share
 * them are taken in alphabetical order: each keeps its first letter and takes, as the second, the
 * first one free among the initials of its later words, then the further letters of its name, then
 * the digits 1 to 9 and the alphabet ("St John" Sj, "St Mary" Sm; "Ashby" As, "Ashford" Ah). When
 * even those are gone, its number in the alphabetical order stands in for it. Case and accents do
 * not make two codes different. The same list of names always gives the same codes. */

#include "model/room.h"

enum { CODES_TEXT_SIZE = 20 };

struct codes {
    char text[SCHOOLS_MAX + 1][CODES_TEXT_SIZE]; /* by school id; "" where there is none */
};

void codes_make(struct codes *codes, const struct room *room);

#endif
