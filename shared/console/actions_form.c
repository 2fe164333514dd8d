/* The form an action is written in. */

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "console/actions_parts.h"
#include "ui/field.h"
#include "words/date.h"

enum {
    LABEL = 36,
    BLOCK = 8, /* below a field */
    FIELD = 56,
    FIELD_TWO = 84,
    FAULT = 36,
    LINE = 28,
    CHOICE = 48,
    TELL_FROM = 40,
};

static ui_id text_id(void)
{
    return ui_id_of("action-text", 0);
}

static ui_id owner_id(void)
{
    return ui_id_of("action-owner", 0);
}

static void send(struct console *c)
{
    struct action_draft *draft = &c->actions.draft;
    draft->fault = (uint8_t)actions_take_draft(c);
    if (draft->fault == DRAFT_FINE)
        actions_send_draft(c);
    else
        ui_focus(c->ui, draft->fault == DRAFT_NO_TEXT ? text_id() : ui_id_of("action-due", 0));
}

/* ---- fields ---- */

struct form {
    struct console *console;
    struct action_draft *draft;
    double x, y, w;
    bool entered;
};

/* How many characters may still be typed, told when they get few. */
static const char *left_of(char to[32], const struct edit *edit)
{
    int left = NOTE_VISIBLE - (int)text_visible(edit->text);
    if (left > TELL_FROM)
        return NULL;
    snprintf(to, 32, word(WORD_ACTIONS_LEFT), left);
    return to;
}

static void run_text(struct form *f, ui_id id, struct edit *edit, enum word label, bool two,
                     const char *fault)
{
    char left[32];
    struct field field = {.label = word(label),
                          .label_more = two ? left_of(left, edit) : NULL,
                          .fault = fault,
                          .visible = two ? NOTE_VISIBLE : ACTION_HELPERS_VISIBLE,
                          .bytes = (two ? NOTE_SIZE : LINE_SIZE) - 1,
                          .lines = two ? 2 : 1,
                          .height = two ? FIELD_TWO : FIELD,
                          .size = 20};
    enum field_result done = field_run(f->console->ui, id, f->x, f->y + LABEL, f->w, edit, field);
    if (done == FIELD_CHANGED && fault && f->draft->fault == DRAFT_NO_TEXT)
        f->draft->fault = DRAFT_FINE;
    f->entered |= done == FIELD_ENTERED;
    f->y += LABEL + field.height + (fault ? FAULT : 0) + BLOCK;
}

static void run_condition(struct form *f)
{
    const struct room *room = f->console->sight.room;
    struct action_list *list = &f->draft->condition;
    int count = 1;
    list->items[0] = word(WORD_ACTIONS_ANY_CONDITION);
    for (; count <= room->workshop.condition_count && count <= CONDITIONS_MAX; count++) {
        snprintf(list->texts[count], sizeof list->texts[0], "%d %s", count,
                 room->conditions[count].name);
        list->items[count] = list->texts[count];
    }
    if (dropdown_run(f->console->ui, ui_id_of("action-condition", 0), f->x, f->y + LABEL, f->w,
                     &list->list, list->items, count, word(WORD_ACTIONS_FORM_CONDITION), "", false))
        f->draft->content.condition = (condition_id)list->list.chosen;
    f->y += LABEL + FIELD + BLOCK;
}

/* Which school's plan, where it is a school's. */
static void run_school(struct form *f, double x, double y, double w)
{
    const struct room *room = f->console->sight.room;
    const char **items = f->draft->schools;
    struct dropdown *list = &f->draft->school;
    items[0] = word(WORD_ACTIONS_FORM_EACH);
    for (int i = 0; i < room->school_count; i++) {
        items[i + 1] = room->schools[room->school_order[i]].name;
        if (!list->open && room->school_order[i] == f->draft->content.school)
            list->chosen = i + 1;
    }
    if (!list->open && !f->draft->content.school)
        list->chosen = 0;
    if (dropdown_run(f->console->ui, ui_id_of("action-school", 0), x, y, w, list, items,
                     room->school_count + 1, NULL, "", false))
        f->draft->content.school = list->chosen ? room->school_order[list->chosen - 1] : 0;
}

