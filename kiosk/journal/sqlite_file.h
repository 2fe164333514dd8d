#ifndef PLENARY_JOURNAL_SQLITE_FILE_H
#define PLENARY_JOURNAL_SQLITE_FILE_H

/* The SQLite kind of journal, split in two: sqlite_file.c makes, opens and verifies the file,
 * journal_sqlite.c puts and reads. The only header that knows SQLite; inside this folder only. */

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
    X(PUT_WORKSHOP, "REPLACE INTO workshop VALUES(1,?,?,?,?)")                                     \
    X(PUT_SCHOOL, "REPLACE INTO school VALUES(?,?,?,?,?)")                                         \
    X(PUT_RATING, "REPLACE INTO rating VALUES(?,?,?,?,?,?,?,?)")                                   \
    X(EVENTS, "SELECT event.seq, at_ms, seat, command, kind, body, event.sum, bytes "              \
              "FROM event LEFT JOIN secret ON secret.seq = event.seq ORDER BY event.seq")          \
    X(WORKSHOPS, "SELECT title, pack, agenda, made_at_ms FROM workshop")                           \
    X(SCHOOLS, "SELECT id, name, consent_room, consent_summary, consent_la FROM school "           \
               "ORDER BY id")                                                                      \
    X(RATINGS, "SELECT school, condition, coalesce(now, 0), coalesce(target, 0), "                 \
               "coalesce(months, 0), note, state, agreed_with FROM rating "                        \
               "ORDER BY school, condition")

enum statement {
#define X(name, sql) STATEMENT_##name,
    STATEMENT_LIST(X)
#undef X
        STATEMENT_COUNT
};

struct sqlite_journal {
    struct journal journal;
    sqlite3 *db;
    sqlite3_stmt *statements[STATEMENT_COUNT];
};

/* The operations, in journal_sqlite.c. */
extern const struct journal_backend journal_sqlite_backend;

/* Turns SQLite's latest failure on `db` into our own, with a text naming the file at `path`. */
enum error journal_sqlite_trouble(struct trouble *trouble, sqlite3 *db, const char *path);

/* "is damaged", with what is wrong with it. */
enum error journal_sqlite_damaged(struct trouble *trouble, const char *path, const char *what);

/* Runs "integrity_check" or "quick_check"; ERROR_DAMAGED with the first thing it finds. */
CHECKED enum error journal_sqlite_examine(sqlite3 *db, const char *check, const char *path,
                                          struct trouble *trouble);

#endif
