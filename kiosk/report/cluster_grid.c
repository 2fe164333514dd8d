/* The review grid: conditions by schools, now and the goals; or how many schools stand at each
 * rating, where names are off. */

#include "report/cluster_parts.h"

#include "analysis/summary.h"
#include "words/words.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum {
    LABEL = 168,
    LABEL_TIGHT = 126,
    TOTAL = 34,
    AVERAGE = 50,
    COLUMN_MOST = 62,
    COLUMN_LEAST = 15, /* as narrow as "10" stays readable */
    UPRIGHT_MOST = 116,
    UPRIGHT_LEAST = 60,
    ROW = 28,
    BELOW = 78, /* of a table on the page: its last rule, the legend, two lines of names in full */
    FEW = 12,   /* schools, up to which conditions have their whole names */
};

void cluster_label(char to[CLUSTER_LABEL_SIZE], const struct room *room, condition_id condition,
                   bool tight)
{
    const struct condition *c = &room->conditions[condition];
    snprintf(to, CLUSTER_LABEL_SIZE, "%u  %s", condition,
             tight && c->tight[0] ? c->tight : c->name);
}

bool cluster_is_settled(const struct room *room, condition_id condition, bool target)
{
    const struct summary_item *summary = &room->summaries[condition];
    const struct progress_item *all = &room->progress[0];
    if ((target ? summary->target_counted : summary->counted) != summary->of)
        return false;
    if (!room->workshop.count_proposed)
        return true;
    if (!room->workshop.named)
        return all->proposed + all->to_come == 0;
    for (uint16_t i = 0; i < room->school_count; i++)
        if (room_cell(room, condition, room->school_order[i]).state != RATING_AGREED)
            return false;
    return true;
}

/* True when each word of every name fits the column, and no name has more than two lines. */
static bool names_lie(struct cluster_report *r, double width)
{
    struct page_style style = {.size = 8.5, .bold = true};
    double two = page_measure(&r->page, 0, style, "A\nA") + 1;
    for (uint16_t i = 0; i < r->room->school_count; i++) {
        const char *name = r->room->schools[r->room->school_order[i]].name;
        if (page_measure(&r->page, width, style, name) > two)
            return false;
        for (const char *at = name; *at; at += strspn(at, " ")) {
            char one[NAME_SIZE];
            size_t length = strcspn(at, " ");
            snprintf(one, sizeof one, "%.*s", (int)length, at);
            if (page_width_of(&r->page, style, one) > width)
                return false;
            at += length;
        }
    }
    return true;
}

static double upright_height(struct cluster_report *r)
{
    double most = 0;
    for (uint16_t i = 0; i < r->room->school_count; i++)
        most = fmax(most, page_width_of(&r->page, (struct page_style){.size = 8.5, .bold = true},
                                        r->room->schools[r->room->school_order[i]].name));
    return fmin(most + 4, UPRIGHT_MOST);
}

struct cluster_columns cluster_columns(struct cluster_report *r, double beside)
{
    int schools = r->room->school_count;
    struct cluster_columns c = {.tight = schools > FEW, .gap = schools > FEW ? 2 : 4};
    c.label = c.tight ? LABEL_TIGHT : LABEL;
    double room = PAGE_LONG - 2 * PAGE_MARGIN - c.label - beside;
    int most = (int)floor(room / (COLUMN_LEAST + c.gap));
    c.tables = schools ? (schools + most - 1) / most : 1;
    c.per_table = (schools + c.tables - 1) / c.tables;
    c.width = c.per_table ? fmin(COLUMN_MOST, floor(room / c.per_table * 4) / 4 - c.gap) : 0;
    c.upright = names_lie(r, c.width) ? 0 : upright_height(r);
    return c;
}

