#include "rollup/rollup.h"

#include "base/text.h"
#include "export/book.h"
#include "rollup/text.h"
#include "words/words.h"

/* Rows are written in their order and never gone back to: the book is streamed. */

enum { NAME = 42, FIGURE = 10, NARROW = 6, WIDE = 60, ABOUT = 100, LABEL_LINES = 2 };

/* Columns before those of the conditions. */
enum { COLUMN_NUMBER, COLUMN_CLUSTER, COLUMN_DAY, COLUMN_SCHOOLS, COLUMNS };

static void put_about(struct book *book, const struct rollup *rollup, int64_t now_ms)
{
    struct book_sheet sheet = book_sheet(book, word(WORD_BOOK_ABOUT), 0);
    char line[ROLLUP_LINE_SIZE];
    book_column(sheet, 0, 0, ABOUT);
    book_row(sheet, 0, 2);
    book_text(sheet, 0, 0, BOOK_TITLE, word(WORD_ROLLUP_TITLE));
    for (unsigned i = 0; rollup_head(line, rollup, now_ms, i); i++) {
        book_row(sheet, i + 1, book_lines(line, ABOUT));
        book_text(sheet, i + 1, 0, BOOK_TEXT, line);
    }
}

static void put_condition(struct book_sheet sheet, unsigned row, const struct rollup_condition *c)
{
    const uint32_t schools[] = {c->counted, c->of, c->low, c->medium, c->high};
    const uint32_t clusters[] = {c->shown, c->asked, c->clusters_low, c->clusters_medium,
                                 c->clusters_high};
    unsigned column = 0;
    book_row(sheet, row, book_lines(c->name, NAME));
    book_text(sheet, row, column++, BOOK_ROW, c->name);
    if (c->counted)
        book_number(sheet, row, column++, BOOK_AVERAGE, c->average / 10.0);
    else
        book_blank(sheet, row, column++, BOOK_AVERAGE);
    for (size_t i = 0; i < sizeof schools / sizeof *schools; i++)
        book_number(sheet, row, column++, BOOK_CELL, schools[i]);
    for (size_t i = 0; i < sizeof clusters / sizeof *clusters; i++)
        book_number(sheet, row, column++, BOOK_CELL, clusters[i]);
    book_text(sheet, row, column++, BOOK_TEXT,
              rollup_general_text((enum rollup_general)c->general_schools));
    book_text(sheet, row, column++, BOOK_TEXT,
              rollup_general_text((enum rollup_general)c->general_clusters));
    book_text(sheet, row, column, BOOK_TEXT, c->for_la ? word(WORD_ROLLUP_YES) : "");
}

static void put_all(struct book *book, const struct rollup *rollup)
{
    static const enum word heads[] = {
        WORD_ROLLUP_CONDITION,    WORD_ROLLUP_AVERAGE,          WORD_ROLLUP_COUNTED,
        WORD_ROLLUP_OF_SCHOOLS,   WORD_ROLLUP_SCHOOLS_LOW,      WORD_ROLLUP_SCHOOLS_MEDIUM,
        WORD_ROLLUP_SCHOOLS_HIGH, WORD_ROLLUP_CLUSTERS_COUNTED, WORD_ROLLUP_OF_CLUSTERS,
        WORD_ROLLUP_CLUSTERS_LOW, WORD_ROLLUP_CLUSTERS_MEDIUM,  WORD_ROLLUP_CLUSTERS_HIGH,
        WORD_ROLLUP_OVER_SCHOOLS, WORD_ROLLUP_OVER_CLUSTERS,    WORD_ROLLUP_PERHAPS};
    enum { HEADS = sizeof heads / sizeof *heads, TEXTS = 3 };
    struct book_sheet sheet = book_sheet(book, word(WORD_ROLLUP_ALL), 1);
    unsigned count = rollup_counts(rollup).conditions;
    book_column(sheet, 0, 0, NAME);
    book_column(sheet, 1, HEADS - TEXTS - 1, FIGURE);
    book_column(sheet, HEADS - TEXTS, HEADS - 1, 2 * FIGURE);
    book_row(sheet, 0, LABEL_LINES);
    for (unsigned i = 0; i < HEADS; i++)
        book_text(sheet, 0, i, BOOK_HEAD, word(heads[i]));
    for (unsigned i = 0; i < count; i++)
        put_condition(sheet, i + 1, rollup_condition(rollup, i));
    book_bands(sheet, 1, 1, count, 1);
    book_filter(sheet, count, HEADS - 1);
}

/* ---- clusters and conditions side by side */

static struct book_sheet begin_table(struct book *book, const struct rollup *rollup,
                                     enum word title)
{
    static const enum word heads[COLUMNS] = {WORD_ROLLUP_NUMBER, WORD_ROLLUP_CLUSTER,
                                             WORD_ROLLUP_DAY, WORD_ROLLUP_SCHOOLS};
    struct book_sheet sheet = book_sheet(book, word(title), COLUMN_CLUSTER + 1);
    unsigned count = rollup_counts(rollup).conditions, most = 2;
    book_column(sheet, COLUMN_NUMBER, COLUMN_NUMBER, NARROW);
    book_column(sheet, COLUMN_CLUSTER, COLUMN_CLUSTER, NAME);
    book_column(sheet, COLUMN_DAY, COLUMN_SCHOOLS, FIGURE + 1);
    if (count)
        book_column(sheet, COLUMNS, COLUMNS + count - 1, NARROW);
    for (unsigned i = 0; i < count; i++) {
        unsigned lines = 1 + (unsigned)text_visible(rollup_condition(rollup, i)->name) * 2 / 5;
        most = lines > most ? lines : most;
    }
    book_row(sheet, 0, most);
    for (unsigned i = 0; i < COLUMNS; i++)
        book_text(sheet, 0, i, BOOK_HEAD, word(heads[i]));
    for (unsigned i = 0; i < count; i++)
        book_text(sheet, 0, COLUMNS + i, BOOK_UPRIGHT, rollup_condition(rollup, i)->name);
    return sheet;
}

