#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "journal/sqlite_file.h"

static struct sqlite_journal *sqlite_of(struct journal *journal)
{
    return (struct sqlite_journal *)journal;
}

static enum error sqlite_fail(struct sqlite_journal *file, struct trouble *trouble)
{
    return journal_sqlite_trouble(trouble, file->db, file->journal.path);
}

enum error journal_sqlite_run(struct sqlite_journal *file, sqlite3_stmt *statement,
                              struct trouble *trouble)
{
    enum error e = sqlite3_step(statement) == SQLITE_DONE ? ERROR_OK : sqlite_fail(file, trouble);
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    return e;
}

static enum error sqlite_run(struct sqlite_journal *file, enum statement which,
                             struct trouble *trouble)
{
    return journal_sqlite_run(file, file->statements[which], trouble);
}

void journal_sqlite_bind_text(sqlite3_stmt *statement, int column, const char *text)
{
    int code = sqlite3_bind_text(statement, column, text, -1, SQLITE_STATIC);
    assert(code == SQLITE_OK || code == SQLITE_NOMEM);
}

void journal_sqlite_bind_number(sqlite3_stmt *statement, int column, int64_t number)
{
    int code = sqlite3_bind_int64(statement, column, number);
    assert(code == SQLITE_OK || code == SQLITE_NOMEM);
}

static void bind_bytes(sqlite3_stmt *statement, int column, const uint8_t *bytes, size_t length)
{
    int code = length ? sqlite3_bind_blob64(statement, column, bytes, length, SQLITE_STATIC)
                      : sqlite3_bind_zeroblob(statement, column, 0);
    assert(code == SQLITE_OK || code == SQLITE_NOMEM);
}

/* 64-bit FNV-1a (Fowler, Noll, Vo): every step is one to one, so that no single changed byte goes
 * unnoticed. Against faults, not against forgers. */
static uint64_t sum_bytes(uint64_t sum, const void *bytes, size_t length)
{
    const uint8_t *at = bytes;
    for (size_t i = 0; i < length; i++)
        sum = (sum ^ at[i]) * 0x100000001B3u;
    return sum;
}

static uint64_t sum_number(uint64_t sum, uint64_t number)
{
    uint8_t bytes[8];
    for (int i = 0; i < 8; i++)
        bytes[i] = (uint8_t)(number >> (8 * i));
    return sum_bytes(sum, bytes, sizeof bytes);
}

static const uint64_t SUM_START = 0xCBF29CE484222325u;

/* Leaves the secret out: what is derived from it must not outlive it. */
static int64_t sum_record(const struct journal_record *record)
{
    uint64_t sum = sum_number(SUM_START, (uint64_t)record->seq);
    sum = sum_number(sum, (uint64_t)record->at_ms);
    sum = sum_number(sum, record->seat);
    sum = sum_number(sum, record->command);
    sum = sum_bytes(sum, record->kind, strlen(record->kind) + 1);
    return (int64_t)sum_bytes(sum, record->body, record->body_length);
}

enum { SUM_SIZE = 8 };

/* Writes a secret's checksum, low byte first. */
static void sum_secret(uint8_t sum[SUM_SIZE], int64_t seq, const uint8_t *bytes, size_t length)
{
    uint64_t number = sum_bytes(sum_number(SUM_START, (uint64_t)seq), bytes, length);
    for (int i = 0; i < SUM_SIZE; i++)
        sum[i] = (uint8_t)(number >> (8 * i));
}

static void sqlite_close(struct journal *journal)
{
    struct sqlite_journal *file = sqlite_of(journal);
    for (int i = 0; i < STATEMENT_COUNT; i++)
        sqlite3_finalize(file->statements[i]);
    for (int table = 0; table < JOURNAL_TABLE_COUNT; table++)
        for (int i = 0; i < ROW_STATEMENT_COUNT; i++)
            sqlite3_finalize(file->rows[table][i]);
    int code = sqlite3_close(file->db);
    assert(code == SQLITE_OK);
    free(file);
}

static enum error sqlite_begin(struct journal *journal, struct trouble *trouble)
{
    return sqlite_run(sqlite_of(journal), STATEMENT_BEGIN, trouble);
}

static void sqlite_rollback(struct journal *journal)
{
    struct sqlite_journal *file = sqlite_of(journal);
    /* SQLite rolls some failures back by itself. Rolling back only forgets: its answer matters to
     * nobody. */
    if (!sqlite3_get_autocommit(file->db) && sqlite_run(file, STATEMENT_ROLLBACK, NULL) != ERROR_OK)
        return;
}

static enum error sqlite_commit(struct journal *journal, struct trouble *trouble)
{
    enum error e = sqlite_run(sqlite_of(journal), STATEMENT_COMMIT, trouble);
    if (e)
        sqlite_rollback(journal);
    return e;
}

