#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "screen/rate.h"
#include "screen/task.h"
#include "screen/writing.h"
#include "ui/icon.h"

/* What a school settled to do about one condition, in its one-to-one: listed, added to, changed and
 * removed by its people who speak for it and by the facilitator. */

enum {
    ROWS = 3,
    ROW = 72,
    PITCH = 80,
    FORM = 400,
    TEXT_WIDTH = 820,
    MONTHS_X = 884,
    MONTHS_WIDTH = 184,
    CHOICES = 6,
};

static const uint8_t choices[CHOICES] = {1, 3, 6, 12, 18, 24};

static bool never(const struct screens *s)
{
    (void)s;
    return false; /* only by choice, from the rating */
}

static bool is_here(const struct screens *s, action_id action)
{
    const struct action_item *item = &s->sight.room->actions[action];
    return item->revision && item->state == ACTION_OWN && item->content.school == rate_school(s) &&
           item->content.condition == s->rate.condition;
}

unsigned actions_count(const struct screens *s)
{
    unsigned count = 0;
    for (action_id action = 1; action <= ACTIONS_MAX; action++)
        count += is_here(s, action);
    return count;
}

static bool is_unsent(const struct screens *s, condition_id c)
{
    const struct actions_form *form = &s->actions;
    action_id changing = form->changing[c];
    if (changing)
        return strcmp(form->text[c].text, s->sight.room->actions[changing].content.text) != 0 ||
               form->due[c] != s->sight.room->actions[changing].content.months;
    return writing_has(&form->text[c]);
}

bool actions_is_unsent(const struct screens *s)
{
    return is_unsent(s, s->rate.condition);
}

bool actions_are_unsent(const struct screens *s)
{
    for (condition_id c = 1; c <= CONDITIONS_MAX; c++)
        if (is_unsent(s, c))
            return true;
    return false;
}

static void leave(struct screens *s)
{
    condition_id c = s->rate.condition;
    s->actions.changing[c] = 0;
    s->actions.due[c] = 0;
    edit_set(&s->actions.text[c], "");
}

static void change(struct screens *s, action_id action)
{
    const struct action_item *item = &s->sight.room->actions[action];
    condition_id c = s->rate.condition;
    if (actions_is_unsent(s) && s->actions.changing[c] != action) {
        screens_say(s, word(WORD_TASK_ACTION_FIRST), s->sight.now_ms);
    } else if (s->actions.changing[c] != action) {
        s->actions.changing[c] = action;
        s->actions.revision[c] = item->revision;
        s->actions.due[c] = item->content.months;
        edit_set(&s->actions.text[c], item->content.text);
    }
    ui_focus(&s->ui, ui_id_of("action", 0));
}

static void send(struct screens *s)
{
    condition_id c = s->rate.condition;
    action_id changing = s->actions.changing[c];
    char text[NOTE_SIZE];
    if (!actions_is_unsent(s) || writing_take(text, &s->actions.text[c]) != TEXT_FINE)
        return;
    struct command *command =
        screen_command(s, changing ? COMMAND_CHANGE_ACTION : COMMAND_ADD_ACTION);
    if (!command)
        return;
    struct action_change *made = &command->change.action;
    *made = (struct action_change){.action = changing,
                                   .content.school = rate_school(s),
                                   .content.condition = c,
                                   .content.months = s->actions.due[c],
                                   .revision = changing ? s->actions.revision[c] : 0};
    text_copy(made->content.text, NOTE_SIZE, text);
    leave(s);
}

/* Not over something that is being written by now. */
void actions_came_back(struct screens *s, const struct action_change *change)
{
    struct actions_form *form = &s->actions;
    condition_id c = change->content.condition;
    if (!c || writing_has(&form->text[c]))
        return;
    edit_set(&form->text[c], change->content.text);
    form->due[c] = change->content.months;
    form->changing[c] = change->action;
    form->revision[c] = s->sight.room->actions[change->action].revision;
}

/* ---- the list ---- */

