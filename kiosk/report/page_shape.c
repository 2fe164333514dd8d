#include "report/page_parts.h"

#include "analysis/summary.h"
#include "ui/mark.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>

#include <pango/pangocairo.h>

void page_colour(struct page *page, paint p)
{
    uint32_t colour = theme_colour(THEME_LIGHT, p);
    cairo_set_source_rgb(page->cairo, (colour >> 16 & 0xFF) / 255.0, (colour >> 8 & 0xFF) / 255.0,
                         (colour & 0xFF) / 255.0);
    page->marked = true;
}

static void round_box(struct page *page, double x, double y, double w, double h, double radius)
{
    static const double quarter = 1.5707963267948966;
    cairo_new_sub_path(page->cairo);
    for (int corner = 0; corner < 4; corner++) {
        double cx = corner == 0 || corner == 3 ? x + w - radius : x + radius;
        double cy = corner < 2 ? y + h - radius : y + radius;
        cairo_arc(page->cairo, cx, cy, radius, corner * quarter, (corner + 1) * quarter);
    }
    cairo_close_path(page->cairo);
}

void page_fill(struct page *page, double x, double y, double w, double h, paint p)
{
    page_colour(page, p);
    cairo_rectangle(page->cairo, x, y, w, h);
    cairo_fill(page->cairo);
}

void page_outline(struct page *page, double x, double y, double w, double h, double radius,
                  double stroke, paint p)
{
    page_colour(page, p);
    round_box(page, x + stroke / 2, y + stroke / 2, w - stroke, h - stroke, radius);
    cairo_set_line_width(page->cairo, stroke);
    cairo_stroke(page->cairo);
}

void page_disc(struct page *page, double x, double y, double radius, bool filled, paint p)
{
    page_colour(page, p);
    cairo_new_sub_path(page->cairo);
    cairo_arc(page->cairo, x, y, radius, 0, 6.283185307179586);
    cairo_set_line_width(page->cairo, 1.2);
    if (filled)
        cairo_fill(page->cairo);
    else
        cairo_stroke(page->cairo);
}

void page_line(struct page *page, double x0, double y0, double x1, double y1, double stroke,
               paint p)
{
    page_colour(page, p);
    cairo_move_to(page->cairo, x0, y0);
    cairo_line_to(page->cairo, x1, y1);
    cairo_set_line_width(page->cairo, stroke);
    cairo_stroke(page->cairo);
}

void page_rule(struct page *page, double y)
{
    page_fill(page, PAGE_MARGIN, y, page_across(page), 0.6, TOKEN_LINE);
}

/* Three rising bars, as many of them strong as the band has. */
static void draw_bars(struct page *page, double x, double bottom, double size, enum level level,
                      enum token bars, enum token beneath)
{
    for (int i = 0; i < 3; i++) {
        double w = size * 0.24, h = size * (0.4 + 0.3 * i);
        page_fill(page, x + i * size * 0.38, bottom - h, w, h,
                  i < (int)level ? (paint)bars : theme_mix(bars, 28, beneath));
    }
}

enum { BARS_BESIDE = 40, BARS_UNDER = 20 }; /* widths and heights from which they have room */

void page_band(struct page *page, double x, double y, double w, double h, int band, bool settled,
               const char *figure)
{
    assert(band >= BAND_NONE && band < BAND_COUNT);
    enum level level = (enum level)band;
    enum token text = settled ? level_ink(level) : TOKEN_INK;
    double radius = fmin(w, h) * 0.18, width, height;
    bool beside = w >= BARS_BESIDE, under = !beside && h >= BARS_UNDER;
    if (level == LEVEL_NONE) {
        page_outline(page, x, y, w, h, radius, 0.6, TOKEN_LINE);
        text = TOKEN_INK2;
    } else if (settled) {
        page_colour(page, level_fill(level));
        round_box(page, x, y, w, h, radius);
        cairo_fill(page->cairo);
    } else {
        page_outline(page, x, y, w, h, radius, 1.5, level_line(level));
    }
    bool bars = level != LEVEL_NONE && (beside || under);
    double size = fmin(14, fmin(h * (under ? 0.5 : 0.62), w * (beside ? 0.3 : 0.56)));
    page_lay(page, 0, (struct page_style){.size = size, .bold = true}, figure);
    page_laid(page, &width, &height);
    double bar = size * (under ? 0.5 : 0.7), room = bars && beside ? bar + 4 : 0;
    double middle = bars && under ? y + (h - bar - 1) / 2 - h * 0.02 : y + h / 2;
    page_colour(page, text);
    cairo_move_to(page->cairo, x + (w - room - width) / 2, middle - height / 2);
    pango_cairo_show_layout(page->cairo, page->layout);
    if (bars)
        draw_bars(page, beside ? x + (w + width - room) / 2 + 4 : x + (w - bar) / 2,
                  beside ? y + h / 2 + size * 0.36 : y + h - h * 0.12, bar, level,
                  settled ? level_ink(level) : level_line(level),
                  settled ? level_fill(level) : TOKEN_SURFACE);
}

void page_cell(struct page *page, double x, double y, unsigned rating, bool agreed)
{
    char figure[8];
    snprintf(figure, sizeof figure, "%u", rating);
    page_band(page, x, y, PAGE_CELL, PAGE_CELL, analysis_band((int)rating), agreed, figure);
}
