#include "ui/draw.h"

#include <assert.h>
#include <math.h>
#include <string.h>

void draw_begin(struct draw_list *list, const struct layout *layout,
                const struct type_metrics *metrics)
{
    list->metrics = metrics;
    list->u = layout->u;
    list->origin_x = list->origin_y = 0;
    list->base_x = list->base_y = 0;
    list->width = layout->width;
    list->height = layout->height;
    list->commands = list->points = list->text_used = list->dropped = 0;
    list->clips = 0;
}

void draw_origin(struct draw_list *list, double x, double y)
{
    list->origin_x = x;
    list->origin_y = y;
}

void draw_scale(struct draw_list *list, double u)
{
    list->origin_x *= list->u / u;
    list->origin_y *= list->u / u;
    list->u = u;
}

bool draw_equal(const struct draw_list *a, const struct draw_list *b)
{
    return a->width == b->width && a->height == b->height && a->commands == b->commands &&
           a->points == b->points && a->text_used == b->text_used &&
           memcmp(a->command, b->command, a->commands * sizeof *a->command) == 0 &&
           memcmp(a->point, b->point, a->points * sizeof *a->point) == 0 &&
           memcmp(a->text, b->text, a->text_used) == 0;
}

void draw_copy(struct draw_list *to, const struct draw_list *from)
{
    memcpy(to, from, offsetof(struct draw_list, command));
    memcpy(to->command, from->command, from->commands * sizeof *from->command);
    memcpy(to->point, from->point, from->points * sizeof *from->point);
    memcpy(to->text, from->text, from->text_used);
}

static void append(struct draw_list *list, const struct draw_command *c)
{
    if (list->commands == DRAW_MAX_COMMANDS)
        list->dropped++;
    else
        list->command[list->commands++] = *c;
}

static int px(const struct draw_list *list, double measure)
{
    return layout_pixels(list->u, measure);
}

static int eighths(const struct draw_list *list, double measure)
{
    return layout_pixels(list->u * DRAW_EIGHTH, measure);
}

/* Positions in the picture: pixels, and eighths of them. */
static int px_x(const struct draw_list *list, double x)
{
    return list->base_x + px(list, list->origin_x + x);
}

static int px_y(const struct draw_list *list, double y)
{
    return list->base_y + px(list, list->origin_y + y);
}

static int eighths_x(const struct draw_list *list, double x)
{
    return list->base_x * DRAW_EIGHTH + eighths(list, list->origin_x + x);
}

static int eighths_y(const struct draw_list *list, double y)
{
    return list->base_y * DRAW_EIGHTH + eighths(list, list->origin_y + y);
}

/* A stroke of a smooth shape, in eighths: at least a pixel. */
static int stroke_eighths(const struct draw_list *list, double measure)
{
    int s = eighths(list, measure);
    return s < DRAW_EIGHTH ? DRAW_EIGHTH : s;
}

/* A command with its box in whole pixels; false when there is nothing of it to see. */
static bool boxed(const struct draw_list *list, struct draw_command *c, enum draw_kind kind,
                  double x, double y, double w, double h, paint p)
{
    *c = (struct draw_command){.kind = (uint8_t)kind,
                               .paint = p,
                               .x = px_x(list, x),
                               .y = px_y(list, y),
                               .w = px(list, w),
                               .h = px(list, h)};
    return c->w > 0 && c->h > 0;
}

static int clamp_radius(const struct draw_list *list, const struct draw_command *c, double radius)
{
    int r = px(list, radius), most = (c->w < c->h ? c->w : c->h) / 2;
    return r < most ? r : most;
}

void draw_rect(struct draw_list *list, double x, double y, double w, double h, paint p)
{
    struct draw_command c;
    /* A rule is a stroke: it may get thin, but not vanish. */
    if (w > 0 && h > 0) {
        boxed(list, &c, DRAW_RECT, x, y, w, h, p);
        c.w = c.w < 1 ? 1 : c.w;
        c.h = c.h < 1 ? 1 : c.h;
        append(list, &c);
    }
}

