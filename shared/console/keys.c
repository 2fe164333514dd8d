/* The facilitator's keys, one table. How they are told stands in help.c, and what those do that a
 * button does too in leading.c. Keys mean the same in every window; a field that is being typed in,
 * or a button with the focus, takes its own first. */

#include <string.h>

#include "console/parts.h"

static void go_on(struct console *c)
{
    console_step(c, 1);
}

static void go_back(struct console *c)
{
    console_step(c, -1);
}

/* Moves the row that is being spoken of, in the order in which the rows stand. */
static void move_focus(struct console *c, int by)
{
    const struct room *room = c->sight.room;
    condition_id order[CONDITIONS_MAX];
    int count = room_condition_order(room, order), at = -1;
    if (room_stage(room) == STAGE_ACTIONS)
        console_actions_walk(c, by);
    if (room_stage(room) != STAGE_GRID)
        return;
    struct view view = console_looking(c);
    for (int i = 0; i < count; i++)
        if (order[i] == view.focus)
            at = i;
    at = at < 0 && by < 0 ? count - 1 : at + by;
    view.focus = at >= 0 && at < count ? (uint8_t)order[at] : 0;
    console_look(c, view);
}

static void focus_up(struct console *c)
{
    move_focus(c, -1);
}

static void focus_down(struct console *c)
{
    move_focus(c, 1);
}

/* Up and down walk what waits where that can be seen, else the rows of the grid. */
static bool has_queue(const struct console *c)
{
    return c->view == CONSOLE_RUN && c->sight.in_sight && c->run.queue.count > 0;
}

static void up(struct console *c)
{
    if (has_queue(c))
        console_run_move(c, -1);
    else
        focus_up(c);
}

static void down(struct console *c)
{
    if (has_queue(c))
        console_run_move(c, 1);
    else
        focus_down(c);
}

static void agree(struct console *c)
{
    if (has_queue(c))
        console_run_agree(c);
}

static void suggest(struct console *c)
{
    if (has_queue(c))
        console_run_suggest(c);
}

static void later(struct console *c)
{
    if (has_queue(c))
        console_run_later(c);
}

static void jump(struct console *c)
{
    if (c->sight.in_sight)
        console_run_jump(c);
}

static void turn_notes(struct console *c)
{
    if (c->sight.in_sight && c->view == CONSOLE_RUN)
        console_run_turn_notes(c);
}

static void show_people(struct console *c)
{
    if (c->sight.in_sight)
        console_go(c, c->view == CONSOLE_PEOPLE ? CONSOLE_RUN : CONSOLE_PEOPLE);
}

/* On a vote the key of revealing is that of its next step. */
static void reveal(struct console *c)
{
    if (!console_votes_step(c))
        console_reveal(c);
}

static void workings(struct console *c)
{
    console_votes_turn(c);
}

static void reorder(struct console *c)
{
    struct view view = console_looking(c);
    view.by_average = !view.by_average;
    console_look(c, view);
}

static void grow(struct console *c, int by)
{
    struct view view = console_looking(c);
    int larger = view.larger + by;
    if (larger < 0 || larger > LARGER_MOST)
        return;
    view.larger = (uint8_t)larger;
    console_look(c, view);
}

/* On the grid the key looks back, elsewhere it hides timers. */
static void look_back(struct console *c)
{
    if (room_stage(c->sight.room) == STAGE_GRID)
        console_then(c);
    else
        console_hide_timers(c);
}

static void larger(struct console *c)
{
    grow(c, 1);
}

static void smaller(struct console *c)
{
    grow(c, -1);
}

static void decide_tie(struct console *c)
{
    if (!console_votes_run_off(c))
        console_replan(c);
}

static void turn(struct console *c, int by)
{
    int pages = stage_pages(&c->stage);
    if (pages < 2)
        return;
    c->page = (c->page + by + pages) % pages;
    console_look(c, console_looking(c));
}

static void next_page(struct console *c)
{
    turn(c, 1);
}

static void previous_page(struct console *c)
{
    turn(c, -1);
}

static void show_keys(struct console *c)
{
    c->help = !c->help;
}

static void show_console(struct console *c)
{
    c->wish->console = true;
}

/* Whoever shows the console has the files. */
static void bring_in(struct console *c)
{
    c->wish->bring = true;
}

static void change_theme(struct console *c)
{
    c->wish->theme = true;
}

static void full_screen(struct console *c)
{
    c->wish->full_screen = true;
}

static void leave(struct console *c)
{
    c->wish->leave = true;
}

/* Esc closes what is on top; with nothing there it does nothing, so that a slip does not end the
 * workshop: leaving takes Ctrl as well. */
static void close_top(struct console *c)
{
    if (c->escaped)
        return;
    if (c->help)
        c->help = false;
    else if (c->run.closing)
        c->run.closing = false;
    else if (console_board_escape(c) || console_votes_escape(c))
        return;
    else if (c->sight.over_stage)
        c->wish->console = true;
    else if (c->blank)
        console_blank(c);
    else if (c->frozen)
        console_hold(c);
}

