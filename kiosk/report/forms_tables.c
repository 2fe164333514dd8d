#include "analysis/summary.h"
#include "report/block.h"
#include "report/forms_parts.h"
#include "words/words.h"

#include <math.h>
#include <stdio.h>

/* Forms to be filled in for a whole cluster: ruled tables on pages that lie sideways. */

enum { SCHOOLS = 10 /* to a page */, SMALLER = 8 };

static const struct page_style head = {.size = 9, .bold = true, .quiet = true},
                               text = {.size = 9.5, .lines = 2}, note = {.size = 9},
                               tick = {.size = 8};

/* A ruled table: where its columns begin, the last one being its right edge. */
struct ruled {
    double x[SCHOOLS + 4];
    int columns;
};

static void draw_row(struct page *page, const struct ruled *ruled, double h)
{
    double right = ruled->x[ruled->columns];
    for (int i = 0; i <= ruled->columns; i++)
        page_line(page, ruled->x[i], page->y, ruled->x[i], page->y + h, 0.6, TOKEN_OUTLINE);
    page_line(page, ruled->x[0], page->y, right, page->y, 0.6, TOKEN_OUTLINE);
    page_line(page, ruled->x[0], page->y + h, right, page->y + h, 0.6, TOKEN_OUTLINE);
}

/* A text in a cell: on its middle, or (heads) on its bottom; a long one in a low row is smaller. */
static void put_cell(struct page *page, const struct ruled *ruled, int column, double h,
                     const char *tag, struct page_style style, const char *says)
{
    double x = ruled->x[column] + 5, w = ruled->x[column + 1] - 5 - x;
    page_tag(page, tag);
    if (says[0]) {
        double text_h = page_measure(page, w, style, says);
        if (text_h > h) {
            style.size = SMALLER;
            text_h = page_measure(page, w, style, says);
        }
        page_text(page, x, page->y + (style.bold ? h - text_h - 4 : (h - text_h) / 2), w, style,
                  says);
    }
    page_untag(page, tag);
}

/* ---- the grid ---- */

enum {
    NAME_W = 190,
    FIGURE_W = 48,
    HEADS_H = 84,
    ROW_LEAST = 24,
    ROW_MOST = 31,
    KEY_H = 62, /* with what stands under it */
};

static struct ruled lay_out_grid(const struct page *page)
{
    struct ruled ruled = {.x = {PAGE_MARGIN}, .columns = SCHOOLS + 3};
    double w = (page_across(page) - NAME_W - 2 * FIGURE_W) / SCHOOLS;
    for (int i = 0; i <= SCHOOLS; i++)
        ruled.x[i + 1] = PAGE_MARGIN + NAME_W + i * w;
    ruled.x[SCHOOLS + 2] = ruled.x[SCHOOLS + 1] + FIGURE_W;
    ruled.x[SCHOOLS + 3] = ruled.x[SCHOOLS + 2] + FIGURE_W;
    return ruled;
}

/* The page's title, and what it is about. */
static void begin_page(struct page *page, enum word title, bool first)
{
    enum { CLUSTER_W = 330, DATE_W = 120, GAP = 12 };
    page_turn(page, true);
    if (first)
        block_heading(page, 0, true, 0, word(title));
    double x = PAGE_MARGIN, y = page->y - 8;
    forms_blank(page, x, y, CLUSTER_W, word(WORD_FORMS_CLUSTER));
    x += CLUSTER_W + GAP;
    forms_blank(page, x, y, DATE_W, word(WORD_FORMS_DATE));
    x += DATE_W + GAP;
    forms_blank(page, x, y, PAGE_MARGIN + page_across(page) - x, word(WORD_FORMS_SHEET));
    page->y += FORMS_LINE + 4;
}

static void put_heads(struct page *page, const struct ruled *ruled)
{
    draw_row(page, ruled, HEADS_H);
    page_tag(page, "TR");
    put_cell(page, ruled, 0, HEADS_H, "TH", head, word(WORD_FORMS_CONDITION));
    for (int i = 1; i <= SCHOOLS; i++)
        put_cell(page, ruled, i, HEADS_H, "TH", head, i == 1 ? word(WORD_FORMS_SCHOOLS) : "");
    put_cell(page, ruled, SCHOOLS + 1, HEADS_H, "TH", head, word(WORD_FORMS_TOTAL));
    put_cell(page, ruled, SCHOOLS + 2, HEADS_H, "TH", head, word(WORD_FORMS_AVERAGE));
    page_untag(page, "TR");
    page->y += HEADS_H;
}

