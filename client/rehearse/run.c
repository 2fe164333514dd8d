#include "rehearse/parts.h"

#include <time.h>

enum { NOTICE_STOP_MS = 250 };

static int64_t monotonic_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * INT64_C(1000) + t.tv_nsec / 1000000;
}

void rehearse_run(struct rehearsal *r, const atomic_bool *stop)
{
    struct pollfd fds[REHEARSE_SEATS_MAX];
    while (!atomic_load(stop) && !rehearse_ended(r)) {
        rehearse_step(r, monotonic_ms());
        int wait_ms = rehearse_wait_ms(r);
        poll(fds, rehearse_poll_fds(r, fds), wait_ms < NOTICE_STOP_MS ? wait_ms : NOTICE_STOP_MS);
    }
}
