#include "host/rows.h"

#include <stdio.h>
#include <string.h>

#include "host/row_tables.h"

struct comparing {
    const struct model *model;
    struct trouble *trouble;
    unsigned rows;
};

static bool same_rows(const struct journal_row *a, const struct journal_row *b)
{
    const struct journal_columns *columns = journal_table_columns(a->table);
    for (unsigned i = 0; i < columns->count; i++) {
        const struct journal_column *column = &columns->at[i];
        if (column->text ? strcmp(journal_row_text(a, column), journal_row_text(b, column)) != 0
                         : journal_row_number(a, column) != journal_row_number(b, column))
            return false;
    }
    return true;
}

/* "school 2, condition staffing" */
static void describe(char *to, size_t size, const struct journal_row *row)
{
    const struct journal_columns *columns = journal_table_columns(row->table);
    size_t used = 0;
    to[0] = '\0';
    for (unsigned i = 0; i < columns->count && used < size; i++) {
        const struct journal_column *column = &columns->at[i];
        int wrote = 0;
        if (column->key && column->text)
            wrote = snprintf(to + used, size - used, "%s%s %s", used ? ", " : "", column->name,
                             journal_row_text(row, column));
        else if (column->key)
            wrote = snprintf(to + used, size - used, "%s%s %lld", used ? ", " : "", column->name,
                             (long long)journal_row_number(row, column));
        used += wrote > 0 ? (size_t)wrote : 0;
    }
}

static enum error see_row(void *context, const struct journal_row *row)
{
    struct comparing *c = context;
    struct journal_row ours = *row;
    struct row_key key = {0};
    char name[200];
    c->rows++;
    if (row_table(row->table)->find(&key, c->model, row) &&
        row_table(row->table)->make(&ours, c->model, key) && same_rows(&ours, row))
        return ERROR_OK;
    describe(name, sizeof name, row);
    return trouble_set(c->trouble, ERROR_DAMAGED,
                       "The table \"%s\" does not say of %s what the journal says.",
                       journal_table_columns(row->table)->name, name);
}

static unsigned count_rows(const struct model *model, enum journal_table table)
{
    const struct row_key least = row_table(table)->least, most = row_table(table)->most;
    unsigned count = 0;
    for (unsigned a = least.a; a <= most.a; a++)
        for (unsigned b = least.b; b <= most.b; b++)
            for (unsigned c = least.c; c <= most.c; c++) {
                struct journal_row row = {.table = table};
                struct row_key key = {(uint16_t)a, (uint16_t)b, (uint16_t)c};
                count += row_table(table)->make(&row, model, key);
            }
    return count;
}

enum error rows_compare(struct journal *journal, const struct model *model, struct trouble *trouble)
{
    for (int t = 0; t < JOURNAL_TABLE_COUNT; t++) {
        enum journal_table table = (enum journal_table)t;
        struct comparing c = {.model = model, .trouble = trouble};
        enum error e = journal_read_rows(journal, table, see_row, &c, trouble);
        if (e != ERROR_OK)
            return e;
        unsigned ours = count_rows(model, table);
        if (c.rows != ours)
            return trouble_set(trouble, ERROR_DAMAGED,
                               "The table \"%s\" has %u rows; by the journal it has %u.",
                               journal_table_columns(table)->name, c.rows, ours);
    }
    return ERROR_OK;
}