/* A change or removal of it is on its way. */
static bool is_moving(const struct screens *s, action_id action)
{
    const struct command *command;
    for (unsigned i = 0; (command = screen_asked(s, i)); i++)
        if ((command->kind == COMMAND_CHANGE_ACTION || command->kind == COMMAND_REMOVE_ACTION) &&
            command->change.action.action == action)
            return true;
    return false;
}

static void draw_row(struct screens *s, double y, const char *text, unsigned months, bool moving,
                     bool hovered)
{
    char due[SCREEN_TEXT_SIZE];
    enum token ground = moving ? TOKEN_PAPER : hovered ? TOKEN_TINT : TOKEN_SURFACE;
    draw_outline(s->list, SCREEN_LEFT, y, SCREEN_WIDTH, ROW, 8, 2,
                 moving ? TOKEN_OUTLINE : TOKEN_LINE, ground);
    if (months)
        snprintf(due, sizeof due, word(months == 1 ? WORD_TASK_ACTION_MONTH : WORD_CLIENT_RATE_IN),
                 months);
    else
        snprintf(due, sizeof due, "%s", word(WORD_TASK_ACTION_NO_DATE));
    draw_text_within(s->list, SCREEN_LEFT + 20, y + 6, SCREEN_WIDTH - 104, MEDIUM(20), ALIGN_LEFT,
                     TOKEN_INK, text);
    draw_text(s->list, SCREEN_LEFT + 20, y + 38, REGULAR(16), ALIGN_LEFT, TOKEN_INK2,
              moving ? word(WORD_CLIENT_RATE_SENDING) : due);
    if (moving)
        icon_draw(s->list, ICON_CLOCK, SCREEN_RIGHT - 48, y + 24, 24, 2.2, TOKEN_INK);
}

static void run_row(struct screens *s, action_id action, double y)
{
    const struct action_item *item = &s->sight.room->actions[action];
    bool moving = is_moving(s, action);
    ui_id id = ui_id_of("action-row", action), remove = ui_id_of("action-remove", action);
    bool done = ui_area(&s->ui, id, SCREEN_LEFT, y, SCREEN_WIDTH, ROW, 8, 0, moving ? UI_OFF : 0);
    draw_row(s, y, item->content.text, item->content.months, moving, ui_hovered(&s->ui, id));
    if (moving)
        return;
    double x = SCREEN_RIGHT - 56, top = y + (ROW - 40) / 2.0;
    bool removed = ui_area(&s->ui, remove, x, top, 40, 40, 8, 0, 0);
    if (ui_hovered(&s->ui, remove))
        draw_round(s->list, x, top, 40, 40, 8, TOKEN_SUNKEN);
    icon_draw(s->list, ICON_CROSS, x + 9, top + 9, 22, 2.4, TOKEN_INK);
    if (removed || (ui_focused(&s->ui, id) && ui_pressed(&s->ui, KEY_DELETE, 0))) {
        struct command *command = screen_command(s, COMMAND_REMOVE_ACTION);
        if (command)
            command->change.action.action = action;
        if (s->actions.changing[s->rate.condition] == action)
            leave(s);
    } else if (done) {
        change(s, action);
    }
}

static void run_list(struct screens *s)
{
    unsigned count = 0, saved = actions_count(s), adding = 0;
    const struct command *command;
    for (unsigned i = 0; (command = screen_asked(s, i)); i++)
        adding += command->kind == COMMAND_ADD_ACTION &&
                  command->change.action.state == ACTION_OWN &&
                  command->change.action.content.condition == s->rate.condition &&
                  command->change.action.content.school == rate_school(s);
    writing_pages(s, "action-pages", SCREEN_RIGHT, 124, &s->actions.top, ROWS, saved + adding,
                  true);
    unsigned top = s->actions.top;
    ui_group(&s->ui, ui_id_of("action-rows", 0), 2);
    for (action_id action = 1; action <= ACTIONS_MAX; action++) {
        if (!is_here(s, action))
            continue;
        if (count >= top && count < top + ROWS)
            run_row(s, action, 152 + (count - top) * PITCH);
        count++;
    }
    ui_group_end(&s->ui);
    for (unsigned i = 0; (command = screen_asked(s, i)); i++) {
        const struct action_change *made = &command->change.action;
        if (command->kind != COMMAND_ADD_ACTION || made->state != ACTION_OWN ||
            made->content.condition != s->rate.condition || made->content.school != rate_school(s))
            continue;
        if (count >= top && count < top + ROWS)
            draw_row(s, 152 + (count - top) * PITCH, made->content.text, made->content.months, true,
                     false);
        count++;
    }
    if (count == 0)
        draw_text(s->list, SCREEN_LEFT, 164, REGULAR(20), ALIGN_LEFT, TOKEN_INK2,
                  word(WORD_TASK_ACTION_NONE));
}

