#include "ui/cell.h"

#include <math.h>
#include <stdio.h>

/* Of a cell of two lines: their tops, and the space at its sides. */
enum { TOLD_HEIGHT = 60, TOLD_TOP = -2, TOLD_BESIDE = 1, TOLD_UNDER = 26, TOLD_PADDING = 12 };

static const double corner = 8;
static const char dash[] = "\xE2\x80\x93";

static void figure(struct draw_list *list, double x, double y, double h, struct type type, paint p,
                   const char *text)
{
    double top = y + (h - type_line(type.size)) / 2;
    draw_text(list, x, top, type, ALIGN_CENTRE, p, text);
}

static void told_under(struct draw_list *list, double x, double y, double w, paint p,
                       const char *text)
{
    if (text && text[0])
        draw_text(list, x + w / 2, y + TOLD_UNDER, MEDIUM(24), ALIGN_CENTRE, p, text);
}

static void told(struct draw_list *list, double x, double y, double w, struct cell cell,
                 enum token ink, enum token bars, enum token beneath)
{
    double figure_w = draw_width(list, SEMIBOLD(28), cell.figure), top = y + TOLD_TOP;
    double both_w = figure_w + 10 + MARK_DENSE_WIDTH;
    told_under(list, x, y, w, ink, cell.under);
    if (cell.beside && cell.beside[0]) {
        draw_text(list, x + TOLD_PADDING, top, SEMIBOLD(28), ALIGN_LEFT, ink, cell.figure);
        draw_text(list, x + w - TOLD_PADDING, y + TOLD_BESIDE, SEMIBOLD(24), ALIGN_RIGHT, ink,
                  cell.beside);
    } else if (both_w + 2 * TOLD_PADDING <= w) {
        double left = x + (w - both_w) / 2;
        draw_text(list, left, top, SEMIBOLD(28), ALIGN_LEFT, ink, cell.figure);
        mark_bars(list, left + figure_w + 10, top + type_baseline(28), cell.level, true, bars,
                  beneath);
    } else {
        draw_text(list, x + w / 2, top, SEMIBOLD(28), ALIGN_CENTRE, ink, cell.figure);
    }
}

static void to_come(struct draw_list *list, double x, double y, double w, double h,
                    struct cell cell)
{
    draw_frame(list, x, y, w, h, corner, 2, TOKEN_LINE);
    int size = cell.form == CELL_WIDE && cell.figure ? 36 : 28;
    if (cell.form == CELL_PLAIN && !cell.figure)
        return;
    bool two = cell.form == CELL_TOLD && cell.under && cell.under[0];
    told_under(list, x, y, w, TOKEN_INK2, two ? cell.under : NULL);
    if (two) {
        draw_text(list, x + w / 2, y + TOLD_TOP, MEDIUM(28), ALIGN_CENTRE, TOKEN_INK2, dash);
        return;
    }
    figure(list, x + w / 2, y, h, MEDIUM(size), TOKEN_INK2, dash);
}

static void draw(struct draw_list *list, double x, double y, double w, double h, struct cell cell,
                 int filled)
{
    if (cell.state == CELL_TO_COME) {
        to_come(list, x, y, w, h, cell);
        return;
    }
    enum token fill = level_fill(cell.level), ink = level_ink(cell.level), bars = ink;
    if (cell.state == CELL_PROPOSED) {
        bool thin = cell.form == CELL_NARROW || cell.form == CELL_TOLD ||
                    (cell.form == CELL_PLAIN && cell.size < 24);
        paint inside = TOKEN_SURFACE;
        if (filled > 0)
            inside = theme_mix(fill, filled, TOKEN_SURFACE);
        bars = level_line(cell.level);
        draw_outline(list, x, y, w, h, corner, thin && cell.figure ? 3 : 4, bars, inside);
        /* half way to its fill a figure changes to the ink that is read on it */
        if (filled > 50) {
            bars = ink;
        } else {
            fill = TOKEN_SURFACE;
            ink = TOKEN_INK;
        }
    } else {
        draw_round(list, x, y, w, h, corner, fill);
    }
    if (!cell.figure) {
        bool dense = h < 40;
        double bars_w = dense ? MARK_DENSE_WIDTH : MARK_BARS_WIDTH;
        double bars_h = dense ? MARK_DENSE_HEIGHT : MARK_BARS_HEIGHT;
        if (cell.form != CELL_PLAIN)
            mark_bars(list, x + (w - bars_w) / 2, y + (h + bars_h) / 2, cell.level, dense, bars,
                      fill);
        return;
    }
    switch (cell.form) {
    case CELL_WIDE:
        /* Centred in what the bars leave; they stand on the figure's baseline. */
        figure(list, x + 2 + (w - 34) / 2, y, h, SEMIBOLD(36), ink, cell.figure);
        mark_bars(list, x + w - 12 - MARK_BARS_WIDTH, y + h - floor((h - 26) / 2), cell.level,
                  false, bars, fill);
        break;
    case CELL_NARROW:
        figure(list, x + w / 2, y + 5, 32, SEMIBOLD(28), ink, cell.figure);
        mark_bars(list, x + floor((w - MARK_DENSE_WIDTH) / 2), y + 39 + MARK_DENSE_HEIGHT,
                  cell.level, true, bars, fill);
        break;
    case CELL_TOLD:
        told(list, x, y, w, cell, ink, bars, fill);
        break;
    case CELL_PLAIN:
        figure(list, x + w / 2, y, h, SEMIBOLD(cell.size), ink, cell.figure);
        break;
    }
}