static enum error sqlite_put(struct journal *journal, const struct journal_record *record,
                             struct trouble *trouble)
{
    struct sqlite_journal *file = sqlite_of(journal);
    sqlite3_stmt *event = file->statements[STATEMENT_PUT_EVENT];
    journal_sqlite_bind_number(event, 1, record->seq);
    journal_sqlite_bind_number(event, 2, record->at_ms);
    journal_sqlite_bind_number(event, 3, record->seat);
    journal_sqlite_bind_number(event, 4, record->command);
    journal_sqlite_bind_text(event, 5, record->kind);
    bind_bytes(event, 6, record->body, record->body_length);
    journal_sqlite_bind_number(event, 7, sum_record(record));
    enum error e = sqlite_run(file, STATEMENT_PUT_EVENT, trouble);
    if (e || !record->secret_length)
        return e;
    sqlite3_stmt *secret = file->statements[STATEMENT_PUT_SECRET];
    journal_sqlite_bind_number(secret, 1, record->seq);
    uint8_t bytes[JOURNAL_SECRET_MAX + SUM_SIZE];
    memcpy(bytes, record->secret, record->secret_length);
    sum_secret(bytes + record->secret_length, record->seq, record->secret, record->secret_length);
    bind_bytes(secret, 2, bytes, record->secret_length + SUM_SIZE);
    e = sqlite_run(file, STATEMENT_PUT_SECRET, trouble);
    explicit_bzero(bytes, sizeof bytes);
    return e;
}

static enum error sqlite_wipe(struct journal *journal, int64_t seq, struct trouble *trouble)
{
    struct sqlite_journal *file = sqlite_of(journal);
    if (!seq)
        return sqlite_run(file, STATEMENT_WIPE_ALL, trouble);
    journal_sqlite_bind_number(file->statements[STATEMENT_WIPE_ONE], 1, seq);
    return sqlite_run(file, STATEMENT_WIPE_ONE, trouble);
}

/* Moves the log into the file, zeros over what was wiped, and cuts the log to nothing. */
static enum error sqlite_scrub(struct journal *journal, struct trouble *trouble)
{
    struct sqlite_journal *file = sqlite_of(journal);
    if (sqlite3_wal_checkpoint_v2(file->db, "main", SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL) !=
        SQLITE_OK)
        return sqlite_fail(file, trouble);
    return ERROR_OK;
}

bool journal_sqlite_number(sqlite3_stmt *row, int column, int64_t *out, int64_t low, int64_t high)
{
    *out = sqlite3_column_int64(row, column);
    return sqlite3_column_type(row, column) == SQLITE_INTEGER && *out >= low && *out <= high;
}

bool journal_sqlite_text(sqlite3_stmt *row, int column, const char **out, size_t max)
{
    if (sqlite3_column_type(row, column) != SQLITE_TEXT)
        return false;
    *out = (const char *)sqlite3_column_text(row, column);
    size_t length = (size_t)sqlite3_column_bytes(row, column);
    return *out && length <= max && strlen(*out) == length;
}

static bool column_bytes(sqlite3_stmt *row, int column, const uint8_t **out, size_t *length,
                         size_t max)
{
    *out = sqlite3_column_blob(row, column);
    *length = (size_t)sqlite3_column_bytes(row, column);
    return sqlite3_column_type(row, column) == SQLITE_BLOB && *length <= max &&
           (*out || *length == 0);
}

static bool all_zeros(const uint8_t *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (bytes[i])
            return false;
    return true;
}

/* Zeros throughout are a secret that was wiped: the checksum of zeros is none. */
static bool read_secret(sqlite3_stmt *row, struct journal_record *record)
{
    const uint8_t *bytes = NULL;
    size_t length = 0;
    if (!column_bytes(row, 7, &bytes, &length, JOURNAL_SECRET_MAX + SUM_SIZE) || length <= SUM_SIZE)
        return false;
    if (all_zeros(bytes, length))
        return true;
    uint8_t sum[SUM_SIZE];
    record->secret = bytes;
    record->secret_length = length - SUM_SIZE;
    sum_secret(sum, record->seq, bytes, record->secret_length);
    return memcmp(sum, bytes + record->secret_length, SUM_SIZE) == 0;
}

static bool read_record(sqlite3_stmt *row, struct journal_record *record)
{
    int64_t seat = 0, command = 0;
    *record = (struct journal_record){0};
    if (!journal_sqlite_number(row, 0, &record->seq, 1, INT64_MAX) ||
        !journal_sqlite_number(row, 1, &record->at_ms, INT64_MIN, INT64_MAX) ||
        !journal_sqlite_number(row, 2, &seat, 0, UINT16_MAX) ||
        !journal_sqlite_number(row, 3, &command, 0, UINT32_MAX) ||
        !journal_sqlite_text(row, 4, &record->kind, JOURNAL_KIND_SIZE - 1) ||
        !column_bytes(row, 5, &record->body, &record->body_length, JOURNAL_BODY_MAX))
        return false;
    record->seat = (uint16_t)seat;
    record->command = (uint32_t)command;
    if (sqlite3_column_int64(row, 6) != sum_record(record))
        return false;
    return sqlite3_column_type(row, 7) == SQLITE_NULL || read_secret(row, record);
}

