/* What only a file on a disk can do to us: locks, full disks, permissions, and other programs. */

#include "journal/journal.h"
#include "journal/scratch.h"
#include "journal/tables.h"
#include "testing.h"

#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static struct journal *journal_with(const struct scratch *scratch, int64_t records)
{
    struct journal *journal = NULL;
    assert_int_equal(journal_create(&journal, scratch->path, NULL), ERROR_OK);
    for (int64_t seq = 1; seq <= records; seq++)
        put_numbered(journal, seq, NULL);
    assert_int_equal(journal_commit(journal, NULL), ERROR_OK);
    return journal;
}

static void creates_only_what_is_not_there(void **state)
{
    struct scratch *scratch = *state;
    struct journal *journal = NULL;
    struct trouble trouble = {0};
    bytes_write(scratch->path, (const uint8_t *)"mine", 4);
    assert_int_equal(journal_create(&journal, scratch->path, &trouble), ERROR_EXISTS);
    assert_null(journal);
    assert_non_null(strstr(trouble.text, "Ashby.plenary"));
    assert_true(bytes_same(scratch->path, (struct bytes){(uint8_t *)"mine", 4}));
    char path[256];
    snprintf(path, sizeof path, "%s/nowhere/Ashby.plenary", scratch->folder);
    assert_int_equal(journal_create(&journal, path, &trouble), ERROR_ABSENT);
    assert_int_equal(journal_open(&journal, path, &trouble), ERROR_ABSENT);
    assert_int_equal(journal_open(&journal, scratch->folder, &trouble), ERROR_FORMAT);
}

static bool beside(const struct scratch *scratch, const char *ending)
{
    char path[256];
    snprintf(path, sizeof path, "%s%s", scratch->path, ending);
    return access(path, F_OK) == 0;
}

static void leaves_one_file(void **state)
{
    struct scratch *scratch = *state;
    struct journal *journal = journal_with(scratch, 20);
    assert_false(beside(scratch, "-shm"));
    journal_destroy(&journal);
    assert_false(beside(scratch, "-wal"));
    assert_int_equal(journal_open_to_read(&journal, scratch->path, NULL), ERROR_OK);
    expect_replay(journal, 20);
    journal_destroy(&journal);
    assert_false(beside(scratch, "-wal") || beside(scratch, "-shm") || beside(scratch, "-journal"));
}

/* Opens the file in another process and gives what came of it. */
static enum error open_elsewhere(const struct scratch *scratch)
{
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        struct journal *journal = NULL;
        enum error e = journal_open(&journal, scratch->path, NULL);
        _exit((int)e);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return (enum error)WEXITSTATUS(status);
}

static void is_locked_while_open(void **state)
{
    struct scratch *scratch = *state;
    struct trouble trouble = {0};
    struct journal *journal = journal_with(scratch, 5), *second = NULL;
    assert_int_equal(open_elsewhere(scratch), ERROR_BUSY);
    assert_int_equal(journal_open(&second, scratch->path, &trouble), ERROR_BUSY);
    assert_null(second);
    assert_non_null(strstr(trouble.text, scratch->path));
    assert_int_equal(journal_open_to_read(&second, scratch->path, &trouble), ERROR_BUSY);
    assert_int_equal(journal_create(&second, scratch->path, &trouble), ERROR_EXISTS);
    /* The refused attempts of this process have not loosened the lock it holds. */
    assert_int_equal(open_elsewhere(scratch), ERROR_BUSY);
    put_numbered(journal, 6, NULL);
    assert_int_equal(journal_commit(journal, NULL), ERROR_OK);
    journal_destroy(&journal);
    assert_int_equal(open_elsewhere(scratch), ERROR_OK);
    assert_int_equal(journal_open_to_read(&journal, scratch->path, &trouble), ERROR_OK);
    assert_int_equal(open_elsewhere(scratch), ERROR_BUSY);
    expect_replay(journal, 6);
    journal_destroy(&journal);
}

static void a_dead_kiosk_leaves_no_lock(void **state)
{
    struct scratch *scratch = *state;
    struct journal *journal = journal_with(scratch, 5);
    journal_destroy(&journal);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        if (journal_open(&journal, scratch->path, NULL) == ERROR_OK)
            raise(SIGKILL);
        _exit(1);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status));
    assert_int_equal(journal_open(&journal, scratch->path, NULL), ERROR_OK);
    expect_replay(journal, 5);
    journal_destroy(&journal);
}

