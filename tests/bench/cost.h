#ifndef PLENARY_TESTS_COST_H
#define PLENARY_TESTS_COST_H

/* Time and memory of a function, each time in a process of its own, whose memory begins small. */

#include "bench/bench.h"

struct cost {
    double seconds;
    long peak_kb;
};

typedef void cost_do(const struct bench_scene *scene, void *work);

/* `prepare` (may be NULL) makes what `run` works on, before the clock starts; run `times` times,
 * the middle one counts. */
struct cost cost_of(cost_do *run, void *(*prepare)(void), unsigned times,
                    const struct bench_scene *scene);

#endif
