#include "rollup/rollup.h"

#include <errno.h>
#include <stdio.h>

#include "report/block.h"
#include "rollup/text.h"
#include "words/words.h"

/* Sideways throughout. Conditions that do not fit beside one another follow in a further table. */

enum {
    BESIDE_MAX = 16,
    COLUMNS = 2,
    FIGURE_SIZE = 48,
    ROW = 15,
    KEEP = 120,
    UPRIGHT = 118,
    NAMES = 230,
    COLUMN_LEAST = 30,
    COLUMN_MOST = 52
};

static const struct page_style small = {.size = 8.5};

static void put_head(struct page *page, const struct rollup *rollup, int64_t now_ms)
{
    char line[ROLLUP_LINE_SIZE];
    block_heading(page, 0, true, 0, word(WORD_ROLLUP_TITLE));
    for (unsigned i = 0; rollup_head(line, rollup, now_ms, i); i++)
        block_text(page, 0, i < 2 ? block_body : block_quiet, line);
    block_gap(page, 10);
}

/* ---- over all clusters */

static void put_three(char to[FIGURE_SIZE], uint32_t low, uint32_t medium, uint32_t high)
{
    snprintf(to, FIGURE_SIZE, word(WORD_ROLLUP_THREE), low, medium, high);
}

static void put_condition(struct page *page, const struct block_table *table,
                          const struct rollup_condition *c)
{
    char average[AVERAGE_TEXT_SIZE], counted[FIGURE_SIZE], schools[FIGURE_SIZE];
    char clusters[FIGURE_SIZE];
    analysis_average_text(average, c->average);
    snprintf(counted, sizeof counted, word(WORD_ROLLUP_N_OF_N), c->counted, c->of);
    put_three(schools, c->low, c->medium, c->high);
    put_three(clusters, c->clusters_low, c->clusters_medium, c->clusters_high);
    const char *over_schools = rollup_general_text((enum rollup_general)c->general_schools);
    const char *over_clusters = rollup_general_text((enum rollup_general)c->general_clusters);
    const struct block_cell cells[] = {
        {.text = c->name, .bold = true},
        {.kind = BLOCK_BAND, .text = average, .band = c->band, .settled = true},
        {.text = counted},
        {.text = schools},
        {.text = over_schools, .bold = true},
        {.text = clusters},
        {.text = over_clusters,
         .bold = true,
         .beneath = c->for_la ? word(WORD_ROLLUP_FOR_LA) : NULL}};
    block_row(page, table, cells);
}

static void put_all(struct page *page, const struct rollup *rollup)
{
    const struct block_column columns[] = {{word(WORD_ROLLUP_CONDITION), 0, PAGE_START},
                                           {word(WORD_ROLLUP_AVERAGE), 56, PAGE_CENTRE},
                                           {word(WORD_ROLLUP_COUNTED), 92, PAGE_START},
                                           {word(WORD_ROLLUP_SCHOOLS_THREE), 118, PAGE_START},
                                           {word(WORD_ROLLUP_OVER_SCHOOLS), 84, PAGE_START},
                                           {word(WORD_ROLLUP_CLUSTERS_THREE), 118, PAGE_START},
                                           {word(WORD_ROLLUP_OVER_CLUSTERS), 104, PAGE_START}};
    const struct block_table table = {.columns = columns,
                                      .count = sizeof columns / sizeof *columns,
                                      .style = small,
                                      .scope = true};
    block_heading(page, 1, true, KEEP, word(WORD_ROLLUP_ALL));
    block_table_begin(page, &table);
    for (unsigned i = 0; i < rollup_counts(rollup).conditions; i++)
        put_condition(page, &table, rollup_condition(rollup, i));
    block_table_end(page);
}

/* ---- cluster by cluster */

/* The conditions from `first` on, as many as stand beside one another. */
struct beside {
    unsigned first, count;
};

static void put_cluster(struct page *page, const struct block_table *table, unsigned number,
                        const struct rollup_cluster *cluster, struct beside beside)
{
    char label[ROLLUP_TITLE_SIZE + 16], schools[FIGURE_SIZE];
    char averages[BESIDE_MAX][AVERAGE_TEXT_SIZE];
    struct block_cell cells[COLUMNS + BESIDE_MAX] = {{.text = label}, {.text = schools}};
    snprintf(label, sizeof label, "%u  %s", number + 1, cluster->title);
    snprintf(schools, sizeof schools, "%u", cluster->schools);
    for (unsigned i = 0; i < beside.count; i++) {
        const struct rollup_cell *cell = &cluster->cells[beside.first + i];
        struct block_cell *to = &cells[COLUMNS + i];
        if (cell->has_figures) {
            analysis_average_text(averages[i], cell->average);
            *to = (struct block_cell){
                .kind = BLOCK_BAND, .text = averages[i], .band = cell->band, .settled = true};
        } else if (cell->counted)
            *to = (struct block_cell){.text = word(WORD_ROLLUP_FEW_SHORT), .quiet = true};
    }
    block_row(page, table, cells);
}