static void put_key(struct page *page)
{
    static const struct {
        enum band band;
        const char *figures;
        enum word means;
    } rows[] = {{BAND_LOW, "1–3", WORD_FORMS_KEY_LOW},
                {BAND_MEDIUM, "4–7", WORD_FORMS_KEY_MEDIUM},
                {BAND_HIGH, "8–10", WORD_FORMS_KEY_HIGH}};
    enum { ROWS = sizeof rows / sizeof *rows, SWATCH_W = 46, SWATCH_H = 20 };
    double w = page_across(page) / ROWS, most = SWATCH_H;
    page->y += 10;
    for (int i = 0; i < ROWS; i++) {
        double x = PAGE_MARGIN + i * w;
        page_tag(page, "P");
        page_band(page, x, page->y, SWATCH_W, SWATCH_H, rows[i].band, true, rows[i].figures);
        most = fmax(most, page_text(page, x + SWATCH_W + 8, page->y, w - SWATCH_W - 20, note,
                                    word(rows[i].means)));
        page_untag(page, "P");
    }
    page->y += most + 6;
    block_text(page, 0, note, word(WORD_FORMS_GRID_LINE));
}

void forms_grid(struct page *page, const struct pack *pack)
{
    begin_page(page, WORD_FORMS_GRID, true);
    struct ruled ruled = lay_out_grid(page);
    double h = floor((page_left(page) - HEADS_H - KEY_H) / pack->condition_count);
    h = fmin(fmax(h, ROW_LEAST), ROW_MOST);
    page_tag(page, "Table");
    put_heads(page, &ruled);
    for (int c = 0; c < pack->condition_count; c++) {
        char name[TITLE_SIZE + 16];
        if (page_left(page) < h) {
            begin_page(page, WORD_FORMS_GRID, false);
            put_heads(page, &ruled);
        }
        snprintf(name, sizeof name, "%d  %s", c + 1, pack->conditions[c].name);
        draw_row(page, &ruled, h);
        page_tag(page, "TR");
        put_cell(page, &ruled, 0, h, "TH", text, name);
        for (int i = 1; i < ruled.columns; i++)
            put_cell(page, &ruled, i, h, "TD", text, "");
        page_untag(page, "TR");
        page->y += h;
    }
    page_untag(page, "Table");
    if (page_left(page) < KEY_H)
        page_turn(page, true);
    put_key(page);
}

/* ---- the action plan ---- */

enum { PLAN_ROW = 2 * FORMS_LINE, PLAN_HEADS = 20, TICK = 8 };

/* At which level: one of three, to be ticked. */
static void put_levels(struct page *page, double x)
{
    static const enum word levels[] = {WORD_FORMS_LEVEL_SCHOOL, WORD_FORMS_LEVEL_CLUSTER,
                                       WORD_FORMS_LEVEL_LA};
    for (int i = 0; i < 3; i++) {
        double y = page->y + 4 + i * 13.5;
        page_outline(page, x + 5, y + 1, TICK, TICK, 1, 0.7, TOKEN_OUTLINE);
        page_text(page, x + 5 + TICK + 5, y - 1, 0, tick, word(levels[i]));
    }
}

void forms_plan(struct page *page)
{
    static const struct {
        enum word head;
        double width;
    } columns[] = {{WORD_FORMS_LEVEL, 92},
                   {WORD_FORMS_ACTION, 262},
                   {WORD_FORMS_WHO, 116},
                   {WORD_FORMS_BY_WHEN, 82},
                   {WORD_FORMS_KNOW, 194}};
    enum { COLUMNS = sizeof columns / sizeof *columns };
    struct ruled ruled = {.x = {PAGE_MARGIN}, .columns = COLUMNS};
    for (int i = 0; i < COLUMNS; i++)
        ruled.x[i + 1] = ruled.x[i] + columns[i].width;
    begin_page(page, WORD_FORMS_PLAN, true);
    page_tag(page, "Table");
    draw_row(page, &ruled, PLAN_HEADS);
    page_tag(page, "TR");
    for (int i = 0; i < COLUMNS; i++)
        put_cell(page, &ruled, i, PLAN_HEADS, "TH", head, word(columns[i].head));
    page_untag(page, "TR");
    page->y += PLAN_HEADS;
    while (page_left(page) >= PLAN_ROW) {
        draw_row(page, &ruled, PLAN_ROW);
        page_tag(page, "TR");
        page_tag(page, "TD");
        put_levels(page, PAGE_MARGIN);
        page_untag(page, "TD");
        for (int i = 1; i < COLUMNS; i++)
            put_cell(page, &ruled, i, PLAN_ROW, "TD", text, "");
        page_untag(page, "TR");
        page->y += PLAN_ROW;
    }
    page_untag(page, "Table");
}