static void write_line(struct cluster_report *r)
{
    const struct progress_item *all = &r->room->progress[0];
    const struct {
        enum word says;
        int count;
    } parts[] = {{WORD_REPORT_AGREED, all->agreed},
                 {WORD_REPORT_PROPOSED, all->proposed},
                 {WORD_REPORT_TO_COME, all->to_come}};
    char text[512];
    size_t used = 0;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (!parts[i].count && i)
            continue;
        used += (size_t)snprintf(text + used, sizeof text - used, "%s", used ? "  ·  " : "");
        used +=
            (size_t)snprintf(text + used, sizeof text - used, word(parts[i].says), parts[i].count);
    }
    snprintf(text + used, sizeof text - used, "  ·  %s",
             word(r->room->workshop.count_proposed ? WORD_REPORT_COUNTS_ALL
                                                   : WORD_REPORT_COUNTS_AGREED));
    block_text(&r->page, 0, block_quiet, text);
}

/* What the bands look like, under the grid. */
static void write_legend(struct cluster_report *r)
{
    static const struct {
        int band;
        bool settled;
        const char *figure;
        enum word says;
    } marks[] = {{BAND_LOW, true, "2", WORD_LEGEND_LOW},
                 {BAND_MEDIUM, true, "5", WORD_LEGEND_MEDIUM},
                 {BAND_HIGH, true, "9", WORD_LEGEND_HIGH},
                 {BAND_MEDIUM, false, "5", WORD_REPORT_OUTLINED}};
    enum { WIDTH = 20, HEIGHT = 20 };
    struct page *page = &r->page;
    struct page_style style = {.size = 8.5, .quiet = true};
    double x = PAGE_MARGIN;
    page_need(page, HEIGHT + 8);
    block_gap(page, 6);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        page_tag(page, "P");
        page_band(page, x, page->y, WIDTH, HEIGHT, marks[i].band, marks[i].settled,
                  marks[i].figure);
        page_text(page, x + WIDTH + 6, page->y + 4, 0, style, word(marks[i].says));
        page_untag(page, "P");
        x += WIDTH + 6 + page_width_of(page, style, word(marks[i].says)) + 24;
    }
    page->y += HEIGHT + 6;
}

/* One of the tables of a grid. */
struct grid {
    struct cluster_report *r;
    struct cluster_columns columns;
    bool targets;
    int first, count; /* of its schools */
};

static struct block_cell rating_cell(const struct grid *g, condition_id condition, int column,
                                     char figure[8])
{
    const struct room *room = g->r->room;
    struct cell_item item = room_cell(room, condition, room->school_order[g->first + column]);
    unsigned value = g->targets ? item.target : item.now;
    if (item.state == RATING_NONE || !value)
        return (struct block_cell){.text = "–", .quiet = true};
    snprintf(figure, 8, "%u", value);
    return (struct block_cell){.kind = BLOCK_BAND,
                               .text = figure,
                               .band = (int)analysis_band((int)value),
                               .settled = item.state == RATING_AGREED};
}

/* Under the total or, of goals, the average now; then the average. */
static void figure_cells(struct block_cell cells[2], char texts[2][16], const struct room *room,
                         condition_id condition, bool targets)
{
    const struct summary_item *s = &room->summaries[condition];
    unsigned average = targets ? s->target_average : s->average;
    cells[0] = cells[1] = (struct block_cell){0};
    if (!s->has_figures)
        return;
    if (targets)
        analysis_average_text(texts[0], s->average);
    else
        snprintf(texts[0], 16, "%u", s->total);
    cells[0] = (struct block_cell){.text = texts[0], .quiet = true};
    if (!average)
        return;
    analysis_average_text(texts[1], average);
    cells[1] = (struct block_cell){.kind = BLOCK_BAND,
                                   .text = texts[1],
                                   .band = targets ? s->target_band : s->band,
                                   .settled = cluster_is_settled(room, condition, targets)};
}

