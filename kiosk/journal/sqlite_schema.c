#include "journal/sqlite_file.h"

#include <string.h>
#include <time.h>

#include "journal/copies.h"

/* Compared word for word on opening, so a change here is a new JOURNAL_SCHEMA. `sum` is a checksum
 * of the rest of its row: SQLite's own checks see a broken page, not a flipped bit of content. The
 * last 8 bytes of a secret are its checksum, so that it goes with it. */
static const struct {
    int since; /* version of the file */
    const char *name, *sql;
} SCHEMA[] = {
    {1, "event",
     "CREATE TABLE event(seq INTEGER PRIMARY KEY, at_ms INTEGER NOT NULL, "
     "seat INTEGER NOT NULL, command INTEGER NOT NULL, kind TEXT NOT NULL, "
     "body BLOB NOT NULL, sum INTEGER NOT NULL)"},
    {1, "secret", "CREATE TABLE secret(seq INTEGER PRIMARY KEY, bytes BLOB NOT NULL)"},
    {1, "workshop",
     "CREATE TABLE workshop(id INTEGER PRIMARY KEY CHECK(id = 1), title TEXT NOT NULL, "
     "pack TEXT NOT NULL, agenda TEXT NOT NULL, made_at_ms INTEGER NOT NULL)"},
    {1, "school",
     "CREATE TABLE school(id INTEGER PRIMARY KEY, name TEXT NOT NULL, "
     "consent_room INTEGER NOT NULL, consent_summary INTEGER NOT NULL, "
     "consent_la INTEGER NOT NULL)"},
    {1, "rating",
     "CREATE TABLE rating(school INTEGER NOT NULL, condition TEXT NOT NULL, "
     "now INTEGER, target INTEGER, months INTEGER, note TEXT NOT NULL, "
     "state TEXT NOT NULL, agreed_with TEXT NOT NULL, PRIMARY KEY(school, condition))"},
    {2, "note",
     "CREATE TABLE note(id INTEGER PRIMARY KEY, board TEXT NOT NULL, "
     "heading TEXT NOT NULL, state TEXT NOT NULL, starred INTEGER NOT NULL, "
     "worked_on_by INTEGER, suggestion_to INTEGER, part_of INTEGER, "
     "text TEXT NOT NULL, signed_by TEXT NOT NULL)"},
    {2, "action",
     "CREATE TABLE action(id INTEGER PRIMARY KEY, school INTEGER NOT NULL, "
     "condition TEXT NOT NULL, months INTEGER, text TEXT NOT NULL)"},
    {2, "finding",
     "CREATE TABLE finding(kind TEXT NOT NULL, number INTEGER NOT NULL, "
     "condition TEXT NOT NULL, wording TEXT NOT NULL, hidden INTEGER NOT NULL, "
     "for_la INTEGER NOT NULL, rank INTEGER, answer TEXT NOT NULL, "
     "PRIMARY KEY(kind, number))"},
    {2, "tally",
     "CREATE TABLE tally(kind TEXT NOT NULL, subject INTEGER NOT NULL, "
     "value INTEGER NOT NULL, count INTEGER NOT NULL, "
     "PRIMARY KEY(kind, subject, value))"},
    {3, "plan",
     "CREATE TABLE plan(id INTEGER PRIMARY KEY, state TEXT NOT NULL, text TEXT NOT NULL, "
     "condition TEXT NOT NULL, level TEXT NOT NULL, school INTEGER, owner TEXT NOT NULL, "
     "accepted TEXT NOT NULL, helpers TEXT NOT NULL, due TEXT NOT NULL, "
     "measure TEXT NOT NULL, resources TEXT NOT NULL, progress TEXT NOT NULL, "
     "earlier INTEGER NOT NULL, supports INTEGER NOT NULL, merged_into INTEGER)"},
    {3, "ballot",
     "CREATE TABLE ballot(id INTEGER PRIMARY KEY, question TEXT NOT NULL, "
     "method TEXT NOT NULL, about TEXT NOT NULL, voters TEXT NOT NULL, "
     "named INTEGER NOT NULL, state TEXT NOT NULL, again INTEGER, papers INTEGER, "
     "by_hand INTEGER)"},
    {3, "ballot_option",
     "CREATE TABLE ballot_option(ballot INTEGER NOT NULL, option INTEGER NOT NULL, "
     "text TEXT NOT NULL, place INTEGER, chosen INTEGER, value INTEGER, "
     "second_value INTEGER, PRIMARY KEY(ballot, option))"},
    {3, "named_vote",
     "CREATE TABLE named_vote(ballot INTEGER NOT NULL, paper INTEGER NOT NULL, "
     "option INTEGER NOT NULL, who TEXT NOT NULL, school INTEGER, slot INTEGER, "
     "by_hand INTEGER NOT NULL, mark INTEGER NOT NULL, second_mark INTEGER, "
     "PRIMARY KEY(ballot, paper, option))"},
    {3, "took_part",
     "CREATE TABLE took_part(ballot INTEGER NOT NULL, seat INTEGER NOT NULL, "
     "name TEXT NOT NULL, school INTEGER, PRIMARY KEY(ballot, seat))"},
    {3, "priority",
     "CREATE TABLE priority(place INTEGER PRIMARY KEY, condition TEXT NOT NULL, "
     "text TEXT NOT NULL, ballot INTEGER)"},
    {4, "review",
     "CREATE TABLE review(id INTEGER PRIMARY KEY, day TEXT NOT NULL, title TEXT NOT NULL)"},
    {4, "past_rating",
     "CREATE TABLE past_rating(review INTEGER NOT NULL, school INTEGER NOT NULL, "
     "condition TEXT NOT NULL, now INTEGER, target INTEGER, "
     "PRIMARY KEY(review, school, condition))"},
    {5, "training",
     "CREATE TABLE training(id INTEGER PRIMARY KEY CHECK(id = 1), mark TEXT NOT NULL)"},
    {5, "role",
     "CREATE TABLE role(id INTEGER PRIMARY KEY, school INTEGER NOT NULL, name TEXT NOT NULL, "
     "who TEXT NOT NULL, wants TEXT NOT NULL, unsaid TEXT NOT NULL, player INTEGER, "
     "script INTEGER)"},
    {5, "moment", "CREATE TABLE moment(id INTEGER PRIMARY KEY, title TEXT NOT NULL)"},
};
enum { SCHEMA_COUNT = sizeof SCHEMA / sizeof SCHEMA[0] };