static void limit_files(rlim_t size)
{
    struct rlimit limit;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
    limit.rlim_cur = size;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

/* No file may grow beyond a limit: the nearest thing to a full disk that needs no privilege. */
static void goes_on_after_a_full_disk(void **state)
{
    struct scratch *scratch = *state;
    struct trouble trouble = {0};
    struct journal *journal = journal_with(scratch, 10);
    signal(SIGXFSZ, SIG_IGN);
    int64_t last = 10;
    for (int times = 0; times < 3; times++) {
        limit_files(300000 + 100000 * (rlim_t)times);
        enum error e = ERROR_OK;
        while (!e) {
            for (int64_t seq = last + 1; seq <= last + 8; seq++)
                put_numbered(journal, seq, NULL);
            e = journal_commit(journal, &trouble);
            if (!e)
                last += 8;
            assert_true(last < 100000); /* the limit does bite */
        }
        assert_int_equal(e, ERROR_FULL);
        assert_non_null(strstr(trouble.text, scratch->path));
        expect_replay(journal, last);
        put_numbered(journal, last + 1, NULL);
        (void)!journal_commit(journal, NULL); /* may fit or not: all or nothing either way */
        last = journal_last_seq(journal);
        expect_replay(journal, last);
        limit_files(RLIM_INFINITY);
        put_numbered(journal, ++last, NULL);
        assert_int_equal(journal_commit(journal, &trouble), ERROR_OK);
        expect_replay(journal, last);
    }
    journal_destroy(&journal);
    limit_files(4096);
    char path[256];
    snprintf(path, sizeof path, "%s/Birch.plenary", scratch->folder);
    enum error created = journal_create(&journal, path, &trouble);
    limit_files(RLIM_INFINITY);
    signal(SIGXFSZ, SIG_DFL);
    assert_int_equal(created, ERROR_FULL);
    assert_int_not_equal(access(path, F_OK), 0);
    assert_int_equal(journal_open(&journal, scratch->path, NULL), ERROR_OK);
    expect_replay(journal, last);
    journal_destroy(&journal);
}

/* Runs as somebody whom permissions bind, also when the tests run as root. */
static int open_as_anyone(const char *path, bool create)
{
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        struct journal *journal = NULL;
        struct trouble trouble = {0};
        if (geteuid() == 0 && setresuid(65534, 65534, 65534) != 0)
            _exit(100);
        enum error e = create ? journal_create(&journal, path, &trouble)
                              : journal_open(&journal, path, &trouble);
        journal_destroy(&journal);
        _exit(strstr(trouble.text, "may only be read") ? (int)e : 101);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void says_what_may_only_be_read(void **state)
{
    struct scratch *scratch = *state;
    struct journal *journal = journal_with(scratch, 5);
    journal_destroy(&journal);
    struct bytes before = bytes_read(scratch->path);
    char other[256];
    snprintf(other, sizeof other, "%s/Birch.plenary", scratch->folder);
    assert_int_equal(chmod(scratch->path, 0444), 0);
    assert_int_equal(chmod(scratch->folder, 0777), 0);
    assert_int_equal(open_as_anyone(scratch->path, false), ERROR_IO);
    assert_int_equal(chmod(scratch->path, 0666), 0);
    assert_int_equal(chmod(scratch->folder, 0555), 0);
    assert_int_equal(open_as_anyone(scratch->path, false), ERROR_IO);
    assert_int_equal(open_as_anyone(other, true), ERROR_IO);
    assert_int_equal(chmod(scratch->folder, 0755), 0);
    assert_true(bytes_same(scratch->path, before));
    free(before.at);
}

static void reads_in_the_sqlite3_shell(void **state)
{
    struct scratch *scratch = *state;
    struct journal *journal = journal_with(scratch, 5);
    journal_put_row(
        journal, &(struct journal_row){.table = JOURNAL_RATING,
                                       .rating = {2, "impact", 3, 0, 0, "a note", "proposed", ""}});
    assert_int_equal(journal_commit(journal, NULL), ERROR_OK);
    journal_destroy(&journal);
    sqlite3 *db = NULL;
    sqlite3_stmt *row = NULL;
    assert_int_equal(sqlite3_open(scratch->path, &db), SQLITE_OK);
    assert_int_equal(
        sqlite3_prepare_v2(db, "SELECT now, target, note, (SELECT count(*) FROM event) FROM rating",
                           -1, &row, NULL),
        SQLITE_OK);
    assert_int_equal(sqlite3_step(row), SQLITE_ROW);
    assert_int_equal(sqlite3_column_int(row, 0), 3);
    assert_int_equal(sqlite3_column_type(row, 1), SQLITE_NULL);
    assert_string_equal((const char *)sqlite3_column_text(row, 2), "a note");
    assert_int_equal(sqlite3_column_int(row, 3), 5);
    sqlite3_finalize(row);
    sqlite3_close(db);
}

#define IN_SCRATCH(test) cmocka_unit_test_setup_teardown(test, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_SCRATCH(creates_only_what_is_not_there), IN_SCRATCH(leaves_one_file),
        IN_SCRATCH(is_locked_while_open),           IN_SCRATCH(a_dead_kiosk_leaves_no_lock),
        IN_SCRATCH(goes_on_after_a_full_disk),      IN_SCRATCH(says_what_may_only_be_read),
        IN_SCRATCH(reads_in_the_sqlite3_shell),
    };
    return cmocka_run_group_tests_name("journal/file", tests, NULL, NULL);
}
