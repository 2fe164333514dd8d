#include "ui/button.h"

static const double corner = 12;

/* What a button is painted with in each state. An edge of TOKEN_COUNT is none. */
struct button_look {
    enum token rest, hover, held, ink, edge;
};

static const struct button_look looks[] = {
    [BUTTON_PRIMARY] = {TOKEN_ACCENT, TOKEN_ACCENT_HOVER, TOKEN_ACCENT_PRESSED, TOKEN_ON_ACCENT,
                        TOKEN_COUNT},
    [BUTTON_SECONDARY] = {TOKEN_SURFACE, TOKEN_TINT, TOKEN_SUNKEN, TOKEN_INK, TOKEN_OUTLINE},
    [BUTTON_QUIET] = {TOKEN_COUNT, TOKEN_TINT, TOKEN_SUNKEN, TOKEN_INK, TOKEN_COUNT},
};

/* Three dots and their gap before the text. */
enum { BUSY_DOT = 12, BUSY_GAP = 8, BUSY_WIDTH = 3 * BUSY_DOT + 2 * BUSY_GAP, INSIDE_GAP = 12 };

static double icon_size(const struct ui *ui)
{
    return ui->style->button_size + 4;
}

static double inside_width(const struct ui *ui, const struct button *b)
{
    double w = draw_width(ui->list, SEMIBOLD(ui->style->button_size), b->text);
    if (b->busy)
        w += BUSY_WIDTH + INSIDE_GAP;
    if (b->icon != ICON_NONE)
        w += icon_size(ui) + INSIDE_GAP;
    return w;
}

double button_width(const struct ui *ui, struct button button)
{
    return button.width > 0 ? button.width
                            : inside_width(ui, &button) + 2 * ui->style->button_padding;
}

static enum token fill_now(const struct ui *ui, ui_id id, const struct button_look *look)
{
    if (ui_held(ui, id))
        return look->held;
    return ui_hovered(ui, id) ? look->hover : look->rest;
}

static void busy_dots(struct draw_list *list, double x, double y, enum token ink, enum token fill)
{
    const paint paints[] = {ink, theme_mix(ink, 60, fill), theme_mix(ink, 30, fill)};
    for (int i = 0; i < 3; i++)
        draw_disc(list, x + i * (BUSY_DOT + BUSY_GAP) + BUSY_DOT / 2.0, y, BUSY_DOT / 2.0,
                  paints[i]);
}

bool button_run(struct ui *ui, ui_id id, double x, double y, struct button button)
{
    struct draw_list *list = ui->list;
    double w = button_width(ui, button);
    double h = button.height > 0 ? button.height : ui->style->button_height;
    bool done = ui_area(ui, id, x, y, w, h, corner, 4, button.off ? UI_OFF : 0) && !button.busy;
    const struct button_look *look = &looks[button.kind];
    enum token fill = button.busy ? look->rest : fill_now(ui, id, look), ink = look->ink;
    if (button.off) {
        fill = TOKEN_SUNKEN;
        ink = TOKEN_INK2;
    }
    if (look->edge != TOKEN_COUNT && !button.off)
        draw_outline(list, x, y, w, h, corner, 2, look->edge, fill);
    else if (fill != TOKEN_COUNT)
        draw_round(list, x, y, w, h, corner, fill);
    int size = ui->style->button_size;
    double at = x + (w - inside_width(ui, &button)) / 2;
    if (button.busy) {
        busy_dots(list, at, y + h / 2, ink, fill == TOKEN_COUNT ? TOKEN_PAPER : fill);
        at += BUSY_WIDTH + INSIDE_GAP;
    }
    double room = w - 2 * INSIDE_GAP - (at - x - (w - inside_width(ui, &button)) / 2);
    draw_text_within(list, at, y + (h - type_line(size)) / 2, room, SEMIBOLD(size), ALIGN_LEFT, ink,
                     button.text);
    if (button.icon != ICON_NONE) {
        double side = icon_size(ui);
        at += draw_width(list, SEMIBOLD(size), button.text) + INSIDE_GAP;
        icon_draw(list, button.icon, at, y + (h - side) / 2, side, 2.4, ink);
    }
    return done;
}

bool button_icon(struct ui *ui, ui_id id, double x, double y, double size, enum icon icon, bool off)
{
    bool done = ui_area(ui, id, x, y, size, size, 8, 4, off ? UI_OFF : 0);
    enum token fill = off ? TOKEN_SUNKEN : fill_now(ui, id, &looks[BUTTON_SECONDARY]);
    if (off)
        draw_round(ui->list, x, y, size, size, 8, fill);
    else
        draw_outline(ui->list, x, y, size, size, 8, 2, TOKEN_OUTLINE, fill);
    double side = size * 0.55, inset = (size - side) / 2;
    icon_draw(ui->list, icon, x + inset, y + inset, side, 2.4, off ? TOKEN_INK2 : TOKEN_INK);
    return done;
}

/* The round mark of a choice: a thick accent ring when it is the one. */
static void radio(struct draw_list *list, double x, double y, double size, bool chosen)
{
    if (chosen)
        draw_ring(list, x, y, size / 2, size * 0.32, TOKEN_ACCENT);
    else
        draw_ring(list, x, y, size / 2, 2, TOKEN_OUTLINE);
}

bool button_choice(struct ui *ui, ui_id id, double x, double y, double w, double h,
                   const char *title, const char *line, bool chosen)
{
    struct draw_list *list = ui->list;
    bool large = h >= 2 * ui->style->button_height;
    double radius = large ? 16 : 12, padding = large ? 32 : 20, mark = large ? 32 : 24;
    int title_size = ui->style->button_size, line_size = ui->style->line_size;
    if (large)
        title_size = title_size == 28 ? 36 : 28;
    bool done = ui_area(ui, id, x, y, w, h, radius, 4, chosen ? UI_CHOSEN : 0);
    enum token fill = chosen ? TOKEN_TINT : TOKEN_SURFACE;
    if (ui_held(ui, id))
        fill = TOKEN_SUNKEN;
    else if (ui_hovered(ui, id))
        fill = TOKEN_TINT;
    draw_outline(list, x, y, w, h, radius, chosen ? 3 : 2, chosen ? TOKEN_ACCENT : TOKEN_OUTLINE,
                 fill);
    radio(list, x + padding + mark / 2, y + h / 2, mark, chosen);
    double text_x = x + padding + mark + padding * 0.75, text_w = x + w - padding - text_x;
    double all = type_line(title_size) + (line ? type_line(line_size) + 4 : 0);
    double top = y + (h - all) / 2;
    draw_text_within(list, text_x, top, text_w, SEMIBOLD(title_size), ALIGN_LEFT, TOKEN_INK, title);
    if (line)
        draw_text_within(list, text_x, top + type_line(title_size) + 4, text_w, REGULAR(line_size),
                         ALIGN_LEFT, chosen ? TOKEN_INK : TOKEN_INK2, line);
    return done;
}
