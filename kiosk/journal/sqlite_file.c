#include "journal/sqlite_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* How long an onlooker's sqlite3 shell may hold the file before we call it in use. */
enum { LOCK_PATIENCE_MS = 250 };

static const struct failing {
    int code;
    enum error error;
    const char *text;
} FAILINGS[] = {
    {SQLITE_FULL, ERROR_FULL, "the disk is full. Make room on it; nothing already saved is lost."},
    {SQLITE_BUSY, ERROR_BUSY,
     "another kiosk or program has this workshop open. Close it there first."},
    {SQLITE_CORRUPT, ERROR_DAMAGED, "the file is damaged."},
    {SQLITE_NOTADB, ERROR_FORMAT, "this is not a Plenary workshop, or its beginning is damaged."},
    {SQLITE_NOMEM, ERROR_MEMORY, "this computer is short of memory."},
    {SQLITE_READONLY, ERROR_IO, "the file cannot be written to."},
    {SQLITE_PERM, ERROR_IO, "the file cannot be written to."},
    {SQLITE_CANTOPEN, ERROR_IO, "the file, or a file beside it, cannot be opened."},
};

/* The system's reason for the last failure of the database file or its log: sqlite3_system_errno
 * may have been overwritten by what SQLite did to recover. */
static bool file_is_full(sqlite3 *db)
{
    static const int FILES[] = {SQLITE_FCNTL_JOURNAL_POINTER, SQLITE_FCNTL_FILE_POINTER};
    for (size_t i = 0; i < sizeof FILES / sizeof FILES[0]; i++) {
        sqlite3_file *file = NULL;
        int cause = 0;
        if (sqlite3_file_control(db, "main", FILES[i], &file) == SQLITE_OK && file &&
            file->pMethods &&
            file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &cause) == SQLITE_OK &&
            (cause == ENOSPC || cause == EDQUOT || cause == EFBIG))
            return true;
    }
    return false;
}

enum error journal_sqlite_trouble(struct trouble *trouble, sqlite3 *db, const char *path)
{
    int code = sqlite3_errcode(db) & 0xFF;
    /* SQLite's own SQLITE_FULL leaves out quotas and limits on file sizes. */
    if (code == SQLITE_IOERR && file_is_full(db))
        code = SQLITE_FULL;
    if (sqlite3_extended_errcode(db) == SQLITE_IOERR_NOMEM)
        code = SQLITE_NOMEM;
    for (size_t i = 0; i < sizeof FAILINGS / sizeof FAILINGS[0]; i++)
        if (FAILINGS[i].code == code)
            return trouble_set(trouble, FAILINGS[i].error, "%s: %s", path, FAILINGS[i].text);
    return trouble_set(trouble, ERROR_IO, "%s: reading or writing failed (%s).", path,
                       sqlite3_errmsg(db));
}

enum error journal_sqlite_damaged(struct trouble *trouble, const char *path, const char *what)
{
    return trouble_set(trouble, ERROR_DAMAGED, "%s: the file is damaged (%s).", path, what);
}

enum error journal_sqlite_examine(sqlite3 *db, const char *check, const char *path,
                                  struct trouble *trouble)
{
    char sql[48];
    sqlite3_snprintf(sizeof sql, sql, "PRAGMA %s(1)", check);
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK ||
        sqlite3_step(statement) != SQLITE_ROW) {
        enum error e = journal_sqlite_trouble(trouble, db, path);
        sqlite3_finalize(statement);
        return e;
    }
    const char *said = (const char *)sqlite3_column_text(statement, 0);
    enum error e = ERROR_OK;
    if (!said || strcmp(said, "ok") != 0)
        e = journal_sqlite_damaged(trouble, path, said ? said : "cannot be checked");
    sqlite3_finalize(statement);
    return e;
}

static enum error file_number(struct sqlite_journal *file, int64_t *out, const char *sql,
                              struct trouble *trouble)
{
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(file->db, sql, -1, &statement, NULL) != SQLITE_OK ||
        sqlite3_step(statement) != SQLITE_ROW) {
        enum error e = journal_sqlite_trouble(trouble, file->db, file->journal.path);
        sqlite3_finalize(statement);
        return e;
    }
    *out = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return ERROR_OK;
}

/* Looks at the path before SQLite does. No descriptor is opened: closing it would drop the locks
 * this process may hold on the file through another journal. */
