#ifndef PLENARY_UI_TYPE_H
#define PLENARY_UI_TYPE_H

/* The one type scale, and text measured, wrapped and fitted. A line is its size plus 8. Sizes and
 * widths are in design units; `u` is pixels per unit, and a font is opened at whole pixels, so the
 * widths of a scaled screen are those of the letters really drawn, not of a drawing shrunk.
 *
 * Nothing here knows a font: widths come from the metrics given, those of the renderer on a screen
 * and fixed ones in tests. Texts are valid UTF-8 and are cut only between visible characters. */

#include <stdbool.h>
#include <stddef.h>

enum weight { WEIGHT_REGULAR, WEIGHT_MEDIUM, WEIGHT_SEMIBOLD, WEIGHT_BOLD, WEIGHT_COUNT };

/* A style of type: a weight and a size of the scale (16 20 24 28 36 48 64 96 144). Tabular figures
 * stand in columns of equal width, for clocks and right-aligned numbers. */
struct type {
    enum weight weight;
    int size;
    bool tabular;
};

#define REGULAR(size)  ((struct type){WEIGHT_REGULAR, (size), false})
#define MEDIUM(size)   ((struct type){WEIGHT_MEDIUM, (size), false})
#define SEMIBOLD(size) ((struct type){WEIGHT_SEMIBOLD, (size), false})
#define BOLD(size)     ((struct type){WEIGHT_BOLD, (size), false})

/* The same type with tabular figures. */
struct type type_tabular(struct type type);

/* The width in pixels of `bytes` bytes of text in a font `px` pixels high. */
struct type_metrics {
    int (*width)(void *context, enum weight weight, int px, const char *text, size_t bytes);
    void *context;
};

/* Metrics without a font, for goldens: every visible character is 0.6 em wide, a space 0.3. */
extern const struct type_metrics type_fixed_metrics;

/* True for a size of the scale. */
bool type_on_scale(int size);

/* Height of the line box, and how far its baseline lies below its top, in design units. */
int type_line(int size);
int type_baseline(int size);

/* The pixel height of the font for a size at `u`: at least 1. */
int type_pixels(int size, double u);

/* The column of a tabular digit, in pixels, for a font of `px`. */
int type_digit_advance(enum weight weight, int px);

/* Width of a text in pixels of the font opened for it; the first form in design units. */
double type_width(const struct type_metrics *metrics, double u, struct type type, const char *text,
                  size_t bytes);
int type_width_px(const struct type_metrics *metrics, enum weight weight, int px, bool tabular,
                  const char *text, size_t bytes);

/* A text broken into lines. Lines point into the text they were made from: bytes [start, start +
 * length). Only the last may end in an ellipsis, which is not among its bytes. */
enum { TYPE_MAX_LINES = 16 };
struct type_lines {
    int count;
    bool ellipsis;
    double width; /* of the widest line, ellipsis included */
    struct {
        size_t start, length;
    } line[TYPE_MAX_LINES];
};

enum wrap {
    WRAP_GREEDY,   /* each line as full as it will go */
    WRAP_BALANCED, /* as few lines, as even as possible: no lone last word */
};

/* Breaks `text` into at most `most` lines (1 to TYPE_MAX_LINES) no wider than `width`. Breaks are
 * at spaces, and inside a word only when the word alone is wider than a line. A newline ends a
 * line. What does not fit is cut and the ellipsis set. An empty text has no lines. */
void type_wrap(struct type_lines *out, const struct type_metrics *metrics, double u,
               struct type type, double width, int most, enum wrap how, const char *text);

/* The number of bytes of `text` that fit in `width` beside an ellipsis; strlen(text) when the whole
 * fits without one. Spaces before the ellipsis are dropped. */
size_t type_fit(const struct type_metrics *metrics, double u, struct type type, double width,
                const char *text);

#endif
