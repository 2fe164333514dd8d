#include "screen/plan.h"

#include <stdio.h>

#include "screen/writing.h"
#include "ui/icon.h"
#include "ui/mark.h"

/* The list: what is asked of this person, what they proposed, and what the room has. */

enum { ROW = 80, PITCH = 92, END = 660, HAND_WIDTH = 96, HAND_HEIGHT = 48, HAND_RIGHT = 16 };

static bool wanted(const struct screens *s)
{
    return task_screen(s) == SCREEN_PLAN;
}

bool plan_has_any(const struct screens *s)
{
    struct plan_row rows[PLAN_ROWS_MAX];
    return task_takes_part(s) && (wanted(s) || plan_rows(s, rows) > 0);
}

bool plan_go(struct screens *s)
{
    if (!plan_has_any(s))
        return false;
    screen_go(s, SCREEN_PLAN);
    return true;
}

static const char *text_of(const struct screens *s, const struct plan_row *row)
{
    if (row->kind == PLAN_RETURNED)
        return s->plan.returned[row->which].change.content.text;
    if (row->kind == PLAN_ON_WAY)
        return screen_asked(s, row->which)->change.action.content.text;
    return plan_content(s, row->which)->text;
}

/* Solid is settled, an outline is not yet. */
static void draw_card(struct screens *s, const struct plan_row *row, double y, double w,
                      bool hovered)
{
    struct draw_list *list = s->list;
    bool saved = row->kind == PLAN_SAVED;
    bool asked = saved && plan_is_asked(s, row->which);
    bool settled = saved && plan_state(s, row->which) == ACTION_ADOPTED;
    bool moving = row->kind == PLAN_ON_WAY || (saved && plan_is_moving(s, row->which));
    enum token ground = hovered ? TOKEN_TINT : settled && !moving ? TOKEN_SURFACE : TOKEN_PAPER;
    char line[SCREEN_TEXT_SIZE];
    if (settled && !moving && !asked)
        draw_round(list, SCREEN_LEFT, y + 4, SCREEN_WIDTH, ROW, 8, TOKEN_SHADE);
    if (settled && !moving && !asked)
        draw_round(list, SCREEN_LEFT, y, SCREEN_WIDTH, ROW, 8, ground);
    else
        draw_outline(list, SCREEN_LEFT, y, SCREEN_WIDTH, ROW, 8, asked ? 4 : 2,
                     asked ? TOKEN_ACCENT : TOKEN_OUTLINE, ground);
    plan_line(line, s, row);
    draw_text_within(list, SCREEN_LEFT + 20, y + 10, w, MEDIUM(20), ALIGN_LEFT, TOKEN_INK,
                     text_of(s, row));
    draw_text_within(list, SCREEN_LEFT + 20, y + 44, w, REGULAR(16), ALIGN_LEFT, TOKEN_INK2, line);
    double mark = SCREEN_RIGHT - 36;
    if (row->kind == PLAN_RETURNED)
        mark_bang(list, mark, y + ROW / 2.0, 24);
    else if (moving)
        icon_draw(list, ICON_CLOCK, mark - 12, y + ROW / 2.0 - 12, 24, 2.2, TOKEN_INK);
}

/* How many support it, and whether this person does. To the pointer alone: keys go from row to
 * row, and S is for this. */
static void run_hand(struct screens *s, action_id action, double y)
{
    struct ui *ui = &s->ui;
    bool on = plan_supports(s, action), may = plan_may_support(s, action);
    ui_id id = ui_id_of("plan-hand", action);
    double x = SCREEN_RIGHT - HAND_RIGHT - HAND_WIDTH, top = y + (ROW - HAND_HEIGHT) / 2.0;
    char count[8];
    if (ui_area(ui, id, x, top, HAND_WIDTH, HAND_HEIGHT, 12, 0, UI_ABOVE | (may ? 0 : UI_OFF)))
        plan_support(s, action, !on);
    enum token ink = on ? TOKEN_ON_ACCENT : TOKEN_INK;
    if (on)
        draw_round(s->list, x, top, HAND_WIDTH, HAND_HEIGHT, 12,
                   ui_hovered(ui, id) ? TOKEN_ACCENT_HOVER : TOKEN_ACCENT);
    else if (may)
        draw_outline(s->list, x, top, HAND_WIDTH, HAND_HEIGHT, 12, 2, TOKEN_OUTLINE,
                     ui_hovered(ui, id) ? TOKEN_TINT : TOKEN_SURFACE);
    if (may)
        icon_draw(s->list, on ? ICON_CHECK : ICON_PLUS, x + 18, top + 13, 22, 3, ink);
    snprintf(count, sizeof count, "%u", plan_support_count(s, action));
    draw_text(s->list, x + HAND_WIDTH - 20, top + 10, type_tabular(SEMIBOLD(20)), ALIGN_RIGHT, ink,
              count);
}

