#include "console/console.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/table.h"
#include "base/text.h"
#include "console/parts.h"
#include "stage/clock.h"
#include "stage/training.h"
#include "ui/mark.h"
#include "words/words.h"

/* The views, in the order of their buttons and of Ctrl+1, Ctrl+2, ... */
static const struct {
    enum word title;
    void (*draw)(struct console *console);
    bool keeps_keys;  /* arrows and letters are its own while it is looked at */
    const char *kept; /* these letters alone are; NULL: all */
    /* A form fills it: all keys are the form's, so that what is typed beside a field does nothing
     * elsewhere. NULL: it has none. */
    bool (*has_form)(const struct console *console);
} views[CONSOLE_VIEW_COUNT] = {
    [CONSOLE_RUN] = {WORD_CONSOLE_RUN, console_run_draw},
    [CONSOLE_PEOPLE] = {WORD_CONSOLE_PEOPLE, console_people_draw},
    [CONSOLE_BOARD] = {WORD_CONSOLE_BOARD, console_board_draw},
    [CONSOLE_FINDINGS] = {WORD_CONSOLE_FINDINGS, console_findings_draw, true, "w"},
    [CONSOLE_TALKS] = {WORD_CONSOLE_TALKS, console_talk_draw, true},
    [CONSOLE_VOTES] = {WORD_CONSOLE_VOTES, console_votes_draw, false, NULL, console_votes_has_form},
    [CONSOLE_ACTIONS] = {WORD_CONSOLE_ACTIONS, console_actions_draw, true, "w",
                         console_actions_has_form},
    [CONSOLE_CONDUCT] = {WORD_CONDUCT_VIEW, console_conduct_draw},
};

enum error console_create(struct console **out)
{
    struct console *c = *out = calloc(1, sizeof *c);
    if (!c)
        return ERROR_MEMORY;
    enum error e = room_create(&c->made);
    if (e == ERROR_OK)
        e = room_create(&c->held);
    if (e == ERROR_OK)
        console_clear(c);
    else
        console_destroy(out);
    return e;
}

void console_destroy(struct console **console)
{
    if (!*console)
        return;
    room_destroy(&(*console)->made);
    room_destroy(&(*console)->held);
    free(*console);
    *console = NULL;
}

void console_clear(struct console *c)
{
    struct room *made = c->made, *held = c->held;
    room_clear(made);
    table_clear(c, sizeof *c);
    c->made = made;
    c->held = held;
    c->entered = true;
    c->place.item = c->going.item = UINT8_MAX;
    c->people.chosen.school = UINT16_MAX; /* nobody yet */
}

struct command *console_command(struct console *c, enum command_kind kind)
{
    if (c->wish->commands == CONSOLE_COMMANDS_MAX)
        return NULL;
    struct command *command = &c->wish->command[c->wish->commands++];
    *command = (struct command){.kind = kind};
    return command;
}

void console_say(struct console *c, const char *text)
{
    text_copy(c->say, sizeof c->say, text);
    c->say_until_ms = c->sight.now_ms + CONSOLE_SAY_MS;
}

void console_refused(struct console *c, enum refusal refusal)
{
    console_say(c, refusal_text(refusal));
    console_actions_refused(c, refusal);
    c->asked_ms = 0;           /* the next look is made from what the room has */
    c->going.item = UINT8_MAX; /* and the next step from where the room is */
    console_votes_refused(c, (uint8_t)refusal);
}

void console_go(struct console *c, enum console_view view)
{
    if (view >= CONSOLE_VIEW_COUNT || !views[view].draw)
        return;
    if (view == CONSOLE_CONDUCT && !c->sight.room->workshop.training)
        return;
    c->entered = view != c->view;
    c->run.closing = c->run.closing && !c->entered; /* what was asked is out of sight */
    c->view = view;
}

/* ---- the header ---- */

enum {
    TAB_Y = 12,
    TAB_H = 48,
    TAB_PADDING = 16,
    TAB_NARROW = 10,
    TITLE_W = 280,
    TITLE_NARROW = 168
};

/* Conducting has its button on the strip. */
static bool has_tab(unsigned view)
{
    return views[view].draw && view != CONSOLE_CONDUCT;
}

static double tab_width(const struct console *c, struct draw_list *list, unsigned view)
{
    return draw_width(list, SEMIBOLD(24), word(views[view].title)) +
           2 * (c->layout.narrow ? TAB_NARROW : TAB_PADDING);
}

static double draw_tab(struct console *c, double x, enum console_view view)
{
    struct ui *ui = c->ui;
    const char *title = word(views[view].title);
    ui_id id = ui_id_of("console-view", (int)view);
    double w = tab_width(c, ui->list, view);
    bool here = view == c->view;
    if (ui_area(ui, id, x, TAB_Y, w, TAB_H, 24, 0, here ? UI_CHOSEN : 0))
        console_go(c, view);
    if (here || ui_hovered(ui, id))
        draw_round(ui->list, x, TAB_Y, w, TAB_H, 24, here ? TOKEN_TINT : TOKEN_SUNKEN);
    draw_text(ui->list, x + w / 2, TAB_Y + (TAB_H - 32) / 2.0, SEMIBOLD(24), ALIGN_CENTRE,
              here ? TOKEN_INK : TOKEN_INK2, title);
    return w;
}

