#ifndef PLENARY_TESTS_GROUPS_H
#define PLENARY_TESTS_GROUPS_H

/* What the groups' files offer to groups.c. */

#include "bench/bench.h"

void bench_files(const struct bench_scene *scene);

#endif
