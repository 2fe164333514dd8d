#ifndef PLENARY_TESTS_BENCH_H
#define PLENARY_TESTS_BENCH_H

/* plenary-bench: what things cost, each beside its floor, which is measured in the same run: the
 * least that any program would have to do for it on this machine. A figure is a row of
 * bench_table: a function that does the thing, one that does its floor, each in a process of its
 * own, so that its peak of memory is its own. Whatever goes wrong ends the program. */

#include <stdbool.h>

#include "model/room.h"

enum { BENCH_PATH_SIZE = 4096 };

/* What the figures work on: made before the first of them, and only read. */
struct bench_scene {
    const char *folder; /* for what is written; gone at the end */
    unsigned files;     /* workshop files of 30 schools in it (rollup/clusters.h) */
    struct room *room;  /* of 28 schools, as the facilitator sees it; NULL where not asked for */
};

typedef void bench_do(const struct bench_scene *scene);

struct bench_figure {
    const char *name;  /* stays: a word for programs */
    const char *what;  /* %u: how many files */
    const char *floor; /* what the floor is */
    unsigned times;    /* done so often; the middle one counts */
    bool room;         /* it needs the scene's room, which is made before the clock starts */
    bench_do *run, *run_floor;
};

extern const struct bench_figure bench_table[];
extern const unsigned bench_count;

/* Ends the program unless `well`. */
void bench_must(bool well, const char *what);

#endif
