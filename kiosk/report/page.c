#include "report/page.h"

#include "analysis/summary.h"
#include "base/text.h"
#include "ui/mark.h"
#include "words/words.h"

#include <assert.h>
#include <errno.h>
#include <math.h>
#include <string.h>
#include <time.h>

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

static cairo_status_t write_bytes(void *context, const unsigned char *bytes, unsigned int length)
{
    struct page *page = context;
    if (!page->whole.file || fwrite(bytes, 1, length, page->whole.file) == length)
        return CAIRO_STATUS_SUCCESS;
    if (!page->whole.failed)
        page->whole.failed = errno;
    return CAIRO_STATUS_WRITE_ERROR;
}

static void say(struct page *page, cairo_pdf_metadata_t what, const char *text)
{
    if (text)
        cairo_pdf_surface_set_metadata(page->surface, what, text);
}

static void say_all(struct page *page, const struct page_setup *setup)
{
    char title[PAGE_FOOT_SIZE];
    snprintf(title, sizeof title, word(WORD_TRAINING_OF), setup->title);
    say(page, CAIRO_PDF_METADATA_TITLE, setup->training ? title : setup->title);
    say(page, CAIRO_PDF_METADATA_SUBJECT, setup->subject);
    say(page, CAIRO_PDF_METADATA_CREATOR, "Plenary");
    if (setup->made_ms > 0) {
        char made[32];
        time_t at = (time_t)(setup->made_ms / 1000);
        struct tm utc;
        gmtime_r(&at, &utc);
        strftime(made, sizeof made, "%Y-%m-%dT%H:%M:%SZ", &utc);
        say(page, CAIRO_PDF_METADATA_CREATE_DATE, made);
    }
}

static void size_page(struct page *page, bool landscape)
{
    double width = landscape ? PAGE_LONG : PAGE_SHORT;
    page->y = PAGE_MARGIN;
    page->marked = false;
    if (page->width == width)
        return; /* cairo 1.16 forgets tags that were begun on an empty page when it is turned */
    page->width = width;
    page->height = landscape ? PAGE_SHORT : PAGE_LONG;
    cairo_pdf_surface_set_size(page->surface, page->width, page->height);
}

/* Letters stay the letters that were typed: no ligatures, no contextual forms of figures, and all
 * figures of one width. */
static void set_features(struct page *page)
{
    PangoAttrList *list = pango_attr_list_new();
    pango_attr_list_insert(list, pango_attr_font_features_new("calt=0, liga=0, tnum=1"));
    pango_layout_set_attributes(page->layout, list);
    pango_attr_list_unref(list);
}

enum error page_open(struct page *page, const struct page_setup *setup, struct trouble *trouble)
{
    *page = (struct page){.number = 1, .training = setup->training};
    if (setup->foot)
        snprintf(page->foot, sizeof page->foot, "%s", setup->foot);
    enum error e =
        setup->path ? whole_begin(&page->whole, setup->path, setup->reader, trouble) : ERROR_OK;
    if (e != ERROR_OK)
        return e;
    page->surface = cairo_pdf_surface_create_for_stream(write_bytes, page, PAGE_SHORT, PAGE_LONG);
    say_all(page, setup);
    page->cairo = cairo_create(page->surface);
    page->layout = pango_cairo_create_layout(page->cairo);
    pango_context_set_round_glyph_positions(pango_layout_get_context(page->layout), FALSE);
    pango_context_set_language(
        pango_layout_get_context(page->layout),
        pango_language_from_string(setup->language ? setup->language : "en-GB"));
    pango_layout_set_wrap(page->layout, PANGO_WRAP_WORD_CHAR);
    set_features(page);
    size_page(page, setup->landscape);
    page_tag(page, "Document");
    return ERROR_OK;
}

static void set_colour(struct page *page, paint p)
{
    uint32_t colour = theme_colour(THEME_LIGHT, p);
    cairo_set_source_rgb(page->cairo, (colour >> 16 & 0xFF) / 255.0, (colour >> 8 & 0xFF) / 255.0,
                         (colour & 0xFF) / 255.0);
    page->marked = true;
}

static void set_text(struct page *page, double w, struct page_style style, const char *text)
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

static void size_of(struct page *page, double *w, double *h)
{
    int width, height;
    pango_layout_get_size(page->layout, &width, &height);
    *w = (double)width / PANGO_SCALE;
    *h = (double)height / PANGO_SCALE;
}

double page_measure(struct page *page, double w, struct page_style style, const char *text)
{
    double width, height;
    set_text(page, w, style, text);
    size_of(page, &width, &height);
    return height;
}

double page_width_of(struct page *page, struct page_style style, const char *text)
{
    double width, height;
    set_text(page, 0, style, text);
    size_of(page, &width, &height);
    return width;
}

double page_text(struct page *page, double x, double y, double w, struct page_style style,
                 const char *text)
{
    double h = page_measure(page, w, style, text);
    set_colour(page, ink(style));
    cairo_move_to(page->cairo, x, y);
    pango_cairo_show_layout(page->cairo, page->layout);
    return h;
}

