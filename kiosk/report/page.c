#include "report/page.h"

#include "analysis/summary.h"
#include "ui/mark.h"
#include "ui/theme.h"

#include <errno.h>

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

static cairo_status_t write_bytes(void *context, const unsigned char *bytes, unsigned int length)
{
    struct page *page = context;
    if (fwrite(bytes, 1, length, page->whole.file) == length)
        return CAIRO_STATUS_SUCCESS;
    if (!page->whole.failed)
        page->whole.failed = errno;
    return CAIRO_STATUS_WRITE_ERROR;
}

static void release(struct page *page)
{
    g_object_unref(page->layout);
    cairo_destroy(page->cairo);
    cairo_surface_destroy(page->surface);
}

enum error page_open(struct page *page, const char *path, const char *title, const char *foot,
                     struct trouble *trouble)
{
    *page = (struct page){.y = PAGE_MARGIN, .number = 1};
    snprintf(page->foot, sizeof page->foot, "%s", foot);
    enum error e = whole_begin(&page->whole, path, WHOLE_OWN, trouble);
    if (e != ERROR_OK)
        return e;
    page->surface = cairo_pdf_surface_create_for_stream(write_bytes, page, PAGE_WIDTH, PAGE_HEIGHT);
    cairo_pdf_surface_set_metadata(page->surface, CAIRO_PDF_METADATA_TITLE, title);
    page->cairo = cairo_create(page->surface);
    page->layout = pango_cairo_create_layout(page->cairo);
    pango_layout_set_wrap(page->layout, PANGO_WRAP_WORD_CHAR);
    return ERROR_OK;
}

static void set_colour(struct page *page, enum token token)
{
    uint32_t colour = theme_colour(THEME_LIGHT, token);
    cairo_set_source_rgb(page->cairo, (colour >> 16 & 0xFF) / 255.0, (colour >> 8 & 0xFF) / 255.0,
                         (colour & 0xFF) / 255.0);
}

static void set_text(struct page *page, double w, struct page_style style, const char *text)
{
    PangoFontDescription *font = pango_font_description_new();
    pango_font_description_set_family_static(font, "Inter, Noto Sans");
    pango_font_description_set_weight(font,
                                      style.bold ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_absolute_size(font, style.size * PANGO_SCALE);
    pango_layout_set_font_description(page->layout, font);
    pango_font_description_free(font);
    pango_layout_set_width(page->layout, w > 0 ? (int)(w * PANGO_SCALE) : -1);
    pango_layout_set_text(page->layout, text, -1);
}

double page_measure(struct page *page, double w, struct page_style style, const char *text)
{
    int height;
    set_text(page, w, style, text);
    pango_layout_get_size(page->layout, NULL, &height);
    return (double)height / PANGO_SCALE;
}

double page_text(struct page *page, double x, double y, double w, struct page_style style,
                 const char *text)
{
    double h = page_measure(page, w, style, text);
    set_colour(page, style.quiet ? TOKEN_INK2 : TOKEN_INK);
    cairo_move_to(page->cairo, x, y);
    pango_cairo_show_layout(page->cairo, page->layout);
    return h;
}

static void round_box(struct page *page, double x, double y, double size, double radius)
{
    static const double quarter = 1.5707963267948966;
    cairo_new_sub_path(page->cairo);
    for (int corner = 0; corner < 4; corner++) {
        double cx = corner == 0 || corner == 3 ? x + size - radius : x + radius;
        double cy = corner < 2 ? y + size - radius : y + radius;
        cairo_arc(page->cairo, cx, cy, radius, corner * quarter, (corner + 1) * quarter);
    }
    cairo_close_path(page->cairo);
}

void page_cell(struct page *page, double x, double y, unsigned rating, bool agreed)
{
    enum level level = (enum level)analysis_band((int)rating);
    char figure[8];
    int width, height;
    snprintf(figure, sizeof figure, "%u", rating);
    set_colour(page, agreed ? level_fill(level) : level_line(level));
    if (agreed) {
        round_box(page, x, y, PAGE_CELL, 5);
        cairo_fill(page->cairo);
    } else {
        round_box(page, x + 1, y + 1, PAGE_CELL - 2, 4);
        cairo_set_line_width(page->cairo, 2);
        cairo_stroke(page->cairo);
    }
    set_text(page, 0, (struct page_style){.size = 14, .bold = true}, figure);
    pango_layout_get_size(page->layout, &width, &height);
    set_colour(page, agreed ? level_ink(level) : TOKEN_INK);
    cairo_move_to(page->cairo, x + (PAGE_CELL - (double)width / PANGO_SCALE) / 2,
                  y + (PAGE_CELL - (double)height / PANGO_SCALE) / 2);
    pango_cairo_show_layout(page->cairo, page->layout);
}

void page_rule(struct page *page, double y)
{
    set_colour(page, TOKEN_LINE);
    cairo_rectangle(page->cairo, PAGE_MARGIN, y, PAGE_WIDTH - 2 * PAGE_MARGIN, 0.8);
    cairo_fill(page->cairo);
}

static void draw_foot(struct page *page)
{
    char text[sizeof page->foot + 16];
    snprintf(text, sizeof text, "%s, %d", page->foot, page->number);
    page_text(page, PAGE_MARGIN, PAGE_HEIGHT - PAGE_FOOT, PAGE_WIDTH - 2 * PAGE_MARGIN,
              (struct page_style){.size = 8.5, .quiet = true}, text);
}

void page_need(struct page *page, double h)
{
    if (page->y + h <= PAGE_HEIGHT - PAGE_FOOT - 12)
        return;
    draw_foot(page);
    cairo_show_page(page->cairo);
    page->number++;
    page->y = PAGE_MARGIN;
}

enum error page_close(struct page *page, struct trouble *trouble)
{
    draw_foot(page);
    cairo_show_page(page->cairo);
    cairo_surface_finish(page->surface);
    bool whole = cairo_surface_status(page->surface) == CAIRO_STATUS_SUCCESS &&
                 cairo_status(page->cairo) == CAIRO_STATUS_SUCCESS;
    if (!whole && !page->whole.failed)
        page->whole.failed = EIO;
    release(page);
    return whole_end(&page->whole, trouble);
}