static void write_row(const struct grid *g, const struct block_table *table, condition_id condition)
{
    struct block_cell cells[BLOCK_COLUMNS_MAX];
    char label[CLUSTER_LABEL_SIZE], figures[BLOCK_COLUMNS_MAX][8], texts[2][16];
    int n = 0;
    cluster_label(label, g->r->room, condition, g->columns.tight);
    cells[n++] = (struct block_cell){.text = label};
    for (int i = 0; i < g->count; i++, n++)
        cells[n] = rating_cell(g, condition, i, figures[i]);
    figure_cells(&cells[n], texts, g->r->room, condition, g->targets);
    block_row(&g->r->page, table, cells);
}

static void write_table(const struct grid *g)
{
    const struct room *room = g->r->room;
    struct block_column columns[BLOCK_COLUMNS_MAX];
    int n = 0;
    columns[n++] =
        (struct block_column){word(WORD_REPORT_HEAD_CONDITION), g->columns.label, PAGE_START};
    for (int i = 0; i < g->count; i++)
        columns[n++] = (struct block_column){room->schools[room->school_order[g->first + i]].name,
                                             g->columns.width, PAGE_CENTRE};
    columns[n++] = (struct block_column){
        word(g->targets ? WORD_GRID_HEAD_NOW : WORD_GRID_HEAD_TOTAL), TOTAL, PAGE_CENTRE};
    columns[n++] = (struct block_column){word(WORD_GRID_HEAD_AVERAGE), AVERAGE, PAGE_CENTRE};
    const struct block_table table = {.columns = columns,
                                      .count = n,
                                      .style = {.size = 8.5},
                                      .upright = g->columns.upright,
                                      .gap = g->columns.gap,
                                      .scope = true};
    block_table_begin(&g->r->page, &table);
    for (condition_id c = 1; c <= room->workshop.condition_count; c++)
        write_row(g, &table, c);
    block_table_end(&g->r->page);
}

/* Names that are too long for their column, in full. */
static void write_names(const struct grid *g)
{
    const struct room *room = g->r->room;
    char text[2048];
    size_t used = 0;
    for (int i = 0; i < g->count && g->columns.upright; i++) {
        const char *name = room->schools[room->school_order[g->first + i]].name;
        double w = page_width_of(&g->r->page, (struct page_style){.size = 8.5, .bold = true}, name);
        if (w > g->columns.upright && used + NAME_SIZE + 3 < sizeof text)
            used +=
                (size_t)snprintf(text + used, sizeof text - used, "%s%s", used ? "; " : "", name);
    }
    char whole[sizeof text + 64];
    snprintf(whole, sizeof whole, word(WORD_REPORT_IN_FULL), text);
    if (used)
        block_text(&g->r->page, 0, block_small_quiet, whole);
}

/* Upright names are cut shorter where the legend would stand alone on the next page otherwise. */
static void fit_heads(struct grid *g)
{
    double left = page_left(&g->r->page) - ROW * g->r->room->workshop.condition_count - BELOW;
    if (g->columns.upright > left && left >= UPRIGHT_LEAST)
        g->columns.upright = left;
}

/* Goals or ratings, in as many tables as the schools need. */
static void write_grid(struct cluster_report *r, bool targets)
{
    struct grid g = {
        .r = r, .columns = cluster_columns(r, TOTAL + AVERAGE + 3 * 4), .targets = targets};
    enum word title = targets ? WORD_GRID_TARGETS : WORD_GRID_NOW;
    for (int t = 0; t < g.columns.tables; t++) {
        char part[96];
        g.first = t * g.columns.per_table;
        g.count = (int)fmin(g.columns.per_table, r->room->school_count - g.first);
        if (t || targets)
            page_turn(&r->page, true);
        block_heading(&r->page, 2, !t, 200, word(title));
        snprintf(part, sizeof part, word(WORD_REPORT_SCHOOLS_PART), g.first + 1, g.first + g.count,
                 r->room->school_count);
        if (g.columns.tables > 1)
            block_text(&r->page, 0, block_quiet, part);
        fit_heads(&g);
        write_table(&g);
        write_legend(r);
        write_names(&g);
    }
}

