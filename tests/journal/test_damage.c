/* Files that are not, or no longer, whole. Each is refused with a reason and left byte for byte as
 * it was, or still gives every record exactly. */

#include "journal/journal.h"
#include "journal/scratch.h"
#include "testing.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { RECORDS = 40, PAGE = 4096 };

/* A sound file's bytes. */
static struct bytes sound(const struct scratch *scratch)
{
    struct journal *journal = NULL;
    assert_int_equal(journal_create(&journal, scratch->path, NULL), ERROR_OK);
    for (int64_t seq = 1; seq <= RECORDS; seq++)
        put_numbered(journal, seq, seq % 3 ? NULL : "secret");
    assert_int_equal(journal_commit(journal, NULL), ERROR_OK);
    journal_destroy(&journal);
    return bytes_read(scratch->path);
}

/* Opens and replays; a refusal must have a text naming the file, and have changed nothing. */
static enum error try_open(const struct scratch *scratch)
{
    struct journal *journal = NULL;
    struct trouble trouble = {0};
    struct bytes before = bytes_read(scratch->path);
    enum error e = journal_open(&journal, scratch->path, &trouble);
    if (e) {
        assert_null(journal);
        assert_true(bytes_same(scratch->path, before));
    } else {
        expect_replay(journal, RECORDS);
    }
    free(before.at);
    if (e)
        assert_non_null(strstr(trouble.text, scratch->path));
    journal_destroy(&journal);
    return e;
}

static bool is_damage(enum error e)
{
    return e == ERROR_DAMAGED || e == ERROR_FORMAT;
}

static void truncated(void **state)
{
    struct scratch *scratch = *state;
    struct bytes whole = sound(scratch);
    for (size_t length = 0; length < whole.length; length += length < 200 ? 33 : 1777) {
        bytes_write(scratch->path, whole.at, length);
        enum error e = try_open(scratch);
        /* The end of the last page may happen to be empty: then all is there, as try_open saw. */
        if (!is_damage(e) && length <= whole.length - PAGE)
            fail_msg("cut to %zu bytes: %s", length, error_text(e));
    }
    free(whole.at);
}

static void a_page_of_zeros(void **state)
{
    struct scratch *scratch = *state;
    struct bytes whole = sound(scratch);
    for (size_t page = 0; page < whole.length / PAGE; page++) {
        uint8_t saved[PAGE];
        memcpy(saved, whole.at + page * PAGE, PAGE);
        memset(whole.at + page * PAGE, 0, PAGE);
        bytes_write(scratch->path, whole.at, whole.length);
        enum error e = try_open(scratch);
        if (!is_damage(e))
            fail_msg("page %zu of zeros: %s", page, error_text(e));
        memcpy(whole.at + page * PAGE, saved, PAGE);
    }
    free(whole.at);
}

/* Some bytes mean nothing (free space, counters), so a flip may pass; but then all is there. */
static void flipped_bytes(void **state)
{
    struct scratch *scratch = *state;
    struct bytes whole = sound(scratch);
    int refused = 0;
    for (size_t at = 0; at < whole.length; at += at < 120 ? 1 : 211) {
        whole.at[at] ^= (uint8_t)(1u << at % 8);
        bytes_write(scratch->path, whole.at, whole.length);
        refused += try_open(scratch) != ERROR_OK;
        whole.at[at] ^= (uint8_t)(1u << at % 8);
    }
    assert_true(refused > 300);
    free(whole.at);
}

static void not_a_database(void **state)
{
    struct scratch *scratch = *state;
    uint8_t noise[9000];
    for (size_t i = 0; i < sizeof noise; i++)
        noise[i] = (uint8_t)(i * i >> 3);
    bytes_write(scratch->path, noise, sizeof noise);
    assert_int_equal(try_open(scratch), ERROR_FORMAT);
    bytes_write(scratch->path, (const uint8_t *)"", 0);
    assert_int_equal(try_open(scratch), ERROR_FORMAT);
    struct bytes whole;
    assert_int_equal(unlink(scratch->path), 0);
    whole = sound(scratch);
    memcpy(whole.at, noise + 500, 100);
    bytes_write(scratch->path, whole.at, whole.length);
    assert_int_equal(try_open(scratch), ERROR_FORMAT);
    free(whole.at);
}

