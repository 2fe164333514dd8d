#include "render/shape.h"

#include <string.h>

#include "render/raster.h"

/* Shapes up to this many pixels are kept whole; larger ones are put together from their corners. */
enum { WHOLE = 8192 };

/* What a picture is kept under: the shape with its colour, then its points or text. */
struct key {
    uint32_t kind, colour;
    int32_t w, h, x, y, radius, stroke;
    uint32_t part;
    struct draw_point point[DRAW_LINE_POINTS];
};

static const size_t key_head = offsetof(struct key, point);

/* The box of a smooth shape in whole pixels, a pixel of air round it. */
static SDL_Rect smooth_box(int left, int top, int right, int bottom)
{
    int x = (left >> 3) - 1, y = (top >> 3) - 1; /* eighths, rounded down also when negative */
    return (SDL_Rect){x, y, (right >> 3) + 2 - x, (bottom >> 3) + 2 - y};
}

static SDL_Rect points_box(const struct draw_list *list, const struct draw_command *c)
{
    const struct draw_point *p = list->point + c->first;
    int left = p->x, right = p->x, top = p->y, bottom = p->y, half = c->stroke / 2 + 1;
    for (uint32_t i = 1; i < c->count; i++) {
        left = p[i].x < left ? p[i].x : left;
        right = p[i].x > right ? p[i].x : right;
        top = p[i].y < top ? p[i].y : top;
        bottom = p[i].y > bottom ? p[i].y : bottom;
    }
    return smooth_box(left - half, top - half, right + half, bottom + half);
}

static double pixels(int32_t eighths)
{
    return (double)eighths / DRAW_EIGHTH;
}

/* ---- rectangles ---- */

static void fill(const struct painter *p, const SDL_Rect *rects, int count, uint32_t colour)
{
    SDL_FillRects(
        p->to, rects, count,
        SDL_MapRGB(p->to->format, (Uint8)(colour >> 16), (Uint8)(colour >> 8), (Uint8)colour));
}

static const struct cached *round_tile(const struct painter *p, int w, int h, int radius,
                                       int stroke, uint32_t colour)
{
    struct key key = {
        .kind = DRAW_ROUND, .colour = colour, .w = w, .h = h, .radius = radius, .stroke = stroke};
    const struct cached *found = cache_get(p->cache, &key, key_head);
    if (found)
        return found;
    return cache_put(p->cache, &key, key_head, raster_round(w, h, radius, stroke, colour), 0, 0);
}

/* The four corners of a box from the quarters of one picture, each `side` square. */
static void corners(const struct painter *p, const struct draw_command *c,
                    const struct cached *tile, int side)
{
    for (int i = 0; i < 4; i++) {
        int right = i & 1, low = i >> 1;
        SDL_Rect from = {right * side, low * side, side, side};
        SDL_Rect to = {right ? c->x + c->w - side : c->x, low ? c->y + c->h - side : c->y, side,
                       side};
        SDL_BlitSurface(tile->surface, &from, p->to, &to);
    }
}

static void draw_whole(const struct painter *p, const struct cached *cached, int x, int y)
{
    SDL_Rect to = {.x = x + cached->left, .y = y + cached->top};
    SDL_BlitSurface(cached->surface, NULL, p->to, &to);
}

static void draw_rounded(const struct painter *p, const struct draw_command *c, uint32_t colour)
{
    int r = c->radius;
    bool whole = c->w * c->h <= WHOLE;
    const struct cached *tile =
        whole ? round_tile(p, c->w, c->h, r, 0, colour) : round_tile(p, 2 * r, 2 * r, r, 0, colour);
    if (!tile)
        return;
    if (whole) {
        draw_whole(p, tile, c->x, c->y);
        return;
    }
    const SDL_Rect body[] = {{c->x + r, c->y, c->w - 2 * r, r},
                             {c->x, c->y + r, c->w, c->h - 2 * r},
                             {c->x + r, c->y + c->h - r, c->w - 2 * r, r}};
    fill(p, body, 3, colour);
    corners(p, c, tile, r);
}