static enum error put_clusters(struct page *page, const struct rollup *rollup, struct beside beside,
                               struct trouble *trouble)
{
    struct block_column columns[COLUMNS + BESIDE_MAX] = {
        {word(WORD_ROLLUP_CLUSTER), 0, PAGE_START}, {word(WORD_ROLLUP_SCHOOLS), 48, PAGE_CENTRE}};
    const struct block_table table = {.columns = columns,
                                      .count = COLUMNS + (int)beside.count,
                                      .style = small,
                                      .upright = UPRIGHT,
                                      .least = ROW,
                                      .gap = 3,
                                      .scope = true,
                                      .unruled = true};
    struct rollup_cluster cluster;
    enum error e = ERROR_OK;
    double width = (page_across(page) - NAMES) / beside.count;
    width = width < COLUMN_LEAST ? COLUMN_LEAST : width > COLUMN_MOST ? COLUMN_MOST : width;
    for (unsigned i = 0; i < beside.count; i++)
        columns[COLUMNS + i] = (struct block_column){
            rollup_condition(rollup, beside.first + i)->name, width, PAGE_CENTRE};
    block_heading(page, 1, true, UPRIGHT + KEEP, word(WORD_ROLLUP_BY_CLUSTER));
    block_table_begin(page, &table);
    for (unsigned n = 0; e == ERROR_OK && n < rollup_counts(rollup).clusters; n++) {
        e = rollup_cluster(&cluster, rollup, n, trouble);
        if (e == ERROR_OK)
            put_cluster(page, &table, n, &cluster, beside);
    }
    block_table_end(page);
    return e;
}

/* ---- matters */

static enum error put_matters(struct page *page, const struct rollup *rollup,
                              struct trouble *trouble)
{
    struct rollup_matter matter;
    uint32_t count = rollup_counts(rollup).matters, before = 0;
    char answer[ROLLUP_TEXT_SIZE + 64];
    block_heading(page, 1, true, KEEP, word(WORD_ROLLUP_MATTERS));
    if (!count)
        block_text(page, 0, block_body, word(WORD_ROLLUP_MATTERS_NONE));
    for (unsigned i = 0; i < count; i++) {
        enum error e = rollup_matter(&matter, rollup, i, trouble);
        if (e != ERROR_OK)
            return e;
        if (i == 0 || matter.cluster != before)
            block_heading(page, 2, false, KEEP / 2, matter.title);
        before = matter.cluster;
        block_text(page, 0, block_body, matter.text);
        if (matter.facts[0])
            block_text(page, 0, block_small_quiet, matter.facts);
        snprintf(answer, sizeof answer, word(WORD_ROLLUP_ANSWERED), matter.answer);
        if (matter.answer[0])
            block_text(page, 14, block_quiet, answer);
    }
    return ERROR_OK;
}

enum error rollup_pdf(const char *path, const struct rollup *rollup, int64_t now_ms,
                      struct trouble *trouble)
{
    struct page page;
    const struct page_setup setup = {.path = path,
                                     .reader = WHOLE_OWN,
                                     .title = word(WORD_ROLLUP_TITLE),
                                     .subject = word(WORD_ROLLUP_FOR),
                                     .foot = word(WORD_ROLLUP_TITLE),
                                     .made_ms = now_ms,
                                     .landscape = true};
    unsigned conditions = rollup_counts(rollup).conditions;
    enum error e = page_open(&page, &setup, trouble);
    if (e != ERROR_OK)
        return e;
    put_head(&page, rollup, now_ms);
    put_all(&page, rollup);
    for (unsigned first = 0; e == ERROR_OK && first < conditions; first += BESIDE_MAX) {
        unsigned left = conditions - first;
        page_turn(&page, true);
        e = put_clusters(&page, rollup,
                         (struct beside){first, left < BESIDE_MAX ? left : BESIDE_MAX}, trouble);
    }
    page_turn(&page, true);
    if (e == ERROR_OK)
        e = put_matters(&page, rollup, trouble);
    if (e != ERROR_OK)
        page.whole.failed = EIO;
    enum error closed = page_close(&page, e == ERROR_OK ? trouble : NULL);
    return e == ERROR_OK ? closed : e;
}
