#include "start/planning.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "ui/button.h"
#include "ui/field.h"
#include "words/words.h"

enum {
    HEAD_Y = 40,
    KEYS_Y = 96,
    GAP = 48,
    FIELD_PITCH = 176,
    BUTTONS_Y = PLANNING_Y + 2 * FIELD_PITCH + 160,
    BUTTON_H = 64,
    BUTTON_PITCH = 80,
    FOOT_Y = 968,
};

static ui_id id_of(const char *name)
{
    return ui_id_of(name, 0);
}

/* ------------------------------------------------------------------ what is chosen */

const struct agenda *planning_now(const struct start_planning *p)
{
    return plan_now(&p->plan);
}

/* Goes to an item: the fields show it, and nothing stands to be seen to any more. */
void planning_choose(struct start_planning *p, int item)
{
    char text[16];
    int last = planning_now(p)->item_count - 1;
    p->selected = item < 0 ? 0 : item > last ? last : item;
    const struct agenda_item *chosen = &planning_now(p)->items[p->selected];
    edit_set(&p->fields[START_FIELD_TITLE], chosen->title);
    planning_clock(text, chosen->start);
    edit_set(&p->fields[START_FIELD_START], text);
    snprintf(text, sizeof text, "%u", chosen->minutes);
    edit_set(&p->fields[START_FIELD_MINUTES], text);
    memset(p->faults, 0, sizeof p->faults);
    p->refused = PLAN_FINE;
    plan_settle(&p->plan);
    if (p->selected < p->top)
        p->top = p->selected;
    if (p->selected >= p->top + PLANNING_ROWS)
        p->top = p->selected - PLANNING_ROWS + 1;
    if (p->top > last + 1 - PLANNING_ROWS)
        p->top = last + 1 > PLANNING_ROWS ? last + 1 - PLANNING_ROWS : 0;
}

void start_plan(struct start_screen *screen, const struct agenda *agenda, int entry)
{
    struct start_planning *p = &screen->planning;
    screen->page = START_PLANNING;
    if (!p->begun || p->entry != entry)
        plan_begin(&p->plan, agenda);
    p->begun = p->arriving = true;
    p->entry = entry;
    p->adding = false;
    p->top = 0;
    planning_choose(p, 0);
}

const struct agenda *start_planned(const struct start_screen *screen, int entry)
{
    const struct start_planning *p = &screen->planning;
    return p->begun && p->entry == entry && plan_changed(&p->plan) ? planning_now(p) : NULL;
}

/* ------------------------------------------------------------------ changes */

void planning_move(struct start_planning *p, int by)
{
    enum plan_fault fault = plan_move(&p->plan, p->selected, by);
    planning_choose(p, fault == PLAN_FINE ? p->selected + by : p->selected);
}

void planning_remove(struct start_planning *p)
{
    enum plan_fault fault = plan_remove(&p->plan, p->selected);
    planning_choose(p, p->selected);
    p->refused = fault;
}

/* The new part stands after the chosen one, and its title is ready to be typed over. */
static void add_briefing(struct ui *ui, struct start_planning *p)
{
    enum plan_fault fault = plan_add_briefing(&p->plan, p->selected, word(WORD_PLAN_NEW_PART));
    planning_choose(p, fault == PLAN_FINE ? p->selected + 1 : p->selected);
    p->refused = fault;
    if (fault != PLAN_FINE)
        return;
    p->fields[START_FIELD_TITLE].mark = 0;
    ui_focus(ui, ui_id_of("plan-field", START_FIELD_TITLE));
}

static void open_board(struct ui *ui, struct start_planning *p)
{
    p->adding = true;
    p->refused = PLAN_FINE;
    for (int f = START_FIELD_NEW_TITLE; f < START_FIELDS; f++) {
        edit_set(&p->fields[f], "");
        p->faults[f] = PLAN_FINE;
    }
    ui_focus(ui, ui_id_of("plan-field", START_FIELD_NEW_TITLE));
}