void cell_draw(struct draw_list *list, double x, double y, double w, double h, struct cell cell)
{
    draw(list, x, y, w, h, cell, 0);
}

void cell_draw_filling(struct draw_list *list, double x, double y, double w, double h,
                       struct cell cell, int percent)
{
    cell.state = CELL_PROPOSED;
    draw(list, x, y, w, h, cell, percent);
}

void cell_ring(struct draw_list *list, double x, double y, double w, double h)
{
    draw_frame(list, x - 4, y - 4, w + 8, h + 8, corner + 4, 4, TOKEN_ACCENT);
}

/* Rows of dots, the fuller row first, the whole centred on x, y. */
static void dots(struct draw_list *list, double x, double y, int count, int rows, double diameter,
                 double gap, paint p)
{
    int across = (count + rows - 1) / rows;
    int used = (count + across - 1) / across;
    double pitch = diameter + gap;
    for (int i = 0; i < count; i++) {
        int row = i / across, in_row = row < used - 1 ? across : count - across * (used - 1);
        double left = x - (in_row * pitch - gap) / 2, top = y - (used * pitch - gap) / 2;
        draw_disc(list, left + (i % across) * pitch + diameter / 2,
                  top + row * pitch + diameter / 2, diameter / 2, p);
    }
}

/* A number and one dot. */
static void number_of(struct draw_list *list, double mid_x, double mid_y, int size, int schools,
                      paint p)
{
    char number[12];
    snprintf(number, sizeof number, "%d", schools);
    double dot = size / 2.0, width = draw_width(list, SEMIBOLD(size), number);
    double left = mid_x - (width + 6 + dot) / 2;
    draw_text(list, left, mid_y - type_line(size) / 2.0, SEMIBOLD(size), ALIGN_LEFT, p, number);
    draw_disc(list, left + width + 6 + dot / 2, mid_y, dot / 2, p);
}

void cell_spread(struct draw_list *list, double x, double y, double w, double h, enum level level,
                 int schools)
{
    double mid_x = x + w / 2, mid_y = y + h / 2;
    if (schools <= 0) {
        draw_round(list, x, y, w, h, corner, theme_mix(TOKEN_SUNKEN, 60, TOKEN_PAPER));
        return;
    }
    enum token ink = level_ink(level);
    draw_round(list, x, y, w, h, corner, level_fill(level));
    bool dots_fit = schools <= 6 || (schools <= 15 && (schools + 2) / 3 * 16 - 4 <= w - 8);
    int rows = schools <= 3 ? 1 : 2; /* of large dots */
    if (schools <= 6 && (schools + rows - 1) / rows * 24 - 6 <= w - 2)
        dots(list, mid_x, mid_y, schools, rows, 18, 6, ink);
    else if (dots_fit)
        dots(list, mid_x, mid_y, schools, 3, 12, 4, ink);
    else
        number_of(list, mid_x, mid_y, w < 88 ? 28 : 36, schools, ink);
}

void cell_spread_told(struct draw_list *list, double x, double y, double w, enum level level,
                      int schools, const char *under)
{
    double mid_x = x + w / 2, mid_y = y + TOLD_TOP + type_line(28) / 2.0;
    enum token ink = schools > 0 ? level_ink(level) : TOKEN_INK2;
    if (schools > 0)
        draw_round(list, x, y, w, TOLD_HEIGHT, corner, level_fill(level));
    else
        draw_round(list, x, y, w, TOLD_HEIGHT, corner, theme_mix(TOKEN_SUNKEN, 60, TOKEN_PAPER));
    if (schools > 0 && schools * 16 - 4 <= w - 16)
        dots(list, mid_x, mid_y, schools, 1, 12, 4, ink);
    else if (schools > 0)
        number_of(list, mid_x, mid_y, 28, schools, ink);
    told_under(list, x, y, w, ink, under);
}
