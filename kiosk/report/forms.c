#include "report/forms.h"

#include "report/block.h"
#include "report/forms_parts.h"
#include "words/words.h"

#include <math.h>
#include <stdio.h>

static const struct page_style label = {.size = 9, .quiet = true}, small = {.size = 9},
                               figure = {.size = 11, .bold = true, .align = PAGE_CENTRE};

void forms_blank(struct page *page, double x, double y, double w, const char *text)
{
    double base = y + FORMS_LINE - 4, h = page_measure(page, 0, label, text);
    double from = x + page_width_of(page, label, text) + 6;
    page_tag(page, "P");
    page_text(page, x, base - h + 2, 0, label, text);
    page_untag(page, "P");
    page_line(page, from, base, x + w, base, 0.6, TOKEN_OUTLINE);
}

void forms_lines(struct page *page, int count)
{
    for (int i = 0; i < count; i++) {
        page->y += FORMS_LINE;
        page_line(page, PAGE_MARGIN, page->y, PAGE_MARGIN + page_across(page), page->y, 0.5,
                  TOKEN_OUTLINE);
    }
}

/* Whose it is: on every page, for pages come apart. */
static void put_whose(struct page *page)
{
    enum { SCHOOL_W = 214, DATE_W = 92, GAP = 10 };
    double x = PAGE_MARGIN, y = page->y - 12;
    forms_blank(page, x, y, SCHOOL_W, word(WORD_FORMS_SCHOOL));
    x += SCHOOL_W + GAP;
    forms_blank(page, x, y, DATE_W, word(WORD_FORMS_DATE));
    x += DATE_W + GAP;
    forms_blank(page, x, y, PAGE_MARGIN + page_across(page) - x, word(WORD_FORMS_WITH));
    page->y += FORMS_LINE;
}

/* A box to tick, and what it means. */
static void put_tick(struct page *page, const char *text)
{
    enum { BOX = 11 };
    page->y += 4;
    page_outline(page, PAGE_MARGIN, page->y, BOX, BOX, 2, 0.8, TOKEN_OUTLINE);
    page_tag(page, "P");
    page->y += page_text(page, PAGE_MARGIN + BOX + 8, page->y - 1, page_across(page) - BOX - 8,
                         block_body, text) +
               4;
    page_untag(page, "P");
}

/* All conditions of the school at a glance, to be carried over to the grid. */
static void put_overview(struct page *page, const struct pack *pack)
{
    const struct block_column columns[] = {{"", 0, PAGE_START},
                                           {word(WORD_FORMS_NOW), 44, PAGE_CENTRE},
                                           {word(WORD_FORMS_GOAL), 44, PAGE_CENTRE},
                                           {word(WORD_FORMS_BY_WHEN), 110, PAGE_START}};
    const struct block_table table = {.columns = columns,
                                      .count = sizeof columns / sizeof *columns,
                                      .gap = 10,
                                      .style = block_body,
                                      .unruled = true,
                                      .scope = true};
    block_heading(page, 1, false, 0, word(WORD_FORMS_OVERVIEW));
    block_table_begin(page, &table);
    for (int c = 0; c < pack->condition_count; c++) {
        char name[TITLE_SIZE + 16];
        snprintf(name, sizeof name, "%d  %s", c + 1, pack->conditions[c].name);
        const struct block_cell cells[] = {
            {.text = name}, {.kind = BLOCK_BOX}, {.kind = BLOCK_BOX}, {.kind = BLOCK_BOX}};
        block_row(page, &table, cells);
    }
    block_table_end(page);
}

static void put_front(struct page *page, const struct pack *pack)
{
    static const enum word how[] = {WORD_FORMS_HOW_TALK, WORD_FORMS_HOW_MARK, WORD_FORMS_HOW_WRITE,
                                    WORD_FORMS_HOW_NO_AUDIT};
    block_heading(page, 0, true, 0, pack->title);
    block_text(page, 0, block_quiet, word(WORD_FORMS_TOOL_LINE));
    block_gap(page, 20);
    put_whose(page);
    put_tick(page, word(WORD_FORMS_TOGETHER));
    put_tick(page, word(WORD_FORMS_ALONE));
    block_heading(page, 1, false, 0, word(WORD_FORMS_HOW));
    for (size_t i = 0; i < sizeof how / sizeof *how; i++)
        block_text(page, 0, block_body, word(how[i]));
    put_overview(page, pack);
}

/* ---- one condition ---- */

static const int figures[SCALE_COUNT] = {[SCALE_LOW] = 1, [SCALE_MIDDLE] = 5, [SCALE_HIGH] = 10};

/* The columns of the scale: a head, then one for each rating. */
enum {
    HEAD_W = 64,
    BOX_H = FORMS_LINE,
    BOX_GAP = 4,
    FIGURE_H = 18,
    TEXTS_GAP = 10,
    SCALE_GAP = 16
};

static double column_w(const struct page *page)
{
    return (page_across(page) - HEAD_W + BOX_GAP) / RATING_MAX;
}