double page_text_part(struct page *page, double x, double y, double w, struct page_style style,
                      const char *text, int from, double most, int *next)
{
    set_text(page, w, style, text);
    PangoLayoutIter *at = pango_layout_get_iter(page->layout);
    int line = 0, count = pango_layout_get_line_count(page->layout), last = from;
    double top = 0, bottom = 0;
    set_colour(page, ink(style));
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
    set_text(page, h, style, text);
    size_of(page, &width, &height);
    set_colour(page, ink(style));
    cairo_save(page->cairo);
    cairo_translate(page->cairo, x + (w - height) / 2, y + h);
    cairo_rotate(page->cairo, -1.5707963267948966);
    cairo_move_to(page->cairo, 0, 0);
    pango_cairo_show_layout(page->cairo, page->layout);
    cairo_restore(page->cairo);
    pango_layout_set_auto_dir(page->layout, TRUE);
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
    set_colour(page, p);
    cairo_rectangle(page->cairo, x, y, w, h);
    cairo_fill(page->cairo);
}

void page_outline(struct page *page, double x, double y, double w, double h, double radius,
                  double stroke, paint p)
{
    set_colour(page, p);
    round_box(page, x + stroke / 2, y + stroke / 2, w - stroke, h - stroke, radius);
    cairo_set_line_width(page->cairo, stroke);
    cairo_stroke(page->cairo);
}

void page_disc(struct page *page, double x, double y, double radius, bool filled, paint p)
{
    set_colour(page, p);
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
    set_colour(page, p);
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
        set_colour(page, level_fill(level));
        round_box(page, x, y, w, h, radius);
        cairo_fill(page->cairo);
    } else {
        page_outline(page, x, y, w, h, radius, 1.5, level_line(level));
    }
    bool bars = level != LEVEL_NONE && (beside || under);
    double size = fmin(14, fmin(h * (under ? 0.5 : 0.62), w * (beside ? 0.3 : 0.56)));
    set_text(page, 0, (struct page_style){.size = size, .bold = true}, figure);
    size_of(page, &width, &height);
    double bar = size * (under ? 0.5 : 0.7), room = bars && beside ? bar + 4 : 0;
    double middle = bars && under ? y + (h - bar - 1) / 2 - h * 0.02 : y + h / 2;
    set_colour(page, text);
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

double page_across(const struct page *page)
{
    return page->width - 2 * PAGE_MARGIN;
}

double page_left(const struct page *page)
{
    return page->height - PAGE_FOOT - 12 - page->y;
}

void page_tag(struct page *page, const char *name)
{
    cairo_tag_begin(page->cairo, name, NULL);
}

void page_untag(struct page *page, const char *name)
{
    cairo_tag_end(page->cairo, name);
}

void page_bookmark(struct page *page, int level, const char *text)
{
    enum { LEVELS = sizeof page->outline / sizeof *page->outline };
    char to[64];
    assert(level >= 0 && level < LEVELS);
    int parent = level ? page->outline[level - 1] : CAIRO_PDF_OUTLINE_ROOT;
    snprintf(to, sizeof to, "page=%d pos=[0 %d]", page->number, (int)page->y);
    page->outline[level] =
        cairo_pdf_surface_add_outline(page->surface, parent, text, to, CAIRO_PDF_OUTLINE_FLAG_OPEN);
    for (int i = level + 1; i < LEVELS; i++)
        page->outline[i] = page->outline[level];
}

/* In the upper margin, where nothing else stands. */
static void mark_training(struct page *page)
{
    static const struct page_style style = {
        .size = 11, .bold = true, .align = PAGE_CENTRE, .lines = 1, .paint = TOKEN_ACCENT};
    page_outline(page, PAGE_MARGIN, 14, page_across(page), 22, 4, 1.2, TOKEN_ACCENT);
    page_text(page, PAGE_MARGIN, 18, page_across(page), style, word(WORD_TRAINING_MADE_UP));
}

static void end_page(struct page *page)
{
    if (page->training)
        mark_training(page);
    if (page->foot[0]) {
        char text[sizeof page->foot + 32];
        snprintf(text, sizeof text, word(WORD_REPORT_FOOT), page->foot, page->number);
        page_text(page, PAGE_MARGIN, page->height - PAGE_FOOT, page_across(page),
                  (struct page_style){.size = 8.5, .quiet = true, .lines = 1}, text);
    }
    cairo_show_page(page->cairo);
}

void page_turn(struct page *page, bool landscape)
{
    if (page->marked) {
        end_page(page);
        page->number++;
    }
    size_page(page, landscape);
}

bool page_need(struct page *page, double h)
{
    bool turns = page->marked && h > page_left(page);
    if (turns)
        page_turn(page, page->width > page->height);
    return turns;
}

static void release(struct page *page)
{
    g_object_unref(page->layout);
    cairo_destroy(page->cairo);
    cairo_surface_destroy(page->surface);
}

enum error page_close(struct page *page, struct trouble *trouble)
{
    page_untag(page, "Document");
    if (page->marked || page->number == 1)
        end_page(page);
    cairo_surface_finish(page->surface);
    bool whole = cairo_surface_status(page->surface) == CAIRO_STATUS_SUCCESS &&
                 cairo_status(page->cairo) == CAIRO_STATUS_SUCCESS;
    if (!whole && !page->whole.failed)
        page->whole.failed = EIO;
    release(page);
    if (!page->whole.file)
        return whole ? ERROR_OK : ERROR_MEMORY;
    return whole_end(&page->whole, trouble);
}