enum error journal_sqlite_exec(struct sqlite_journal *file, const char *sql,
                               struct trouble *trouble)
{
    if (sqlite3_exec(file->db, sql, NULL, NULL, NULL) != SQLITE_OK)
        return journal_sqlite_trouble(trouble, file->db, file->journal.path);
    return ERROR_OK;
}

static enum error file_verify_table(struct sqlite_journal *file, const char *name, const char *sql,
                                    struct trouble *trouble)
{
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(file->db, "SELECT sql FROM sqlite_schema WHERE name=?", -1, &statement,
                           NULL) != SQLITE_OK ||
        sqlite3_bind_text(statement, 1, name, -1, SQLITE_STATIC) != SQLITE_OK) {
        sqlite3_finalize(statement);
        return journal_sqlite_trouble(trouble, file->db, file->journal.path);
    }
    bool found = sqlite3_step(statement) == SQLITE_ROW;
    const char *said = found ? (const char *)sqlite3_column_text(statement, 0) : NULL;
    enum error e = ERROR_OK;
    if (!said || strcmp(said, sql) != 0)
        e = trouble_set(trouble, ERROR_DAMAGED,
                        "%s: the file is damaged (the table \"%s\" is missing or altered).",
                        file->journal.path, name);
    sqlite3_finalize(statement);
    return e;
}

enum error journal_sqlite_verify_tables(struct sqlite_journal *file, struct trouble *trouble)
{
    enum error e = ERROR_OK;
    for (int i = 0; i < SCHEMA_COUNT && !e; i++)
        if (SCHEMA[i].since <= file->schema)
            e = file_verify_table(file, SCHEMA[i].name, SCHEMA[i].sql, trouble);
    return e;
}

/* Makes the tables that the file does not have yet, which is empty or of an older version. */
enum error journal_sqlite_lay_out(struct sqlite_journal *file, struct trouble *trouble)
{
    enum error e = journal_sqlite_exec(file, "BEGIN IMMEDIATE", trouble);
    for (int i = 0; i < SCHEMA_COUNT && !e; i++)
        if (SCHEMA[i].since > file->schema)
            e = journal_sqlite_exec(file, SCHEMA[i].sql, trouble);
    char marks[96];
    sqlite3_snprintf(sizeof marks, marks, "PRAGMA application_id=%d; PRAGMA user_version=%d;",
                     JOURNAL_APPLICATION, JOURNAL_SCHEMA);
    if (!e)
        e = journal_sqlite_exec(file, marks, trouble);
    if (!e)
        e = journal_sqlite_exec(file, "COMMIT", trouble);
    if (!e)
        file->schema = JOURNAL_SCHEMA;
    return e;
}

/* A file of an older version is copied, then given what it lacks. What the new tables would say of
 * its records is nothing: none of the kinds they tell of was known. */
enum error journal_sqlite_bring_up(struct sqlite_journal *file, struct trouble *trouble)
{
    if (file->schema == JOURNAL_SCHEMA)
        return ERROR_OK;
    enum error e = journal_backup(&file->journal, NULL, (int64_t)time(NULL) * 1000, trouble);
    return e ? e : journal_sqlite_lay_out(file, trouble);
}