static void put_cluster(struct book_sheet sheet, unsigned number,
                        const struct rollup_cluster *cluster)
{
    unsigned row = number + 1;
    book_row(sheet, row, book_lines(cluster->title, NAME));
    book_number(sheet, row, COLUMN_NUMBER, BOOK_NUMBER, row);
    book_text(sheet, row, COLUMN_CLUSTER, BOOK_TEXT, cluster->title);
    if (cluster->day)
        book_day(sheet, row, COLUMN_DAY, cluster->day);
    book_number(sheet, row, COLUMN_SCHOOLS, BOOK_NUMBER, cluster->schools);
}

static void put_average(struct book_sheet sheet, unsigned row, unsigned column,
                        const struct rollup_cell *cell)
{
    if (cell->has_figures)
        book_number(sheet, row, column, BOOK_AVERAGE, cell->average / 10.0);
    else if (cell->counted)
        book_text(sheet, row, column, BOOK_CELL, word(WORD_ROLLUP_FEW_SHORT));
    else
        book_blank(sheet, row, column, BOOK_CELL);
}

static void put_counted(struct book_sheet sheet, unsigned row, unsigned column,
                        const struct rollup_cell *cell)
{
    if (cell->asked)
        book_number(sheet, row, column, BOOK_CELL, cell->counted);
    else
        book_blank(sheet, row, column, BOOK_CELL);
}

typedef void cell_put(struct book_sheet sheet, unsigned row, unsigned column,
                      const struct rollup_cell *cell);

static enum error put_clusters(struct book *book, const struct rollup *rollup, enum word title,
                               cell_put *put, struct trouble *trouble)
{
    struct rollup_counts counts = rollup_counts(rollup);
    struct book_sheet sheet = begin_table(book, rollup, title);
    struct rollup_cluster cluster;
    for (unsigned n = 0; n < counts.clusters; n++) {
        enum error e = rollup_cluster(&cluster, rollup, n, trouble);
        if (e != ERROR_OK)
            return e;
        put_cluster(sheet, n, &cluster);
        for (unsigned i = 0; i < counts.conditions; i++)
            put(sheet, n + 1, COLUMNS + i, &cluster.cells[i]);
    }
    if (put == put_average && counts.conditions)
        book_bands(sheet, 1, COLUMNS, counts.clusters, COLUMNS + counts.conditions - 1);
    book_filter(sheet, counts.clusters, COLUMNS + counts.conditions - 1);
    return ERROR_OK;
}

/* ---- matters */

static void put_matter(struct book_sheet sheet, unsigned row, const struct rollup_matter *matter)
{
    const char *const texts[] = {matter->title, matter->text, matter->facts, matter->answer};
    unsigned most = 1;
    for (unsigned i = 0; i < sizeof texts / sizeof *texts; i++) {
        unsigned lines = book_lines(texts[i], i ? WIDE : NAME);
        most = lines > most ? lines : most;
    }
    book_row(sheet, row, most);
    book_number(sheet, row, 0, BOOK_NUMBER, matter->cluster + 1);
    for (unsigned i = 0; i < sizeof texts / sizeof *texts; i++)
        book_text(sheet, row, i + 1, BOOK_TEXT, texts[i]);
}

static enum error put_matters(struct book *book, const struct rollup *rollup,
                              struct trouble *trouble)
{
    static const enum word heads[] = {WORD_ROLLUP_NUMBER, WORD_ROLLUP_CLUSTER, WORD_ROLLUP_MATTER,
                                      WORD_ROLLUP_FACTS, WORD_ROLLUP_ANSWER};
    enum { HEADS = sizeof heads / sizeof *heads };
    struct book_sheet sheet = book_sheet(book, word(WORD_ROLLUP_MATTERS), COLUMN_CLUSTER + 1);
    unsigned count = rollup_counts(rollup).matters;
    struct rollup_matter matter;
    book_column(sheet, 0, 0, NARROW);
    book_column(sheet, 1, 1, NAME);
    book_column(sheet, 2, HEADS - 1, WIDE);
    for (unsigned i = 0; i < HEADS; i++)
        book_text(sheet, 0, i, BOOK_HEAD, word(heads[i]));
    for (unsigned i = 0; i < count; i++) {
        enum error e = rollup_matter(&matter, rollup, i, trouble);
        if (e != ERROR_OK)
            return e;
        put_matter(sheet, i + 1, &matter);
    }
    book_filter(sheet, count, HEADS - 1);
    return ERROR_OK;
}

enum error rollup_xlsx(const char *path, const struct rollup *rollup, int64_t now_ms,
                       struct trouble *trouble)
{
    struct book book;
    struct book_setup setup = {.path = path,
                               .title = word(WORD_ROLLUP_TITLE),
                               .subject = word(WORD_ROLLUP_FOR),
                               .now_ms = now_ms,
                               .streamed = true};
    enum error e = book_open(&book, &setup, trouble);
    if (e != ERROR_OK)
        return e;
    put_about(&book, rollup, now_ms);
    put_all(&book, rollup);
    e = put_clusters(&book, rollup, WORD_ROLLUP_BY_CLUSTER, put_average, trouble);
    if (e == ERROR_OK)
        e = put_clusters(&book, rollup, WORD_ROLLUP_COUNTED, put_counted, trouble);
    if (e == ERROR_OK)
        e = put_matters(&book, rollup, trouble);
    if (e == ERROR_OK)
        return book_close(&book, trouble);
    book_drop(&book);
    return e;
}