/* What 1, 5 and 10 look like, each above its part of the scale, standing on one line. */
static double put_scale_texts(struct page *page, const struct condition *condition, bool draws)
{
    static const struct {
        int column, columns;
    } parts[SCALE_COUNT] = {[SCALE_LOW] = {0, 3}, [SCALE_MIDDLE] = {3, 4}, [SCALE_HIGH] = {7, 3}};
    double most = 0;
    for (int draw = 0; draw <= draws; draw++) {
        for (int i = 0; i < SCALE_COUNT; i++) {
            char text[LINE_SIZE + 8];
            double x = PAGE_MARGIN + HEAD_W + parts[i].column * column_w(page);
            double w = parts[i].columns * column_w(page) - TEXTS_GAP;
            snprintf(text, sizeof text, "%d: %s", figures[i], condition->scale[i]);
            double h = page_measure(page, w, small, text);
            most = fmax(most, h);
            if (!draw)
                continue;
            page_tag(page, "P");
            page_text(page, x, page->y + most - h, w, small, text);
            page_untag(page, "P");
        }
    }
    return most + 4;
}

static void put_boxes(struct page *page, enum word head)
{
    double w = column_w(page), h = page_measure(page, 0, block_subhead, word(head));
    page_tag(page, "TR");
    page_tag(page, "TH");
    page_text(page, PAGE_MARGIN, page->y + (BOX_H - h) / 2, HEAD_W, block_subhead, word(head));
    page_untag(page, "TH");
    for (int i = 0; i < RATING_MAX; i++) {
        page_tag(page, "TD");
        page_outline(page, PAGE_MARGIN + HEAD_W + i * w, page->y, w - BOX_GAP, BOX_H, 3, 0.8,
                     TOKEN_OUTLINE);
        page_untag(page, "TD");
    }
    page_untag(page, "TR");
    page->y += BOX_H + BOX_GAP;
}

static void put_scale(struct page *page, const struct condition *condition)
{
    double w = column_w(page);
    page->y += put_scale_texts(page, condition, true);
    page_tag(page, "Table");
    page_tag(page, "TR");
    for (int i = 0; i < RATING_MAX; i++) {
        char text[8];
        snprintf(text, sizeof text, "%d", i + 1);
        page_tag(page, "TH");
        page_text(page, PAGE_MARGIN + HEAD_W + i * w, page->y, w - BOX_GAP, figure, text);
        page_untag(page, "TH");
    }
    page_untag(page, "TR");
    page->y += FIGURE_H;
    put_boxes(page, WORD_FORMS_NOW);
    put_boxes(page, WORD_FORMS_GOAL);
    page_untag(page, "Table");
}

/* A page for a condition, and whose it is. */
static void begin_page(struct page *page)
{
    page_turn(page, false);
    put_whose(page);
}

/* Goes over to another page, which names the condition again, unless `h` more fit on this one. */
static void need(struct page *page, double h, const char *name)
{
    if (page_left(page) >= h)
        return;
    begin_page(page);
    block_gap(page, SCALE_GAP);
    block_text(page, 0, block_quiet, name);
}

/* Room to write takes what is left of the page, or a page of its own. */
static void put_room(struct page *page, const char *name)
{
    enum { HEADS = 2 * 24 + FORMS_LINE, LEAST = 6, USUAL_MOST = 16 };
    need(page, HEADS + LEAST * FORMS_LINE, name);
    forms_blank(page, PAGE_MARGIN, page->y, page_across(page) / 2, word(WORD_FORMS_GOAL_BY));
    page->y += FORMS_LINE;
    int lines = (int)((page_left(page) - 2 * 24) / FORMS_LINE);
    lines = lines < USUAL_MOST ? lines : USUAL_MOST;
    block_heading(page, 2, false, 0, word(WORD_FORMS_WHY));
    page->y -= 6;
    forms_lines(page, lines / 2);
    block_heading(page, 2, false, 0, word(WORD_FORMS_DONE));
    page->y -= 6;
    forms_lines(page, lines - lines / 2);
}

static void put_condition(struct page *page, const struct condition *condition, int number)
{
    char name[TITLE_SIZE + 16];
    static const struct page_style question = {.size = 12};
    snprintf(name, sizeof name, "%d  %s", number, condition->name);
    begin_page(page);
    block_heading(page, 1, true, 0, name);
    block_text(page, 0, question, condition->question);
    if (condition->prompt_count) {
        block_heading(page, 2, false, 0, word(WORD_FORMS_PROMPTS));
        block_list(page);
        for (int i = 0; i < condition->prompt_count; i++)
            block_entry(page, 0, NULL, block_body, condition->prompts[i]);
        block_list_end(page);
    }
    block_gap(page, SCALE_GAP);
    need(page, put_scale_texts(page, condition, false) + FIGURE_H + 2 * (BOX_H + BOX_GAP), name);
    put_scale(page, condition);
    put_room(page, name);
}

enum error report_forms(const char *path, const struct pack *pack, struct trouble *trouble)
{
    struct page page;
    char foot[TITLE_SIZE + 64];
    snprintf(foot, sizeof foot, word(WORD_FORMS_FOOT), pack->title);
    struct page_setup setup = {.path = path,
                               .reader = WHOLE_USUAL,
                               .title = foot,
                               .foot = foot,
                               .language = pack->language};
    enum error e = page_open(&page, &setup, trouble);
    if (e != ERROR_OK)
        return e;
    put_front(&page, pack);
    for (int c = 0; c < pack->condition_count; c++)
        put_condition(&page, &pack->conditions[c], c + 1);
    forms_grid(&page, pack);
    forms_plan(&page);
    return page_close(&page, trouble);
}
