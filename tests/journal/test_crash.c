/* Kills a writing process at moments a seed chooses. What it acknowledged must be there. */

#include "journal/scratch.h"
#include "testing.h"

#include <signal.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { ROUNDS = 20, BATCH_MAX = 5 };

/* Batches of 1 to 5: which record ends one follows from its number, so that the reader knows. */
static bool ends_batch(int64_t seq)
{
    return seq % BATCH_MAX == 0 || seq % 7 == 0;
}

/* Appends until killed, telling each commit. */
static void write_until_killed(const char *path, int to)
{
    struct journal *journal = NULL;
    if (journal_open(&journal, path, NULL) != ERROR_OK)
        _exit(2);
    for (int64_t seq = journal_last_seq(journal) + 1;; seq++) {
        put_numbered(journal, seq, NULL);
        if (!ends_batch(seq))
            continue;
        if (journal_commit(journal, NULL) != ERROR_OK || write(to, &seq, sizeof seq) != sizeof seq)
            _exit(3);
    }
}

static uint64_t next_random(uint64_t *seed)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return *seed >> 33;
}

/* Reads acknowledgements until `count` have come and some hundred microseconds have passed, kills
 * the writer, and takes what is left in the pipe. Returns the last number acknowledged. */
static int64_t kill_after(pid_t writer, int from, uint64_t count, long busy_ns)
{
    int64_t seq = 0, last = 0;
    for (uint64_t i = 0; i < count && read(from, &seq, sizeof seq) == sizeof seq; i++)
        last = seq;
    struct timespec start, now;
    clock_gettime(CLOCK_MONOTONIC, &start);
    do /* the moment of the kill, not a wait for anything */
        clock_gettime(CLOCK_MONOTONIC, &now);
    while ((now.tv_sec - start.tv_sec) * 1000000000 + now.tv_nsec - start.tv_nsec < busy_ns);
    assert_int_equal(kill(writer, SIGKILL), 0);
    while (read(from, &seq, sizeof seq) == sizeof seq)
        last = seq;
    int status = 0;
    assert_int_equal(waitpid(writer, &status, 0), writer);
    assert_true(WIFSIGNALED(status));
    return last;
}

static void holds_what_was_acknowledged(void **state)
{
    struct scratch *scratch = *state;
    struct journal *journal = NULL;
    assert_int_equal(journal_create(&journal, scratch->path, NULL), ERROR_OK);
    journal_destroy(&journal);
    uint64_t seed = 2009;
    int64_t before = 0;
    for (int round = 0; round < ROUNDS; round++) {
        int ends[2];
        assert_int_equal(pipe(ends), 0);
        pid_t writer = fork();
        assert_true(writer >= 0);
        if (writer == 0) {
            close(ends[0]);
            write_until_killed(scratch->path, ends[1]);
        }
        close(ends[1]);
        int64_t acknowledged = kill_after(writer, ends[0], 1 + next_random(&seed) % 60,
                                          (long)(next_random(&seed) % 2000000));
        close(ends[0]);
        struct trouble trouble = {0};
        if (journal_open(&journal, scratch->path, &trouble) != ERROR_OK)
            fail_msg("round %d: %s", round, trouble.text);
        int64_t last = journal_last_seq(journal);
        assert_true(acknowledged > before);
        assert_true(last >= acknowledged);
        assert_true(last <= acknowledged + BATCH_MAX); /* one batch may have lost its answer */
        assert_true(ends_batch(last));
        expect_replay(journal, last);
        journal_destroy(&journal);
        before = last;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(holds_what_was_acknowledged, scratch_setup,
                                        scratch_teardown),
    };
    return cmocka_run_group_tests_name("journal/crash", tests, NULL, NULL);
}
