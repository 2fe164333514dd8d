#include "export/xlsx.h"

#include "phrase/phrase.h"
#include "words/date.h"
#include "words/words.h"

#include <stdio.h>

/* The sheets in their order: those made here, then tables as they are described. */

typedef void sheet_put(struct book *book, const struct export *what);

static const struct {
    enum word name;
    bool named; /* where names stand beside ratings, else where they do not */
    sheet_put *put;
} grids[] = {
    {WORD_BOOK_GRID, true, xlsx_grid},
    {WORD_BOOK_GOALS, true, xlsx_goals},
    {WORD_BOOK_DISTANCE, true, xlsx_distance},
    {WORD_BOOK_SPREAD, false, xlsx_spread},
};

static const enum export_table_id tables[] = {
    EXPORT_TABLE_FINDINGS, EXPORT_TABLE_PRIORITIES, EXPORT_TABLE_ACTIONS,    EXPORT_TABLE_NOTES,
    EXPORT_TABLE_VOTES,    EXPORT_TABLE_RESULTS,    EXPORT_TABLE_PAPERS,     EXPORT_TABLE_RATINGS,
    EXPORT_TABLE_SCHOOLS,  EXPORT_TABLE_EVALUATION, EXPORT_TABLE_CONDITIONS, EXPORT_TABLE_REVIEWS,
    EXPORT_TABLE_PAST,
};

enum { GRIDS = sizeof grids / sizeof *grids, TABLES = sizeof tables / sizeof *tables };

struct contents {
    bool tables[TABLES]; /* those with rows */
};

enum { ABOUT_WIDTH = 100 };

static void put_line(struct book_sheet sheet, unsigned *row, enum book_format format,
                     const char *text)
{
    book_row(sheet, *row, format == BOOK_TITLE ? 2 : book_lines(text, ABOUT_WIDTH));
    book_text(sheet, (*row)++, 0, format, text);
}

static void put_links(struct book_sheet sheet, unsigned row, const struct export *what,
                      const struct contents *contents)
{
    for (unsigned i = 0; i < GRIDS; i++)
        if (grids[i].named == what->room->workshop.named)
            book_link(sheet, row++, 0, word(grids[i].name));
    for (unsigned i = 0; i < TABLES; i++) {
        struct export_table table;
        if (contents->tables[i] && export_table_describe(&table, tables[i], what))
            book_link(sheet, row++, 0, word(table.title));
    }
}

static void put_about(struct book *book, const struct export *what, const struct contents *contents)
{
    const struct workshop_item *workshop = &what->room->workshop;
    struct book_sheet sheet = book_sheet(book, word(WORD_BOOK_ABOUT), 0);
    char reader[EXPORT_READER_SIZE], day[WORD_DATE_SIZE], line[128];
    unsigned row = 0;
    book_column(sheet, 0, 0, ABOUT_WIDTH);
    put_line(sheet, &row, BOOK_TITLE, workshop->title);
    word_day_long(day, workshop->day, 0);
    snprintf(line, sizeof line, word(WORD_BOOK_HELD), day);
    if (day[0])
        put_line(sheet, &row, BOOK_TEXT, line);
    export_reader_text(reader, what);
    put_line(sheet, &row, BOOK_TEXT, reader);
    put_line(sheet, &row, BOOK_TEXT, word(WORD_BOOK_NO_TOTALS));
    word_date_year(day, what->now_ms);
    snprintf(line, sizeof line, word(WORD_BOOK_WRITTEN), day);
    put_line(sheet, &row, BOOK_QUIET, line);
    put_links(sheet, row + 1, what, contents);
}

static enum error put_sheets(struct book *book, const struct export *what)
{
    struct contents contents;
    enum error e = ERROR_OK;
    for (unsigned i = 0; e == ERROR_OK && i < TABLES; i++)
        e = xlsx_has_rows(&contents.tables[i], tables[i], what);
    if (e != ERROR_OK)
        return e;
    put_about(book, what, &contents);
    for (unsigned i = 0; i < GRIDS; i++)
        if (grids[i].named == what->room->workshop.named)
            grids[i].put(book, what);
    for (unsigned i = 0; e == ERROR_OK && i < TABLES; i++)
        if (contents.tables[i])
            e = xlsx_table(book, tables[i], what);
    return e;
}

enum error export_xlsx(const char *path, const struct export *what, struct trouble *trouble)
{
    char subject[EXPORT_READER_SIZE], title[PHRASE_MARKED_SIZE];
    struct book book;
    export_reader_text(subject, what);
    phrase_marked(title, what->room, what->room->workshop.title);
    struct book_setup setup = {.path = path,
                               .title = title,
                               .subject = subject,
                               .now_ms = what->now_ms,
                               .training = what->room->workshop.training};
    enum error e = book_open(&book, &setup, trouble);
    if (e != ERROR_OK)
        return e;
    e = put_sheets(&book, what);
    if (e == ERROR_OK)
        return book_close(&book, trouble);
    book_drop(&book);
    return e;
}