static void close_board(struct ui *ui, struct start_planning *p)
{
    p->adding = false;
    ui_focus(ui, id_of("plan-list"));
}

/* Which of the form's fields a fault is about. */
static enum start_field field_of(enum plan_fault fault)
{
    return fault == PLAN_QUESTION   ? START_FIELD_QUESTION
           : fault == PLAN_HEADINGS ? START_FIELD_HEADINGS
                                    : START_FIELD_NEW_TITLE;
}

static void add_board(struct ui *ui, struct start_planning *p)
{
    const struct edit *fields = p->fields;
    enum plan_fault fault =
        plan_add_board(&p->plan, p->selected, fields[START_FIELD_NEW_TITLE].text,
                       fields[START_FIELD_QUESTION].text, fields[START_FIELD_HEADINGS].text);
    for (int f = START_FIELD_NEW_TITLE; f < START_FIELDS; f++)
        p->faults[f] = PLAN_FINE;
    if (fault != PLAN_FINE) {
        p->faults[field_of(fault)] = fault;
        ui_focus(ui, ui_id_of("plan-field", (int)field_of(fault)));
        return;
    }
    close_board(ui, p);
    planning_choose(p, p->selected + 1);
}

void planning_take_back(struct start_planning *p, bool again)
{
    if (again ? plan_redo(&p->plan) : plan_undo(&p->plan))
        planning_choose(p, p->selected);
}

/* ------------------------------------------------------------------ the chosen part */

/* What a fault says; NULL for none. */
static const char *say(enum plan_fault fault)
{
    static const enum word words[] = {
        [PLAN_TITLE] = WORD_PLAN_FAULT_TITLE,       [PLAN_CLOCK] = WORD_PLAN_FAULT_CLOCK,
        [PLAN_EARLIER] = WORD_PLAN_FAULT_EARLIER,   [PLAN_LATER] = WORD_PLAN_FAULT_LATER,
        [PLAN_MIDNIGHT] = WORD_PLAN_FAULT_MIDNIGHT, [PLAN_MINUTES] = WORD_PLAN_FAULT_MINUTES,
        [PLAN_FULL] = WORD_PLAN_FAULT_FULL,         [PLAN_ONLY] = WORD_PLAN_FAULT_ONLY,
        [PLAN_EDGE] = WORD_PLAN_FAULT_EDGE,         [PLAN_QUESTION] = WORD_PLAN_FAULT_QUESTION,
        [PLAN_HEADINGS] = WORD_PLAN_FAULT_HEADINGS,
    };
    return fault == PLAN_FINE ? NULL : word(words[fault]);
}

static enum field_result run_field(struct ui *ui, double x, double y, double w,
                                   struct start_planning *p, enum start_field f)
{
    static const struct {
        enum word label, more;
        size_t visible;
    } looks[START_FIELDS] = {
        [START_FIELD_TITLE] = {WORD_PLAN_TITLE, WORD_PLAN_NOTHING_MORE, TITLE_VISIBLE},
        [START_FIELD_START] = {WORD_PLAN_START, WORD_PLAN_START_HOW, 5},
        [START_FIELD_MINUTES] = {WORD_PLAN_MINUTES, WORD_PLAN_MINUTES_HOW, 4},
        [START_FIELD_NEW_TITLE] = {WORD_PLAN_TITLE, WORD_PLAN_NOTHING_MORE, TITLE_VISIBLE},
        [START_FIELD_QUESTION] = {WORD_PLAN_QUESTION, WORD_PLAN_NOTHING_MORE, 140},
        [START_FIELD_HEADINGS] = {WORD_PLAN_HEADINGS, WORD_PLAN_HEADINGS_HOW, 0},
    };
    return field_run(ui, ui_id_of("plan-field", (int)f), x, y, w, &p->fields[f],
                     (struct field){.label = word(looks[f].label),
                                    .label_more = word(looks[f].more),
                                    .fault = say(p->faults[f]),
                                    .visible = looks[f].visible});
}

typedef enum plan_fault setter(struct plan *plan, int item, const char *text);

