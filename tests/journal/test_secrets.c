/* Plants marks in secrets and looks for them, byte by byte, in every file of the folder. */

#include "journal/copies.h"
#include "journal/scratch.h"
#include "testing.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { RECORDS = 600 };

/* A mark of each record's own, long enough never to arise by chance; `size` bytes with its end. */
static void mark_of(char *mark, size_t size, int64_t seq)
{
    memset(mark, 'a' + (int)(seq % 26), size - 1);
    mark[size - 1] = '\0';
    snprintf(mark, size, "<mark %06lld>", (long long)seq);
    mark[strlen(mark)] = '.'; /* the filling goes on */
    mark[size - 1] = '\0';
}

static size_t mark_size(int64_t seq)
{
    return 20 + (size_t)(seq * 131 % 700);
}

/* Finds a mark in a file that is still there though it should not be; 0 if none. */
static int64_t mark_left(const char *path, const bool *wiped)
{
    struct bytes bytes = bytes_read(path);
    const uint8_t *at = bytes.at, *end = bytes.at + bytes.length;
    int64_t left = 0;
    while (!left && (at = memmem(at, (size_t)(end - at), "<mark ", 6))) {
        char digits[7] = "";
        memcpy(digits, at + 6, end - at < 12 ? 0 : 6);
        left = wiped[strtol(digits, NULL, 10)] ? strtol(digits, NULL, 10) : 0;
        at += 6;
    }
    free(bytes.at);
    return left;
}

static void plant(struct journal *journal, int64_t from, int64_t to)
{
    for (int64_t seq = from; seq <= to; seq++) {
        char mark[1024];
        mark_of(mark, mark_size(seq), seq);
        put_numbered(journal, seq, mark);
        if (seq % 13 == 0)
            assert_int_equal(journal_commit(journal, NULL), ERROR_OK);
    }
    assert_int_equal(journal_commit(journal, NULL), ERROR_OK);
}

static void nothing_wiped_is_found(void **state)
{
    struct scratch *scratch = *state;
    struct journal *journal = NULL;
    assert_int_equal(journal_create(&journal, scratch->path, NULL), ERROR_OK);
    plant(journal, 1, RECORDS);
    assert_true(scratch_holds(scratch->folder, "<mark 000001>", 13)); /* the search does find */
    assert_true(scratch_holds(scratch->folder, "<mark 000600>", 13));
    char log[160];
    snprintf(log, sizeof log, "%s-wal", scratch->path);
    /* In pieces, out of order and with others put between, so that pages merge and split. */
    bool wiped[2 * RECORDS + 1] = {false};
    int64_t put = RECORDS;
    for (int step = 0; step < 12; step++) {
        for (int64_t i = 0; i < 40; i++) {
            int64_t seq = 1 + (i * 389 + step * 53) % put;
            journal_wipe(journal, seq);
            wiped[seq] = true;
        }
        assert_int_equal(journal_commit(journal, NULL), ERROR_OK);
        plant(journal, put + 1, put + 17);
        put += 17;
        assert_int_equal(journal_scrub(journal, NULL), ERROR_OK);
        int64_t left = mark_left(scratch->path, wiped);
        left = left ? left : mark_left(log, wiped);
        if (left)
            fail_msg("step %d: the secret of record %lld is there", step, (long long)left);
    }
    assert_true(scratch_holds(scratch->folder, "<mark", 5));
    journal_wipe_all(journal);
    assert_int_equal(journal_commit(journal, NULL), ERROR_OK);
    assert_int_equal(journal_scrub(journal, NULL), ERROR_OK);
    assert_false(scratch_holds(scratch->folder, "<mark", 5));
    expect_replay(journal, put);
    journal_destroy(&journal);
    assert_false(scratch_holds(scratch->folder, "<mark", 5));
}

/* A crash between the wiping's commit and the scrub: the next opening makes up for it. */
static void opening_finishes_the_wiping(void **state)
{
    struct scratch *scratch = *state;
    struct journal *journal = NULL;
    assert_int_equal(journal_create(&journal, scratch->path, NULL), ERROR_OK);
    journal_destroy(&journal);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        if (journal_open(&journal, scratch->path, NULL) != ERROR_OK)
            _exit(2);
        plant(journal, 1, 5);
        journal_wipe_all(journal);
        if (journal_commit(journal, NULL) != ERROR_OK)
            _exit(3);
        raise(SIGKILL);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status));
    assert_true(scratch_holds(scratch->folder, "<mark", 5)); /* in the log it left */
    assert_int_equal(journal_open(&journal, scratch->path, NULL), ERROR_OK);
    assert_false(scratch_holds(scratch->folder, "<mark", 5));
    expect_replay(journal, 5);
    journal_destroy(&journal);
}

static void copies_hold_no_secret(void **state)
{
    struct scratch *scratch = *state;
    struct journal *journal = NULL;
    struct journal_copy copy;
    assert_int_equal(journal_create(&journal, scratch->path, NULL), ERROR_OK);
    plant(journal, 1, 200);
    assert_int_equal(journal_backup(journal, &copy, 1257241200000, NULL), ERROR_OK);
    char folder[160];
    snprintf(folder, sizeof folder, "%s/Ashby copies", scratch->folder);
    assert_false(scratch_holds(folder, "<mark", 5));
    assert_true(scratch_holds(scratch->folder, "<mark", 5)); /* the journal kept its own */
    journal_destroy(&journal);
    assert_int_equal(journal_open(&journal, copy.path, NULL), ERROR_OK);
    expect_replay(journal, 200);
    journal_destroy(&journal);
}

#define IN_SCRATCH(test) cmocka_unit_test_setup_teardown(test, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_SCRATCH(nothing_wiped_is_found),
        IN_SCRATCH(opening_finishes_the_wiping),
        IN_SCRATCH(copies_hold_no_secret),
    };
    return cmocka_run_group_tests_name("journal/secrets", tests, NULL, NULL);
}
