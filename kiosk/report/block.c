#include "report/block.h"

#include <assert.h>
#include <math.h>
#include <stddef.h>

const struct page_style block_title = {.size = 24, .bold = true},
                        block_head = {.size = 15, .bold = true},
                        block_subhead = {.size = 11.5, .bold = true}, block_body = {.size = 10.5},
                        block_body_bold = {.size = 10.5, .bold = true},
                        block_quiet = {.size = 10, .quiet = true}, block_small = {.size = 9},
                        block_small_quiet = {.size = 9, .quiet = true};

enum { AFTER = 4, DASH = 12 };

void block_gap(struct page *page, double h)
{
    if (page->marked)
        page->y += h;
}

/* By level: how it looks, its tag, and what is left free above and under it. */
static const struct {
    const struct page_style *style;
    const char *tag;
    double above, under;
} headings[] = {
    {&block_title, "H1", 0, 6}, {&block_head, "H2", 20, 6}, {&block_subhead, "H3", 12, 4}};

void block_heading(struct page *page, int level, bool marked, double keep, const char *text)
{
    assert(level >= 0 && level < (int)(sizeof headings / sizeof *headings));
    struct page_style style = *headings[level].style;
    double h = page_measure(page, page_across(page), style, text);
    page_need(page, headings[level].above + h + headings[level].under + keep);
    block_gap(page, headings[level].above);
    if (marked)
        page_bookmark(page, level, text);
    page_tag(page, headings[level].tag);
    page_text(page, PAGE_MARGIN, page->y, page_across(page), style, text);
    page_untag(page, headings[level].tag);
    page->y += h + headings[level].under;
}

void block_text(struct page *page, double indent, struct page_style style, const char *text)
{
    enum { TOGETHER = 3 }; /* lines that want to be on one page */
    double w = page_across(page) - indent, whole = page_measure(page, w, style, text);
    page_need(page, fmin(whole, TOGETHER * page_measure(page, 0, style, "A")));
    for (int from = 0;;) {
        int next;
        page_tag(page, "P");
        page->y += page_text_part(page, PAGE_MARGIN + indent, page->y, w, style, text, from,
                                  page_left(page), &next);
        page_untag(page, "P");
        if (!next)
            break;
        from = next;
        page_turn(page, page->width > page->height);
    }
    page->y += AFTER;
}

void block_list(struct page *page)
{
    page_tag(page, "L");
}

void block_entry(struct page *page, double indent, const char *label, struct page_style style,
                 const char *text)
{
    double room = label ? page_width_of(page, style, label) + 6 : DASH;
    double x = PAGE_MARGIN + indent, w = page_across(page) - indent - room;
    double h = page_measure(page, w, style, text);
    page_need(page, h);
    page_tag(page, "LI");
    page_tag(page, "Lbl");
    page_text(page, x, page->y, 0, style, label ? label : "–");
    page_untag(page, "Lbl");
    page_tag(page, "LBody");
    page_text(page, x + room, page->y, w, style, text);
    page_untag(page, "LBody");
    page_untag(page, "LI");
    page->y += h + AFTER;
}

void block_list_end(struct page *page)
{
    page_untag(page, "L");
}
