#include "console/actions.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "console/actions_parts.h"
#include "ui/mark.h"
#include "words/date.h"

enum { ROW = 64, SIGN = 28, GAP = 32, PANEL_WIDE = 800, PANEL_NARROW = 640 };

ui_id actions_list_id(void)
{
    return ui_id_of("actions", 0);
}

void actions_choose(struct console *c, action_id action)
{
    c->actions.chosen = action;
}

void actions_turn(struct console *c, enum actions_page page)
{
    c->actions.arrived = page != c->actions.page;
    c->actions.before = c->actions.page;
    c->actions.page = page;
    if (page == ACTIONS_CHOSEN && c->ui)
        ui_focus(c->ui, actions_list_id());
}

void console_actions_find(struct console *c, action_id action)
{
    console_go(c, CONSOLE_ACTIONS);
    actions_turn(c, ACTIONS_CHOSEN);
    c->actions.only = 0;
    actions_choose(c, action);
}

void console_actions_of_note(struct console *c, note_id note)
{
    const struct note_item *item = &c->sight.room->notes[note];
    action_id there = console_action_from(c, SOURCE_NOTE, note, 0);
    struct action_content content = {
        .level = ACTION_LEVEL_CLUSTER, .source = SOURCE_NOTE, .source_a = note};
    text_copy(content.text, sizeof content.text, item->text);
    console_actions_find(c, there);
    if (!there)
        actions_write(c, 0, &content);
}

/* As much of a sentence as an action's text may hold. */
static void copy_visible(char to[NOTE_SIZE], const char *from)
{
    size_t length = 0;
    for (int i = 0; i < NOTE_VISIBLE && from[length]; i++) {
        size_t next = text_grapheme(from + length);
        if (length + next >= NOTE_SIZE)
            break;
        length += next;
    }
    snprintf(to, NOTE_SIZE, "%.*s", (int)length, from);
}

void console_actions_of_finding(struct console *c, uint8_t kind, uint8_t number, const char *text)
{
    action_id there = console_action_from(c, SOURCE_FINDING, kind, number);
    struct action_content content = {.level = ACTION_LEVEL_CLUSTER,
                                     .source = SOURCE_FINDING,
                                     .source_a = kind,
                                     .source_b = number};
    content.condition = kind == FINDING_ADDED ? 0 : number;
    copy_visible(content.text, text);
    console_actions_find(c, there);
    if (!there)
        actions_write(c, 0, &content);
}

/* ---- rows ---- */

static void draw_sign(struct draw_list *list, const struct action_item *action, double x, double y)
{
    bool over = action->progress == PROGRESS_DONE || action->progress == PROGRESS_DROPPED;
    if (action->merged)
        mark_bullet(list, x + 4, y - 28, 20);
    else if (action->state == ACTION_WAITING)
        mark_bang(list, x + SIGN / 2.0, y, SIGN);
    else if (action->state == ACTION_PROPOSED)
        draw_ring(list, x + SIGN / 2.0, y, SIGN / 2.0, 4, TOKEN_ACCENT);
    else if (action->state == ACTION_PARKED)
        icon_draw(list, ICON_PAUSE, x + 2, y - 12, 24, 2.5, TOKEN_INK2);
    else if (action->earlier && !over)
        icon_draw(list, ICON_CLOCK, x + 2, y - 12, 24, 2.5, TOKEN_INK2);
    else if (action->progress == PROGRESS_DROPPED)
        icon_draw(list, ICON_CROSS, x + 2, y - 12, 24, 2.5, TOKEN_INK2);
    else
        mark_tick(list, x + SIGN / 2.0, y, SIGN, over ? TOKEN_INK2 : TOKEN_ACCENT,
                  over ? TOKEN_PAPER : TOKEN_ON_ACCENT);
}

/* What is to be said of it besides its fields. */
static void marks_of(char *to, size_t size, const struct acting *a, action_id action)
{
    const struct room *room = a->room;
    char priority[48];
    unsigned place = action_priority(room, room->actions[action].content.condition);
    snprintf(priority, sizeof priority, word(WORD_ACTIONS_PRIORITY), place);
    const char *marks[] = {
        room->view.action == action ? word(WORD_ACTIONS_IS_LARGE) : NULL,
        actions_in_ballot(room, action) ? word(WORD_ACTIONS_IN_BALLOT) : NULL,
        place && !room->actions[action].merged ? priority : NULL,
    };
    size_t used = 0;
    to[0] = '\0';
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (marks[i] && used < size)
            used += (size_t)snprintf(to + used, size - used, "%s%s", used ? ", " : "", marks[i]);
}

