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
    window_fade(&p->window);
}

static void reorder(struct presenter *p)
{
    struct view view = room_of(p)->view;
    view.by_average = !view.by_average;
    look(p, view);
    window_fade(&p->window);
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

static void blank(struct presenter *p)
{
    p->blank = !p->blank;
    window_fade(&p->window);
}

static void freeze(struct presenter *p)
{
    p->frozen = !p->frozen;
}

static void next_page(struct presenter *p)
{
    p->page++;
}

static void previous_page(struct presenter *p)
{
    p->page--;
}

static void open_overlay(struct presenter *p, enum overlay overlay)
{
    p->overlay = p->overlay == overlay ? OVERLAY_NONE : overlay;
    p->overlay_top = 0;
}

static void show_keys(struct presenter *p)
{
    open_overlay(p, OVERLAY_KEYS);
}

static void show_own(struct presenter *p)
{
    open_overlay(p, OVERLAY_OWN);
}

/* Esc closes what is on top; with nothing there it leaves only together with Ctrl, so that a slip
 * does not end the workshop. */
static void close_top(struct presenter *p)
{
    p->overlay = OVERLAY_NONE;
    p->blank = false;
}

static void leave(struct presenter *p)
{
    p->leaving = true;
}

static const struct {
    enum input_key key;
    unsigned modifiers;
    char letter;
    void (*obey)(struct presenter *);
} keys[] = {
    {KEY_RIGHT, 0, 0, go_on},
    {KEY_SPACE, 0, 0, go_on},
    {KEY_PAGE_DOWN, 0, 0, go_on},
    {KEY_LEFT, 0, 0, go_back},
    {KEY_PAGE_UP, 0, 0, go_back},
    {KEY_UP, 0, 0, focus_up},
    {KEY_DOWN, 0, 0, focus_down},
    {KEY_LETTER, 0, 'r', reveal},
    {KEY_LETTER, 0, 'o', reorder},
    {KEY_LETTER, 0, 'p', pause_timer},
    {KEY_LETTER, 0, 'm', add_minute},
    {KEY_LETTER, 0, 'b', blank},
    {KEY_LETTER, 0, 'f', freeze},
    {KEY_TAB, 0, 0, next_page},
    {KEY_TAB, WITH_SHIFT, 0, previous_page},
    {KEY_F1, 0, 0, show_keys},
    {KEY_F2, 0, 0, show_own},
    {KEY_ESCAPE, 0, 0, close_top},
    {KEY_LETTER, WITH_CONTROL, 'q', leave},
};

void keys_obey(struct presenter *p)
{
    struct ui *ui = &p->window.ui;
    window_own_keys(&p->window);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (keys[i].letter ? ui_letter(ui, keys[i].letter, keys[i].modifiers)
                           : ui_pressed(ui, keys[i].key, keys[i].modifiers))
            keys[i].obey(p);
    if (ui_typed(ui, "?"))
        show_keys(p);
}