static void open_row(struct screens *s, const struct plan_row *row)
{
    if (row->kind == PLAN_RETURNED) {
        propose_take_up(s, row->which);
    } else {
        s->plan.looked_at = row->which;
        screen_go(s, SCREEN_PLEDGE);
    }
}

static void run_row(struct screens *s, const struct plan_row *row, double y)
{
    struct ui *ui = &s->ui;
    bool saved = row->kind == PLAN_SAVED, on_way = row->kind == PLAN_ON_WAY;
    bool counted = saved && plan_state(s, row->which) != ACTION_WAITING;
    double w = SCREEN_WIDTH - 40 - (counted ? HAND_RIGHT + HAND_WIDTH : 40);
    ui_id id = ui_id_of(saved ? "plan-row" : on_way ? "plan-on-way" : "plan-back", row->which);
    bool done = ui_area(ui, id, SCREEN_LEFT, y, SCREEN_WIDTH, ROW, 8, 0, on_way ? UI_OFF : 0);
    draw_card(s, row, y, w, !on_way && ui_hovered(ui, id));
    if (counted && !plan_is_moving(s, row->which))
        run_hand(s, row->which, y);
    bool here = saved && ui_focused(ui, id);
    if (here && plan_may_support(s, row->which) && ui_letter(ui, 's', 0))
        plan_support(s, row->which, !plan_supports(s, row->which));
    if (here && plan_is_mine(s, row->which) && plan_state(s, row->which) == ACTION_WAITING &&
        ui_pressed(ui, KEY_DELETE, 0))
        plan_take_back(s, row->which);
    else if (done)
        open_row(s, row);
}

static void run_list(struct screens *s, double y)
{
    struct plan_row rows[PLAN_ROWS_MAX];
    unsigned count = plan_rows(s, rows), shown = (unsigned)((END - y + PITCH - ROW) / PITCH);
    if (count == 0) {
        draw_text(s->list, SCREEN_LEFT, y, SEMIBOLD(20), ALIGN_LEFT, TOKEN_INK,
                  word(WORD_CLIENT_PLAN_NONE));
        draw_paragraph(s->list, SCREEN_LEFT, y + 36, 720, 2, REGULAR(20), ALIGN_LEFT, WRAP_GREEDY,
                       TOKEN_INK2, word(WORD_CLIENT_PLAN_NONE_MORE));
        return;
    }
    writing_pages(s, "plan-pages", SCREEN_RIGHT, 84, &s->plan.top, shown, count, true);
    ui_group(&s->ui, ui_id_of("plan-rows", 0), 1);
    for (unsigned i = 0; i < shown && s->plan.top + i < count; i++)
        run_row(s, &rows[s->plan.top + i], y + i * PITCH);
    ui_group_end(&s->ui);
}

static void draw(struct screens *s)
{
    struct button propose = {.kind = BUTTON_PRIMARY, .text = word(WORD_CLIENT_PLAN_PROPOSE)};
    bool here = task_screen(s) == SCREEN_PLAN;
    double right = SCREEN_RIGHT;
    screen_body(s);
    double y =
        writing_title(s, word(WORD_CLIENT_PLAN_TITLE), here ? writing_ask(s->sight.room) : "");
    if (s->entered)
        ui_focus(&s->ui, ui_id_of("plan-propose", 0));
    run_list(s, y + 20);
    bool supports = s->sight.room->me.role != ROLE_OBSERVER;
    screen_footer(s, word(supports ? WORD_CLIENT_PLAN_FOOT : WORD_CLIENT_PLAN_FOOT_OBSERVER));
    if (screen_foot_button(s, "plan-propose", &right, propose) || ui_letter(&s->ui, 'a', 0))
        propose_new(s);
    task_run_back(s, SCREEN_PLAN, &right);
    screen_header_here(s);
}

const struct screen screen_plan = {SCREEN_PLAN, false, wanted, draw};
