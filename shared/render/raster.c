#include "render/raster.h"

#include <math.h>

#include <SDL.h>

static SDL_Surface *blank(int w, int h)
{
    return SDL_CreateRGBSurfaceWithFormat(0, w, h, 32, SDL_PIXELFORMAT_ARGB8888);
}

static uint32_t *row_of(SDL_Surface *surface, int y)
{
    return (uint32_t *)(void *)((uint8_t *)surface->pixels + (ptrdiff_t)y * surface->pitch);
}

static double clamp01(double v)
{
    return v < 0 ? 0 : v > 1 ? 1 : v;
}

static double least(double a, double b)
{
    return a < b ? a : b;
}

static uint32_t covered(double coverage, uint32_t colour)
{
    return (uint32_t)(clamp01(coverage) * 255 + 0.5) << 24 | colour;
}

/* Signed distance from a point to the edge of a rounded rectangle centred on 0; negative inside. */
static double round_distance(double x, double y, double half_w, double half_h, double radius)
{
    double dx = fabs(x) - (half_w - radius), dy = fabs(y) - (half_h - radius);
    double outside = hypot(fmax(dx, 0), fmax(dy, 0));
    return outside + fmin(fmax(dx, dy), 0) - radius;
}

SDL_Surface *raster_round(int w, int h, double radius, double stroke, uint32_t colour)
{
    SDL_Surface *surface = blank(w, h);
    if (!surface)
        return NULL;
    double inner = fmax(0, radius - stroke);
    for (int y = 0; y < h; y++) {
        uint32_t *row = row_of(surface, y);
        for (int x = 0; x < w; x++) {
            double px = x + 0.5 - w / 2.0, py = y + 0.5 - h / 2.0;
            double c = clamp01(0.5 - round_distance(px, py, w / 2.0, h / 2.0, radius));
            if (stroke > 0 && w > 2 * stroke && h > 2 * stroke)
                c -= clamp01(0.5 -
                             round_distance(px, py, w / 2.0 - stroke, h / 2.0 - stroke, inner));
            row[x] = covered(c, colour);
        }
    }
    return surface;
}

/* How much of an arc from `part` of a turn before 12 o'clock up to 12 a point is inside of, by its
 * distance to the two flat ends. */
struct wedge {
    double part, start_x, start_y; /* direction of the arc's beginning */
};

static double wedge_cover(const struct wedge *w, double x, double y)
{
    /* Sides of the two rays: positive clockwise of the beginning, positive before 12 o'clock. */
    double after_start = w->start_x * y - w->start_y * x;
    double before_end = -x;
    double a = clamp01(after_start + 0.5), b = clamp01(before_end + 0.5);
    return w->part <= 0.5 ? least(a, b) : a > b ? a : b;
}

SDL_Surface *raster_disc(int w, int h, double cx, double cy, double radius, double stroke,
                         double part, uint32_t colour)
{
    SDL_Surface *surface = blank(w, h);
    if (!surface)
        return NULL;
    double inner = stroke > 0 ? radius - stroke : -1;
    double turn = 2 * 3.141592653589793 * (1 - part);
    struct wedge wedge = {part, sin(turn), -cos(turn)};
    /* between the edges all of a pixel is covered, and its distance need not be known */
    double whole_from = inner > 0 ? (inner + 0.5) * (inner + 0.5) : 0;
    double whole_to = radius > 0.5 ? (radius - 0.5) * (radius - 0.5) : 0;
    for (int y = 0; y < h; y++) {
        uint32_t *row = row_of(surface, y);
        double dy = y + 0.5 - cy;
        double reach = (radius + 1) * (radius + 1) - dy * dy;
        if (reach <= 0)
            continue;
        double half = sqrt(reach), hollow = (inner - 1) * (inner - 1) - dy * dy;
        double hole = inner > 1 && hollow > 0 ? sqrt(hollow) : 0;
        int left = (int)fmax(0, floor(cx - half)), right = (int)fmin(w, ceil(cx + half));
        for (int x = left; x < right; x++) {
            double dx = x + 0.5 - cx;
            if (fabs(dx) < hole) {
                x = (int)fmax(x, floor(cx + hole) - 1); /* skip the hollow in one step */
                continue;
            }
            double c = 1, square = dx * dx + dy * dy;
            if (square < whole_from || square > whole_to) {
                double distance = sqrt(square);
                c = clamp01(radius - distance + 0.5);
                if (inner > 0)
                    c = least(c, clamp01(distance - inner + 0.5));
            }
            if (part < 1)
                c = least(c, wedge_cover(&wedge, dx, dy));
            row[x] = covered(c, colour);
        }
    }
    return surface;
}

static double segment_distance(double x, double y, const double *a, const double *b)
{
    double dx = b[0] - a[0], dy = b[1] - a[1], length = dx * dx + dy * dy;
    double t = length > 0 ? clamp01(((x - a[0]) * dx + (y - a[1]) * dy) / length) : 0;
    return hypot(x - a[0] - t * dx, y - a[1] - t * dy);
}

SDL_Surface *raster_line(int w, int h, const double *xy, int count, double stroke, uint32_t colour)
{
    SDL_Surface *surface = blank(w, h);
    if (!surface)
        return NULL;
    for (int y = 0; y < h; y++) {
        uint32_t *row = row_of(surface, y);
        for (int x = 0; x < w; x++) {
            double nearest = 1e9;
            for (int i = 0; i + 1 < count; i++)
                nearest = fmin(nearest, segment_distance(x + 0.5, y + 0.5, xy + (ptrdiff_t)2 * i,
                                                         xy + (ptrdiff_t)2 * (i + 1)));
            row[x] = covered(stroke / 2 - nearest + 0.5, colour);
        }
    }
    return surface;
}

static bool inside(double x, double y, const double *xy, int count)
{
    bool in = false;
    for (int i = 0, j = count - 1; i < count; j = i++) {
        double ax = xy[2 * i], ay = xy[2 * i + 1], bx = xy[2 * j], by = xy[2 * j + 1];
        if ((ay > y) != (by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax)
            in = !in;
    }
    return in;
}

SDL_Surface *raster_polygon(int w, int h, const double *xy, int count, uint32_t colour)
{
    enum { SAMPLES = 6 };
    SDL_Surface *surface = blank(w, h);
    if (!surface)
        return NULL;
    for (int y = 0; y < h; y++) {
        uint32_t *row = row_of(surface, y);
        for (int x = 0; x < w; x++) {
            int hits = 0;
            for (int s = 0; s < SAMPLES * SAMPLES; s++)
                hits += inside(x + (s % SAMPLES + 0.5) / SAMPLES, y + (s / SAMPLES + 0.5) / SAMPLES,
                               xy, count);
            row[x] = covered((double)hits / (SAMPLES * SAMPLES), colour);
        }
    }
    return surface;
}
