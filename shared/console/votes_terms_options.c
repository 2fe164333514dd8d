/* What there is to choose from, in a vote being prepared: all there are, some of them ticked, or
 * texts typed one by one. */

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "console/votes_parts.h"
#include "ui/field.h"
#include "ui/mark.h"

enum { ROW = 40, LABEL = 36, CHOICE = 48, FAULT = 36, TICK = 28 };

static ui_id list_id(void)
{
    return ui_id_of("terms-options", 0);
}

/* ---- what is on offer ---- */

static unsigned offered(uint16_t things[ACTIONS_MAX], const struct room *room, unsigned about)
{
    unsigned count = 0;
    for (unsigned i = 1; about == ABOUT_CONDITIONS && i <= room->workshop.condition_count; i++)
        things[count++] = (uint16_t)i;
    for (unsigned i = 1; about == ABOUT_ACTIONS && i <= ACTIONS_MAX; i++) {
        const struct action_item *action = &room->actions[i];
        if (action->revision && action->state == ACTION_PROPOSED && !action->merged)
            things[count++] = (uint16_t)i;
    }
    return count;
}

static int place_of(const struct ballot_content *content, uint16_t thing)
{
    for (int i = 0; i < content->option_count; i++)
        if (content->things[i] == thing)
            return i;
    return -1;
}

static void take_out(struct ballot_content *content, int at)
{
    int after = --content->option_count - at;
    memmove(&content->things[at], &content->things[at + 1],
            (size_t)after * sizeof *content->things);
    memmove(&content->texts[at], &content->texts[at + 1], (size_t)after * sizeof *content->texts);
    content->things[content->option_count] = 0;
    memset(content->texts[content->option_count], 0, NAME_SIZE);
}

/* Ticked ones stand in the order of what they are, not of the ticks. */
static void turn(struct console *c, struct ballot_content *content, uint16_t thing)
{
    int at = place_of(content, thing);
    if (at >= 0) {
        take_out(content, at);
        return;
    }
    if (content->option_count == OPTIONS_MAX) {
        console_say(c, word(WORD_VOTES_FAULT_MANY));
        return;
    }
    for (at = content->option_count++; at > 0 && content->things[at - 1] > thing; at--)
        content->things[at] = content->things[at - 1];
    content->things[at] = thing;
}

/* ---- a list to tick ---- */

static void run_ticks(struct console *c, struct box box)
{
    struct votes_terms *t = &c->votes.terms;
    struct draw_list *list = c->ui->list;
    uint16_t things[ACTIONS_MAX];
    int count = (int)offered(things, c->sight.room, t->content.about);
    for (int i = t->content.option_count - 1; i >= 0; i--) { /* what is gone meanwhile */
        bool there = false;
        for (int j = 0; j < count; j++)
            there |= things[j] == t->content.things[i];
        if (!there)
            take_out(&t->content, i);
    }
    bool done = rows_run(c->ui, list_id(), box.x, box.y, box.w, box.h, ROW, count, &t->rows);
    if (done)
        turn(c, &t->content, things[t->rows.chosen]);
    for (int i = t->rows.top; i < count && i < t->rows.top + t->rows.shown; i++) {
        double y = box.y + (i - t->rows.top) * ROW;
        bool on = place_of(&t->content, things[i]) >= 0;
        if (i == t->rows.chosen)
            draw_round(list, box.x, y, box.w, ROW, 8, TOKEN_TINT);
        draw_outline(list, box.x + 8, y + 6, TICK, TICK, 6, 2, on ? TOKEN_ACCENT : TOKEN_OUTLINE,
                     on ? TOKEN_ACCENT : TOKEN_SURFACE);
        if (on)
            icon_draw(list, ICON_CHECK, box.x + 12, y + 10, 20, 3, TOKEN_ON_ACCENT);
        draw_text_within(list, box.x + 48, y + 6, box.w - 56, on ? MEDIUM(20) : REGULAR(20),
                         ALIGN_LEFT, TOKEN_INK,
                         votes_option_text(c->sight.room, &t->content, things[i], 0));
    }
    if (!count)
        draw_text_within(list, box.x, box.y, box.w, REGULAR(20), ALIGN_LEFT, TOKEN_INK2,
                         word(WORD_VOTES_WHICH_NONE));
}

/* ---- a list that is typed ---- */

static bool is_there(const struct ballot_content *content, const char *text)
{
    for (int i = 0; i < content->option_count; i++)
        if (text_same(content->texts[i], text))
            return true;
    return false;
}

static void add_typed(struct votes_terms *t)
{
    char text[NAME_SIZE];
    if (text_take(text, sizeof text, NAME_VISIBLE, t->option.text, strlen(t->option.text)) !=
            TEXT_FINE ||
        t->content.option_count == OPTIONS_MAX || is_there(&t->content, text))
        return;
    text_copy(t->content.texts[t->content.option_count++], NAME_SIZE, text);
    edit_set(&t->option, "");
    t->rows.chosen = t->content.option_count - 1;
}