static void run_level(struct form *f)
{
    static const enum word texts[ACTION_LEVEL_COUNT] = {
        [ACTION_LEVEL_SCHOOL] = WORD_ACTIONS_LEVEL_SCHOOL,
        [ACTION_LEVEL_CLUSTER] = WORD_ACTIONS_LEVEL_CLUSTER,
        [ACTION_LEVEL_LA] = WORD_ACTIONS_LEVEL_LA,
    };
    struct console *c = f->console;
    double one = 116, y = f->y + LABEL, x = f->x + ACTION_LEVEL_COUNT * (one + 8);
    field_label(c->ui, f->x, f->y, word(WORD_ACTIONS_FORM_LEVEL), NULL);
    ui_group(c->ui, ui_id_of("action-levels", 0), 0);
    for (int i = 0; i < ACTION_LEVEL_COUNT; i++)
        if (console_choice(c, ui_id_of("action-level", i), f->x + i * (one + 8), y, one,
                           word(texts[i]), i == f->draft->content.level))
            f->draft->content.level = (uint8_t)i;
    ui_group_end(c->ui);
    if (f->draft->content.level == ACTION_LEVEL_SCHOOL)
        run_school(f, x, y - 4, f->x + f->w - x);
    f->y += LABEL + CHOICE + BLOCK;
}

static void run_owner(struct form *f, double w)
{
    struct console *c = f->console;
    struct ui *ui = c->ui;
    char who[ACTION_TEXT_SIZE];
    double y = f->y + LABEL;
    action_owner_text(who, c->sight.room, &f->draft->content);
    field_label(ui, f->x, f->y, word(WORD_ACTIONS_FORM_OWNER), NULL);
    bool ask = ui_area(ui, owner_id(), f->x, y, w, FIELD, 8, 4, 0);
    field_box(ui, f->x, y, w, FIELD, false, false);
    draw_text_within(ui->list, f->x + 16, y + 14, w - 64, REGULAR(20), ALIGN_LEFT,
                     who[0] ? TOKEN_INK : TOKEN_INK2, who[0] ? who : word(WORD_ACTIONS_WHO_NOBODY));
    icon_draw(ui->list, ICON_RIGHT, f->x + w - 40, y + 16, 24, 2.5, TOKEN_INK);
    if (ask)
        actions_ask_who(c, true);
}

/* Returns the height of what is to be said below it. */
static double run_day(struct form *f, double x, double w)
{
    struct console *c = f->console;
    struct action_draft *draft = f->draft;
    char read[WORD_DATE_SIZE];
    uint32_t day = 0;
    bool typed = strcmp(draft->due.text, draft->due_was) != 0;
    if (typed && word_day_read(&day, draft->due.text, c->sight.today))
        word_day_long(read, day, 0);
    struct field field = {.label = word(WORD_ACTIONS_FORM_DUE),
                          .label_more = day ? read : NULL,
                          .placeholder = word(WORD_ACTIONS_FORM_DUE_HINT),
                          .fault = draft->fault == DRAFT_NO_DAY     ? word(WORD_ACTIONS_NO_DAY)
                                   : draft->fault == DRAFT_UNLIKELY ? word(WORD_ACTIONS_UNLIKELY)
                                                                    : NULL,
                          .bytes = WORD_DATE_SIZE - 1,
                          .size = 20};
    enum field_result done =
        field_run(c->ui, ui_id_of("action-due", 0), x, f->y + LABEL, w, &draft->due, field);
    if (done == FIELD_CHANGED && field.fault)
        draft->fault = DRAFT_FINE;
    f->entered |= done == FIELD_ENTERED;
    return field.fault ? FAULT - LINE + console_height(c, w - FAULT, 2, REGULAR(20), field.fault)
                       : 0;
}