enum error journal_sqlite_each_row(struct sqlite_journal *file, sqlite3_stmt *row,
                                   sqlite_visit *visit, void *context, struct trouble *trouble)
{
    enum error e = ERROR_OK;
    int code = SQLITE_DONE;
    while (!e && (code = sqlite3_step(row)) == SQLITE_ROW)
        e = visit(context, row, file, trouble);
    if (!e && code != SQLITE_DONE)
        e = sqlite_fail(file, trouble);
    sqlite3_reset(row);
    return e;
}

struct record_visitor {
    journal_visit *visit;
    void *context;
};

static enum error visit_record(void *context, sqlite3_stmt *row, struct sqlite_journal *file,
                               struct trouble *trouble)
{
    struct record_visitor *visitor = context;
    struct journal_record record;
    if (!read_record(row, &record))
        return trouble_set(trouble, ERROR_DAMAGED,
                           "%s: the file is damaged. Record %lld is not as it was written.",
                           file->journal.path, sqlite3_column_int64(row, 0));
    return visitor->visit(visitor->context, &record);
}

static enum error sqlite_each(struct journal *journal, journal_visit *visit, void *context,
                              struct trouble *trouble)
{
    struct record_visitor visitor = {visit, context};
    struct sqlite_journal *file = sqlite_of(journal);
    return journal_sqlite_each_row(file, file->statements[STATEMENT_EVENTS], visit_record, &visitor,
                                   trouble);
}

static enum error sqlite_integrity(struct journal *journal, struct trouble *trouble)
{
    struct sqlite_journal *file = sqlite_of(journal);
    return journal_sqlite_examine(file->db, "integrity_check", file->journal.path, trouble);
}

/* Fills `copy` with the whole database and takes the secrets out of it again. */
static enum error copy_without_secrets(sqlite3 *copy, struct sqlite_journal *file,
                                       struct trouble *trouble)
{
    sqlite3_backup *backup = sqlite3_backup_init(copy, "main", file->db, "main");
    if (!backup)
        return journal_sqlite_trouble(trouble, copy, file->journal.path);
    sqlite3_backup_step(backup, -1);
    if (sqlite3_backup_finish(backup) != SQLITE_OK ||
        sqlite3_exec(copy, "PRAGMA secure_delete=ON; DELETE FROM secret; VACUUM;", NULL, NULL,
                     NULL) != SQLITE_OK)
        return journal_sqlite_trouble(trouble, copy, file->journal.path);
    return journal_sqlite_examine(copy, "integrity_check", file->journal.path, trouble);
}

static enum error copy_bytes(sqlite3 *copy, uint8_t **out, size_t *length)
{
    sqlite3_int64 size = 0;
    unsigned char *bytes = sqlite3_serialize(copy, "main", &size, 0);
    *out = bytes ? malloc((size_t)size) : NULL;
    if (*out) {
        *length = (size_t)size;
        memcpy(*out, bytes, *length);
        /* The header's two version bytes say "with a log"; 1 says "without", so that the copy
         * can be looked at from where nothing may be written ("Database File Format", 1.3.3). */
        assert(size >= 100);
        (*out)[18] = (*out)[19] = 1;
    }
    sqlite3_free(bytes);
    return *out ? ERROR_OK : ERROR_MEMORY;
}

static enum error sqlite_image(struct journal *journal, uint8_t **out, size_t *length,
                               struct trouble *trouble)
{
    struct sqlite_journal *file = sqlite_of(journal);
    sqlite3 *copy = NULL;
    *out = NULL;
    *length = 0;
    enum error e;
    if (sqlite3_open(":memory:", &copy) != SQLITE_OK)
        e = journal_sqlite_trouble(trouble, copy, file->journal.path);
    else
        e = copy_without_secrets(copy, file, trouble);
    if (!e && copy_bytes(copy, out, length) != ERROR_OK)
        e = trouble_set(trouble, ERROR_MEMORY, "%s: %s", file->journal.path,
                        error_text(ERROR_MEMORY));
    sqlite3_close(copy);
    return e;
}

const struct journal_backend journal_sqlite_backend = {
    .close = sqlite_close,
    .begin = sqlite_begin,
    .put = sqlite_put,
    .wipe = sqlite_wipe,
    .put_row = journal_sqlite_put_row,
    .remove_row = journal_sqlite_remove_row,
    .commit = sqlite_commit,
    .rollback = sqlite_rollback,
    .scrub = sqlite_scrub,
    .each = sqlite_each,
    .read_rows = journal_sqlite_read_rows,
    .integrity = sqlite_integrity,
    .image = sqlite_image,
};