static enum error file_look(const char *path, struct trouble *trouble)
{
    struct stat found;
    if (stat(path, &found) != 0) {
        if (errno == ENOENT || errno == ENOTDIR)
            return trouble_set(trouble, ERROR_ABSENT, "%s: there is no such file.", path);
        return trouble_set(trouble, ERROR_IO, "%s: %s.", path, strerror(errno));
    }
    if (!S_ISREG(found.st_mode))
        return trouble_set(trouble, ERROR_FORMAT, "%s: this is not a file.", path);
    if (found.st_size == 0)
        return trouble_set(trouble, ERROR_FORMAT, "%s: the file is empty.", path);
    if (faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) != 0)
        return trouble_set(trouble, ERROR_IO,
                           "%s: the file may only be read. Copy it to a folder of your own, and "
                           "open the copy.",
                           path);
    return ERROR_OK;
}

/* The folder of `path`, "." when it names none; NULL without memory. The caller frees. */
static char *file_folder(const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return strdup(".");
    return strndup(path, slash == path ? 1 : (size_t)(slash - path));
}

/* SQLite needs to make files beside the workshop's. */
static enum error file_look_at_folder(const char *path, struct trouble *trouble)
{
    char *folder = file_folder(path);
    if (!folder)
        return trouble_set(trouble, ERROR_MEMORY, "%s: %s", path, error_text(ERROR_MEMORY));
    int bad = faccessat(AT_FDCWD, folder, W_OK | X_OK, AT_EACCESS) != 0 ? errno : 0;
    free(folder);
    if (bad == ENOENT || bad == ENOTDIR)
        return trouble_set(trouble, ERROR_ABSENT, "%s: there is no such folder.", path);
    if (bad)
        return trouble_set(trouble, ERROR_IO,
                           "%s: its folder may only be read. Use a folder of your own.", path);
    return ERROR_OK;
}

static bool file_has_log(const char *path)
{
    char *log = sqlite3_mprintf("%s-wal", path);
    struct stat found;
    bool has = log && stat(log, &found) == 0 && found.st_size > 0;
    sqlite3_free(log);
    return has;
}

static void file_keep_log(struct sqlite_journal *file, bool keep)
{
    sqlite3_db_config(file->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, (int)keep, NULL);
}

/* Connects without writing a byte, and takes the lock. In SQLite's exclusive mode the index of the
 * log lives in memory: no -shm file, which some network drives and sticks cannot map. */