static void draw_framed(const struct painter *p, const struct draw_command *c, uint32_t colour)
{
    int s = c->stroke, side = c->radius > s ? c->radius : s;
    if (c->w * c->h <= WHOLE || c->w < 2 * side + 2 || c->h < 2 * side + 2) {
        const struct cached *whole = round_tile(p, c->w, c->h, c->radius, s, colour);
        if (whole)
            draw_whole(p, whole, c->x, c->y);
        return;
    }
    /* Two pixels wider than its corners, so that it has an inside even when they touch. */
    const struct cached *tile = round_tile(p, 2 * side + 2, 2 * side + 2, c->radius, s, colour);
    if (!tile)
        return;
    int w = c->w - 2 * side, h = c->h - 2 * side;
    const SDL_Rect edges[] = {{c->x + side, c->y, w, s},
                              {c->x + side, c->y + c->h - s, w, s},
                              {c->x, c->y + side, s, h},
                              {c->x + c->w - s, c->y + side, s, h}};
    fill(p, edges, 4, colour);
    for (int i = 0; i < 4; i++) {
        int right = i & 1, low = i >> 1;
        SDL_Rect from = {right * (side + 2), low * (side + 2), side, side};
        SDL_Rect to = {right ? c->x + c->w - side : c->x, low ? c->y + c->h - side : c->y, side,
                       side};
        SDL_BlitSurface(tile->surface, &from, p->to, &to);
    }
}

/* ---- round and pointed shapes ---- */

static void draw_disc_shape(const struct painter *p, const struct draw_command *c, uint32_t colour)
{
    SDL_Rect box =
        smooth_box(c->x - c->radius, c->y - c->radius, c->x + c->radius, c->y + c->radius);
    struct key key = {.kind = DRAW_DISC,
                      .colour = colour,
                      .w = box.w,
                      .h = box.h,
                      .x = c->x - box.x * DRAW_EIGHTH,
                      .y = c->y - box.y * DRAW_EIGHTH,
                      .radius = c->radius,
                      .stroke = c->stroke,
                      .part = c->part};
    const struct cached *found = cache_get(p->cache, &key, key_head);
    if (!found) {
        double part = c->kind == DRAW_ARC ? c->part / 65536.0 : 1;
        SDL_Surface *surface = raster_disc(box.w, box.h, pixels(key.x), pixels(key.y),
                                           pixels(c->radius), pixels(c->stroke), part, colour);
        found = cache_put(p->cache, &key, key_head, surface, 0, 0);
    }
    if (found)
        draw_whole(p, found, box.x, box.y);
}

static void draw_pointed(const struct painter *p, const struct draw_list *list,
                         const struct draw_command *c, uint32_t colour)
{
    SDL_Rect box = points_box(list, c);
    struct key key = {.kind = c->kind,
                      .colour = colour,
                      .w = box.w,
                      .h = box.h,
                      .stroke = c->stroke,
                      .part = c->count};
    double xy[2 * DRAW_LINE_POINTS];
    for (uint32_t i = 0; i < c->count; i++) {
        key.point[i].x = list->point[c->first + i].x - box.x * DRAW_EIGHTH;
        key.point[i].y = list->point[c->first + i].y - box.y * DRAW_EIGHTH;
        xy[2 * i] = pixels(key.point[i].x);
        xy[2 * i + 1] = pixels(key.point[i].y);
    }
    size_t bytes = key_head + c->count * sizeof key.point[0];
    const struct cached *found = cache_get(p->cache, &key, bytes);
    if (!found) {
        SDL_Surface *surface =
            c->kind == DRAW_LINE
                ? raster_line(box.w, box.h, xy, (int)c->count, pixels(c->stroke), colour)
                : raster_polygon(box.w, box.h, xy, (int)c->count, colour);
        found = cache_put(p->cache, &key, bytes, surface, 0, 0);
    }
    if (found)
        draw_whole(p, found, box.x, box.y);
}

/* ---- text ---- */

static const struct cached *text_tile(const struct painter *p, const struct draw_command *c,
                                      const char *text, size_t bytes, uint32_t colour)
{
    struct {
        uint32_t kind, colour, weight;
        int32_t size;
        char text[FONT_TEXT_SIZE];
    } key = {.kind = DRAW_TEXT, .colour = colour, .weight = c->weight, .size = c->size};
    bytes = bytes < FONT_TEXT_SIZE ? bytes : FONT_TEXT_SIZE - 1;
    memcpy(key.text, text, bytes);
    size_t key_bytes = offsetof(__typeof__(key), text) + bytes;
    const struct cached *found = cache_get(p->cache, &key, key_bytes);
    if (found)
        return found;
    int baseline = 0;
    SDL_Surface *surface = font_draw(p->fonts, c->weight, c->size, text, bytes, colour, &baseline);
    return cache_put(p->cache, &key, key_bytes, surface, 0, -baseline);
}

