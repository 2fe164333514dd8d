#include "journal/sqlite_file.h"

#include <assert.h>
#include <string.h>

/* The plain tables: statements are made from the columns, values bound and read by them. */

enum { SQL_SIZE = 512 };

/* A piece of SQL that is being put together. */
struct sql {
    char text[SQL_SIZE];
    size_t length;
};

static void add(struct sql *sql, const char *before, const char *text)
{
    size_t left = sizeof sql->text - sql->length;
    sqlite3_snprintf((int)left, sql->text + sql->length, "%s%s", before, text);
    sql->length += strlen(sql->text + sql->length);
    assert(sql->length < sizeof sql->text - 1);
}

static void write_put(struct sql *sql, const struct journal_columns *columns)
{
    add(sql, "REPLACE INTO ", columns->name);
    for (unsigned i = 0; i < columns->count; i++)
        add(sql, i ? "," : " VALUES(", "?");
    add(sql, ")", "");
}

static void write_remove(struct sql *sql, const struct journal_columns *columns)
{
    const char *between = " WHERE ";
    add(sql, "DELETE FROM ", columns->name);
    for (unsigned i = 0; i < columns->count; i++)
        if (columns->at[i].key) {
            add(sql, between, columns->at[i].name);
            add(sql, "=", "?");
            between = " AND ";
        }
}

static void write_read(struct sql *sql, const struct journal_columns *columns)
{
    for (unsigned i = 0; i < columns->count; i++) {
        add(sql, i ? ", " : "SELECT ", columns->at[i].maybe ? "coalesce(" : "");
        add(sql, columns->at[i].name, columns->at[i].maybe ? ", 0)" : "");
    }
    add(sql, " FROM ", columns->name);
    const char *between = " ORDER BY ";
    for (unsigned i = 0; i < columns->count; i++)
        if (columns->at[i].key) {
            add(sql, between, columns->at[i].name);
            between = ", ";
        }
}

enum error journal_sqlite_prepare_rows(struct sqlite_journal *file, struct trouble *trouble)
{
    static void (*const WRITE[ROW_STATEMENT_COUNT])(struct sql *,
                                                    const struct journal_columns *) = {
        [ROW_PUT] = write_put, [ROW_REMOVE] = write_remove, [ROW_READ] = write_read};
    for (int table = 0; table < JOURNAL_TABLE_COUNT; table++) {
        const struct journal_columns *columns = journal_table_columns((enum journal_table)table);
        for (int i = 0; i < ROW_STATEMENT_COUNT && columns->since <= file->schema; i++) {
            struct sql sql = {.length = 0};
            WRITE[i](&sql, columns);
            if (sqlite3_prepare_v3(file->db, sql.text, -1, SQLITE_PREPARE_PERSISTENT,
                                   &file->rows[table][i], NULL) != SQLITE_OK)
                return journal_sqlite_trouble(trouble, file->db, file->journal.path);
        }
    }
    return ERROR_OK;
}

/* Binds the fields of a row in the order of its columns. */
static void bind_row(sqlite3_stmt *statement, const struct journal_row *row, bool keys_only)
{
    const struct journal_columns *columns = journal_table_columns(row->table);
    int at = 0;
    for (unsigned i = 0; i < columns->count; i++) {
        const struct journal_column *column = &columns->at[i];
        if (keys_only && !column->key)
            continue;
        at++;
        if (column->text)
            journal_sqlite_bind_text(statement, at, journal_row_text(row, column));
        else if (!column->maybe || journal_row_number(row, column))
            journal_sqlite_bind_number(statement, at, journal_row_number(row, column));
    }
}

static enum error run_with(struct journal *journal, const struct journal_row *row,
                           enum row_statement which, struct trouble *trouble)
{
    struct sqlite_journal *file = (struct sqlite_journal *)journal;
    sqlite3_stmt *statement = file->rows[row->table][which];
    assert(statement);
    bind_row(statement, row, which == ROW_REMOVE);
    return journal_sqlite_run(file, statement, trouble);
}

enum error journal_sqlite_put_row(struct journal *journal, const struct journal_row *row,
                                  struct trouble *trouble)
{
    return run_with(journal, row, ROW_PUT, trouble);
}

enum error journal_sqlite_remove_row(struct journal *journal, const struct journal_row *row,
                                     struct trouble *trouble)
{
    return run_with(journal, row, ROW_REMOVE, trouble);
}

struct row_visitor {
    enum journal_table table;
    journal_row_visit *visit;
    void *context;
};

static enum error visit_row(void *context, sqlite3_stmt *statement, struct sqlite_journal *file,
                            struct trouble *trouble)
{
    const struct row_visitor *visitor = context;
    const struct journal_columns *columns = journal_table_columns(visitor->table);
    struct journal_row row = {.table = visitor->table};
    bool whole = true;
    for (unsigned i = 0; i < columns->count && whole; i++) {
        const struct journal_column *column = &columns->at[i];
        const char *text = NULL;
        int64_t number = 0;
        if (column->text) {
            whole = journal_sqlite_text(statement, (int)i, &text, JOURNAL_TEXT_MAX);
            journal_row_set_text(&row, column, text);
        } else {
            whole = journal_sqlite_number(statement, (int)i, &number, INT64_MIN, INT64_MAX);
            journal_row_set_number(&row, column, number);
        }
    }
    if (!whole)
        return trouble_set(trouble, ERROR_DAMAGED,
                           "%s: a row of the table \"%s\" is not as it was written.",
                           file->journal.path, columns->name);
    return visitor->visit(visitor->context, &row);
}

enum error journal_sqlite_read_rows(struct journal *journal, enum journal_table table,
                                    journal_row_visit *visit, void *context,
                                    struct trouble *trouble)
{
    struct sqlite_journal *file = (struct sqlite_journal *)journal;
    struct row_visitor visitor = {table, visit, context};
    if (!file->rows[table][ROW_READ])
        return ERROR_OK;
    return journal_sqlite_each_row(file, file->rows[table][ROW_READ], visit_row, &visitor, trouble);
}
