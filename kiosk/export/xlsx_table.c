#include "export/xlsx.h"

#include "base/text.h"

#include <string.h>

/* Widths of columns, in characters. */
enum { WIDTH_LEAST = 9, WIDTH_MOST = 40, WIDTH_DAY = 13, HEAD_LINES = 2 };

struct table_sheet {
    const struct export_table *table;
    struct book_sheet sheet;
    unsigned row; /* the last one written; 0 is the head */
    unsigned widths[EXPORT_COLUMNS_MAX];
};

/* A workbook is for people: what programs know a condition by is in the other formats, and so are
 * columns in which nothing is said of anything, so that the rest prints as large as it may. */
static bool is_shown(const struct table_sheet *t, unsigned column)
{
    return t->widths[column] > 0 && strcmp(t->table->columns[column].id, "condition_id") != 0;
}

static bool is_text(enum export_type type)
{
    return type == EXPORT_TEXT || type == EXPORT_CHOICE;
}

static void look_at_row(void *context, const struct export_cell *cells)
{
    struct table_sheet *t = context;
    t->row++;
    for (unsigned i = 0; i < t->table->column_count; i++) {
        enum export_type type = t->table->columns[i].type;
        size_t width = cells[i].blank       ? 0
                       : type == EXPORT_DAY ? WIDTH_DAY
                       : is_text(type)      ? text_visible(cells[i].text) * 10 / 9 + 2
                                            : WIDTH_LEAST;
        if (width > t->widths[i])
            t->widths[i] = width > WIDTH_MOST ? WIDTH_MOST : (unsigned)width;
    }
}

static void put_cell(struct book_sheet sheet, unsigned row, unsigned column, enum export_type type,
                     const struct export_cell *cell)
{
    if (cell->blank)
        return;
    switch (type) {
    case EXPORT_TEXT:
    case EXPORT_CHOICE:
        book_text(sheet, row, column, BOOK_TEXT, cell->text);
        break;
    case EXPORT_NUMBER:
        book_number(sheet, row, column, BOOK_NUMBER, cell->number);
        break;
    case EXPORT_TENTHS:
        book_number(sheet, row, column, BOOK_TENTHS, cell->number / 10.0);
        break;
    case EXPORT_HUNDREDTHS:
        book_number(sheet, row, column, BOOK_HUNDREDTHS, cell->number / 100.0);
        break;
    case EXPORT_DAY:
        book_day(sheet, row, column, (uint32_t)cell->number);
        break;
    case EXPORT_YES_NO:
        book_text(sheet, row, column, BOOK_TEXT,
                  word(cell->number ? WORD_EXPORT_YES : WORD_EXPORT_NO));
        break;
    }
}

static void put_row(void *context, const struct export_cell *cells)
{
    struct table_sheet *t = context;
    unsigned column = 0, most = 1;
    t->row++;
    for (unsigned i = 0; i < t->table->column_count; i++)
        if (!cells[i].blank && is_text(t->table->columns[i].type)) {
            unsigned lines = book_lines(cells[i].text, t->widths[i]);
            most = lines > most ? lines : most;
        }
    book_row(t->sheet, t->row, most);
    for (unsigned i = 0; i < t->table->column_count; i++)
        if (is_shown(t, i))
            put_cell(t->sheet, t->row, column++, t->table->columns[i].type, &cells[i]);
}

/* Returns how many columns there are. */
static unsigned put_heads(struct table_sheet *t)
{
    unsigned column = 0;
    for (unsigned i = 0; i < t->table->column_count; i++) {
        const struct export_column *described = &t->table->columns[i];
        if (!is_shown(t, i))
            continue;
        const char *title = word(described->title);
        unsigned least = (unsigned)text_visible(title) * 2 / 3 + 2;
        if (t->widths[i] < least)
            t->widths[i] = least;
        if (t->widths[i] < WIDTH_LEAST)
            t->widths[i] = WIDTH_LEAST;
        book_column(t->sheet, column, column, t->widths[i]);
        book_text(t->sheet, 0, column++, BOOK_HEAD, title);
    }
    book_row(t->sheet, 0, HEAD_LINES);
    return column;
}

enum error xlsx_has_rows(bool *has, enum export_table_id id, const struct export *what)
{
    struct export_table table;
    struct table_sheet t = {.table = &table};
    *has = false;
    if (!export_table_describe(&table, id, what))
        return ERROR_OK;
    enum error e = export_table_rows(id, what, look_at_row, &t);
    *has = t.row > 0;
    return e;
}

enum error xlsx_table(struct book *book, enum export_table_id id, const struct export *what)
{
    struct export_table table;
    struct table_sheet t = {.table = &table};
    if (!export_table_describe(&table, id, what))
        return ERROR_OK;
    enum error e = export_table_rows(id, what, look_at_row, &t);
    if (e != ERROR_OK)
        return e;
    t.row = 0;
    t.sheet = book_sheet(book, word(table.title), 1);
    unsigned columns = put_heads(&t);
    e = export_table_rows(id, what, put_row, &t);
    if (columns)
        book_filter(t.sheet, t.row, columns - 1);
    return e;
}
