#ifndef PLENARY_JOURNAL_SQLITE_FILE_H
#define PLENARY_JOURNAL_SQLITE_FILE_H

/* The SQLite kind of journal, split by idea: sqlite_file.c makes, opens and verifies the
 * file, sqlite_schema.c has its tables, journal_sqlite.c puts and reads records, sqlite_tables.c
 * the plain tables. The only header that knows SQLite; inside this folder only. */

#include <sqlite3.h>

#include "journal/backend.h"

/* Prepared once. INTEGER PRIMARY KEY tables grow at their right edge, so putting costs the same
 * however long a workshop gets.
 *
 * A secret is wiped by zeros of the same length, which SQLite writes over it in place. Deleting the
 * row would not do, not even with secure_delete: thinned-out pages are merged, and what was moved
 * off a page stays readable in its gaps. For the same reason rows are only ever added at the end,
 * which splits a page without moving what is on it. */
#define STATEMENT_LIST(X)                                                                          \
    X(BEGIN, "BEGIN IMMEDIATE")                                                                    \
    X(COMMIT, "COMMIT")                                                                            \
    X(ROLLBACK, "ROLLBACK")                                                                        \
    X(PUT_EVENT, "INSERT INTO event VALUES(?,?,?,?,?,?,?)")                                        \
    X(PUT_SECRET, "INSERT INTO secret VALUES(?,?)")                                                \
    X(WIPE_ONE, "UPDATE secret SET bytes=zeroblob(length(bytes)) WHERE seq=?")                     \
    X(WIPE_ALL, "UPDATE secret SET bytes=zeroblob(length(bytes))")                                 \
    X(EVENTS, "SELECT event.seq, at_ms, seat, command, kind, body, event.sum, bytes "              \
              "FROM event LEFT JOIN secret ON secret.seq = event.seq ORDER BY event.seq")

enum statement {
#define X(name, sql) STATEMENT_##name,
    STATEMENT_LIST(X)
#undef X
        STATEMENT_COUNT
};

/* What is done with each table; the words are made from its columns. */
enum row_statement { ROW_PUT, ROW_REMOVE, ROW_READ, ROW_STATEMENT_COUNT };

struct sqlite_journal {
    struct journal journal;
    sqlite3 *db;
    int schema; /* version of the file */
    sqlite3_stmt *statements[STATEMENT_COUNT];
    sqlite3_stmt *rows[JOURNAL_TABLE_COUNT][ROW_STATEMENT_COUNT]; /* NULL: no such table yet */
};

/* The operations, in journal_sqlite.c. */
extern const struct journal_backend journal_sqlite_backend;

/* The tables there are to be, in sqlite_schema.c: that a file has those of its version as they
 * were made; making those it lacks; and the same for a file of an older version, which is copied
 * first. */
CHECKED enum error journal_sqlite_verify_tables(struct sqlite_journal *file,
                                                struct trouble *trouble);
CHECKED enum error journal_sqlite_lay_out(struct sqlite_journal *file, struct trouble *trouble);
CHECKED enum error journal_sqlite_bring_up(struct sqlite_journal *file, struct trouble *trouble);

/* Runs SQL that gives no rows. */
CHECKED enum error journal_sqlite_exec(struct sqlite_journal *file, const char *sql,
                                       struct trouble *trouble);

/* Those of the plain tables, in sqlite_tables.c. */
CHECKED enum error journal_sqlite_prepare_rows(struct sqlite_journal *file,
                                               struct trouble *trouble);
CHECKED enum error journal_sqlite_put_row(struct journal *journal, const struct journal_row *row,
                                          struct trouble *trouble);
CHECKED enum error journal_sqlite_remove_row(struct journal *journal, const struct journal_row *row,
                                             struct trouble *trouble);
CHECKED enum error journal_sqlite_read_rows(struct journal *journal, enum journal_table table,
                                            journal_row_visit *visit, void *context,
                                            struct trouble *trouble);

/* Runs a statement whose values are bound, and makes it ready for the next time. */
CHECKED enum error journal_sqlite_run(struct sqlite_journal *file, sqlite3_stmt *statement,
                                      struct trouble *trouble);

/* Binding can fail only for want of memory, which leaves a NULL that the schema then refuses, or on
 * a column that is not there, which is our own mistake. */
void journal_sqlite_bind_text(sqlite3_stmt *statement, int column, const char *text);
void journal_sqlite_bind_number(sqlite3_stmt *statement, int column, int64_t number);

/* False when there is something else: not a whole number from `low` to `high`, no text of at most
 * `max` bytes. */
bool journal_sqlite_number(sqlite3_stmt *row, int column, int64_t *out, int64_t low, int64_t high);
bool journal_sqlite_text(sqlite3_stmt *row, int column, const char **out, size_t max);

/* Gives each row of a query to whoever wants it. */
typedef enum error sqlite_visit(void *context, sqlite3_stmt *row, struct sqlite_journal *file,
                                struct trouble *trouble);
CHECKED enum error journal_sqlite_each_row(struct sqlite_journal *file, sqlite3_stmt *row,
                                           sqlite_visit *visit, void *context,
                                           struct trouble *trouble);

/* Turns SQLite's latest failure on `db` into our own, with a text naming the file at `path`. */
enum error journal_sqlite_trouble(struct trouble *trouble, sqlite3 *db, const char *path);

/* "is damaged", with what is wrong with it. */
enum error journal_sqlite_damaged(struct trouble *trouble, const char *path, const char *what);

/* Runs "integrity_check" or "quick_check"; ERROR_DAMAGED with the first thing it finds. */
CHECKED enum error journal_sqlite_examine(sqlite3 *db, const char *check, const char *path,
                                          struct trouble *trouble);

#endif
