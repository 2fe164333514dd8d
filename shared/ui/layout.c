#include "ui/layout.h"

#include <assert.h>
#include <math.h>

/* The design's own measures, units. */
enum {
    KIOSK_HEIGHT = 1080,
    KIOSK_LEAST_WIDTH = 1440,
    KIOSK_NARROW = 1840,
    KIOSK_SHORT_RAIL = 1600,
    KIOSK_MARGIN = 64,
    KIOSK_MARGIN_NARROW = 48,
    CLIENT_WIDTH = 1100,
    CLIENT_HEIGHT = 760,
    CLIENT_CONTENT = 1036,
};

struct layout layout_kiosk(int width, int height)
{
    return layout_kiosk_larger(width, height, 0);
}

struct layout layout_kiosk_larger(int width, int height, int sizes)
{
    assert(sizes >= 0 && sizes <= LAYOUT_LARGER_MOST);
    struct layout l = {.width = width, .height = height};
    l.u = (double)height / KIOSK_HEIGHT;
    if ((double)width / l.u < KIOSK_LEAST_WIDTH)
        l.u = (double)width / KIOSK_LEAST_WIDTH;
    l.u *= 1 + sizes / 8.0;
    l.across = width / l.u;
    l.down = height / l.u;
    l.spare = sizes ? l.down - KIOSK_HEIGHT : fmax(0, l.down - KIOSK_HEIGHT);
    l.narrow = l.across < KIOSK_NARROW;
    l.short_rail = l.across < KIOSK_SHORT_RAIL;
    l.margin = l.short_rail ? KIOSK_MARGIN_NARROW : KIOSK_MARGIN;
    l.left = l.margin;
    l.right = l.across - l.margin;
    return l;
}

struct layout layout_client(int width, int height)
{
    struct layout l = {.width = width, .height = height};
    l.u = fmin((double)width / CLIENT_WIDTH, (double)height / CLIENT_HEIGHT);
    l.u = fmin(fmax(l.u, 0.8), 2);
    l.across = width / l.u;
    l.down = height / l.u;
    l.spare = fmax(0, l.down - CLIENT_HEIGHT);
    l.margin = fmax((l.across - CLIENT_CONTENT) / 2, 32);
    l.left = l.margin;
    l.right = l.left + CLIENT_CONTENT;
    return l;
}

int layout_pixels(double u, double measure)
{
    return (int)lround(u * measure);
}

int layout_stroke(double u, double measure)
{
    int px = layout_pixels(u, measure);
    return px < 1 ? 1 : px;
}
