#include "console/conduct.h"

#include <stdio.h>

#include "console/conduct_parts.h"
#include "stage/training.h"
#include "ui/icon.h"
#include "ui/mark.h"

/* For so long after something was asked for, the next asking goes on from it. */
enum { ANSWER_MS = 1000, KEYED_GAP = 16, CAP = 52, CAP_GAP = 12, ICON = 28, KEYS_Y = 10 };

static const uint8_t paces[] = {1, 2, 5, 10, PACE_MOST};
enum { PACES = sizeof paces };

bool conduct_has_players(const struct room *room)
{
    return room->workshop.training && room->characters[1].school;
}

double console_conduct_height(const struct console *c)
{
    return c->sight.room->workshop.training ? CONDUCT_STRIP : 0;
}

/* ---- what is asked for ---- */

static struct conducting_item conducting_of(struct console *c)
{
    struct conducting_item now = c->sight.room->conducting;
    struct console_conduct *conduct = &c->conduct;
    bool answered = now.paused == conduct->asked.paused && now.pace == conduct->asked.pace;
    if (answered || c->sight.now_ms - conduct->asked_ms >= ANSWER_MS)
        conduct->asked_ms = 0;
    return conduct->asked_ms ? conduct->asked : now;
}

void conduct_ask(struct console *c, enum conduct what, unsigned value)
{
    struct command *command = console_command(c, COMMAND_CONDUCT);
    if (command)
        command->change.conduct =
            (struct conduct_change){.what = (uint8_t)what, .value = (uint8_t)value};
}

static void remember(struct console *c, struct conducting_item asked)
{
    c->conduct.asked = asked;
    c->conduct.asked_ms = c->sight.now_ms > 0 ? c->sight.now_ms : 1;
}

void console_conduct_pause(struct console *c)
{
    if (!conduct_has_players(c->sight.room))
        return;
    if (c->sight.players) {
        c->wish->players = true;
        console_say(c, word(WORD_CONDUCT_COMING));
        return;
    }
    struct conducting_item now = conducting_of(c);
    conduct_ask(c, now.paused ? CONDUCT_GO_ON : CONDUCT_PAUSE, 0);
    now.paused = !now.paused;
    remember(c, now);
}

void console_conduct_step(struct console *c)
{
    if (!conduct_has_players(c->sight.room))
        return;
    if (conducting_of(c).paused)
        conduct_ask(c, CONDUCT_STEP, 0);
    else
        console_say(c, word(WORD_CONDUCT_STEP_FIRST));
}

/* The nearest of the paces beyond the one that is kept; 0: there is none. */
static uint8_t next_pace(uint8_t pace, int direction)
{
    for (int i = 0; direction > 0 && i < PACES; i++)
        if (paces[i] > pace)
            return paces[i];
    for (int i = PACES - 1; direction < 0 && i >= 0; i--)
        if (paces[i] < pace)
            return paces[i];
    return 0;
}

static void change_pace(struct console *c, int direction)
{
    if (!conduct_has_players(c->sight.room))
        return;
    struct conducting_item now = conducting_of(c);
    uint8_t pace = next_pace(now.pace, direction);
    if (!pace)
        return;
    conduct_ask(c, CONDUCT_PACE, pace);
    now.pace = pace;
    remember(c, now);
}

void console_conduct_slower(struct console *c)
{
    change_pace(c, -1);
}

void console_conduct_faster(struct console *c)
{
    change_pace(c, 1);
}

/* Where the console is not to be seen it comes up with this view. */
void console_conduct_show(struct console *c)
{
    if (!conduct_has_players(c->sight.room))
        return;
    bool there = c->sight.in_sight && c->view == CONSOLE_CONDUCT;
    console_go(c, there ? CONSOLE_RUN : CONSOLE_CONDUCT);
    c->wish->console = !c->sight.in_sight;
}

/* ---- the strip ---- */

/* Somebody who is scripted is in the room. */
static bool is_attended(const struct room *room)
{
    bool attended = false;
    for (int i = 1; i <= CHARACTERS_MAX; i++)
        attended |= room->characters[i].attended;
    return attended;
}