static void line_of(char to[ACTION_TEXT_SIZE], const struct acting *a,
                    const struct action_item *action)
{
    char state[ACTION_TEXT_SIZE], who[ACTION_TEXT_SIZE], condition[ACTION_TEXT_SIZE];
    action_state_text(state, action);
    if (action->state == ACTION_WAITING)
        action_seat_text(who, a->room, action->proposer);
    else
        action_owner_text(who, a->room, &action->content);
    if (!who[0] && !action->merged)
        text_copy(who, sizeof who, word(WORD_ACTIONS_WHO_WILL));
    if (action->state == ACTION_WAITING && !action->proposer)
        who[0] = '\0';
    action_condition_text(condition, a->room, action->content.condition);
    snprintf(to, ACTION_TEXT_SIZE, "%.200s%s%.300s%s%.400s", state, who[0] ? "  ·  " : "", who,
             condition[0] ? "  ·  " : "", condition);
}

/* Ending at `right`: how many support it. Returns where it begins. */
static double draw_support(struct draw_list *list, const struct action_item *action, double right,
                           double y)
{
    char count[16];
    if (!action->supports || action->merged)
        return right;
    snprintf(count, sizeof count, "%u", action->supports);
    double w = draw_width(list, SEMIBOLD(20), count);
    draw_text(list, right, y, SEMIBOLD(20), ALIGN_RIGHT, TOKEN_INK, count);
    draw_disc(list, right - w - 18, y + 14, 8, TOKEN_ACCENT);
    return right - w - 42;
}

static void draw_row(struct acting *a, int at, double x, double y, double w)
{
    struct draw_list *list = a->console->ui->list;
    action_id id = a->roll.action[at];
    const struct action_item *action = &a->room->actions[id];
    bool joining = a->console->actions.joining == id;
    char line[ACTION_TEXT_SIZE], marks[160], day[WORD_DATE_SIZE];
    double indent = action->merged ? 40 : 0, left = x + 12 + indent + SIGN + 16;
    double right = x + w - 12;
    if (at > 0 && at > a->console->actions.rows.top && a->roll.part[at] != a->roll.part[at - 1])
        draw_rect(list, x, y - 1, w, 2, TOKEN_LINE);
    draw_sign(list, action, x + 12 + indent, y + ROW / 2.0);
    word_day(day, action->merged ? 0 : action->content.due, a->console->sight.today);
    bool loose = roll_is_loose(action) && !action->content.due;
    const char *due = loose ? word(WORD_ACTIONS_NO_DATE) : day;
    double due_w = draw_width(list, REGULAR(20), due);
    draw_text(list, right, y + 4, REGULAR(20), ALIGN_RIGHT, loose ? TOKEN_ACCENT : TOKEN_INK, due);
    draw_text_within(list, left, y + 4, right - due_w - 16 - left, MEDIUM(20), ALIGN_LEFT,
                     action->merged ? TOKEN_INK2 : TOKEN_INK, action->content.text);
    line_of(line, a, action);
    marks_of(marks, sizeof marks, a, id);
    right = draw_support(list, action, right, y + 32);
    double marks_w = draw_width(list, SEMIBOLD(20), marks);
    draw_text(list, right, y + 32, SEMIBOLD(20), ALIGN_RIGHT, TOKEN_ACCENT, marks);
    draw_text_within(list, left, y + 32, right - marks_w - 16 - left, REGULAR(20), ALIGN_LEFT,
                     TOKEN_INK2, line);
    if (joining)
        draw_frame(list, x, y, w, ROW, 8, 3, TOKEN_ACCENT);
}

/* Finds the chosen one again; where it is gone, what stands in its place is chosen. */
static void follow_chosen(struct console_actions *actions, const struct roll *roll,
                          const struct room *room)
{
    int at = roll_find(roll, actions->chosen);
    if (at >= 0)
        actions->rows.chosen = at;
    if (roll_find(roll, actions->joining) < 0 || !room->actions[actions->joining].revision)
        actions->joining = 0;
}

static void choose_row(struct acting *a)
{
    struct console_actions *actions = &a->console->actions;
    actions->chosen = a->roll.count ? a->roll.action[actions->rows.chosen] : 0;
    a->chosen = actions->chosen;
    a->action = &a->room->actions[a->chosen];
}

