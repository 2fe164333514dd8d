#include "presenter/state.h"

/* The facilitator's keys. Most ask the host for something; the rest are the window's own. */

/* The host's answer comes as a changed room. A full mailbox means that nobody has listened for
 * hundreds of keys: this one is let go. */
static void ask(struct presenter *p, struct command *command)
{
    command->id = ++p->next_id;
    if (!mailbox_post_command(p->box, command))
        p->next_id--;
}

static const struct room *room_of(const struct presenter *p)
{
    return p->rooms[VIEWER_PROJECTOR];
}

/* Two quick presses are two steps: the second goes on from where the first asked to be. */
static void go(struct presenter *p, int direction)
{
    struct place from = p->going.item == UINT8_MAX ? room_of(p)->place : p->going;
    struct command command = {.kind = COMMAND_GO,
                              .change.place = room_place_after(room_of(p), from, direction)};
    p->going = command.change.place;
    ask(p, &command);
}

static void go_on(struct presenter *p)
{
    go(p, 1);
}

static void go_back(struct presenter *p)
{
    go(p, -1);
}

static void look(struct presenter *p, struct view view)
{
    struct command command = {.kind = COMMAND_LOOK, .change.view = view};
    ask(p, &command);
}

/* Moves the row that is being spoken of, in the order in which the rows stand. */
static void move_focus(struct presenter *p, int by)
{
    const struct room *room = room_of(p);
    condition_id order[CONDITIONS_MAX];
    int count = room_condition_order(room, order), at = -1;
    if (room_stage(room) != STAGE_GRID)
        return;
    for (int i = 0; i < count; i++)
        if (order[i] == room->view.focus)
            at = i;
    at = at < 0 && by < 0 ? count - 1 : at + by;
    struct view view = room->view;
    view.focus = at >= 0 && at < count ? (uint8_t)order[at] : 0;
    look(p, view);
}

static void focus_up(struct presenter *p)
{
    move_focus(p, -1);
}

static void focus_down(struct presenter *p)
{
    move_focus(p, 1);
}

static void reveal(struct presenter *p)
{
    struct view view = room_of(p)->view;
    view.targets = !view.targets;
    look(p, view);
}

static void reorder(struct presenter *p)
{
    struct view view = room_of(p)->view;
    view.by_average = !view.by_average;
    look(p, view);
}

static void time_it(struct presenter *p, enum timer_action action, int64_t milliseconds)
{
    struct command command = {
        .kind = COMMAND_TIME,
        .change.timer = {.action = (uint8_t)action, .milliseconds = milliseconds}};
    ask(p, &command);
}

static void pause_timer(struct presenter *p)
{
    time_it(p, room_of(p)->timer.running ? TIMER_PAUSE : TIMER_START, 0);
}

static void add_minute(struct presenter *p)
{
    time_it(p, TIMER_ADD, 60 * 1000);
}

/* Lays a panel over the stage, or takes away the one that lies there. */
static void put_overlay(struct presenter *p, enum overlay overlay)
{
    p->overlay = overlay;
    p->overlay_top = 0;
    p->window.dropped[0] = '\0';
}

/* An empty screen hides a panel too. */
static void blank(struct presenter *p)
{
    p->blank = !p->blank;
    put_overlay(p, OVERLAY_NONE);
}

/* Holds what was last drawn: the room as it is keeps changing, and a copy of it is shown. */
static void freeze(struct presenter *p)
{
    p->frozen = !p->frozen;
    if (!p->frozen)
        return;
    *p->held = *room_of(p);
    p->frame.room = p->held;
    p->frame.motion = NULL;
}

static void next_page(struct presenter *p)
{
    p->page++;
}

static void previous_page(struct presenter *p)
{
    p->page--;
}

static void show_keys(struct presenter *p)
{
    put_overlay(p, p->overlay == OVERLAY_KEYS ? OVERLAY_NONE : OVERLAY_KEYS);
}

static void show_own(struct presenter *p)
{
    put_overlay(p, p->overlay == OVERLAY_OWN ? OVERLAY_NONE : OVERLAY_OWN);
}

/* Esc closes what is on top; with nothing there it does nothing, so that a slip does not end the
 * workshop: leaving takes Ctrl as well. */
static void close_top(struct presenter *p)
{
    if (p->overlay != OVERLAY_NONE)
        put_overlay(p, OVERLAY_NONE);
    else if (p->blank)
        p->blank = false;
    else
        p->frozen = false;
}

static void leave(struct presenter *p)
{
    p->leaving = true;
}

static void line_up(struct presenter *p)
{
    p->overlay_top--;
}

static void line_down(struct presenter *p)
{
    p->overlay_top++;
}

static void lines_up(struct presenter *p)
{
    p->overlay_top -= p->overlay_step;
}

static void lines_down(struct presenter *p)
{
    p->overlay_top += p->overlay_step;
}

struct key {
    enum input_key key;
    unsigned modifiers;
    char letter;
    void (*obey)(struct presenter *);
};

/* With the stage in sight, nothing lying over it. */
static const struct key stage_keys[] = {
    {KEY_RIGHT, 0, 0, go_on},         {KEY_SPACE, 0, 0, go_on},
    {KEY_PAGE_DOWN, 0, 0, go_on},     {KEY_LEFT, 0, 0, go_back},
    {KEY_PAGE_UP, 0, 0, go_back},     {KEY_UP, 0, 0, focus_up},
    {KEY_DOWN, 0, 0, focus_down},     {KEY_LETTER, 0, 'r', reveal},
    {KEY_LETTER, 0, 'o', reorder},    {KEY_LETTER, 0, 'p', pause_timer},
    {KEY_LETTER, 0, 'm', add_minute}, {KEY_LETTER, 0, 'f', freeze},
    {KEY_TAB, 0, 0, next_page},       {KEY_TAB, WITH_SHIFT, 0, previous_page},
};

/* With a panel over it: the stage stays where it is. */
static const struct key panel_keys[] = {
    {KEY_UP, 0, 0, line_up},
    {KEY_DOWN, 0, 0, line_down},
    {KEY_PAGE_UP, 0, 0, lines_up},
    {KEY_PAGE_DOWN, 0, 0, lines_down},
};

static const struct key all_keys[] = {
    {KEY_LETTER, 0, 'b', blank},
    {KEY_F1, 0, 0, show_keys},
    {KEY_F2, 0, 0, show_own},
    {KEY_ESCAPE, 0, 0, close_top},
    {KEY_LETTER, WITH_CONTROL, 'q', leave},
};

static void obey_those(struct presenter *p, const struct key keys[], size_t count)
{
    struct ui *ui = &p->window.ui;
    for (size_t i = 0; i < count; i++)
        if (keys[i].letter ? ui_letter(ui, keys[i].letter, keys[i].modifiers)
                           : ui_pressed(ui, keys[i].key, keys[i].modifiers))
            keys[i].obey(p);
}

void keys_obey(struct presenter *p)
{
    window_own_keys(&p->window);
    if (p->overlay == OVERLAY_NONE)
        obey_those(p, stage_keys, sizeof stage_keys / sizeof *stage_keys);
    else
        obey_those(p, panel_keys, sizeof panel_keys / sizeof *panel_keys);
    obey_those(p, all_keys, sizeof all_keys / sizeof *all_keys);
    if (ui_typed(&p->window.ui, "?"))
        show_keys(p);
}