static enum error file_connect(struct sqlite_journal **out, const char *path,
                               struct trouble *trouble)
{
    struct sqlite_journal *file = calloc(1, sizeof *file);
    if (!file || !(file->journal.path = strdup(path))) {
        free(file);
        return trouble_set(trouble, ERROR_MEMORY, "%s: %s", path, error_text(ERROR_MEMORY));
    }
    file->journal.backend = &journal_sqlite_backend;
    *out = file;
    bool log = file_has_log(path);
    if (sqlite3_open_v2(path, &file->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) !=
        SQLITE_OK)
        return journal_sqlite_trouble(trouble, file->db, path);
    file_keep_log(file, log);
    sqlite3_busy_timeout(file->db, LOCK_PATIENCE_MS);
    /* A file from elsewhere may bring triggers and views: they never run here. */
    sqlite3_db_config(file->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(file->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
    sqlite3_db_config(file->db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
    return journal_sqlite_exec(file,
                               "PRAGMA locking_mode=EXCLUSIVE; PRAGMA synchronous=FULL;"
                               "PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY;"
                               "PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON;"
                               "BEGIN EXCLUSIVE; COMMIT;",
                               trouble);
}

/* That it is ours, of our time and in one piece, without writing to it. */
static enum error file_verify(struct sqlite_journal *file, struct trouble *trouble)
{
    const char *path = file->journal.path;
    int64_t application = 0, schema = 0;
    enum error e = file_number(file, &application, "PRAGMA application_id", trouble);
    if (!e && application != JOURNAL_APPLICATION)
        return trouble_set(trouble, ERROR_FORMAT, "%s: this is not a Plenary workshop.", path);
    if (!e)
        e = file_number(file, &schema, "PRAGMA user_version", trouble);
    if (!e && schema > JOURNAL_SCHEMA)
        return trouble_set(trouble, ERROR_NEWER,
                           "%s: this workshop was written by a newer Plenary (file version %d, "
                           "this program knows %d). It was left as it is.",
                           path, (int)schema, JOURNAL_SCHEMA);
    if (!e && schema < 1)
        return journal_sqlite_damaged(trouble, path, "it has no version");
    file->schema = (int)schema;
    if (!e)
        e = journal_sqlite_examine(file->db, "quick_check", path, trouble);
    return e ? e : journal_sqlite_verify_tables(file, trouble);
}

static enum error file_prepare(struct sqlite_journal *file, struct trouble *trouble)
{
    static const char *const SQL[STATEMENT_COUNT] = {
#define X(name, sql) sql,
        STATEMENT_LIST(X)
#undef X
    };
    for (int i = 0; i < STATEMENT_COUNT; i++)
        if (sqlite3_prepare_v3(file->db, SQL[i], -1, SQLITE_PREPARE_PERSISTENT,
                               &file->statements[i], NULL) != SQLITE_OK)
            return journal_sqlite_trouble(trouble, file->db, file->journal.path);
    return file_number(file, &file->journal.last_seq, "SELECT coalesce(max(seq), 0) FROM event",
                       trouble);
}

/* From here on the file may change. */
static enum error file_start_writing(struct sqlite_journal *file, struct trouble *trouble)
{
    enum error e = journal_sqlite_exec(file, "PRAGMA journal_mode=WAL", trouble);
    if (e)
        return e;
    file_keep_log(file, false);
    file->journal.scrub_due = true;
    /* If this fails now, the flag stays up and the next journal_scrub tries again. */
    enum error scrubbed = journal_scrub(&file->journal, NULL);
    (void)scrubbed;
    return ERROR_OK;
}

static enum error file_finish(struct journal **out, struct sqlite_journal *file, enum error e)
{
    *out = file ? &file->journal : NULL;
    if (e && file)
        journal_destroy(out);
    return e;
}

static enum error file_pass(void *context, const struct journal_record *record)
{
    (void)context;
    (void)record;
    return ERROR_OK;
}

static enum error file_open(struct journal **out, const char *path, bool to_read,
                            struct trouble *trouble)
{
    struct sqlite_journal *file = NULL;
    enum error e = file_look(path, trouble);
    if (!e)
        e = file_look_at_folder(path, trouble);
    if (!e)
        e = file_connect(&file, path, trouble);
    if (!e)
        e = file_verify(file, trouble);
    if (!e)
        e = file_prepare(file, trouble);
    if (!e) /* read it all once before the first byte is written */
        e = journal_replay(&file->journal, file_pass, NULL, trouble);
    if (!e && !to_read)
        e = file_start_writing(file, trouble);
    if (!e && !to_read)
        e = journal_sqlite_bring_up(file, trouble);
    if (!e)
        e = journal_sqlite_prepare_rows(file, trouble);
    if (!e)
        file->journal.to_read = to_read;
    return file_finish(out, file, e);
}

enum error journal_open(struct journal **out, const char *path, struct trouble *trouble)
{
    return file_open(out, path, false, trouble);
}

enum error journal_open_to_read(struct journal **out, const char *path, struct trouble *trouble)
{
    return file_open(out, path, true, trouble);
}

/* Claims the name, for no one else to write there. Join codes are inside: the owner's eyes only. */
static enum error file_claim(const char *path, struct trouble *trouble)
{
    int fd = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
    if (fd >= 0) {
        close(fd);
        return ERROR_OK;
    }
    if (errno == EEXIST)
        return trouble_set(trouble, ERROR_EXISTS, "%s: there is already a file of that name.",
                           path);
    return trouble_set(trouble, errno == ENOSPC || errno == EDQUOT ? ERROR_FULL : ERROR_IO,
                       "%s: the file cannot be made (%s).", path, strerror(errno));
}

enum error journal_create(struct journal **out, const char *path, struct trouble *trouble)
{
    struct sqlite_journal *file = NULL;
    *out = NULL;
    enum error e = file_look_at_folder(path, trouble);
    if (!e)
        e = file_claim(path, trouble);
    if (e)
        return e;
    e = file_connect(&file, path, trouble);
    if (!e)
        e = journal_sqlite_lay_out(file, trouble);
    if (!e)
        e = file_prepare(file, trouble);
    if (!e)
        e = journal_sqlite_prepare_rows(file, trouble);
    if (!e)
        e = file_start_writing(file, trouble);
    file_finish(out, file, e);
    if (e)
        unlink(path);
    return e;
}
