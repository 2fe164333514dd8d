#ifndef PLENARY_UI_DRAW_H
#define PLENARY_UI_DRAW_H

/* The draw list: what a screen looks like, as plain data. Screens and widgets append shapes in
 * design units; the list multiplies by u, rounds, and keeps commands in final pixels with colours
 * still as tokens. The same list is drawn by SDL, written to a PNG, printed as text for goldens and
 * compared with the last one to know that nothing has changed. Later shapes lie over earlier ones.
 *
 * Rectangles and text are in whole pixels. Smooth shapes (discs, arcs, lines, polygons) are in
 * eighths of a pixel, so that a ring of dots stays even at any size.
 *
 * The list owns the text it draws. It never allocates: what no longer fits is left out and counted
 * in `dropped`, which tests expect to be 0. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ui/layout.h"
#include "ui/theme.h"
#include "ui/type.h"

enum {
    DRAW_MAX_COMMANDS = 6144, /* a grid of 30 schools needs about 2,500 */
    DRAW_MAX_POINTS = 4096,
    DRAW_MAX_TEXT = 96 * 1024, /* bytes */
    DRAW_MAX_CLIPS = 8,        /* nested */
    DRAW_LINE_POINTS = 64,     /* in one line or polygon */
    DRAW_EIGHTH = 8,
};

enum draw_kind {
    DRAW_RECT,    /* x y w h */
    DRAW_ROUND,   /* x y w h, radius */
    DRAW_FRAME,   /* x y w h, radius, stroke: hollow, what lies beneath shows through */
    DRAW_DISC,    /* centre x y, radius: eighths */
    DRAW_RING,    /* centre x y, outer radius, stroke: eighths */
    DRAW_ARC,     /* the same; `part` of it in 1/65536 of a turn, ending at 12 o'clock */
    DRAW_LINE,    /* points, stroke: eighths; round caps and joins */
    DRAW_POLYGON, /* points: eighths; filled, even-odd */
    DRAW_TEXT,    /* anchor x, baseline y, size in pixels, align, weight, tabular */
    DRAW_CLIP,    /* x y w h: until its DRAW_UNCLIP, within the clip around it */
    DRAW_UNCLIP,
};

enum align { ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT };

/* Fields not named for a kind are 0, so commands can be compared byte by byte. */
struct draw_command {
    uint8_t kind, align, weight, tabular;
    paint paint;
    int32_t x, y, w, h;
    int32_t radius, stroke;
    int32_t size;          /* of the font, pixels */
    uint32_t part;         /* 65536 is a full turn */
    uint32_t first, count; /* of points, or of the text's bytes (the final zero not counted) */
};

struct draw_point {
    int32_t x, y;
};

struct draw_list {
    const struct type_metrics *metrics; /* borrowed for the frame */
    double u;
    double origin_x, origin_y; /* design units, added to every position */
    int base_x, base_y;        /* pixels, of the part being drawn; 0 outside of one */
    int width, height;         /* pixels */
    uint32_t commands, points, text_used;
    uint32_t dropped;
    int clips; /* now open */
    struct draw_command command[DRAW_MAX_COMMANDS];
    struct draw_point point[DRAW_MAX_POINTS];
    char text[DRAW_MAX_TEXT];
};

/* Empties the list for a new frame. */
void draw_begin(struct draw_list *list, const struct layout *layout,
                const struct type_metrics *metrics);

/* Moves the origin, for parts drawn in their own coordinates; (0, 0) puts it back. */
void draw_origin(struct draw_list *list, double x, double y);

/* A picture drawn small within another: what follows draw_enter is in units of `inside`, the layout
 * of the whole small picture, and lands scaled within the box x, y, w, h (of its width over its
 * height) and clipped to it, until draw_leave puts everything back. Parts do not nest. */
struct draw_part {
    double u, origin_x, origin_y;
};
struct draw_part draw_enter(struct draw_list *list, double x, double y, double w, double h,
                            const struct layout *inside);
void draw_leave(struct draw_list *list, const struct draw_part *outside);

/* Draws what follows with `u` pixels to a unit; the origin stays where it is on the screen. */
void draw_scale(struct draw_list *list, double u);

/* True when both would give the same picture. */
bool draw_equal(const struct draw_list *a, const struct draw_list *b);

/* Copies what is in use, so that a frame can be kept for comparison. */
void draw_copy(struct draw_list *to, const struct draw_list *from);

/* Writes one line a command into `to[size]`, the form goldens keep. Returns the length the whole
 * would have. */
size_t draw_print(char *to, size_t size, const struct draw_list *list);

/* Filled shapes. A radius more than half the shorter side becomes that half. */
void draw_rect(struct draw_list *list, double x, double y, double w, double h, paint p);
void draw_round(struct draw_list *list, double x, double y, double w, double h, double radius,
                paint p);

/* An outline `stroke` thick inside the edges, filled within: two nested rounded rectangles. */
void draw_outline(struct draw_list *list, double x, double y, double w, double h, double radius,
                  double stroke, paint edge, paint inside);

/* An outline alone, over whatever is there. */
void draw_frame(struct draw_list *list, double x, double y, double w, double h, double radius,
                double stroke, paint p);

/* Round shapes about a centre. A ring's radius is its outer one, its stroke lies inside. */
void draw_disc(struct draw_list *list, double x, double y, double radius, paint p);
void draw_ring(struct draw_list *list, double x, double y, double radius, double stroke, paint p);

/* `fraction` (0 to 1) of a ring, from where time has run to, clockwise up to 12 o'clock: it empties
 * clockwise from the top. Flat ends. */
void draw_arc(struct draw_list *list, double x, double y, double radius, double stroke,
              double fraction, paint p);

/* Lines and polygons through `count` points given as x, y, x, y. */
void draw_line(struct draw_list *list, const double *xy, int count, double stroke, paint p);
void draw_polygon(struct draw_list *list, const double *xy, int count, paint p);

/* One line of text; `y` is the top of its line box, `x` its left edge, middle or right edge. */
void draw_text(struct draw_list *list, double x, double y, struct type type, enum align align,
               paint p, const char *text);

/* The same for the first `bytes` bytes. */
void draw_text_bytes(struct draw_list *list, double x, double y, struct type type, enum align align,
                     paint p, const char *text, size_t bytes);

/* One line within the box x..x+w, aligned there and cut with an ellipsis when it is wider. */
void draw_text_within(struct draw_list *list, double x, double y, double w, struct type type,
                      enum align align, paint p, const char *text);

/* Up to `most` lines within x..x+w; returns the height they take. */
double draw_paragraph(struct draw_list *list, double x, double y, double w, int most,
                      struct type type, enum align align, enum wrap how, paint p, const char *text);

/* Width of a text as it will be drawn here, design units. */
double draw_width(const struct draw_list *list, struct type type, const char *text);

/* Clips what follows to a box; each draw_clip has its draw_unclip. */
void draw_clip(struct draw_list *list, double x, double y, double w, double h);
void draw_unclip(struct draw_list *list);

#endif
