/* Above the list of actions how many there are and which are listed; below it what the pack offers.
 */

#include <stdio.h>

#include "console/actions_parts.h"
#include "model/ideas.h"

enum {
    FILTER_WIDE = 360,
    FILTER_NARROW = 256,
    HEAD = 76,
    LINE = 32,
    IDEA_H = 124,
    TAKING_MS = 2000, /* so long an idea that was taken up may be on its way */
};

/* All conditions, those that are priorities first. */
static void run_filter(struct acting *a, double x, double y, double w)
{
    struct console *c = a->console;
    const struct room *room = a->room;
    condition_id conditions[CONDITIONS_MAX + 1] = {0};
    struct action_list *filter = &c->actions.filter;
    int count = 1;
    filter->items[0] = word(WORD_ACTIONS_ALL);
    for (unsigned pass = 0; pass < 2; pass++)
        for (unsigned i = 1; i <= (pass ? room->workshop.condition_count : PRIORITIES_MAX); i++) {
            bool listed = i <= room->priorities.count;
            condition_id condition =
                (condition_id)(pass     ? i
                               : listed ? room->priorities.list[i - 1].condition
                                        : 0);
            if (!condition || (pass && action_priority(room, condition)) || count > CONDITIONS_MAX)
                continue;
            snprintf(filter->texts[count], sizeof filter->texts[0], "%u %s", condition,
                     room->conditions[condition].name);
            filter->items[count] = filter->texts[count];
            conditions[count++] = condition;
        }
    for (int i = 0; i < count && !filter->list.open; i++)
        if (conditions[i] == c->actions.only)
            filter->list.chosen = i;
    if (dropdown_run(c->ui, ui_id_of("actions-filter", 0), x, y, w, &filter->list, filter->items,
                     count, NULL, "", false))
        c->actions.only = conditions[filter->list.chosen];
}

/* "2 to read out, 5 proposed, 7 agreed", and what is amiss, beside it or below. Returns where that
 * ends. */
static double draw_counts(struct acting *a, double x, double y, double w)
{
    static const enum word texts[ROLL_PARTS] = {
        [ROLL_WAITING] = WORD_ACTIONS_COUNT_WAITING,
        [ROLL_EARLIER] = WORD_ACTIONS_COUNT_EARLIER,
        [ROLL_PROPOSED] = WORD_ACTIONS_COUNT_PROPOSED,
        [ROLL_ADOPTED] = WORD_ACTIONS_COUNT_AGREED,
    };
    struct draw_list *list = a->console->ui->list;
    char text[512] = "", loose[128];
    size_t used = 0;
    for (int i = 0; i <= ROLL_ADOPTED; i++)
        if (a->roll.parts[i]) {
            used += (size_t)snprintf(text + used, sizeof text - used, "%s", used ? "  ·  " : "");
            used +=
                (size_t)snprintf(text + used, sizeof text - used, word(texts[i]), a->roll.parts[i]);
        }
    snprintf(loose, sizeof loose, word(WORD_ACTIONS_COUNT_LOOSE), a->roll.loose);
    draw_text_within(list, x, y, w, REGULAR(20), ALIGN_LEFT, TOKEN_INK2, text);
    if (!a->roll.loose)
        return y + LINE;
    double both = draw_width(list, REGULAR(20), text) + 16 + draw_width(list, SEMIBOLD(20), loose);
    if (both <= w)
        draw_text(list, x + w, y, SEMIBOLD(20), ALIGN_RIGHT, TOKEN_ACCENT, loose);
    else
        draw_text(list, x, y + LINE, SEMIBOLD(20), ALIGN_LEFT, TOKEN_ACCENT, loose);
    return y + (both <= w ? LINE : 2 * LINE);
}

