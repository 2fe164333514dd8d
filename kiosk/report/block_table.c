#include "report/block.h"

#include "report/chart.h"

#include <assert.h>
#include <math.h>
#include <stddef.h>

enum { GAP_USUAL = 6, PAD = 3, BAND_HEIGHT = 22, BAR_HEIGHT = 12, BAR_FIGURE = 64 };

/* Under a figure it is a word or two, under a text it may be lines. */
static struct page_style beneath_style(const struct block_table *table, int column,
                                       const struct block_cell *cell)
{
    bool text = cell->kind == BLOCK_TEXT && table->columns[column].align == PAGE_START;
    return (struct page_style){.size = text ? 8 : 7,
                               .quiet = true,
                               .align = cell->kind == BLOCK_BAND ? PAGE_CENTRE
                                                                 : table->columns[column].align};
}

/* Where each column stands, worked out from the table and the page it is on. */
struct layout {
    double x[BLOCK_COLUMNS_MAX], w[BLOCK_COLUMNS_MAX];
    double left, across;
};

static struct layout lay_out(const struct page *page, const struct block_table *table)
{
    struct layout layout = {.left = table->x > 0 ? table->x : PAGE_MARGIN};
    double gap = table->gap > 0 ? table->gap : GAP_USUAL, fixed = 0;
    int sharing = 0;
    assert(table->count > 0 && table->count <= BLOCK_COLUMNS_MAX);
    layout.across = table->width > 0 ? table->width : page->width - PAGE_MARGIN - layout.left;
    for (int i = 0; i < table->count; i++) {
        fixed += table->columns[i].width;
        sharing += table->columns[i].width <= 0;
    }
    double rest = layout.across - fixed - gap * (table->count - 1), x = layout.left;
    for (int i = 0; i < table->count; i++) {
        layout.x[i] = x;
        layout.w[i] = table->columns[i].width > 0 ? table->columns[i].width : rest / sharing;
        x += layout.w[i] + gap;
    }
    if (!sharing)
        layout.across = x - gap - layout.left;
    return layout;
}

static struct page_style style_of(const struct block_table *table, int column)
{
    struct page_style style = table->style.size > 0 ? table->style : block_small;
    style.align = table->columns[column].align;
    return style;
}

static struct page_style head_style(const struct block_table *table, int column)
{
    struct page_style style = style_of(table, column);
    style.bold = true;
    style.quiet = true;
    return style;
}

static struct page_style cell_style(const struct block_table *table, int column,
                                    const struct block_cell *cell)
{
    struct page_style style = style_of(table, column);
    style.bold = cell->bold;
    style.quiet = cell->quiet;
    return style;
}

static bool is_upright(const struct block_table *table, int column)
{
    return table->upright > 0 && column > 0;
}

static double heads_height(struct page *page, const struct block_table *table,
                           const struct layout *layout)
{
    double most = 0;
    for (int i = 0; i < table->count; i++) {
        const char *head = table->columns[i].head;
        if (!head || !head[0])
            continue;
        double h = is_upright(table, i)
                       ? table->upright
                       : page_measure(page, layout->w[i], head_style(table, i), head);
        most = fmax(most, h);
    }
    return most > 0 ? most + 2 * PAD : 0;
}

/* Heads stand on the line under them. */
static void draw_heads(struct page *page, const struct block_table *table,
                       const struct layout *layout)
{
    double h = heads_height(page, table, layout);
    if (h <= 0)
        return;
    page_tag(page, "TR");
    for (int i = 0; i < table->count; i++) {
        const char *head = table->columns[i].head ? table->columns[i].head : "";
        struct page_style style = head_style(table, i);
        page_tag(page, "TH");
        if (is_upright(table, i))
            page_upright(page, layout->x[i], page->y + PAD, layout->w[i], h - 2 * PAD, style, head);
        else
            page_text(page, layout->x[i],
                      page->y + h - PAD - page_measure(page, layout->w[i], style, head),
                      layout->w[i], style, head);
        page_untag(page, "TH");
    }
    page_untag(page, "TR");
    page->y += h;
    page_fill(page, layout->left, page->y, layout->across, 0.8, TOKEN_OUTLINE);
    page->y += 1;
}

