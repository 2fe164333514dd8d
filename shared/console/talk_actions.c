/* Beside a question: what helps to talk about it, what will be done, and where help is found. */

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "console/talk_parts.h"
#include "ui/field.h"
#include "ui/icon.h"

enum {
    PADDING = 20,
    TITLE = 36,
    ACTIONS_SHOWN = 3,
    CROSS = 40,
    MONTHS_WIDTH = 188,
    RESOURCES_LEAST = 210,
    PROMPTS_LEAST = 168
};

static double text_height(const struct draw_list *list, double w, struct type type, int most,
                          const char *text)
{
    struct type_lines lines;
    type_wrap(&lines, list->metrics, list->u, type, w, most, WRAP_GREEDY, text);
    return lines.count * type_line(type.size);
}

static double bullet(struct draw_list *list, double x, double y, double w, int most, enum token ink,
                     const char *text)
{
    mark_bullet(list, x, y, 20);
    return draw_paragraph(list, x + 24, y, w - 24, most, REGULAR(20), ALIGN_LEFT, WRAP_GREEDY, ink,
                          text);
}

/* ---- prompts ---- */

/* As many as fit `most`, and how many more there are; returns the height. */
static double draw_prompts(struct talking *t, double x, double y, double w, double most)
{
    struct draw_list *list = t->console->ui->list;
    const struct condition *condition = &t->console->sight.room->conditions[t->condition];
    double inside = w - 2 * PADDING, h = TITLE + 2 * PADDING - 8;
    int shown = 0;
    for (; shown < condition->prompt_count; shown++) {
        double one = text_height(list, inside - 24, REGULAR(20), 2, condition->prompts[shown]) + 4;
        bool last = shown + 1 == condition->prompt_count;
        if (h + one + (last ? 0 : 28) > most)
            break;
        h += one;
    }
    int left = condition->prompt_count - shown;
    h += left ? 28 : 0;
    draw_round(list, x, y, w, h, 12, TOKEN_SUNKEN);
    draw_text(list, x + PADDING, y + PADDING - 6, SEMIBOLD(20), ALIGN_LEFT, TOKEN_INK,
              word(WORD_TALK_PROMPTS));
    double at = y + PADDING + TITLE - 8;
    for (int i = 0; i < shown; i++)
        at += bullet(list, x + PADDING, at, inside, 2, TOKEN_INK, condition->prompts[i]) + 4;
    if (left) {
        char more[64];
        snprintf(more, sizeof more, word(WORD_TALK_PROMPTS_MORE), left);
        draw_text(list, x + PADDING + 24, at, REGULAR(20), ALIGN_LEFT, TOKEN_INK2, more);
    }
    return h;
}

/* ---- actions ---- */

static int count_actions(const struct talking *t)
{
    int count = 0;
    while (talk_action_at(t->console->sight.room, t->school, t->condition, count))
        count++;
    return count;
}

static void load_action(struct talking *t, action_id id)
{
    struct console *c = t->console;
    const struct action_item *action = &c->sight.room->actions[id];
    struct talk_draft *draft = talk_draft(c);
    draft->changing = id;
    draft->action_months = action->content.months;
    text_copy(draft->action, sizeof draft->action, action->content.text);
    edit_set(&c->talk.action, action->content.text);
    ui_focus(c->ui, ui_id_of("talk-action", 0));
}

static void clear_action(struct talking *t)
{
    struct talk_draft *draft = talk_draft(t->console);
    draft->changing = 0;
    draft->action_months = 0;
    draft->action[0] = '\0';
    edit_set(&t->console->talk.action, "");
}

static void remove_action(struct talking *t, action_id id)
{
    struct command *command = console_command(t->console, COMMAND_REMOVE_ACTION);
    if (!command)
        return;
    command->change.action =
        (struct action_change){.action = id,
                               .content.school = t->school,
                               .content.condition = t->condition,
                               .revision = t->console->sight.room->actions[id].revision};
    if (t->draft && t->draft->changing == id)
        clear_action(t);
}

/* Delete or Backspace on the action that has the focus. */
static bool wants_removal(const struct ui *ui, ui_id id)
{
    return ui_focused(ui, id) &&
           (ui_pressed(ui, KEY_DELETE, 0) || ui_pressed(ui, KEY_BACKSPACE, 0));
}