static double draw_priorities(struct acting *a, double x, double y, double w)
{
    const struct room *room = a->room;
    char names[768] = "", text[1024];
    size_t used = 0;
    for (unsigned i = 0; i < room->priorities.count && i < PRIORITIES_MAX; i++) {
        const struct priority *priority = &room->priorities.list[i];
        const char *name =
            priority->condition ? room->conditions[priority->condition].name : priority->text;
        if (used < sizeof names)
            used += (size_t)snprintf(names + used, sizeof names - used, "%s%u %.60s",
                                     used ? ", " : "", i + 1, name);
    }
    if (!used)
        return y;
    snprintf(text, sizeof text, word(WORD_ACTIONS_PRIORITIES), names);
    draw_text_within(a->console->ui->list, x, y, w, REGULAR(20), ALIGN_LEFT, TOKEN_INK2, text);
    return y + LINE;
}

double actions_head_draw(struct acting *a, double x, double y, double w)
{
    struct console *c = a->console;
    struct draw_list *list = c->ui->list;
    struct button new = {.kind = BUTTON_SECONDARY, .text = word(WORD_ACTIONS_NEW), .height = 56};
    double right = x + w - button_width(c->ui, new);
    double filter_w = c->layout.narrow ? FILTER_NARROW : FILTER_WIDE;
    char place[64];
    draw_text(list, x, y + 12, SEMIBOLD(24), ALIGN_LEFT, TOKEN_INK, word(WORD_ACTIONS_TITLE));
    double title_w = draw_width(list, SEMIBOLD(24), word(WORD_ACTIONS_TITLE));
    snprintf(place, sizeof place, word(WORD_PAGE), c->actions.rows.chosen + 1, a->roll.count);
    if (a->roll.count > 1)
        draw_text_within(list, x + title_w + 24, y + 14, right - filter_w - 16 - x - title_w - 24,
                         REGULAR(20), ALIGN_LEFT, TOKEN_INK2, place);
    run_filter(a, right - filter_w - 12, y, filter_w);
    if (button_run(c->ui, ui_id_of("actions-new", 0), right, y, new))
        actions_write(c, 0, NULL);
    return draw_priorities(a, x, draw_counts(a, x, y + HEAD, w), w) + 8;
}

static void take_up(struct acting *a, condition_id condition)
{
    struct console_actions *actions = &a->console->actions;
    bool late = a->console->sight.now_ms - actions->taken_ms >= TAKING_MS;
    if (actions->taken == condition && !late)
        return;
    actions->taken = condition;
    actions->taken_ms = a->console->sight.now_ms;
    actions_take_up(a);
}

double actions_idea_draw(struct acting *a, double x, double bottom, double w)
{
    struct console *c = a->console;
    condition_id offered[CONDITIONS_MAX];
    unsigned count = room_ideas(offered, a->room);
    if (!count)
        return bottom;
    struct draw_list *list = c->ui->list;
    char condition[ACTION_TEXT_SIZE], head[ACTION_TEXT_SIZE + 64], more[64];
    double y = bottom - IDEA_H,
           do_w = 60 + draw_width(list, MEDIUM(20), word(WORD_ACTIONS_IDEA_DO));
    double inside = w - 48 - do_w;
    action_condition_text(condition, a->room, offered[0]);
    snprintf(head, sizeof head, word(WORD_ACTIONS_IDEA), condition);
    snprintf(more, sizeof more, word(WORD_ACTIONS_IDEA_MORE), count - 1);
    draw_round(list, x, y, w, IDEA_H, 12, TOKEN_TINT);
    draw_text_within(list, x + 20, y + 16, inside - 16, SEMIBOLD(20), ALIGN_LEFT, TOKEN_INK, head);
    draw_paragraph(list, x + 20, y + 48, inside - 16, 2, REGULAR(20), ALIGN_LEFT, WRAP_GREEDY,
                   TOKEN_INK, a->room->conditions[offered[0]].idea);
    double at = x + w - 20 - do_w;
    if (console_keyed(c, "actions-idea", at, y + 20, do_w, "I", word(WORD_ACTIONS_IDEA_DO),
                      false) ||
        ui_letter(c->ui, 'i', 0))
        take_up(a, offered[0]);
    if (count > 1)
        draw_text_within(list, at, y + 72, do_w, REGULAR(20), ALIGN_LEFT, TOKEN_INK2, more);
    return y - 16;
}
