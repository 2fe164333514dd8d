#ifndef PLENARY_TESTS_FAULTS_FIGURES_H
#define PLENARY_TESTS_FAULTS_FIGURES_H

/* What a fault did to people, as it is told in build/faults.json: one object a fault, named with
 * the preset it was built by ("release/kills"), its members in the order they were set. Each test
 * program writes its own part and puts the whole file together again, one at a time, so that they
 * may run side by side. Times are milliseconds. */

#include <stddef.h>

enum { FIGURES_TIMES_MAX = 20000, FIGURES_TEXT_MAX = 8192 };

struct figures {
    const char *fault;
    size_t length;
    char text[FIGURES_TEXT_MAX];
};

/* Times of one kind. */
struct figures_times {
    unsigned count;
    double ms[FIGURES_TIMES_MAX];
};

void figures_begin(struct figures *figures, const char *fault);
void figures_count(struct figures *figures, const char *name, unsigned long count);
void figures_say(struct figures *figures, const char *name, const char *text);

/* Sets NAME_p50, NAME_p99 and NAME_max; nothing when there are no times. Sorts them. */
void figures_times(struct figures *figures, const char *name, struct figures_times *times);
void figures_time(struct figures_times *times, double ms);
double figures_quantile(struct figures_times *times, double q);

/* Prints this fault's line and writes the file. */
void figures_write(const struct figures *figures);

#endif