static void draw_tabs(struct console *c, double x)
{
    ui_group(c->ui, ui_id_of("console-views", 0), 0);
    for (unsigned view = 0; view < CONSOLE_VIEW_COUNT; view++)
        if (has_tab(view))
            x += draw_tab(c, x, (enum console_view)view) + 4;
    ui_group_end(c->ui);
}

/* "Code KTRM 7XPD", ending at `right`; returns where it begins, or `right` when there is no room
 * from `least` on. */
static double draw_fact(struct draw_list *list, double least, double right, const char *label,
                        const char *value)
{
    double value_w = draw_width(list, SEMIBOLD(24), value);
    double left = right - value_w - 12 - draw_width(list, REGULAR(24), label);
    if (!value[0] || left < least)
        return right;
    draw_text(list, right, 20, SEMIBOLD(24), ALIGN_RIGHT, TOKEN_INK, value);
    draw_text(list, left, 20, REGULAR(24), ALIGN_LEFT, TOKEN_INK2, label);
    return left - 32;
}

static void draw_header(struct console *c)
{
    struct draw_list *list = c->ui->list;
    const struct room *room = c->sight.room;
    double right = c->layout.across - CONSOLE_MARGIN;
    draw_clip(list, 0, 0, c->layout.across, CONSOLE_HEADER);
    draw_rect(list, 0, 0, c->layout.across, CONSOLE_HEADER - 2, TOKEN_SURFACE);
    draw_rect(list, 0, CONSOLE_HEADER - 2, c->layout.across, 2, TOKEN_LINE);
    mark_logo(list, CONSOLE_MARGIN, 16, 40);
    char clock[CLOCK_TEXT_SIZE];
    clock_of_day(clock, c->sight.clock);
    draw_text(list, right, 14, type_tabular(SEMIBOLD(36)), ALIGN_RIGHT, TOKEN_INK, clock);
    right -= draw_width(list, type_tabular(SEMIBOLD(36)), clock) + 32;
    double tabs = 0, title_w = c->layout.narrow ? TITLE_NARROW : TITLE_W;
    for (unsigned view = 0; view < CONSOLE_VIEW_COUNT; view++)
        if (has_tab(view))
            tabs += tab_width(c, list, view) + 4;
    double tabs_x = 88 + title_w + 24;
    char code[16], address[ROOM_ADDRESS_SIZE];
    console_room_code(code, room);
    room_address(address, room);
    right = draw_fact(list, tabs_x + tabs + 24, right, word(WORD_CONSOLE_CODE), code);
    draw_fact(list, tabs_x + tabs + 24, right, word(WORD_CONSOLE_ADDRESS), address);
    draw_text_within(list, 88, 20, title_w, SEMIBOLD(24), ALIGN_LEFT, TOKEN_INK,
                     room->workshop.title);
    draw_tabs(c, tabs_x);
    draw_unclip(list);
}

static void draw_say(struct console *c)
{
    struct draw_list *list = c->ui->list;
    if (c->say_until_ms == 0)
        return;
    if (c->sight.now_ms >= c->say_until_ms) {
        c->say_until_ms = 0;
        return;
    }
    double most = c->layout.across - 4 * CONSOLE_MARGIN - 64;
    double w = draw_width(list, SEMIBOLD(24), c->say);
    w = w > most ? most : w;
    double x = (c->layout.across - w) / 2;
    double y = console_conduct_height(c) + (CONSOLE_HEADER - 56) / 2.0;
    draw_round(list, x - 32, y, w + 64, 56, 28, TOKEN_INK);
    draw_text_within(list, x, y + 12, w + 1, SEMIBOLD(24), ALIGN_LEFT, TOKEN_PAPER, c->say);
}

void console_draw(struct console *c, struct ui *ui, const struct layout *layout)
{
    struct draw_list *list = ui->list;
    c->ui = ui;
    c->layout = *layout;
    c->x = CONSOLE_MARGIN;
    c->y = console_conduct_height(c) + CONSOLE_HEADER;
    c->w = layout->across - 2 * CONSOLE_MARGIN;
    c->h = layout->down - c->y;
    draw_rect(list, 0, 0, layout->across, layout->down, TOKEN_PAPER);
    for (unsigned view = 0; view < CONSOLE_VIEW_COUNT && view < 9; view++)
        if (ui_letter(ui, (char)('1' + view), WITH_CONTROL))
            console_go(c, (enum console_view)view);
    c->entered |= !ui->focus; /* something else was over it, or what had the focus is gone */
    bool entered = c->entered;
    enum console_view shown = c->view;
    bool form = views[c->view].has_form && views[c->view].has_form(c);
    c->keeping = form || views[c->view].keeps_keys ? ui : NULL;
    c->kept = form ? NULL : views[c->view].kept;
    views[c->view].draw(c);
    if (entered && c->view == shown)
        c->entered = false;
    draw_origin(list, 0, console_conduct_height(c));
    draw_header(c);
    draw_origin(list, 0, 0);
    console_conduct_strip(c);
    if (c->help) {
        ui->ring.there = false; /* nothing shines through the panel */
        console_help_draw(list, layout, c->sight.room);
    }
    draw_say(c);
    c->ui = NULL;
}