static int text_left(const struct draw_command *c, int width)
{
    return c->align == ALIGN_LEFT    ? c->x
           : c->align == ALIGN_RIGHT ? c->x - width
                                     : c->x - width / 2;
}

/* A run of signs that are not digits is drawn together, each digit in the middle of its column. */
static void draw_tabular(const struct painter *p, const struct draw_command *c, const char *text,
                         int left, uint32_t colour)
{
    for (size_t i = 0; i < c->count;) {
        bool digit = text[i] >= '0' && text[i] <= '9';
        size_t n = digit ? 1 : strcspn(text + i, "0123456789");
        const struct cached *run = text_tile(p, c, text + i, n, colour);
        int width = run ? run->surface->w : 0;
        int column = digit ? type_digit_advance(c->weight, c->size) : width;
        if (run)
            draw_whole(p, run, left + (column - width) / 2, c->y);
        left += column;
        i += n;
    }
}

static int text_width(const struct painter *p, const struct draw_list *list,
                      const struct draw_command *c)
{
    int width = 0;
    const char *text = list->text + c->first;
    if (!c->tabular)
        return font_width(p->fonts, c->weight, c->size, text, c->count);
    for (size_t i = 0; i < c->count;) {
        bool digit = text[i] >= '0' && text[i] <= '9';
        size_t n = digit ? 1 : strcspn(text + i, "0123456789");
        width += digit ? type_digit_advance(c->weight, c->size)
                       : font_width(p->fonts, c->weight, c->size, text + i, n);
        i += n;
    }
    return width;
}

static void draw_text_shape(const struct painter *p, const struct draw_list *list,
                            const struct draw_command *c, uint32_t colour)
{
    const char *text = list->text + c->first;
    if (c->tabular) {
        draw_tabular(p, c, text, text_left(c, text_width(p, list, c)), colour);
        return;
    }
    const struct cached *cached = text_tile(p, c, text, c->count, colour);
    if (cached)
        draw_whole(p, cached, text_left(c, cached->surface->w), c->y);
}

/* ---- all ---- */

SDL_Rect shape_bounds(const struct painter *p, const struct draw_list *list,
                      const struct draw_command *c)
{
    switch ((enum draw_kind)c->kind) {
    case DRAW_RECT:
    case DRAW_ROUND:
    case DRAW_FRAME:
    case DRAW_CLIP:
        return (SDL_Rect){c->x, c->y, c->w, c->h};
    case DRAW_DISC:
    case DRAW_RING:
    case DRAW_ARC:
        return smooth_box(c->x - c->radius, c->y - c->radius, c->x + c->radius, c->y + c->radius);
    case DRAW_LINE:
    case DRAW_POLYGON:
        return points_box(list, c);
    case DRAW_TEXT: {
        /* Wider than the letters' advance by what may hang over it. */
        int width = text_width(p, list, c), left = text_left(c, width);
        return (SDL_Rect){left - c->size / 2, c->y - 2 * c->size, width + c->size, 3 * c->size};
    }
    case DRAW_UNCLIP:
        break;
    }
    return (SDL_Rect){0};
}

void shape_draw(const struct painter *p, const struct draw_list *list, const struct draw_command *c)
{
    uint32_t colour = theme_colour(p->theme, c->paint);
    switch ((enum draw_kind)c->kind) {
    case DRAW_RECT:
        fill(p, &(SDL_Rect){c->x, c->y, c->w, c->h}, 1, colour);
        break;
    case DRAW_ROUND:
        draw_rounded(p, c, colour);
        break;
    case DRAW_FRAME:
        draw_framed(p, c, colour);
        break;
    case DRAW_DISC:
    case DRAW_RING:
    case DRAW_ARC:
        draw_disc_shape(p, c, colour);
        break;
    case DRAW_LINE:
    case DRAW_POLYGON:
        draw_pointed(p, list, c, colour);
        break;
    case DRAW_TEXT:
        draw_text_shape(p, list, c, colour);
        break;
    case DRAW_CLIP:
    case DRAW_UNCLIP:
        break;
    }
}
