#include "host/clock.h"

#include <time.h>

static int64_t read_ms(clockid_t id)
{
    struct timespec t;
    clock_gettime(id, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

int64_t clock_monotonic(void)
{
    return read_ms(CLOCK_MONOTONIC);
}

void clock_start(struct clock *clock, int64_t least_ms)
{
    clock->monotonic_ms = clock_monotonic();
    clock->wall_ms = read_ms(CLOCK_REALTIME);
    if (clock->wall_ms < least_ms)
        clock->wall_ms = least_ms;
}

int64_t clock_now(const struct clock *clock)
{
    return clock->wall_ms + (clock_monotonic() - clock->monotonic_ms);
}
