#ifndef PLENARY_TESTS_GROUPS_H
#define PLENARY_TESTS_GROUPS_H

/* What the groups' files offer to groups.c. */

#include "bench/bench.h"

void bench_files(const struct bench_scene *scene);    /* what is written of one and of many */
void bench_room_100(const struct bench_scene *scene); /* the protocol with a full room */
void bench_room_1000(const struct bench_scene *scene);
void bench_room_4000(const struct bench_scene *scene);
void bench_idle(const struct bench_scene *scene);   /* windows in which nothing happens */
void bench_frames(const struct bench_scene *scene); /* every stage, drawn */
void bench_starts(const struct bench_scene *scene); /* from nothing to the first frame */

#endif