/* ---- the form ---- */

static void run_months(struct screens *s)
{
    struct screens_lists *lists = &s->lists;
    uint8_t *due = &s->actions.due[s->rate.condition];
    unsigned months[CHOICES + 1];
    int count = 0, chosen = -1;
    for (; count < CHOICES; count++)
        months[count] = choices[count];
    for (int i = 0; i < count; i++)
        chosen = months[i] == *due ? i : chosen;
    if (*due && chosen < 0) {
        chosen = count;
        months[count++] = *due;
    }
    for (int i = 0; i < count; i++) {
        snprintf(lists->texts[i], sizeof lists->texts[i],
                 word(months[i] == 1 ? WORD_TASK_ACTION_MONTH_LONG : WORD_CLIENT_RATE_MONTHS),
                 months[i]);
        lists->others[i] = lists->texts[i];
    }
    if (!s->actions.months.open)
        s->actions.months.chosen = chosen;
    if (dropdown_run(&s->ui, ui_id_of("due", 0), MONTHS_X, FORM + 32, MONTHS_WIDTH,
                     &s->actions.months, lists->others, count, word(WORD_TASK_ACTION_DUE),
                     word(WORD_CLIENT_RATE_MONTHS_NONE), false))
        *due = (uint8_t)months[s->actions.months.chosen];
}

static void draw(struct screens *s)
{
    condition_id c = s->rate.condition;
    bool changing = s->actions.changing[c] != 0;
    char title[SCREEN_TEXT_SIZE];
    if (s->entered)
        ui_focus(&s->ui, ui_id_of("action", 0));
    screen_body(s);
    snprintf(title, sizeof title, word(WORD_TASK_ACTION_TITLE), s->sight.room->conditions[c].name);
    draw_text_within(s->list, SCREEN_LEFT, 80, SCREEN_WIDTH, SEMIBOLD(28), ALIGN_LEFT, TOKEN_INK,
                     title);
    run_list(s);
    struct writing writing = {.label =
                                  word(changing ? WORD_TASK_ACTION_CHANGING : WORD_TASK_ACTION_NEW),
                              .x = SCREEN_LEFT,
                              .y = FORM,
                              .w = TEXT_WIDTH,
                              .h = 176};
    if (writing_run(s, ui_id_of("action", 0), &s->actions.text[c], writing) == FIELD_ENTERED)
        send(s);
    run_months(s);
    screen_footer(s, word(WORD_TASK_ACTION_FOOT));
    double right = SCREEN_RIGHT;
    struct button put = {.kind = BUTTON_PRIMARY,
                         .text = word(changing ? WORD_TASK_PUT_CHANGE : WORD_TASK_ACTION_ADD),
                         .off = !actions_is_unsent(s) || !writing_has(&s->actions.text[c])};
    if (screen_foot_button(s, "put-action", &right, put))
        send(s);
    struct button back = {.kind = BUTTON_SECONDARY,
                          .text = word(changing ? WORD_TASK_LEAVE : WORD_TASK_ACTION_BACK)};
    if (screen_foot_button(s, "back", &right, back) ||
        (!s->entered && ui_pressed(&s->ui, KEY_ESCAPE, 0))) {
        if (changing)
            leave(s);
        else
            screen_go(s, SCREEN_RATE);
    }
    screen_header_here(s);
}

const struct screen screen_actions = {SCREEN_ACTIONS, false, never, draw};
