#include "stage/clock.h"

#include <stdio.h>

enum { DAY = 24 * 60, LAST_MS = 2 * 60 * 1000, MOST_MINUTES = 9999 };

void clock_of_day(char to[CLOCK_TEXT_SIZE], int minutes)
{
    int m = (minutes % DAY + DAY) % DAY;
    snprintf(to, CLOCK_TEXT_SIZE, "%02d:%02d", m / 60, m % 60);
}

struct clock_left clock_left(const struct timer_item *timer, int64_t now_ms)
{
    struct clock_left left = {.shown = timer->shown, .paused = timer->shown && !timer->running};
    if (!timer->shown)
        return left;
    int64_t ms = timer->running ? timer->ends_ms - now_ms : timer->left_ms;
    left.over = ms < 0;
    left.longer = ms > timer->whole_ms;
    left.last_minutes = ms >= 0 && ms <= LAST_MS;
    if (timer->whole_ms > 0 && ms > 0)
        left.fraction = ms < timer->whole_ms ? (double)ms / (double)timer->whole_ms : 1;
    /* Up to the second, so that 0:00 is the very end; after it every whole second counts. */
    int64_t seconds = left.over ? -ms / 1000 : (ms + 999) / 1000;
    int minutes = seconds / 60 > MOST_MINUTES ? MOST_MINUTES : (int)(seconds / 60);
    snprintf(left.text, sizeof left.text, "%s%02d:%02d", left.over ? "+" : "", minutes,
             (int)(seconds % 60));
    return left;
}

struct clock_left clock_shown(const struct room *room, int64_t now_ms)
{
    if (room->workshop.hide_timers)
        return (struct clock_left){.shown = false};
    return clock_left(&room->timer, now_ms);
}