static const char *typed_fault(const struct votes_terms *t)
{
    char text[NAME_SIZE];
    bool some = text_take(text, sizeof text, NAME_VISIBLE, t->option.text,
                          strlen(t->option.text)) == TEXT_FINE;
    if (some && is_there(&t->content, text))
        return word(WORD_VOTES_FAULT_TWICE);
    return some && t->content.option_count == OPTIONS_MAX ? word(WORD_VOTES_FAULT_MANY) : NULL;
}

static void run_typed(struct console *c, struct box box)
{
    struct votes_terms *t = &c->votes.terms;
    struct draw_list *list = c->ui->list;
    const char *fault = typed_fault(t);
    char left[VOTES_LEFT];
    struct field field = {.label = word(WORD_VOTES_OPTION_ADD),
                          .label_more = votes_left_text(left, &t->option, NAME_VISIBLE),
                          .fault = fault,
                          .visible = NAME_VISIBLE,
                          .bytes = NAME_SIZE - 1};
    ui_id id = ui_id_of("terms-option", 0);
    if (field_run(c->ui, id, box.x, box.y + LABEL, box.w, &t->option, field) == FIELD_ENTERED)
        add_typed(t);
    double y = box.y + LABEL + 56 + (fault ? FAULT : 0) + 8;
    y += draw_paragraph(list, box.x, y, box.w, 2, REGULAR(20), ALIGN_LEFT, WRAP_GREEDY, TOKEN_INK2,
                        word(WORD_VOTES_OPTION_ADD_MORE)) +
         8;
    int count = t->content.option_count;
    bool back =
        rows_run(c->ui, list_id(), box.x, y, box.w, box.y + box.h - y, ROW, count, &t->rows);
    bool out = count && ui_focused(c->ui, list_id()) &&
               (ui_pressed(c->ui, KEY_DELETE, 0) || ui_pressed(c->ui, KEY_BACKSPACE, 0));
    if (back) {
        edit_set(&t->option, t->content.texts[t->rows.chosen]);
        ui_focus(c->ui, id);
    }
    if (back || out)
        take_out(&t->content, t->rows.chosen);
    for (int i = t->rows.top; i < t->content.option_count && i < t->rows.top + t->rows.shown; i++) {
        double at = y + (i - t->rows.top) * ROW;
        char number[16];
        snprintf(number, sizeof number, "%d", i + 1);
        if (i == t->rows.chosen)
            draw_round(list, box.x, at, box.w, ROW, 8, TOKEN_TINT);
        draw_text(list, box.x + 36, at + 6, REGULAR(20), ALIGN_RIGHT, TOKEN_INK2, number);
        draw_text_within(list, box.x + 48, at + 6, box.w - 56, REGULAR(20), ALIGN_LEFT, TOKEN_INK,
                         t->content.texts[i]);
    }
}

/* ---- which of the two ---- */

/* All or some; returns how far down it reaches. */
static double run_which(struct console *c, double x, double y, double w)
{
    struct votes_terms *t = &c->votes.terms;
    double half = (w - 8) / 2;
    ui_group(c->ui, ui_id_of("terms-which", -1), 0);
    for (int i = 0; i < 2; i++)
        if (console_choice(c, ui_id_of("terms-which", i), x + i * (half + 8), y, half,
                           word(i ? WORD_VOTES_WHICH_SOME : WORD_VOTES_WHICH_ALL), t->some == i))
            t->some = i == 1;
    ui_group_end(c->ui);
    return y + CHOICE + 12;
}

static void say_all(const struct console *c, char to[VOTES_TEXT])
{
    uint16_t things[ACTIONS_MAX];
    const struct ballot_content *content = &c->votes.terms.content;
    unsigned count = offered(things, c->sight.room, content->about);
    if (content->about == ABOUT_ACTIONS)
        snprintf(to, VOTES_TEXT, word(WORD_VOTES_WHICH_ALL_ACTIONS), count);
    else
        snprintf(to, VOTES_TEXT, "%s", word(WORD_VOTES_WHICH_ALL_CONDITIONS));
}

void votes_terms_options_draw(struct console *c, struct box box)
{
    struct votes_terms *t = &c->votes.terms;
    struct draw_list *list = c->ui->list;
    char line[VOTES_TEXT];
    bool typed = t->content.about == ABOUT_TYPED, some = t->some || typed;
    double y = box.y, bottom = box.y + box.h;
    field_label(c->ui, box.x, y, word(WORD_VOTES_WHICH), NULL);
    y += LABEL;
    if (!typed)
        y = run_which(c, box.x, y, box.w);
    if (some)
        snprintf(line, sizeof line, word(WORD_VOTES_CHOSEN_OF), t->content.option_count,
                 OPTIONS_MAX);
    else
        say_all(c, line);
    y += draw_paragraph(list, box.x, y, box.w, 2, REGULAR(20), ALIGN_LEFT, WRAP_GREEDY, TOKEN_INK2,
                        line) +
         8;
    if (t->tried && some && t->content.option_count < 2) {
        field_fault(c->ui, box.x, y, box.w, word(WORD_VOTES_FAULT_FEW));
        y += FAULT;
    }
    if (typed)
        run_typed(c, (struct box){box.x, y, box.w, bottom - y});
    else if (some)
        run_ticks(c, (struct box){box.x, y, box.w, bottom - y});
}