static double cell_height(struct page *page, const struct block_table *table,
                          const struct layout *layout, int i, const struct block_cell *cell)
{
    double h = 0;
    switch (cell->kind) {
    case BLOCK_TEXT:
        if (cell->text)
            h = page_measure(page, layout->w[i], cell_style(table, i, cell), cell->text);
        break;
    case BLOCK_BAND:
    case BLOCK_BOX:
        h = BAND_HEIGHT;
        break;
    case BLOCK_BAR:
        h = BAR_HEIGHT;
        break;
    }
    if (cell->beneath)
        h += page_measure(page, layout->w[i], beneath_style(table, i, cell), cell->beneath);
    return h;
}

/* Between the lines, or from the top where the row has nothing but text. */
static void draw_cell(struct page *page, const struct block_table *table,
                      const struct layout *layout, int i, const struct block_cell *cell, double y)
{
    double x = layout->x[i], w = layout->w[i], under = 0;
    struct page_style style = cell_style(table, i, cell);
    const char *text = cell->text ? cell->text : "";
    switch (cell->kind) {
    case BLOCK_TEXT:
        under = text[0] ? page_text(page, x, y, w, style, text) : 0;
        break;
    case BLOCK_BAND:
        page_band(page, x, y, w, BAND_HEIGHT, cell->band, cell->settled, text);
        under = BAND_HEIGHT;
        break;
    case BLOCK_BOX:
        page_outline(page, x, y, w, BAND_HEIGHT, 3, 0.8, TOKEN_OUTLINE);
        under = BAND_HEIGHT;
        break;
    case BLOCK_BAR: {
        double room = fmax(w - BAR_FIGURE, 1), h = page_measure(page, 0, style, text);
        chart_bar(page, x, y, room, BAR_HEIGHT, cell->share, cell->settled);
        style.align = PAGE_START;
        page_text(page, x + room * cell->share + 6, y + (BAR_HEIGHT - h) / 2, 0, style, text);
        under = BAR_HEIGHT;
        break;
    }
    }
    if (cell->beneath)
        page_text(page, x, y + under, w, beneath_style(table, i, cell), cell->beneath);
}

void block_table_begin(struct page *page, const struct block_table *table)
{
    struct layout layout = lay_out(page, table);
    page_need(page, heads_height(page, table, &layout) + 2 * BAND_HEIGHT);
    page_tag(page, "Table");
    draw_heads(page, table, &layout);
}

void block_row(struct page *page, const struct block_table *table, const struct block_cell *cells)
{
    struct layout layout = lay_out(page, table);
    double h[BLOCK_COLUMNS_MAX], most = 0;
    bool all_text = true;
    for (int i = 0; i < table->count; i++) {
        h[i] = cell_height(page, table, &layout, i, &cells[i]);
        most = fmax(most, h[i]);
        all_text = all_text && cells[i].kind == BLOCK_TEXT;
    }
    double row = fmax(most + 2 * PAD, table->least);
    if (page_need(page, row))
        draw_heads(page, table, &layout);
    page_tag(page, "TR");
    for (int i = 0; i < table->count; i++) {
        const char *tag = table->scope && i == 0 ? "TH" : "TD";
        page_tag(page, tag);
        draw_cell(page, table, &layout, i, &cells[i],
                  page->y + (all_text ? (row - most) / 2 : (row - h[i]) / 2));
        page_untag(page, tag);
    }
    page_untag(page, "TR");
    page->y += row;
    if (!table->unruled)
        page_fill(page, layout.left, page->y - 0.6, layout.across, 0.6, TOKEN_LINE);
}

void block_table_end(struct page *page)
{
    page_untag(page, "Table");
    page->y += PAD;
}
