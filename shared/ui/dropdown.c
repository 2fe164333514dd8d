#include "ui/dropdown.h"

#include <ctype.h>
#include <math.h>

#include "ui/field.h"

static const double corner = 8, edge = 2;
static const double beside = 10; /* clear of the focus ring */

static void keep_in_sight(struct dropdown *d, int count)
{
    int shown = d->shown;
    if (d->pointed < d->top)
        d->top = d->pointed;
    if (d->pointed >= d->top + shown)
        d->top = d->pointed - shown + 1;
    if (d->top > count - shown)
        d->top = count - shown;
    if (d->top < 0)
        d->top = 0;
}

static void point(struct dropdown *d, int to, int count)
{
    d->pointed = to < 0 ? 0 : to >= count ? count - 1 : to;
    keep_in_sight(d, count);
}

static void open(struct dropdown *d, int count)
{
    d->open = count > 0;
    d->top = 0;
    point(d, d->chosen, count);
}

/* The next entry that begins with a letter, after the one pointed at. */
static void point_at_letter(struct dropdown *d, const char *const *item, int count, uint32_t letter)
{
    for (int i = 1; i <= count; i++) {
        int at = (d->pointed + i) % count;
        if (letter < 0x80 && tolower((unsigned char)item[at][0]) == (int)letter) {
            point(d, at, count);
            return;
        }
    }
}

static bool choose(struct dropdown *d, int which)
{
    bool changed = d->chosen != which;
    d->chosen = which;
    d->open = false;
    return changed;
}

static bool key_when_open(struct dropdown *d, const struct input_event *e, const char *const *item,
                          int count)
{
    switch (e->key) {
    case KEY_UP:
        point(d, d->pointed - 1, count);
        return false;
    case KEY_DOWN:
        point(d, d->pointed + 1, count);
        return false;
    case KEY_HOME:
        point(d, 0, count);
        return false;
    case KEY_END:
        point(d, count - 1, count);
        return false;
    case KEY_PAGE_UP:
        point(d, d->pointed - d->shown, count);
        return false;
    case KEY_PAGE_DOWN:
        point(d, d->pointed + d->shown, count);
        return false;
    case KEY_ENTER:
    case KEY_SPACE:
        return choose(d, d->pointed);
    case KEY_TAB:
    case KEY_ESCAPE:
        d->open = false;
        return false;
    case KEY_LETTER:
        point_at_letter(d, item, count, e->letter);
        return false;
    default:
        return false;
    }
}

/* Where the list lies, and how many rows it shows: under its field, as many as there is room for,
 * or above it when that would be too few. */
static double place_list(const struct ui *ui, struct dropdown *d, double y, double h, int count)
{
    double row = ui->style->option_height, bottom = ui->list->height / ui->list->u;
    double below = y + h + beside;
    int room = (int)floor((bottom - below - ui->list->origin_y - 2 * edge) / row);
    int least = count < DROPDOWN_LEAST ? count : DROPDOWN_LEAST;
    d->shown = count < DROPDOWN_SHOWN ? count : DROPDOWN_SHOWN;
    if (room < least)
        return y - beside - d->shown * row - 2 * edge;
    d->shown = d->shown < room ? d->shown : room;
    return below;
}

/* One event; `over` is the row under the pointer, -1 for none. True when the choice changed. */
static bool take_event(struct dropdown *d, const struct input_event *e, int over,
                       const char *const *item, int count)
{
    switch (e->kind) {
    case INPUT_KEY:
        if (d->open)
            return key_when_open(d, e, item, count);
        if (e->key == KEY_DOWN || e->key == KEY_ENTER || e->key == KEY_SPACE)
            open(d, count);
        return false;
    case INPUT_MOVE:
        if (d->open && over >= 0)
            point(d, over, count);
        return false;
    case INPUT_WHEEL:
        if (d->open)
            point(d, d->pointed - e->turn, count);
        return false;
    case INPUT_PRESS:
        if (d->open && over >= 0)
            return choose(d, over);
        if (d->open)
            d->open = false;
        else
            open(d, count);
        return false;
    default:
        return false;
    }
}