/* The three fields of the chosen part: what is typed counts at once, or says why it does not. */
static void run_fields(struct ui *ui, double x, double w, struct start_planning *p)
{
    static setter *const setters[] = {plan_set_title, plan_set_start, plan_set_minutes};
    for (int f = START_FIELD_TITLE; f <= START_FIELD_MINUTES; f++) {
        char before[EDIT_SIZE];
        text_copy(before, sizeof before, p->fields[f].text);
        enum field_result result =
            run_field(ui, x, PLANNING_Y + f * FIELD_PITCH, w, p, (enum start_field)f);
        if (strcmp(before, p->fields[f].text) != 0)
            p->faults[f] = setters[f](&p->plan, p->selected, p->fields[f].text);
        if (result == FIELD_ENTERED)
            ui_focus(ui,
                     f == START_FIELD_MINUTES ? id_of("plan-list") : ui_id_of("plan-field", f + 1));
    }
}

static struct button small(enum word text, double width, bool off)
{
    return (struct button){.kind = BUTTON_SECONDARY,
                           .text = word(text),
                           .height = BUTTON_H,
                           .width = width,
                           .off = off};
}

static void run_part(struct ui *ui, double x, double w, struct start_planning *p)
{
    double half = floor((w - 16) / 2), right = x + w - half;
    int last = planning_now(p)->item_count - 1;
    run_fields(ui, x, w, p);
    double y = BUTTONS_Y;
    if (button_run(ui, id_of("plan-up"), x, y, small(WORD_PLAN_UP, half, p->selected == 0)))
        planning_move(p, -1);
    if (button_run(ui, id_of("plan-down"), right, y,
                   small(WORD_PLAN_DOWN, half, p->selected == last)))
        planning_move(p, 1);
    y += BUTTON_PITCH;
    if (button_run(ui, id_of("plan-briefing"), x, y, small(WORD_PLAN_ADD_BRIEFING, half, false)))
        add_briefing(ui, p);
    if (button_run(ui, id_of("plan-board"), right, y, small(WORD_PLAN_ADD_BOARD, half, false)))
        open_board(ui, p);
    y += BUTTON_PITCH;
    if (button_run(ui, id_of("plan-remove"), x, y, small(WORD_PLAN_REMOVE, half, last == 0)))
        planning_remove(p);
    if (p->refused)
        draw_paragraph(ui->list, right, y, half, 2, MEDIUM(24), ALIGN_LEFT, WRAP_GREEDY, TOKEN_INK,
                       say(p->refused));
}

/* The form of a new board, in place of the chosen part. */
static void run_board(struct ui *ui, double x, double w, struct start_planning *p)
{
    double half = floor((w - 16) / 2);
    for (int f = START_FIELD_NEW_TITLE; f < START_FIELDS; f++) {
        double y = PLANNING_Y + (f - START_FIELD_NEW_TITLE) * FIELD_PITCH;
        enum field_result result = run_field(ui, x, y, w, p, (enum start_field)f);
        if (result == FIELD_CHANGED)
            p->faults[f] = PLAN_FINE;
        if (result == FIELD_ENTERED && f < START_FIELD_HEADINGS)
            ui_focus(ui, ui_id_of("plan-field", f + 1));
        else if (result == FIELD_ENTERED)
            ui_focus(ui, id_of("plan-add-board"));
    }
    if (button_run(ui, id_of("plan-no-board"), x, BUTTONS_Y, small(WORD_PLAN_NOT_NOW, half, false)))
        close_board(ui, p);
    else if (button_run(ui, id_of("plan-add-board"), x + w - half, BUTTONS_Y,
                        small(WORD_PLAN_ADD_IT, half, false)))
        add_board(ui, p);
}

/* ------------------------------------------------------------------ the page */

/* Letters that were refused are still to be seen to. */
static bool is_faulty(const struct start_planning *p)
{
    for (int f = START_FIELD_TITLE; f <= START_FIELD_MINUTES; f++)
        if (p->faults[f])
            return true;
    return false;
}

