#include "ui/mark.h"

#include <assert.h>
#include <math.h>

#include "ui/icon.h"

static const double full_turn = 6.283185307179586;

static const struct {
    enum token fill, ink, line;
} levels[] = {
    [LEVEL_NONE] = {TOKEN_SURFACE, TOKEN_INK2, TOKEN_LINE},
    [LEVEL_LOW] = {TOKEN_LOW, TOKEN_ON_LOW, TOKEN_LOW_LINE},
    [LEVEL_MEDIUM] = {TOKEN_MED, TOKEN_ON_MED, TOKEN_MED_LINE},
    [LEVEL_HIGH] = {TOKEN_HIGH, TOKEN_ON_HIGH, TOKEN_HIGH_LINE},
};

enum token level_fill(enum level level)
{
    assert(level <= LEVEL_HIGH);
    return levels[level].fill;
}

enum token level_ink(enum level level)
{
    assert(level <= LEVEL_HIGH);
    return levels[level].ink;
}

enum token level_line(enum level level)
{
    assert(level <= LEVEL_HIGH);
    return levels[level].line;
}

void mark_bars(struct draw_list *list, double x, double bottom, enum level level, bool dense,
               enum token bars, enum token beneath)
{
    static const struct {
        double width, gap, height[3];
    } forms[] = {{6, 3, {8, 14, 20}}, {4, 2, {5, 9, 13}}};
    for (int i = 0; i < 3; i++) {
        double w = forms[dense].width, h = forms[dense].height[i];
        paint p = i < (int)level ? bars : theme_mix(bars, 28, beneath);
        draw_round(list, x + i * (w + forms[dense].gap), bottom - h, w, h, 1, p);
    }
}

void mark_dot(struct draw_list *list, double x, double y, double diameter, enum seat_state state)
{
    switch (state) {
    case SEAT_TAKEN:
        draw_disc(list, x, y, diameter / 2, TOKEN_ACCENT);
        break;
    case SEAT_AWAY:
        draw_ring(list, x, y, diameter / 2, fmax(4, floor(diameter / 5)), TOKEN_ACCENT);
        break;
    case SEAT_EMPTY:
        draw_ring(list, x, y, diameter / 2, 2, TOKEN_OUTLINE);
        break;
    }
}

void mark_on_circle(double *x, double *y, double centre_x, double centre_y, double radius, int i,
                    int n)
{
    assert(n > 0);
    *x = centre_x + radius * sin(full_turn * i / n);
    *y = centre_y - radius * cos(full_turn * i / n);
}

void mark_logo(struct draw_list *list, double x, double y, double size)
{
    for (int i = 0; i < 8; i++) {
        double dot_x, dot_y;
        mark_on_circle(&dot_x, &dot_y, x + size / 2, y + size / 2, size * 0.39, i, 8);
        bool yours = i == 0;
        double radius = size * 0.088 * (yours ? 1.28 : 1);
        draw_disc(list, dot_x, dot_y, radius, yours ? TOKEN_ACCENT : TOKEN_INK);
    }
}

void mark_timer(struct draw_list *list, double x, double y, double size, double stroke,
                double fraction, enum token left)
{
    double centre_x = x + size / 2, centre_y = y + size / 2;
    if (fraction < 0.9999)
        draw_ring(list, centre_x, centre_y, size / 2, stroke, TOKEN_LINE);
    else
        fraction = 1;
    draw_arc(list, centre_x, centre_y, size / 2, stroke, fraction, left);
}

void mark_bang(struct draw_list *list, double x, double y, double diameter)
{
    double size = diameter * 20 / 28;
    draw_disc(list, x, y, diameter / 2, TOKEN_INK);
    icon_draw(list, ICON_BANG, x - size / 2, y - size / 2, size, 3.2, TOKEN_PAPER);
}

void mark_tick(struct draw_list *list, double x, double y, double diameter, enum token disc,
               enum token tick)
{
    double size = diameter * 2 / 3;
    draw_disc(list, x, y, diameter / 2, disc);
    icon_draw(list, ICON_CHECK, x - size / 2, y - size / 2, size, 3, tick);
}

void mark_star(struct draw_list *list, double x, double y, double size, enum token paint)
{
    enum { CORNERS = 10 };
    double xy[2 * CORNERS];
    for (int i = 0; i < CORNERS; i++)
        mark_on_circle(&xy[2 * i], &xy[2 * i + 1], x + size / 2, y + size * 0.54,
                       size * (i % 2 ? 0.22 : 0.52), i, CORNERS);
    draw_polygon(list, xy, CORNERS, paint);
}

double mark_key(struct draw_list *list, double x, double y, const char *name)
{
    double w = fmax(40, draw_width(list, SEMIBOLD(24), name) + 20);
    draw_outline(list, x, y, w, 40, 8, 2, TOKEN_LINE, TOKEN_SURFACE);
    draw_text(list, x + w / 2, y + 4, SEMIBOLD(24), ALIGN_CENTRE, TOKEN_INK, name);
    return w;
}

void mark_bullet(struct draw_list *list, double x, double y, int size)
{
    draw_rect(list, x, y + type_line(size) / 2.0, 12, 2, TOKEN_INK2);
}