void draw_round(struct draw_list *list, double x, double y, double w, double h, double radius,
                paint p)
{
    struct draw_command c;
    if (!boxed(list, &c, DRAW_ROUND, x, y, w, h, p))
        return;
    c.radius = clamp_radius(list, &c, radius);
    if (c.radius == 0)
        c.kind = DRAW_RECT;
    append(list, &c);
}

void draw_outline(struct draw_list *list, double x, double y, double w, double h, double radius,
                  double stroke, paint edge, paint inside)
{
    struct draw_command c;
    if (!boxed(list, &c, DRAW_ROUND, x, y, w, h, edge))
        return;
    int s = layout_stroke(list->u, stroke);
    c.radius = clamp_radius(list, &c, radius);
    append(list, &c);
    if (c.w <= 2 * s || c.h <= 2 * s)
        return;
    c.x += s;
    c.y += s;
    c.w -= 2 * s;
    c.h -= 2 * s;
    c.radius = c.radius > s ? c.radius - s : 0;
    c.kind = c.radius ? DRAW_ROUND : DRAW_RECT;
    c.paint = inside;
    append(list, &c);
}

void draw_frame(struct draw_list *list, double x, double y, double w, double h, double radius,
                double stroke, paint p)
{
    struct draw_command c;
    if (!boxed(list, &c, DRAW_FRAME, x, y, w, h, p))
        return;
    c.radius = clamp_radius(list, &c, radius);
    c.stroke = layout_stroke(list->u, stroke);
    append(list, &c);
}

static struct draw_command round_shape(const struct draw_list *list, enum draw_kind kind, double x,
                                       double y, double radius, paint p)
{
    return (struct draw_command){.kind = (uint8_t)kind,
                                 .paint = p,
                                 .x = eighths_x(list, x),
                                 .y = eighths_y(list, y),
                                 .radius = eighths(list, radius)};
}

void draw_disc(struct draw_list *list, double x, double y, double radius, paint p)
{
    struct draw_command c = round_shape(list, DRAW_DISC, x, y, radius, p);
    if (c.radius > 0)
        append(list, &c);
}

void draw_ring(struct draw_list *list, double x, double y, double radius, double stroke, paint p)
{
    struct draw_command c = round_shape(list, DRAW_RING, x, y, radius, p);
    c.stroke = stroke_eighths(list, stroke);
    if (c.radius > 0)
        append(list, &c);
}

void draw_arc(struct draw_list *list, double x, double y, double radius, double stroke,
              double fraction, paint p)
{
    struct draw_command c = round_shape(list, DRAW_ARC, x, y, radius, p);
    c.stroke = stroke_eighths(list, stroke);
    c.part = (uint32_t)lround(fmin(fmax(fraction, 0), 1) * 65536);
    if (c.part == 65536) {
        c.kind = DRAW_RING;
        c.part = 0;
    } else if (c.part == 0) {
        return;
    }
    if (c.radius > 0)
        append(list, &c);
}

static void pointed(struct draw_list *list, struct draw_command *c, const double *xy, int count)
{
    if (list->points + (uint32_t)count > DRAW_MAX_POINTS) {
        list->dropped++;
        return;
    }
    c->first = list->points;
    c->count = (uint32_t)count;
    for (int i = 0; i < count; i++) {
        list->point[list->points++] =
            (struct draw_point){eighths_x(list, xy[2 * i]), eighths_y(list, xy[2 * i + 1])};
    }
    append(list, c);
}

void draw_line(struct draw_list *list, const double *xy, int count, double stroke, paint p)
{
    assert(count >= 2 && count <= DRAW_LINE_POINTS);
    struct draw_command c = {.kind = DRAW_LINE, .paint = p, .stroke = stroke_eighths(list, stroke)};
    pointed(list, &c, xy, count);
}

void draw_polygon(struct draw_list *list, const double *xy, int count, paint p)
{
    assert(count >= 3 && count <= DRAW_LINE_POINTS);
    struct draw_command c = {.kind = DRAW_POLYGON, .paint = p};
    pointed(list, &c, xy, count);
}