static double action_height(const struct talking *t, action_id id, double w)
{
    const struct console *c = t->console;
    const struct action_item *action = &c->sight.room->actions[id];
    return text_height(c->ui->list, w - CROSS - 36, REGULAR(20), 2, action->content.text) + 16 +
           (action->content.months ? 28 : 0);
}

static double run_action(struct talking *t, action_id id, double x, double y, double w)
{
    struct ui *ui = t->console->ui;
    const struct action_item *action = &t->console->sight.room->actions[id];
    char by[64];
    double inside = w - CROSS - 36;
    double h = action_height(t, id, w);
    ui_id row = ui_id_of("talk-action-row", id);
    bool changing = t->draft && t->draft->changing == id;
    if (ui_area(ui, row, x, y, w - CROSS - 4, h, 8, 0, 0))
        load_action(t, id);
    draw_round(ui->list, x, y, w - CROSS - 4, h, 8,
               changing || ui_hovered(ui, row) ? TOKEN_TINT : TOKEN_NOTE);
    draw_paragraph(ui->list, x + 16, y + 8, inside, 2, REGULAR(20), ALIGN_LEFT, WRAP_GREEDY,
                   TOKEN_INK, action->content.text);
    if (action->content.months) {
        snprintf(by, sizeof by, word(WORD_TALK_ACTION_BY), action->content.months);
        draw_text(ui->list, x + 16, y + h - 36, REGULAR(20), ALIGN_LEFT, TOKEN_INK2, by);
    }
    ui_id cross = ui_id_of("talk-action-cross", id);
    bool removed = ui_area(ui, cross, x + w - CROSS, y, CROSS, CROSS, 8, 0, 0);
    if (ui_hovered(ui, cross))
        draw_round(ui->list, x + w - CROSS, y, CROSS, CROSS, 8, TOKEN_SUNKEN);
    icon_draw(ui->list, ICON_CROSS, x + w - CROSS + 8, y + 8, 24, 2.4, TOKEN_INK2);
    if (removed || wants_removal(ui, row))
        remove_action(t, id);
    return h + 8;
}

static void save_action(struct talking *t)
{
    struct console *c = t->console;
    char text[NOTE_SIZE];
    const char *typed = c->talk.action.text;
    if (text_take(text, sizeof text, NOTE_VISIBLE, typed, strlen(typed)) != TEXT_FINE)
        return;
    struct talk_draft *draft = talk_draft(c);
    action_id id = draft->changing;
    if (id && c->sight.room->actions[id].content.school != t->school)
        id = 0; /* somebody has taken it away meanwhile */
    struct command *command = console_command(c, id ? COMMAND_CHANGE_ACTION : COMMAND_ADD_ACTION);
    if (!command)
        return;
    struct action_change *change = &command->change.action;
    *change = (struct action_change){.action = id,
                                     .content.school = t->school,
                                     .content.condition = t->condition,
                                     .content.months = draft->action_months,
                                     .revision = id ? c->sight.room->actions[id].revision : 0};
    text_copy(change->content.text, sizeof change->content.text, text);
    clear_action(t);
}

static void run_action_field(struct talking *t, double x, double y, double w)
{
    struct console *c = t->console;
    struct console_talk *talk = &c->talk;
    bool changing = t->draft && t->draft->changing;
    unsigned months = t->draft ? t->draft->action_months : 0;
    enum field_result typed = field_run(
        c->ui, ui_id_of("talk-action", 0), x, y, w - MONTHS_WIDTH - 12, &talk->action,
        (struct field){.label = word(changing ? WORD_TALK_ACTION_CHANGE : WORD_TALK_ACTION_NEW),
                       .placeholder = word(WORD_TALK_ACTION_HINT),
                       .visible = NOTE_VISIBLE,
                       .size = 20});
    if (typed == FIELD_CHANGED || typed == FIELD_ENTERED) {
        struct talk_draft *draft = talk_draft(c);
        text_typed(draft->action, sizeof draft->action, talk->action.text,
                   strlen(talk->action.text));
    }
    if (talk_months_run(c, ui_id_of("talk-action-by", 0), x + w - MONTHS_WIDTH, y, MONTHS_WIDTH,
                        &talk->action_by, word(WORD_TALK_ACTION_IN), &months, false))
        talk_draft(c)->action_months = (uint8_t)months;
    if (typed == FIELD_ENTERED)
        save_action(t);
}