static void draw_closed(struct ui *ui, double x, double y, double w, const char *text, bool chosen,
                        bool off)
{
    const struct ui_style *style = ui->style;
    double h = style->field_height, padding = style->field_padding, side = style->field_size + 2;
    struct type type = chosen ? MEDIUM(style->field_size) : REGULAR(style->field_size);
    field_box(ui, x, y, w, h, false, off);
    draw_text_within(ui->list, x + padding, y + (h - type_line(type.size)) / 2,
                     w - 3 * padding - side, type, ALIGN_LEFT,
                     chosen && !off ? TOKEN_INK : TOKEN_INK2, text);
    if (!off)
        icon_draw(ui->list, ICON_DOWN, x + w - padding - side, y + (h - side) / 2, side, 2.2,
                  TOKEN_INK);
}

bool dropdown_run(struct ui *ui, ui_id id, double x, double y, double w, struct dropdown *dropdown,
                  const char *const *item, int count, const char *label, const char *placeholder,
                  bool off)
{
    struct dropdown *d = dropdown;
    double h = ui->style->field_height, row = ui->style->option_height;
    double top = place_list(ui, d, y, h, count);
    bool changed = false;
    if (d->chosen >= count)
        d->chosen = -1;
    if (!ui_focused(ui, id) || off || count == 0)
        d->open = false;
    const struct input_event *e;
    for (int at = 0; !off && (e = ui_next(ui, id, &at));) {
        double under = (e->y / ui->list->u - ui->list->origin_y - top - edge) / row;
        int over = under >= 0 && under < d->shown ? d->top + (int)floor(under) : -1;
        changed |= take_event(d, e, over, item, count);
    }
    ui_area(ui, id, x, y, w, h, corner, 4, (d->open ? UI_MODAL : UI_ARROWS) | (off ? UI_OFF : 0));
    if (label)
        field_label(ui, x, y - ui->style->label_above, label, NULL);
    const char *text = d->chosen >= 0 ? item[d->chosen] : placeholder ? placeholder : "";
    draw_closed(ui, x, y, w, text, d->chosen >= 0, off);
    if (d->open) {
        ui_area(ui, id, x, top, w, d->shown * row + 2 * edge, corner, 0, UI_ABOVE);
        ui->popup = (struct ui_popup){.item = item,
                                      .count = count,
                                      .chosen = d->chosen,
                                      .pointed = d->pointed,
                                      .top = d->top,
                                      .shown = d->shown,
                                      .x = x + ui->list->origin_x,
                                      .y = top + ui->list->origin_y,
                                      .w = w};
    }
    return changed;
}

void dropdown_draw_popup(struct ui *ui)
{
    const struct ui_popup *p = &ui->popup;
    struct draw_list *list = ui->list;
    double row = ui->style->option_height, h = p->shown * row + 2 * edge;
    double padding = ui->style->field_padding;
    int size = ui->style->field_size;
    draw_round(list, p->x, p->y + 4, p->w, h, corner, TOKEN_SHADE);
    draw_outline(list, p->x, p->y, p->w, h, corner, edge, TOKEN_OUTLINE, TOKEN_SURFACE);
    for (int i = 0; i < p->shown; i++) {
        int which = p->top + i;
        double y = p->y + edge + i * row;
        if (which == p->pointed)
            draw_round(list, p->x + 4, y + 2, p->w - 8, row - 4, 6, TOKEN_TINT);
        draw_text_within(list, p->x + padding, y + (row - type_line(size)) / 2,
                         p->w - 3 * padding - size,
                         which == p->chosen ? SEMIBOLD(size) : MEDIUM(size), ALIGN_LEFT, TOKEN_INK,
                         p->item[which]);
        if (which == p->chosen)
            icon_draw(list, ICON_CHECK, p->x + p->w - padding - size, y + (row - size) / 2, size, 3,
                      TOKEN_ACCENT);
    }
    if (p->count > p->shown) {
        double track = h - 16, thumb = track * p->shown / p->count;
        double at = p->y + 8 + (track - thumb) * p->top / (p->count - p->shown);
        draw_round(list, p->x + p->w - 8, at, 4, thumb, 2, TOKEN_OUTLINE);
    }
}
