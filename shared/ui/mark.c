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

double mark_seats(struct draw_list *list, double right, double y, double diameter, double gap,
                  int taken, int away, int all)
{
    double width = all > 0 ? all * (diameter + gap) - gap : 0;
    for (int i = 0; i < all; i++) {
        enum seat_state state = i < taken ? SEAT_TAKEN : i < taken + away ? SEAT_AWAY : SEAT_EMPTY;
        double x = right - width + i * (diameter + gap) + diameter / 2;
        mark_dot(list, x, y, diameter, state);
    }
    return width;
}

void mark_on_circle(double *x, double *y, double centre_x, double centre_y, double radius, int i,
                    int n)
{
    assert(n > 0);
    *x = centre_x + radius * sin(full_turn * i / n);
    *y = centre_y - radius * cos(full_turn * i / n);
}

/* Eight dots on a ring, dot i in paint `lit` while i < count, else in `rest`; the lit ones may be
 * larger. */
static void eight(struct draw_list *list, double x, double y, double size, int count, paint lit,
                  double growth, paint rest)
{
    for (int i = 0; i < 8; i++) {
        double dot_x, dot_y;
        mark_on_circle(&dot_x, &dot_y, x + size / 2, y + size / 2, size * 0.39, i, 8);
        double radius = size * 0.088 * (i < count ? growth : 1);
        draw_disc(list, dot_x, dot_y, radius, i < count ? lit : rest);
    }
}

void mark_logo(struct draw_list *list, double x, double y, double size)
{
    eight(list, x, y, size, 1, TOKEN_ACCENT, 1.28, TOKEN_INK);
}

void mark_opening(struct draw_list *list, double x, double y, double size, int lit)
{
    eight(list, x, y, size, lit, TOKEN_ACCENT, 1, TOKEN_LINE);
}

void mark_table(struct draw_list *list, double x, double y, double size, int n, int filled)
{
    if (n <= 0)
        return;
    double diameter = fmin(40, 0.62 * full_turn * (size - 40) / 2 / n);
    double radius = (size - diameter) / 2;
    for (int i = 0; i < n; i++) {
        double dot_x, dot_y;
        mark_on_circle(&dot_x, &dot_y, x + size / 2, y + size / 2, radius, i, n);
        if (i < filled)
            draw_disc(list, dot_x, dot_y, diameter / 2, TOKEN_ACCENT);
        else
            draw_ring(list, dot_x, dot_y, diameter / 2, diameter < 24 ? 2 : 3, TOKEN_OUTLINE);
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

double mark_key(struct draw_list *list, double x, double y, const char *name)
{
    double w = fmax(40, draw_width(list, SEMIBOLD(24), name) + 20);
    draw_outline(list, x, y, w, 40, 8, 2, TOKEN_LINE, TOKEN_SURFACE);
    draw_text(list, x + w / 2, y + 4, SEMIBOLD(24), ALIGN_CENTRE, TOKEN_INK, name);
    return w;
}

double mark_status(struct draw_list *list, double x, double y, int size, bool agreed,
                   const char *words)
{
    struct type type = agreed ? SEMIBOLD(size) : MEDIUM(size);
    if (agreed)
        mark_tick(list, x + 18, y + 18, 36, TOKEN_ACCENT, TOKEN_ON_ACCENT);
    else
        draw_ring(list, x + 18, y + 18, 18, 4, TOKEN_ACCENT);
    draw_text(list, x + 48, y + 18 - type_line(size) / 2.0, type, ALIGN_LEFT, TOKEN_INK, words);
    return 48 + draw_width(list, type, words);
}

void mark_bullet(struct draw_list *list, double x, double y, int size)
{
    draw_rect(list, x, y + type_line(size) / 2.0, 12, 2, TOKEN_INK2);
}
