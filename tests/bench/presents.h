#ifndef PLENARY_TESTS_PRESENTS_H
#define PLENARY_TESTS_PRESENTS_H

/* What presents.c, preloaded into a program with a window, tells of it in the file that
 * $BENCH_PRESENTS names: so frames are counted where SDL is given them, and no program needs to
 * know that it is watched. */

#include <stdatomic.h>
#include <stdint.h>

struct presents {
    _Atomic uint64_t count; /* frames presented */
    int64_t first_ns;       /* when the first had been, on CLOCK_MONOTONIC; then count is 1 */
};

#endif