static double run_actions(struct talking *t, double x, double y, double w)
{
    struct console_talk *talk = &t->console->talk;
    struct ui *ui = t->console->ui;
    int count = count_actions(t), pages = (count + ACTIONS_SHOWN - 1) / ACTIONS_SHOWN;
    double at = y + TITLE;
    draw_text(ui->list, x, y, SEMIBOLD(24), ALIGN_LEFT, TOKEN_INK, word(WORD_TALK_ACTIONS));
    talk->actions_page = talk->actions_page < pages ? talk->actions_page : 0;
    if (pages > 1) {
        char page[32];
        snprintf(page, sizeof page, word(WORD_TALK_ACTIONS_PAGE), talk->actions_page + 1, pages);
        struct button turn = {.kind = BUTTON_QUIET, .text = page, .icon = ICON_RIGHT, .height = 36};
        if (button_run(ui, ui_id_of("talk-actions-page", 0), x + w - button_width(ui, turn), y - 2,
                       turn))
            talk->actions_page = (talk->actions_page + 1) % pages;
    }
    if (count == 0) {
        draw_text(ui->list, x, at, REGULAR(20), ALIGN_LEFT, TOKEN_INK2, word(WORD_TALK_NO_ACTIONS));
        at += 32;
    }
    int first = talk->actions_page * ACTIONS_SHOWN;
    ui_group(ui, ui_id_of("talk-actions", 0), 2);
    for (int i = first; i < count && i < first + ACTIONS_SHOWN; i++)
        at += run_action(t, talk_action_at(t->console->sight.room, t->school, t->condition, i), x,
                         at, w);
    ui_group_end(ui);
    run_action_field(t, x, at + 40, w);
    return at + 40 + 56 - y;
}

/* ---- resources ---- */

/* As many as there is room for. */
static void draw_resources(struct talking *t, double x, double y, double w, double bottom)
{
    struct draw_list *list = t->console->ui->list;
    const struct condition *condition = &t->console->sight.room->conditions[t->condition];
    double title_y = y;
    y += TITLE;
    for (int i = 0; i < condition->resource_count; i++) {
        const struct resource *resource = &condition->resources[i];
        char line[NAME_SIZE + LINE_SIZE + 16];
        if (resource->offered_by[0] && resource->where[0])
            snprintf(line, sizeof line, word(WORD_TALK_RESOURCE), resource->offered_by,
                     resource->where);
        else
            snprintf(line, sizeof line, "%s",
                     resource->where[0] ? resource->where : resource->offered_by);
        double title_h = text_height(list, w - 24, SEMIBOLD(20), 2, resource->title);
        double line_h = text_height(list, w - 24, REGULAR(20), 2, line);
        if (y + title_h + line_h > bottom)
            return;
        if (i == 0)
            draw_text(list, x, title_y, SEMIBOLD(24), ALIGN_LEFT, TOKEN_INK,
                      word(WORD_TALK_RESOURCES));
        mark_bullet(list, x, y, 20);
        draw_paragraph(list, x + 24, y, w - 24, 2, SEMIBOLD(20), ALIGN_LEFT, WRAP_GREEDY, TOKEN_INK,
                       resource->title);
        draw_paragraph(list, x + 24, y + title_h, w - 24, 2, REGULAR(20), ALIGN_LEFT, WRAP_GREEDY,
                       TOKEN_INK2, line);
        y += title_h + line_h + 6;
    }
}

/* What run_actions will need. */
static double actions_height(const struct talking *t, double w)
{
    int count = count_actions(t), first = t->console->talk.actions_page * ACTIONS_SHOWN;
    double h = TITLE + (count == 0 ? 32 : 0) + 40 + 56;
    for (int i = first; i < count && i < first + ACTIONS_SHOWN; i++)
        h += 8 + action_height(
                     t, talk_action_at(t->console->sight.room, t->school, t->condition, i), w);
    return h;
}

/* Actions come first: prompts get what they and a resource leave. */
void talk_actions_draw(struct talking *t, double x, double y, double w, double h)
{
    double bottom = y + h;
    double most = h - actions_height(t, w) - RESOURCES_LEAST;
    y += draw_prompts(t, x, y, w, most > PROMPTS_LEAST ? most : PROMPTS_LEAST) + 24;
    y += run_actions(t, x, y, w) + 28;
    draw_resources(t, x, y, w, bottom);
}