/* Text with an optional tail (the ellipsis), its baseline in whole pixels. */
static void text_command(struct draw_list *list, double x, double y, struct type type,
                         enum align align, paint p, const char *text, size_t bytes,
                         const char *tail)
{
    size_t more = strlen(tail), all = bytes + more;
    if (all == 0)
        return;
    if (list->text_used + all + 1 > DRAW_MAX_TEXT) {
        list->dropped++;
        return;
    }
    struct draw_command c = {.kind = DRAW_TEXT,
                             .align = (uint8_t)align,
                             .weight = (uint8_t)type.weight,
                             .tabular = type.tabular,
                             .paint = p,
                             .x = px_x(list, x),
                             .y = px_y(list, y + type_baseline(type.size)),
                             .size = type_pixels(type.size, list->u),
                             .first = list->text_used,
                             .count = (uint32_t)all};
    memcpy(list->text + list->text_used, text, bytes);
    memcpy(list->text + list->text_used + bytes, tail, more + 1);
    list->text_used += (uint32_t)all + 1;
    append(list, &c);
}

void draw_text_bytes(struct draw_list *list, double x, double y, struct type type, enum align align,
                     paint p, const char *text, size_t bytes)
{
    text_command(list, x, y, type, align, p, text, bytes, "");
}

void draw_text(struct draw_list *list, double x, double y, struct type type, enum align align,
               paint p, const char *text)
{
    text_command(list, x, y, type, align, p, text, strlen(text), "");
}

/* Where text aligned within x..x+w is anchored. */
static double anchor(double x, double w, enum align align)
{
    return align == ALIGN_LEFT ? x : align == ALIGN_RIGHT ? x + w : x + w / 2;
}

void draw_text_within(struct draw_list *list, double x, double y, double w, struct type type,
                      enum align align, paint p, const char *text)
{
    size_t n = type_fit(list->metrics, list->u, type, w, text);
    const char *tail = text[n] ? "\xE2\x80\xA6" : "";
    text_command(list, anchor(x, w, align), y, type, align, p, text, n, tail);
}

double draw_paragraph(struct draw_list *list, double x, double y, double w, int most,
                      struct type type, enum align align, enum wrap how, paint p, const char *text)
{
    struct type_lines lines;
    type_wrap(&lines, list->metrics, list->u, type, w, most, how, text);
    for (int i = 0; i < lines.count; i++) {
        bool cut = lines.ellipsis && i == lines.count - 1;
        text_command(list, anchor(x, w, align), y + i * type_line(type.size), type, align, p,
                     text + lines.line[i].start, lines.line[i].length, cut ? "\xE2\x80\xA6" : "");
    }
    return lines.count * type_line(type.size);
}

double draw_width(const struct draw_list *list, struct type type, const char *text)
{
    return type_width(list->metrics, list->u, type, text, strlen(text));
}

void draw_clip(struct draw_list *list, double x, double y, double w, double h)
{
    assert(list->clips < DRAW_MAX_CLIPS);
    list->clips++;
    struct draw_command c;
    boxed(list, &c, DRAW_CLIP, x, y, w, h, 0);
    append(list, &c);
}

void draw_unclip(struct draw_list *list)
{
    assert(list->clips > 0);
    list->clips--;
    append(list, &(struct draw_command){.kind = DRAW_UNCLIP});
}

struct draw_part draw_enter(struct draw_list *list, double x, double y, double w, double h,
                            const struct layout *inside)
{
    struct draw_part outside = {list->u, list->origin_x, list->origin_y};
    assert(list->base_x == 0 && list->base_y == 0);
    draw_clip(list, x, y, w, h);
    list->base_x = px_x(list, x);
    list->base_y = px_y(list, y);
    list->u = inside->u * px(list, w) / inside->width;
    list->origin_x = list->origin_y = 0;
    return outside;
}

void draw_leave(struct draw_list *list, const struct draw_part *outside)
{
    list->base_x = list->base_y = 0;
    list->u = outside->u;
    list->origin_x = outside->origin_x;
    list->origin_y = outside->origin_y;
    draw_unclip(list);
}