static void leave(struct ui *ui, struct start_screen *screen)
{
    plan_settle(&screen->planning.plan);
    screen->page = START_ASKING;
    ui_focus(ui, id_of("asking-change"));
}

/* Escape goes back one thing at a time: a form, what was typed in vain, the page. */
static void escape(struct ui *ui, struct start_screen *screen)
{
    struct start_planning *p = &screen->planning;
    if (p->adding)
        close_board(ui, p);
    else if (is_faulty(p))
        planning_choose(p, p->selected);
    else
        leave(ui, screen);
}

static void run_foot(struct ui *ui, const struct layout *layout, struct start_screen *screen)
{
    struct start_planning *p = &screen->planning;
    const char *reason = p->adding      ? word(WORD_PLAN_FINISH_BOARD)
                         : is_faulty(p) ? word(WORD_PLAN_SEE_TO_IT)
                                        : NULL;
    struct button undo = {.kind = BUTTON_SECONDARY,
                          .text = word(WORD_PLAN_UNDO),
                          .icon = ICON_UNDO,
                          .off = p->plan.at == 0 || p->adding};
    struct button redo = {.kind = BUTTON_SECONDARY,
                          .text = word(WORD_PLAN_REDO),
                          .off = p->plan.at + 1 >= p->plan.count || p->adding};
    struct button done = {.text = word(WORD_PLAN_DONE), .off = reason};
    double redo_x = layout->left + button_width(ui, undo) + 16;
    double text_x = redo_x + button_width(ui, redo) + 32;
    double done_x = layout->right - button_width(ui, done);
    if (button_run(ui, id_of("plan-undo"), layout->left, FOOT_Y, undo))
        planning_take_back(p, false);
    if (button_run(ui, id_of("plan-redo"), redo_x, FOOT_Y, redo))
        planning_take_back(p, true);
    if (reason)
        draw_text_within(ui->list, text_x, FOOT_Y + 22, done_x - 24 - text_x, REGULAR(28),
                         ALIGN_RIGHT, TOKEN_INK2, reason);
    if (button_run(ui, id_of("plan-done"), done_x, FOOT_Y, done))
        leave(ui, screen);
}

static void take_page_keys(struct ui *ui, struct start_screen *screen)
{
    struct start_planning *p = &screen->planning;
    if (ui_pressed(ui, KEY_ESCAPE, 0))
        escape(ui, screen);
    if (p->adding)
        return;
    if (ui_letter(ui, 'z', WITH_CONTROL))
        planning_take_back(p, false);
    if (ui_letter(ui, 'z', WITH_CONTROL | WITH_SHIFT) || ui_letter(ui, 'y', WITH_CONTROL))
        planning_take_back(p, true);
    planning_list_events(ui, p);
}

void planning_draw(struct ui *ui, const struct layout *layout, struct start_screen *screen)
{
    struct start_planning *p = &screen->planning;
    double content = layout->right - layout->left, w = floor((content - GAP) * 0.56);
    double x = layout->left, panel_x = x + w + GAP, panel_w = layout->right - panel_x;
    char head[2 * TITLE_SIZE];
    if (p->arriving)
        ui_focus(ui, id_of("plan-list"));
    p->arriving = false;
    take_page_keys(ui, screen);
    snprintf(head, sizeof head, word(WORD_PLAN_HEAD), planning_now(p)->title);
    draw_text_within(ui->list, x, HEAD_Y, content, SEMIBOLD(48), ALIGN_LEFT, TOKEN_INK, head);
    draw_text_within(ui->list, x, KEYS_Y, content, REGULAR(28), ALIGN_LEFT, TOKEN_INK2,
                     word(p->adding ? WORD_PLAN_BOARD_HOW : WORD_PLAN_KEYS));
    planning_list(ui, x, w, p);
    if (p->adding)
        run_board(ui, panel_x, panel_w, p);
    else
        run_part(ui, panel_x, panel_w, p);
    run_foot(ui, layout, screen);
    ui_focus_first(ui, id_of("plan-list"));
}