/* Returns true when the chosen one was activated. */
static bool draw_list(struct acting *a, struct box box)
{
    struct console *c = a->console;
    struct rows *rows = &c->actions.rows;
    struct draw_list *list = c->ui->list;
    bool done =
        rows_run(c->ui, actions_list_id(), box.x, box.y, box.w, box.h, ROW, a->roll.count, rows);
    choose_row(a);
    for (int i = rows->top; i < a->roll.count && i < rows->top + rows->shown; i++) {
        double y = box.y + (i - rows->top) * ROW;
        if (i == rows->chosen)
            draw_round(list, box.x, y, box.w, ROW, 8, TOKEN_TINT);
        draw_row(a, i, box.x, y, box.w);
    }
    if (a->roll.count)
        return done;
    double y = box.y + 8;
    if (c->actions.only) {
        console_line(c, &box, y, REGULAR(20), TOKEN_INK2, word(WORD_ACTIONS_NONE_HERE));
        return false;
    }
    y = console_line(c, &box, y, SEMIBOLD(28), TOKEN_INK, word(WORD_ACTIONS_NONE)) + 8;
    draw_paragraph(list, box.x, y, box.w, 3, REGULAR(20), ALIGN_LEFT, WRAP_GREEDY, TOKEN_INK2,
                   word(WORD_ACTIONS_NONE_MORE));
    return false;
}

/* ---- keys ---- */

static void obey_keys(struct acting *a)
{
    static const char digits[PROGRESS_COUNT] = {'1', '2', '3', '4'};
    static const struct {
        char letter;
        unsigned modifiers;
        void (*obey)(struct acting *acting);
    } keys[] = {
        {'a', 0, actions_forward}, {'a', WITH_SHIFT, actions_back}, {'l', 0, actions_park},
        {'j', 0, actions_join},    {'x', 0, actions_part},
    };
    struct ui *ui = a->console->ui;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (ui_letter(ui, keys[i].letter, keys[i].modifiers))
            keys[i].obey(a);
    if (ui_pressed(ui, KEY_DELETE, 0) || ui_pressed(ui, KEY_BACKSPACE, 0))
        actions_remove(a);
    for (int on = 0; on < 2; on++) {
        if (ui_letter(ui, 's', on ? 0 : WITH_SHIFT))
            actions_support(a, on);
        if (ui_letter(ui, 'y', on ? 0 : WITH_SHIFT))
            actions_accept(a, on);
    }
    for (int i = 0; i < PROGRESS_COUNT; i++)
        if (ui_letter(ui, digits[i], 0))
            actions_progress(a, (enum progress)i);
    bool whole = a->chosen && !a->action->merged;
    if (whole && ui_letter(ui, 'e', 0))
        actions_write(a->console, a->chosen, NULL);
    if (whole && ui_letter(ui, 'k', 0))
        actions_ask_who(a->console, false);
    if (ui_letter(ui, 'w', 0))
        actions_write(a->console, 0, NULL);
}

static void leave(struct console *c)
{
    struct console_actions *actions = &c->actions;
    if (actions->page == ACTIONS_CHOSEN && !actions->joining &&
        ui_focused(c->ui, actions_list_id()))
        return;
    if (!console_escape(c))
        return;
    if (actions->page == ACTIONS_WHO && actions->who_for_draft) {
        actions_turn(c, ACTIONS_FORM);
        return;
    }
    if (actions->page == ACTIONS_CHOSEN)
        actions->joining = 0;
    actions_turn(c, ACTIONS_CHOSEN);
}

bool console_actions_has_form(const struct console *c)
{
    return c->actions.page != ACTIONS_CHOSEN;
}

void console_actions_draw(struct console *c)
{
    static void (*const pages[])(struct acting * acting, struct box box) = {
        [ACTIONS_CHOSEN] = actions_panel_draw,
        [ACTIONS_FORM] = actions_form_draw,
        [ACTIONS_WHO] = actions_who_draw,
    };
    struct acting a = {.console = c, .room = c->sight.room};
    double panel = c->layout.narrow ? PANEL_NARROW : PANEL_WIDE, w = c->w - panel - GAP;
    double bottom = c->y + c->h - 24, y = c->y + 16;
    actions_follow_draft(c);
    roll_make(&a.roll, a.room, c->actions.only);
    follow_chosen(&c->actions, &a.roll, a.room);
    if (c->entered && c->actions.page == ACTIONS_CHOSEN)
        ui_focus(c->ui, actions_list_id());
    c->actions.arrived |= c->entered; /* a form that was left in hand takes the focus again */
    double top = actions_head_draw(&a, c->x, y, w), below = actions_idea_draw(&a, c->x, bottom, w);
    bool enter = draw_list(&a, (struct box){c->x, top, w, below - top});
    if (enter && c->actions.page == ACTIONS_CHOSEN)
        actions_enlarge(&a);
    leave(c);
    if (c->actions.page == ACTIONS_CHOSEN)
        obey_keys(&a);
    pages[c->actions.page](&a, (struct box){c->x + c->w - panel, y, panel, bottom - y});
}
