#include "console/rows.h"

#include <math.h>

static void walk(struct rows *rows, const struct input_event *e, int count)
{
    int at = rows->chosen;
    if (e->key == KEY_UP || e->key == KEY_LEFT)
        at--;
    else if (e->key == KEY_DOWN || e->key == KEY_RIGHT)
        at++;
    else if (e->key == KEY_HOME)
        at = 0;
    else if (e->key == KEY_END)
        at = count - 1;
    rows->chosen = at < 0 ? 0 : at >= count ? count - 1 : at;
}

static void keep_in_sight(struct rows *rows, int count)
{
    int last = count - rows->shown;
    rows->chosen = rows->chosen >= count ? count - 1 : rows->chosen < 0 ? 0 : rows->chosen;
    if (rows->top > rows->chosen)
        rows->top = rows->chosen;
    if (rows->top < rows->chosen - rows->shown + 1)
        rows->top = rows->chosen - rows->shown + 1;
    rows->top = rows->top > last ? last : rows->top;
    rows->top = rows->top < 0 ? 0 : rows->top;
}

bool rows_run(struct ui *ui, ui_id id, double x, double y, double w, double h, double row,
              int count, struct rows *rows)
{
    const struct input_event *e;
    rows->shown = (int)floor(h / row);
    for (int at = 0; (e = ui_next(ui, id, &at));) {
        double under = (e->y / ui->list->u - ui->list->origin_y - y) / row;
        int over = under >= 0 && under < rows->shown ? rows->top + (int)floor(under) : -1;
        if (e->kind == INPUT_KEY) {
            walk(rows, e, count);
            rows->fresh = false;
        } else if (e->kind == INPUT_PRESS && over >= 0 && over < count) {
            rows->fresh = over != rows->chosen;
            rows->chosen = over;
        } else if (e->kind == INPUT_WHEEL) {
            rows->chosen -= e->turn;
        }
    }
    keep_in_sight(rows, count);
    bool done = ui_area(ui, id, x, y, w, h, 8, 4, UI_ARROWS | UI_PLAIN | (count ? 0 : UI_OFF));
    if (count && ui_focused(ui, id))
        ui_ring(ui, x, y + (rows->chosen - rows->top) * row, w, row, 8, 0);
    bool activated = done && !rows->fresh && count > 0;
    rows->fresh = rows->fresh && !done;
    return activated;
}
