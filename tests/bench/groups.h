#ifndef PLENARY_TESTS_GROUPS_H
#define PLENARY_TESTS_GROUPS_H

/* What the groups' files offer to groups.c. */

#include "bench/bench.h"

void bench_files(const struct bench_scene *scene); /* what is written of one and of many */
void bench_room(const struct bench_scene *scene);  /* the protocol with a full room */

#endif