/* ---- without names */

static void write_spread_row(struct cluster_report *r, const struct block_table *table,
                             condition_id condition)
{
    const struct summary_item *s = &r->room->summaries[condition];
    struct block_cell cells[RATING_MAX + 3];
    char label[CLUSTER_LABEL_SIZE], few[64], figures[RATING_MAX + 1][8], texts[2][16];
    cluster_label(label, r->room, condition, false);
    snprintf(few, sizeof few,
             word(r->room->workshop.count_proposed ? WORD_GRID_FEW_IN : WORD_GRID_FEW_AGREED),
             s->counted);
    cells[0] = (struct block_cell){.text = label, .beneath = s->has_figures ? NULL : few};
    for (int v = 1; v <= RATING_MAX; v++) {
        snprintf(figures[v], sizeof figures[v], "%u", s->spread[v]);
        cells[v] = s->has_figures && s->spread[v]
                       ? (struct block_cell){.kind = BLOCK_BAND,
                                             .text = figures[v],
                                             .band = (int)analysis_band(v),
                                             .settled = true}
                       : (struct block_cell){.text = s->has_figures ? "·" : "", .quiet = true};
    }
    figure_cells(&cells[RATING_MAX + 1], texts, r->room, condition, false);
    block_row(&r->page, table, cells);
}

static void write_spread(struct cluster_report *r)
{
    struct block_column columns[RATING_MAX + 3];
    char heads[RATING_MAX + 1][4];
    columns[0] = (struct block_column){word(WORD_REPORT_HEAD_CONDITION), 200, PAGE_START};
    for (int v = 1; v <= RATING_MAX; v++) {
        snprintf(heads[v], sizeof heads[v], "%d", v);
        columns[v] = (struct block_column){heads[v], 38, PAGE_CENTRE};
    }
    columns[RATING_MAX + 1] = (struct block_column){word(WORD_GRID_HEAD_TOTAL), TOTAL, PAGE_CENTRE};
    columns[RATING_MAX + 2] =
        (struct block_column){word(WORD_GRID_HEAD_AVERAGE), AVERAGE, PAGE_CENTRE};
    const struct block_table table = {
        .columns = columns, .count = RATING_MAX + 3, .style = {.size = 9}, .gap = 5, .scope = true};
    block_text(&r->page, 0, block_quiet, word(WORD_REPORT_GRID_UNNAMED_LINE));
    block_table_begin(&r->page, &table);
    for (condition_id c = 1; c <= r->room->workshop.condition_count; c++)
        write_spread_row(r, &table, c);
    block_table_end(&r->page);
    write_legend(r);
}

static bool has_targets(const struct room *room)
{
    for (condition_id c = 1; c <= room->workshop.condition_count; c++)
        for (uint16_t i = 0; i < room->school_count; i++)
            if (room_cell(room, c, room->school_order[i]).target)
                return true;
    return false;
}

void cluster_grid(struct cluster_report *r)
{
    const struct room *room = r->room;
    const struct progress_item *all = &room->progress[0];
    bool named = room->workshop.named;
    if (room->school_count)
        page_turn(&r->page, true);
    cluster_section(r, 60, word(named ? WORD_REPORT_GRID : WORD_REPORT_GRID_UNNAMED));
    if (!room->school_count) {
        block_text(&r->page, 0, block_body, word(WORD_REPORT_NO_SCHOOLS));
        return;
    }
    if (named && !all->agreed && !all->proposed)
        block_text(&r->page, 0, block_body, word(WORD_REPORT_NO_RATINGS));
    else
        write_line(r);
    if (!named)
        write_spread(r);
    else
        write_grid(r, false);
    if (named && has_targets(room))
        write_grid(r, true);
}
