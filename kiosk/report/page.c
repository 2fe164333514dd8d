#include "report/page_parts.h"

#include "words/words.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
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
