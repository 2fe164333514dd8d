#include "report/page_parts.h"

#include "base/text.h"

#include <pango/pangocairo.h>

void page_lay(struct page *page, double w, struct page_style style, const char *text)
{
    static const PangoAlignment aligns[] = {[PAGE_START] = PANGO_ALIGN_LEFT,
                                            [PAGE_CENTRE] = PANGO_ALIGN_CENTER,
                                            [PAGE_END] = PANGO_ALIGN_RIGHT};
    PangoFontDescription *font = pango_font_description_new();
    pango_font_description_set_family_static(font, "Inter, " PLENARY_FALLBACK_FAMILY);
    pango_font_description_set_weight(font,
                                      style.bold ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_absolute_size(font, style.size * PANGO_SCALE);
    pango_layout_set_font_description(page->layout, font);
    pango_font_description_free(font);
    pango_layout_set_width(page->layout, w > 0 ? (int)(w * PANGO_SCALE) : -1);
    pango_layout_set_alignment(page->layout, aligns[style.align]);
    pango_layout_set_line_spacing(page->layout, style.size >= 16 ? 0 : 1.15F);
    pango_layout_set_ellipsize(page->layout,
                               style.lines ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
    pango_layout_set_height(page->layout, style.lines ? -style.lines : -1);
    pango_layout_set_text(page->layout, text, -1);
    /* a name from right to left stands where others do; of lines each begins on its own side */
    if (style.align == PAGE_START && pango_layout_get_auto_dir(page->layout) &&
        text_leftward(text) && pango_layout_get_line_count(page->layout) == 1)
        pango_layout_set_alignment(page->layout, PANGO_ALIGN_RIGHT);
}

static paint ink(struct page_style style)
{
    return style.paint ? style.paint : style.quiet ? TOKEN_INK2 : TOKEN_INK;
}

void page_laid(struct page *page, double *w, double *h)
{
    int width, height;
    pango_layout_get_size(page->layout, &width, &height);
    *w = (double)width / PANGO_SCALE;
    *h = (double)height / PANGO_SCALE;
}

double page_measure(struct page *page, double w, struct page_style style, const char *text)
{
    double width, height;
    page_lay(page, w, style, text);
    page_laid(page, &width, &height);
    return height;
}

double page_width_of(struct page *page, struct page_style style, const char *text)
{
    double width, height;
    page_lay(page, 0, style, text);
    page_laid(page, &width, &height);
    return width;
}

double page_text(struct page *page, double x, double y, double w, struct page_style style,
                 const char *text)
{
    double h = page_measure(page, w, style, text);
    page_colour(page, ink(style));
    cairo_move_to(page->cairo, x, y);
    pango_cairo_show_layout(page->cairo, page->layout);
    return h;
}

double page_text_part(struct page *page, double x, double y, double w, struct page_style style,
                      const char *text, int from, double most, int *next)
{
    page_lay(page, w, style, text);
    PangoLayoutIter *at = pango_layout_get_iter(page->layout);
    int line = 0, count = pango_layout_get_line_count(page->layout), last = from;
    double top = 0, bottom = 0;
    page_colour(page, ink(style));
    do {
        PangoRectangle area;
        int y0, y1;
        pango_layout_iter_get_line_yrange(at, &y0, &y1);
        pango_layout_iter_get_line_extents(at, NULL, &area);
        if (line == from)
            top = (double)y0 / PANGO_SCALE;
        if (line >= from && (double)y1 / PANGO_SCALE - top <= most) {
            bottom = (double)y1 / PANGO_SCALE;
            last = line + 1;
        }
        line++;
    } while (pango_layout_iter_next_line(at));
    if (count - last == 1 && last - from > 2) /* no line goes over alone */
        last--;
    pango_layout_iter_free(at);
    at = pango_layout_get_iter(page->layout);
    for (line = 0; line < last; line++, pango_layout_iter_next_line(at)) {
        PangoRectangle area;
        if (line < from)
            continue;
        pango_layout_iter_get_line_extents(at, NULL, &area);
        int base = pango_layout_iter_get_baseline(at), y0, y1;
        pango_layout_iter_get_line_yrange(at, &y0, &y1);
        bottom = (double)y1 / PANGO_SCALE;
        cairo_move_to(page->cairo, x + (double)area.x / PANGO_SCALE,
                      y + (double)base / PANGO_SCALE - top);
        pango_cairo_show_layout_line(page->cairo, pango_layout_iter_get_line_readonly(at));
    }
    pango_layout_iter_free(at);
    *next = last < count ? last : 0;
    return last > from ? bottom - top : 0;
}

void page_upright(struct page *page, double x, double y, double w, double h,
                  struct page_style style, const char *text)
{
    double width, height;
    if (!style.lines)
        style.lines = (int)(w / page_measure(page, 0, style, "A"));
    style.lines = style.lines > 0 ? style.lines : 1;
    style.align = PAGE_START;
    pango_layout_set_auto_dir(page->layout, FALSE); /* every text begins at the bottom */
    page_lay(page, h, style, text);
    page_laid(page, &width, &height);
    page_colour(page, ink(style));
    cairo_save(page->cairo);
    cairo_translate(page->cairo, x + (w - height) / 2, y + h);
    cairo_rotate(page->cairo, -1.5707963267948966);
    cairo_move_to(page->cairo, 0, 0);
    pango_cairo_show_layout(page->cairo, page->layout);
    cairo_restore(page->cairo);
    pango_layout_set_auto_dir(page->layout, TRUE);
}