static void run_who_and_when(struct form *f)
{
    double day_w = floor(f->w * 0.46), x = f->x + f->w - day_w;
    run_owner(f, f->w - day_w - 16);
    double below = run_day(f, x, day_w);
    f->y += LABEL + FIELD + below + BLOCK;
}

static void run_buttons(struct form *f)
{
    struct console *c = f->console;
    struct button buttons[] = {
        {.kind = BUTTON_SECONDARY, .text = word(WORD_ACTIONS_FORM_LEAVE)},
        {.kind = BUTTON_SECONDARY,
         .text = word(f->draft->action ? WORD_ACTIONS_FORM_AS_IT_WAS : WORD_ACTIONS_FORM_CLEAR)},
        {.kind = BUTTON_PRIMARY,
         .text = word(f->draft->action ? WORD_ACTIONS_FORM_SAVE : WORD_ACTIONS_FORM_PROPOSE)}};
    switch (actions_buttons(c, "action-form", f->x, f->y, f->w, buttons, 3)) {
    case 1:
        actions_turn(c, ACTIONS_CHOSEN);
        break;
    case 2:
        f->draft->there = false;
        actions_turn(c, ACTIONS_CHOSEN);
        break;
    case 3:
        f->entered = true;
        break;
    default:
        break;
    }
}

/* Its title, and what it comes from or what has become of it meanwhile. */
static void draw_head(struct form *f, const struct box *box)
{
    struct console *c = f->console;
    const struct room *room = c->sight.room;
    const struct action_draft *draft = f->draft;
    char source[ACTION_TEXT_SIZE], from[ACTION_TEXT_SIZE + 32];
    bool changed = draft->action && room->actions[draft->action].revision != draft->revision;
    action_source_text(source, room, &draft->content);
    snprintf(from, sizeof from, word(WORD_ACTIONS_FORM_FROM), source);
    f->y = console_line(c, box, box->y + 12, SEMIBOLD(24), TOKEN_INK,
                        word(draft->action ? WORD_ACTIONS_FORM_CHANGE : WORD_ACTIONS_FORM_NEW));
    f->y = console_line(c, box, f->y, changed ? SEMIBOLD(20) : REGULAR(20),
                        changed ? TOKEN_INK : TOKEN_INK2,
                        changed     ? word(WORD_ACTIONS_CHANGED)
                        : source[0] ? from
                                    : word(WORD_ACTIONS_FORM_KEYS)) +
           8;
}

void actions_form_draw(struct acting *a, struct box box)
{
    struct console *c = a->console;
    struct action_draft *draft = &c->actions.draft;
    struct form f = {.console = c, .draft = draft, .x = box.x, .w = box.w};
    if (c->actions.arrived)
        ui_focus(c->ui, c->actions.before == ACTIONS_WHO ? owner_id() : text_id());
    c->actions.arrived = false;
    draw_head(&f, &box);
    run_text(&f, text_id(), &draft->text, WORD_ACTIONS_FORM_TEXT, true,
             draft->fault == DRAFT_NO_TEXT ? word(WORD_ACTIONS_NO_TEXT) : NULL);
    run_condition(&f);
    run_level(&f);
    run_who_and_when(&f);
    run_text(&f, ui_id_of("action-helpers", 0), &draft->helpers, WORD_ACTIONS_FORM_HELPERS, false,
             NULL);
    run_text(&f, ui_id_of("action-measure", 0), &draft->measure, WORD_ACTIONS_FORM_MEASURE, true,
             NULL);
    run_text(&f, ui_id_of("action-resources", 0), &draft->resources, WORD_ACTIONS_FORM_RESOURCES,
             true, NULL);
    run_buttons(&f);
    if (f.entered)
        send(c);
}
