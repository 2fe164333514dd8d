#include "journal/copies.h"
#include "journal/memory.h"
#include "journal/scratch.h"
#include "testing.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static const int64_t NINE_FORTY = 1257241200000; /* 2009-11-03 09:40 UTC */
static const int64_t MINUTE = 60000, DAY = 86400000;

static int setup(void **state)
{
    setenv("TZ", "UTC0", 1);
    return scratch_setup(state);
}

static bool there(const char *path)
{
    return access(path, F_OK) == 0;
}

static struct journal *journal_with(const struct scratch *scratch, int64_t records)
{
    struct journal *journal = NULL;
    assert_int_equal(journal_create(&journal, scratch->path, NULL), ERROR_OK);
    for (int64_t seq = 1; seq <= records; seq++)
        put_numbered(journal, seq, "secret");
    assert_int_equal(journal_commit(journal, NULL), ERROR_OK);
    return journal;
}

static void a_copy_is_a_workshop(void **state)
{
    struct scratch *scratch = *state;
    struct journal_copy copy, found;
    struct journal *journal = journal_with(scratch, 40), *other = NULL;
    assert_int_equal(journal_newest_backup(&found, scratch->path, NULL), ERROR_ABSENT);
    assert_int_equal(journal_backup(journal, &copy, NINE_FORTY, NULL), ERROR_OK);
    assert_string_equal(copy.day, "2009-11-03");
    assert_string_equal(copy.time, "09:40");
    char path[256];
    snprintf(path, sizeof path, "%s/Ashby copies/Ashby 2009-11-03 0940.plenary", scratch->folder);
    assert_string_equal(copy.path, path);
    assert_int_equal(journal_newest_backup(&found, scratch->path, NULL), ERROR_OK);
    assert_string_equal(found.path, path);
    assert_int_equal(journal_open_to_read(&other, path, NULL), ERROR_OK);
    expect_replay(other, 40);
    journal_destroy(&other);
    /* the journal goes on, and a copy of the same minute replaces the first */
    put_numbered(journal, 41, NULL);
    assert_int_equal(journal_commit(journal, NULL), ERROR_OK);
    assert_int_equal(journal_backup(journal, NULL, NINE_FORTY + 1000, NULL), ERROR_OK);
    journal_destroy(&journal);
    assert_int_equal(journal_open(&other, path, NULL), ERROR_OK);
    expect_replay(other, 41);
    put_numbered(other, 42, NULL); /* and a copy can be worked on */
    assert_int_equal(journal_commit(other, NULL), ERROR_OK);
    journal_destroy(&other);
    struct stat seen;
    assert_int_equal(stat(path, &seen), 0);
    assert_int_equal(seen.st_mode & 077, 0);
}

static void copies_are_kept_for_their_day(void **state)
{
    struct scratch *scratch = *state;
    struct journal *journal = journal_with(scratch, 3);
    struct journal_copy first, yesterday, today;
    char bystander[256];
    assert_int_equal(journal_backup(journal, &first, NINE_FORTY, NULL), ERROR_OK);
    snprintf(bystander, sizeof bystander, "%s/Ashby copies/Ashby 2009-11-03 my own.plenary",
             scratch->folder);
    bytes_write(bystander, (const uint8_t *)"x", 1);
    for (int i = 1; i <= JOURNAL_COPIES_MAX; i++)
        assert_int_equal(journal_backup(journal, &yesterday, NINE_FORTY + i * 10 * MINUTE, NULL),
                         ERROR_OK);
    assert_false(there(first.path)); /* one too many */
    assert_true(there(yesterday.path));
    assert_int_equal(journal_backup(journal, &today, NINE_FORTY + DAY, NULL), ERROR_OK);
    assert_false(there(yesterday.path));
    assert_true(there(today.path));
    assert_true(there(bystander));
    journal_destroy(&journal);
}

static void the_newest_that_opens_is_found(void **state)
{
    struct scratch *scratch = *state;
    struct journal *journal = journal_with(scratch, 30);
    struct journal_copy older, newer, found;
    assert_int_equal(journal_backup(journal, &older, NINE_FORTY, NULL), ERROR_OK);
    assert_int_equal(journal_backup(journal, &newer, NINE_FORTY + 10 * MINUTE, NULL), ERROR_OK);
    journal_destroy(&journal);
    assert_int_equal(unlink(scratch->path), 0); /* lost */
    assert_int_equal(journal_newest_backup(&found, scratch->path, NULL), ERROR_OK);
    assert_string_equal(found.time, "09:50");
    assert_int_equal(truncate(newer.path, 5000), 0);
    assert_int_equal(journal_newest_backup(&found, scratch->path, NULL), ERROR_OK);
    assert_string_equal(found.time, "09:40");
    assert_string_equal(found.path, older.path);
}

static void a_failed_copy_leaves_the_others(void **state)
{
    struct scratch *scratch = *state;
    struct journal *journal = journal_with(scratch, 3);
    struct journal_copy copy, found;
    struct trouble trouble = {0};
    assert_int_equal(journal_backup(journal, &copy, NINE_FORTY, NULL), ERROR_OK);
    char passing[256];
    snprintf(passing, sizeof passing, "%s/Ashby copies/unfinished", scratch->folder);
    assert_int_equal(mkdir(passing, 0700), 0); /* in the way */
    assert_int_equal(journal_backup(journal, NULL, NINE_FORTY + DAY, &trouble), ERROR_IO);
    assert_non_null(strstr(trouble.text, "unfinished"));
    assert_int_equal(journal_newest_backup(&found, scratch->path, NULL), ERROR_OK);
    assert_string_equal(found.path, copy.path);
    expect_replay(journal, 3);
    journal_destroy(&journal);
}

static void memory_has_nothing_to_copy(void **state)
{
    (void)state;
    struct journal_disk *disk = NULL;
    struct journal *journal = NULL;
    struct journal_copy copy;
    assert_int_equal(journal_disk_create(&disk), ERROR_OK);
    assert_int_equal(journal_open_memory(&journal, disk, NULL), ERROR_OK);
    assert_int_equal(journal_backup(journal, &copy, NINE_FORTY, NULL), ERROR_OK);
    assert_string_equal(copy.path, "");
    journal_destroy(&journal);
    journal_disk_destroy(&disk);
}

#define IN_SCRATCH(test) cmocka_unit_test_setup_teardown(test, setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_SCRATCH(a_copy_is_a_workshop),
        IN_SCRATCH(copies_are_kept_for_their_day),
        IN_SCRATCH(the_newest_that_opens_is_found),
        IN_SCRATCH(a_failed_copy_leaves_the_others),
        cmocka_unit_test(memory_has_nothing_to_copy),
    };
    return cmocka_run_group_tests_name("journal/copies", tests, NULL, NULL);
}
