#ifndef PLENARY_HOST_CLOCK_H
#define PLENARY_HOST_CLOCK_H

/* The host's time: the wall clock, read once at the start and carried on by the monotonic clock, so
 * that it never jumps while the kiosk runs, whatever the machine does to its clock. It never starts
 * before the last event of the workshop. Every event is stamped with it, timers run on it, clients
 * are told it. Milliseconds since 1970 UTC. */

#include <stdint.h>

struct clock {
    int64_t wall_ms;
    int64_t monotonic_ms;
};

/* Starts now, and at the least at `least_ms`. */
void clock_start(struct clock *clock, int64_t least_ms);

int64_t clock_now(const struct clock *clock);

/* The machine's monotonic clock, milliseconds. */
int64_t clock_monotonic(void);

#endif
