/* The time of the item, what it does to the plan, and its keys. */

#include "console/parts.h"

#include <stdio.h>

#include "console/plan.h"
#include "stage/clock.h"
#include "ui/mark.h"

enum { RING = 112, KEYS_WIDTH = 196 };

static void say_plan(char *to, size_t size, const struct plan *plan)
{
    char ends[CLOCK_TEXT_SIZE];
    clock_of_day(ends, plan->ends);
    if (!plan->known)
        to[0] = '\0';
    else if (plan->behind > 0)
        snprintf(to, size, word(WORD_CONSOLE_BEHIND), plan->behind);
    else if (plan->behind < 0)
        snprintf(to, size, word(WORD_CONSOLE_AHEAD), -plan->behind);
    else
        snprintf(to, size, word(WORD_CONSOLE_ON_TIME), ends);
}

static void draw_keys(struct console *c, double x, double y, double w, const struct plan *plan)
{
    const struct room *room = c->sight.room;
    bool none = !room->timer.shown, running = room->timer.running;
    bool hidden = room->kiosk.settings[SETTING_HIDE_TIMERS];
    if (console_keyed(c, "pause", x, y + 8, w, "P",
                      word(running ? WORD_CONSOLE_PAUSE : WORD_CONSOLE_GO_ON), none))
        console_pause(c);
    if (console_keyed(c, "minute", x, y + 56, w, "M", word(WORD_CONSOLE_ADD_MINUTE), none))
        console_add_minute(c);
    bool behind = plan->behind != 0 && !console_votes_has_tie(c); /* the key decides a tie */
    if (behind && console_keyed(c, "replan", x, y + 104, w, "D", word(WORD_CONSOLE_REPLAN), false))
        console_replan(c);
    if (!behind &&
        console_keyed(c, "hide", x, y + 104, w, room_stage(room) == STAGE_GRID ? "⇧H" : "H",
                      word(hidden ? WORD_CONSOLE_SHOW_TIMERS : WORD_CONSOLE_HIDE_TIMERS), false))
        console_hide_timers(c);
}

double run_time_draw(struct console *c, struct box box)
{
    struct draw_list *list = c->ui->list;
    const struct room *room = c->sight.room;
    struct clock_left left = clock_left(&room->timer, c->sight.now_ms);
    struct plan plan = plan_of(room, c->sight.clock, c->sight.now_ms);
    bool small = box.w < 560;
    double keys = KEYS_WIDTH, x = box.x + 24;
    draw_round(list, box.x, box.y, box.w, box.h, 16,
               left.last_minutes && !left.over ? TOKEN_TINT : TOKEN_SURFACE);
    if (left.shown && !small) {
        mark_timer(list, x, box.y + 20, RING, 16, left.over ? 1 : left.fraction,
                   left.over     ? TOKEN_INK
                   : left.paused ? TOKEN_INK2
                                 : TOKEN_ACCENT);
        x += RING + 24;
    }
    double w = box.x + box.w - keys - 16 - x;
    struct box text = {x, box.y, w, box.h};
    char line[128];
    if (left.shown) {
        struct type figures = type_tabular(SEMIBOLD(small ? 48 : 64));
        console_line(c, &text, box.y + (small ? 12 : 4), figures, TOKEN_INK, left.text);
        snprintf(line, sizeof line,
                 word(left.over     ? WORD_CONSOLE_OVER
                      : left.paused ? WORD_CONSOLE_PAUSED
                      : left.longer ? WORD_CONSOLE_LEFT_LONGER
                                    : WORD_CONSOLE_LEFT_OF),
                 (int)(room->timer.whole_ms / 60000));
        console_line(c, &text, box.y + 76, REGULAR(20), TOKEN_INK2,
                     room->kiosk.settings[SETTING_HIDE_TIMERS] ? word(WORD_CONSOLE_TIMERS_HIDDEN)
                                                               : line);
    } else { /* no figures stand above it: of two lines the first begins higher */
        const char *none = word(WORD_CONSOLE_NO_TIMER);
        double h = console_height(c, w, 2, REGULAR(20), none);
        draw_paragraph(list, x, box.y + 104 - h, w, 2, REGULAR(20), ALIGN_LEFT, WRAP_GREEDY,
                       TOKEN_INK2, none);
    }
    say_plan(line, sizeof line, &plan);
    int size = small ? 20 : 24;
    console_line(c, &text, box.y + 108, plan.behind ? SEMIBOLD(size) : MEDIUM(size), TOKEN_INK,
                 line);
    draw_keys(c, box.x + box.w - keys, box.y, keys - 8, &plan);
    return box.h;
}
