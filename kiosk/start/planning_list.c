#include "start/planning.h"

#include <math.h>
#include <stdio.h>

#include "words/words.h"

enum { ROW_H = 56, ROW_PITCH = 64 };

static ui_id id_of(const char *name)
{
    return ui_id_of(name, 0);
}

void planning_clock(char to[CONTENT_CLOCK_SIZE], unsigned start)
{
    if (start)
        snprintf(to, CONTENT_CLOCK_SIZE, "%02u:%02u", start / 60 % 24, start % 60);
    else
        to[0] = '\0';
}

static void key_in_list(struct start_planning *p, const struct input_event *e)
{
    bool with_alt = e->modifiers & WITH_ALT;
    if (e->key == KEY_UP)
        with_alt ? planning_move(p, -1) : planning_choose(p, p->selected - 1);
    else if (e->key == KEY_DOWN)
        with_alt ? planning_move(p, 1) : planning_choose(p, p->selected + 1);
    else if (e->key == KEY_HOME)
        planning_choose(p, 0);
    else if (e->key == KEY_END)
        planning_choose(p, AGENDA_MAX);
}

void planning_list_events(struct ui *ui, struct start_planning *p)
{
    const struct input_event *e;
    for (int at = 0; (e = ui_next(ui, id_of("plan-list"), &at));) {
        double under = (e->y / ui->list->u - ui->list->origin_y - PLANNING_Y) / ROW_PITCH;
        int shown = planning_now(p)->item_count < PLANNING_ROWS ? planning_now(p)->item_count
                                                                : PLANNING_ROWS;
        if (e->kind == INPUT_KEY)
            key_in_list(p, e);
        else if (e->kind == INPUT_PRESS && under >= 0 && under < shown)
            planning_choose(p, p->top + (int)floor(under));
        else if (e->kind == INPUT_WHEEL)
            planning_choose(p, p->selected - e->turn);
    }
    if (!ui_focused(ui, id_of("plan-list")))
        return;
    if (ui_pressed(ui, KEY_PAGE_UP, 0))
        planning_choose(p, p->selected - PLANNING_ROWS);
    if (ui_pressed(ui, KEY_PAGE_DOWN, 0))
        planning_choose(p, p->selected + PLANNING_ROWS);
    if (ui_pressed(ui, KEY_DELETE, 0))
        planning_remove(p);
    if (ui_letter(ui, 'u', 0) || ui_letter(ui, 'u', WITH_SHIFT))
        planning_take_back(p, ui_letter(ui, 'u', WITH_SHIFT));
}

static void draw_row(struct ui *ui, double x, double y, double w, const struct agenda_item *item,
                     bool chosen)
{
    struct draw_list *list = ui->list;
    char clock[CONTENT_CLOCK_SIZE], minutes[32] = "";
    planning_clock(clock, item->start);
    if (item->minutes)
        snprintf(minutes, sizeof minutes, word(WORD_PLAN_MINUTES_SHORT), item->minutes);
    double right = x + w - 24, minutes_w = draw_width(list, REGULAR(24), minutes);
    draw_round(list, x, y, w, ROW_H, 8, chosen ? TOKEN_TINT : TOKEN_SURFACE);
    draw_text(list, x + 24, y + 12, type_tabular(REGULAR(24)), ALIGN_LEFT, TOKEN_INK2, clock);
    draw_text_within(list, x + 120, y + 10, right - minutes_w - 16 - x - 120,
                     chosen ? SEMIBOLD(28) : MEDIUM(28), ALIGN_LEFT, TOKEN_INK, item->title);
    draw_text(list, right, y + 12, REGULAR(24), ALIGN_RIGHT, TOKEN_INK2, minutes);
}

/* How much of a long list is in sight. */
static void draw_thumb(struct draw_list *list, double x, const struct start_planning *p, int count)
{
    double track = PLANNING_ROWS * ROW_PITCH - 8, thumb = track * PLANNING_ROWS / count;
    double at = PLANNING_Y + (track - thumb) * p->top / (count - PLANNING_ROWS);
    draw_round(list, x, at, 6, thumb, 3, TOKEN_OUTLINE);
}

void planning_list(struct ui *ui, double x, double w, struct start_planning *p)
{
    ui_id id = id_of("plan-list");
    int count = planning_now(p)->item_count, shown = count < PLANNING_ROWS ? count : PLANNING_ROWS;
    ui_area(ui, id, x, PLANNING_Y, w, shown * ROW_PITCH - 8, 8, 0,
            UI_ARROWS | UI_PLAIN | (p->adding ? UI_OFF : 0));
    for (int i = p->top; i < p->top + shown; i++)
        draw_row(ui, x, PLANNING_Y + (i - p->top) * ROW_PITCH, w, &planning_now(p)->items[i],
                 i == p->selected);
    if (ui_focused(ui, id))
        ui_ring(ui, x, PLANNING_Y + (p->selected - p->top) * ROW_PITCH, w, ROW_H, 8, 0);
    if (count > PLANNING_ROWS)
        draw_thumb(ui->list, x + w + 8, p, count);
}