/* A key, a letter, or a sign that is typed, where its key differs between keyboards. */
struct stroke {
    enum input_key key;
    unsigned modifiers;
    char letter;
    const char *sign;
    void (*obey)(struct console *console);
};

static const struct stroke strokes[] = {
    {KEY_RIGHT, 0, 0, NULL, go_on},
    {KEY_SPACE, 0, 0, NULL, go_on},
    {KEY_PAGE_DOWN, 0, 0, NULL, go_on},
    {KEY_LEFT, 0, 0, NULL, go_back},
    {KEY_PAGE_UP, 0, 0, NULL, go_back},
    {KEY_UP, 0, 0, NULL, up},
    {KEY_DOWN, 0, 0, NULL, down},
    {KEY_UP, WITH_SHIFT, 0, NULL, focus_up},
    {KEY_DOWN, WITH_SHIFT, 0, NULL, focus_down},
    {KEY_LETTER, 0, 'a', NULL, agree},
    {KEY_LETTER, 0, 's', NULL, suggest},
    {KEY_LETTER, 0, 'l', NULL, later},
    {KEY_LETTER, 0, 'c', NULL, run_round_go_on},
    {KEY_LETTER, 0, 'g', NULL, jump},
    {KEY_LETTER, 0, 'i', NULL, turn_notes},
    {KEY_LETTER, 0, 'n', NULL, show_people},
    {KEY_LETTER, 0, 'h', NULL, look_back},
    {KEY_LETTER, WITH_SHIFT, 'h', NULL, console_hide_timers},
    {KEY_LETTER, 0, 'd', NULL, decide_tie},
    {KEY_LETTER, 0, 'u', NULL, console_undo},
    {KEY_LETTER, WITH_SHIFT, 'u', NULL, console_redo},
    {KEY_LETTER, 0, 'r', NULL, reveal},
    {KEY_LETTER, 0, 'w', NULL, workings},
    {KEY_LETTER, 0, 'o', NULL, reorder},
    {KEY_TAB, 0, 0, NULL, next_page},
    {KEY_LETTER, 0, '.', NULL, next_page},
    {KEY_TAB, WITH_SHIFT, 0, NULL, previous_page},
    {KEY_LETTER, 0, ',', NULL, previous_page},
    {KEY_LETTER, 0, 'p', NULL, console_pause},
    {KEY_LETTER, 0, 'm', NULL, console_add_minute},
    {KEY_LETTER, 0, 'b', NULL, console_blank},
    {KEY_LETTER, 0, 'f', NULL, console_hold},
    {KEY_LETTER, WITH_CONTROL, 'e', NULL, console_close},
    {KEY_LETTER, 0, 'x', NULL, console_write},
    {KEY_LETTER, WITH_CONTROL, 'i', NULL, bring_in},
    {KEY_LETTER, 0, 0, "+", larger},
    {KEY_LETTER, 0, 0, "-", smaller},
};

/* Those of the window itself, in a view that keeps its keys too. */
static const struct stroke window_strokes[] = {
    {KEY_LETTER, 0, 't', NULL, change_theme},     {KEY_F11, 0, 0, NULL, full_screen},
    {KEY_F2, 0, 0, NULL, show_console},           {KEY_F1, 0, 0, NULL, show_keys},
    {KEY_LETTER, 0, 0, "?", show_keys},           {KEY_ESCAPE, 0, 0, NULL, close_top},
    {KEY_LETTER, WITH_CONTROL, 'q', NULL, leave}, {KEY_F4, 0, 0, NULL, console_conduct_show},
    {KEY_F6, 0, 0, NULL, console_conduct_pause},  {KEY_F7, 0, 0, NULL, console_conduct_step},
    {KEY_F8, 0, 0, NULL, console_conduct_slower}, {KEY_F9, 0, 0, NULL, console_conduct_faster},
};

static bool is_struck(const struct ui *ui, const struct stroke *stroke)
{
    if (stroke->sign)
        return ui_typed(ui, stroke->sign);
    return stroke->letter ? ui_letter(ui, stroke->letter, stroke->modifiers)
                          : ui_pressed(ui, stroke->key, stroke->modifiers);
}

/* All but the letters in `kept`, which are the view's own. */
static void obey_those(struct console *c, struct ui *ui, const struct stroke *these, size_t count,
                       const char *kept)
{
    for (size_t i = 0; i < count; i++) {
        bool own = these[i].letter && !these[i].modifiers && strchr(kept, these[i].letter);
        if (!own && is_struck(ui, &these[i]))
            these[i].obey(c);
    }
}

void console_keys(struct console *c, struct ui *ui)
{
    bool keeps = ui == c->keeping;
    if (!keeps || c->kept)
        obey_those(c, ui, strokes, sizeof strokes / sizeof *strokes, keeps ? c->kept : "");
    obey_those(c, ui, window_strokes, sizeof window_strokes / sizeof *window_strokes, "");
}