/* Changes a sound file as an outsider can, with SQLite. */
static enum error after(const struct scratch *scratch, struct bytes whole, const char *sql)
{
    sqlite3 *db = NULL;
    bytes_write(scratch->path, whole.at, whole.length);
    assert_int_equal(sqlite3_open(scratch->path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
    return try_open(scratch);
}

static void changed_by_others(void **state)
{
    static const struct {
        const char *sql;
        enum error e;
    } CHANGES[] = {
        {"PRAGMA user_version=6", ERROR_NEWER},
        {"PRAGMA user_version=2000000000", ERROR_NEWER},
        {"PRAGMA user_version=0", ERROR_DAMAGED},
        {"PRAGMA application_id=1", ERROR_FORMAT},
        {"DROP TABLE secret", ERROR_DAMAGED},
        {"DROP TABLE rating", ERROR_DAMAGED},
        {"ALTER TABLE school ADD COLUMN place", ERROR_DAMAGED},
        {"DELETE FROM event WHERE seq=7", ERROR_DAMAGED},
        {"DELETE FROM event WHERE seq=1", ERROR_DAMAGED},
        {"UPDATE event SET seq=999 WHERE seq=40", ERROR_DAMAGED},
        {"UPDATE event SET seq=-1 WHERE seq=1", ERROR_DAMAGED},
        {"UPDATE event SET body=x'00' WHERE seq=5", ERROR_DAMAGED},
        {"UPDATE event SET body='text' WHERE seq=5", ERROR_DAMAGED},
        {"UPDATE event SET seat=70000 WHERE seq=5", ERROR_DAMAGED},
        {"UPDATE event SET command='x' WHERE seq=5", ERROR_DAMAGED},
        {"UPDATE event SET kind=x'00' WHERE seq=5", ERROR_DAMAGED},
        {"UPDATE event SET at_ms=at_ms+1 WHERE seq=5", ERROR_DAMAGED},
        {"UPDATE secret SET bytes=x'00' WHERE seq=6", ERROR_DAMAGED},
        {"CREATE TABLE jottings(text); CREATE INDEX by_kind ON event(kind);", ERROR_OK},
        {"VACUUM; PRAGMA journal_mode=DELETE;", ERROR_OK},
        {"CREATE TRIGGER t AFTER INSERT ON event BEGIN DELETE FROM event; END", ERROR_OK},
    };
    struct scratch *scratch = *state;
    struct bytes whole = sound(scratch);
    for (size_t i = 0; i < sizeof CHANGES / sizeof CHANGES[0]; i++) {
        enum error e = after(scratch, whole, CHANGES[i].sql);
        if (e != CHANGES[i].e)
            fail_msg("%s: %s", CHANGES[i].sql, error_text(e));
    }
    /* The last one's trigger never runs. */
    struct journal *journal = NULL;
    assert_int_equal(journal_open(&journal, scratch->path, NULL), ERROR_OK);
    put_numbered(journal, RECORDS + 1, NULL);
    assert_int_equal(journal_commit(journal, NULL), ERROR_OK);
    expect_replay(journal, RECORDS + 1);
    journal_destroy(&journal);
    free(whole.at);
}

/* A refused file that still has its log beside it keeps that too. */
static void keeps_the_log_of_a_refused_file(void **state)
{
    struct scratch *scratch = *state;
    struct bytes whole = sound(scratch);
    struct journal *journal = NULL;
    char log[160];
    snprintf(log, sizeof log, "%s-wal", scratch->path);
    assert_int_equal(journal_open(&journal, scratch->path, NULL), ERROR_OK);
    put_numbered(journal, RECORDS + 1, NULL);
    assert_int_equal(journal_commit(journal, NULL), ERROR_OK);
    /* What a crash would leave now. Reading the file here drops this process's lock on it; nobody
     * else is around to notice. */
    struct bytes crashed = bytes_read(scratch->path), crashed_log = bytes_read(log);
    journal_destroy(&journal);
    assert_true(crashed_log.length > PAGE);
    memset(crashed.at + crashed.length / 4, 0, crashed.length / 2); /* all but its ends */
    bytes_write(scratch->path, crashed.at, crashed.length);
    bytes_write(log, crashed_log.at, crashed_log.length);
    struct trouble trouble = {0};
    assert_int_equal(journal_open(&journal, scratch->path, &trouble), ERROR_DAMAGED);
    assert_true(bytes_same(scratch->path, crashed));
    assert_true(bytes_same(log, crashed_log));
    free(whole.at);
    free(crashed.at);
    free(crashed_log.at);
}

#define IN_SCRATCH(test) cmocka_unit_test_setup_teardown(test, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_SCRATCH(truncated),         IN_SCRATCH(a_page_of_zeros),
        IN_SCRATCH(flipped_bytes),     IN_SCRATCH(not_a_database),
        IN_SCRATCH(changed_by_others), IN_SCRATCH(keeps_the_log_of_a_refused_file),
    };
    return cmocka_run_group_tests_name("journal/damage", tests, NULL, NULL);
}
