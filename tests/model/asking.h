#ifndef PLENARY_TESTS_MODEL_ASKING_H
#define PLENARY_TESTS_MODEL_ASKING_H

/* People who can be asked things: two each of three schools but the last, who came with the room's
 * code. */

#include "model/bench.h"

enum { ASKING_PEOPLE = 6 };

/* The workshop before they come. */
void asking_open(struct bench *b);

/* They sit down and are here. */
void asking_come_in(struct bench *b, seat_id people[ASKING_PEOPLE], struct live *live);

/* The first `count` of them read condition 1 as 3, 4, 5, ... */
void asking_read(struct bench *b, const seat_id people[ASKING_PEOPLE], unsigned count);

#endif
