#include "ui/icon.h"

#include <assert.h>

enum { GRID = 24, MOST_POINTS = 13 };

enum stroke_kind { THROUGH, CIRCLE };

/* Each row is one stroke of an icon: the points it goes through, or a circle's centre and radius.
 * A closed stroke ends where it began. */
static const struct stroke {
    enum icon icon;
    enum stroke_kind kind;
    int count;
    double xy[MOST_POINTS * 2];
} strokes[] = {
    {ICON_CHECK, THROUGH, 3, {5, 13, 10, 18, 19, 7}},
    {ICON_RIGHT, THROUGH, 2, {4, 12, 20, 12}},
    {ICON_RIGHT, THROUGH, 3, {13, 5, 20, 12, 13, 19}},
    {ICON_LEFT, THROUGH, 2, {20, 12, 4, 12}},
    {ICON_LEFT, THROUGH, 3, {11, 5, 4, 12, 11, 19}},
    {ICON_PLUS, THROUGH, 2, {12, 5, 12, 19}},
    {ICON_PLUS, THROUGH, 2, {5, 12, 19, 12}},
    {ICON_MINUS, THROUGH, 2, {5, 12, 19, 12}},
    {ICON_CROSS, THROUGH, 2, {6, 6, 18, 18}},
    {ICON_CROSS, THROUGH, 2, {18, 6, 6, 18}},
    {ICON_BANG, THROUGH, 2, {12, 5, 12, 13.5}},
    {ICON_BANG, THROUGH, 2, {12, 18.6, 12, 18.8}},
    {ICON_DOWN, THROUGH, 3, {5, 9, 12, 16, 19, 9}},
    {ICON_PAUSE, THROUGH, 2, {9, 6, 9, 18}},
    {ICON_PAUSE, THROUGH, 2, {15, 6, 15, 18}},
    {ICON_PLAY, THROUGH, 4, {8, 5, 19, 12, 8, 19, 8, 5}},
    {ICON_LOCK,
     THROUGH,
     9,
     {5.6, 11.6, 7, 11, 17, 11, 18.4, 11.6, 19, 13, 19, 18, 18.4, 19.4, 17, 20, 7, 20}},
    {ICON_LOCK, THROUGH, 5, {7, 20, 5.6, 19.4, 5, 18, 5, 13, 5.6, 11.6}},
    {ICON_LOCK, THROUGH, 8, {8, 11, 8, 8, 9, 6, 10.5, 5, 13.5, 5, 15, 6, 16, 8, 16, 11}},
    {ICON_SCREEN,
     THROUGH,
     9,
     {3.6, 5.6, 5, 5, 19, 5, 20.4, 5.6, 21, 7, 21, 15, 20.4, 16.4, 19, 17, 5, 17}},
    {ICON_SCREEN, THROUGH, 5, {5, 17, 3.6, 16.4, 3, 15, 3, 7, 3.6, 5.6}},
    {ICON_SCREEN, THROUGH, 2, {9, 20.5, 15, 20.5}},
    {ICON_HIDDEN, THROUGH, 13, {3,  12, 6,  9,  9,    7.4, 12, 7, 15,   7.4, 18, 9, 21,
                                12, 18, 15, 15, 16.6, 12,  17, 9, 16.6, 6,   15, 3, 12}},
    {ICON_HIDDEN, THROUGH, 2, {5, 19.5, 19, 4.5}},
    {ICON_FLAG, THROUGH, 6, {6, 21, 6, 4, 18, 4, 15, 8.5, 18, 13, 6, 13}},
    {ICON_CLOCK, CIRCLE, 1, {12, 12, 8.5}},
    {ICON_CLOCK, THROUGH, 3, {12, 7.5, 12, 12, 15.2, 14}},
    {ICON_UNDO, THROUGH, 3, {9, 6, 4, 11, 9, 16}},
    {ICON_UNDO, THROUGH, 5, {4, 11, 15, 11, 18.5, 12.2, 20, 15, 20, 18}},
};

void icon_draw(struct draw_list *list, enum icon icon, double x, double y, double size,
               double stroke, paint p)
{
    assert(icon < ICON_COUNT);
    double unit = size / GRID;
    for (size_t i = 0; i < sizeof strokes / sizeof *strokes; i++) {
        const struct stroke *s = &strokes[i];
        if (s->icon != icon)
            continue;
        if (s->kind == CIRCLE) {
            double radius = (s->xy[2] + stroke / 2) * unit;
            draw_ring(list, x + s->xy[0] * unit, y + s->xy[1] * unit, radius, stroke * unit, p);
            continue;
        }
        double xy[MOST_POINTS * 2];
        for (int k = 0; k < s->count; k++) {
            xy[2 * k] = x + s->xy[2 * k] * unit;
            xy[2 * k + 1] = y + s->xy[2 * k + 1] * unit;
        }
        draw_line(list, xy, s->count, stroke * unit, p);
    }
}