/* Returns where it ends. */
static double draw_state(struct console *c, double x, bool paused)
{
    struct draw_list *list = c->ui->list;
    double middle = KEYS_Y + 20;
    enum word says = c->sight.players             ? WORD_CONDUCT_STUCK
                     : paused                     ? WORD_CONDUCT_PAUSED
                     : is_attended(c->sight.room) ? WORD_CONDUCT_GOING
                                                  : WORD_CONDUCT_ABSENT;
    const char *text = word(says);
    if (says == WORD_CONDUCT_STUCK)
        mark_bang(list, x + ICON / 2.0, middle, ICON);
    else if (says == WORD_CONDUCT_ABSENT)
        mark_dot(list, x + ICON / 2.0, middle, 20, SEAT_EMPTY);
    else
        icon_draw(list, paused ? ICON_PAUSE : ICON_PLAY, x, middle - ICON / 2.0, ICON, 3,
                  TOKEN_INK);
    draw_text(list, x + ICON + CAP_GAP, middle - 14, SEMIBOLD(20), ALIGN_LEFT, TOKEN_INK, text);
    return x + ICON + CAP_GAP + draw_width(list, SEMIBOLD(20), text);
}

static double keyed_width(const struct console *c, const char *does)
{
    return CAP + CAP_GAP + draw_width(c->ui->list, MEDIUM(20), does);
}

static void run_pace(struct console *c, double x, uint8_t pace)
{
    struct draw_list *list = c->ui->list;
    bool named = !c->layout.narrow;
    const char *slower = named ? word(WORD_CONDUCT_SLOWER) : "";
    const char *faster = named ? word(WORD_CONDUCT_FASTER) : "";
    char text[32];
    snprintf(text, sizeof text, word(WORD_CONDUCT_PACE), pace);
    double w = named ? keyed_width(c, slower) : CAP, y = KEYS_Y;
    if (console_keyed(c, "conduct-slower", x, y, w, "F8", slower, pace <= paces[0]))
        console_conduct_slower(c);
    x += w;
    draw_text(list, x + 44, y + 4, type_tabular(SEMIBOLD(24)), ALIGN_CENTRE, TOKEN_INK, text);
    x += 88;
    w = named ? keyed_width(c, faster) : CAP;
    if (console_keyed(c, "conduct-faster", x, y, w, "F9", faster, pace >= PACE_MOST))
        console_conduct_faster(c);
}

/* At the right edge, from there to the left. */
static void run_asking(struct console *c, bool paused)
{
    struct {
        const char *name, *key, *does;
        void (*obey)(struct console *console);
        bool off;
    } keys[] = {
        {"conduct-pause", "F6",
         word(c->sight.players ? WORD_CONDUCT_AGAIN
              : paused         ? WORD_CONDUCT_GO_ON
                               : WORD_CONDUCT_PAUSE),
         console_conduct_pause, false},
        {"conduct-step", "F7", word(WORD_CONDUCT_STEP), console_conduct_step, !paused},
        {"conduct-view", "F4", word(WORD_CONDUCT_VIEW), console_conduct_show, false},
    };
    double y = KEYS_Y, x = c->layout.across - CONSOLE_MARGIN + KEYED_GAP;
    for (int i = 0; i < 3; i++)
        x -= keyed_width(c, keys[i].does) + KEYED_GAP;
    for (int i = 0; i < 3; i++) {
        double w = keyed_width(c, keys[i].does);
        if (console_keyed(c, keys[i].name, x, y, w, keys[i].key, keys[i].does, keys[i].off))
            keys[i].obey(c);
        x += w + KEYED_GAP;
    }
}

void console_conduct_strip(struct console *c)
{
    struct draw_list *list = c->ui->list;
    double across = c->layout.across;
    struct conducting_item now = conducting_of(c);
    if (!console_conduct_height(c))
        return;
    draw_rect(list, 0, 0, across, CONDUCT_STRIP, now.paused ? TOKEN_TINT : TOKEN_SUNKEN);
    if (conduct_has_players(c->sight.room)) {
        ui_group(c->ui, ui_id_of("conduct", 0), 0);
        run_pace(c, draw_state(c, CONSOLE_MARGIN, now.paused) + 24, now.pace);
        run_asking(c, now.paused);
        ui_group_end(c->ui);
    } else {
        double w = (across - training_width(list, c->sight.room, TRAINING_CONSOLE)) / 2 -
                   CONSOLE_MARGIN - 16;
        draw_text_within(list, CONSOLE_MARGIN, KEYS_Y + 6, w, REGULAR(20), ALIGN_LEFT, TOKEN_INK,
                         word(WORD_CONDUCT_NOBODY));
    }
    training_draw(list, &c->layout, c->sight.room, TRAINING_CONSOLE);
}
