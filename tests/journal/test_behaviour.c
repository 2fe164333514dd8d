/* What every kind of journal does alike: the same tests over a file and over memory. */

#include "journal/memory.h"
#include "journal/scratch.h"
#include "journal/tables.h"
#include "testing.h"

#include <stdio.h>
#include <stdlib.h>

struct bench {
    struct scratch *scratch; /* NULL: in memory */
    struct journal_disk *disk;
    struct journal *journal;
};

static int setup_file(void **state)
{
    struct bench *bench = calloc(1, sizeof *bench);
    assert_non_null(bench);
    void *scratch = NULL;
    scratch_setup(&scratch);
    bench->scratch = scratch;
    assert_int_equal(journal_create(&bench->journal, bench->scratch->path, NULL), ERROR_OK);
    *state = bench;
    return 0;
}

static int setup_memory(void **state)
{
    struct bench *bench = calloc(1, sizeof *bench);
    assert_non_null(bench);
    assert_int_equal(journal_disk_create(&bench->disk), ERROR_OK);
    assert_int_equal(journal_open_memory(&bench->journal, bench->disk, NULL), ERROR_OK);
    *state = bench;
    return 0;
}

static int teardown(void **state)
{
    struct bench *bench = *state;
    journal_destroy(&bench->journal);
    assert_null(bench->journal);
    journal_disk_destroy(&bench->disk);
    void *scratch = bench->scratch;
    int failed = scratch ? scratch_teardown(&scratch) : 0;
    free(bench);
    return failed;
}

static void reopen(struct bench *bench)
{
    struct trouble trouble = {0};
    journal_destroy(&bench->journal);
    enum error e = bench->scratch ? journal_open(&bench->journal, bench->scratch->path, &trouble)
                                  : journal_open_memory(&bench->journal, bench->disk, &trouble);
    if (e)
        fail_msg("reopen: %s", trouble.text);
}

static void starts_empty(void **state)
{
    struct bench *bench = *state;
    assert_int_equal(journal_last_seq(bench->journal), 0);
    assert_string_equal(journal_path(bench->journal), bench->scratch ? bench->scratch->path : "");
    expect_replay(bench->journal, 0);
    assert_int_equal(journal_commit(bench->journal, NULL), ERROR_OK);
    reopen(bench);
    expect_replay(bench->journal, 0);
}

static void keeps_what_is_committed(void **state)
{
    struct bench *bench = *state;
    for (int64_t seq = 1; seq <= 300; seq++) {
        put_numbered(bench->journal, seq, NULL);
        if (seq % 7 == 0)
            assert_int_equal(journal_commit(bench->journal, NULL), ERROR_OK);
    }
    assert_int_equal(journal_last_seq(bench->journal), 294);
    assert_int_equal(journal_commit(bench->journal, NULL), ERROR_OK);
    expect_replay(bench->journal, 300);
    reopen(bench);
    expect_replay(bench->journal, 300);
}

static void forgets_what_is_not(void **state)
{
    struct bench *bench = *state;
    put_numbered(bench->journal, 1, NULL);
    assert_int_equal(journal_commit(bench->journal, NULL), ERROR_OK);
    put_numbered(bench->journal, 2, NULL);
    put_numbered(bench->journal, 3, NULL);
    journal_rollback(bench->journal);
    expect_replay(bench->journal, 1);
    put_numbered(bench->journal, 2, NULL);
    reopen(bench);
    expect_replay(bench->journal, 1);
    put_numbered(bench->journal, 2, NULL);
    assert_int_equal(journal_commit(bench->journal, NULL), ERROR_OK);
    expect_replay(bench->journal, 2);
}

/* Gathers the secrets a replay shows, "-" for none. */
static enum error gather(void *context, const struct journal_record *record)
{
    char *to = context;
    snprintf(to + strlen(to), 64, "%.*s,", record->secret_length ? (int)record->secret_length : 1,
             record->secret_length ? (const char *)record->secret : "-");
    return ERROR_OK;
}

static void expect_secrets(struct bench *bench, const char *secrets)
{
    char seen[512] = "";
    assert_int_equal(journal_replay(bench->journal, gather, seen, NULL), ERROR_OK);
    assert_string_equal(seen, secrets);
}

static void wipes_secrets_and_keeps_records(void **state)
{
    struct bench *bench = *state;
    put_numbered(bench->journal, 1, "one");
    put_numbered(bench->journal, 2, NULL);
    put_numbered(bench->journal, 3, "three");
    put_numbered(bench->journal, 4, "four");
    assert_int_equal(journal_commit(bench->journal, NULL), ERROR_OK);
    expect_secrets(bench, "one,-,three,four,");
    journal_wipe(bench->journal, 3);
    journal_wipe(bench->journal, 2);
    journal_rollback(bench->journal);
    expect_secrets(bench, "one,-,three,four,");
    journal_wipe(bench->journal, 3);
    put_numbered(bench->journal, 5, "five");
    assert_int_equal(journal_commit(bench->journal, NULL), ERROR_OK);
    assert_int_equal(journal_scrub(bench->journal, NULL), ERROR_OK);
    expect_secrets(bench, "one,-,-,four,five,");
    reopen(bench);
    put_numbered(bench->journal, 6, "six");
    journal_wipe_all(bench->journal);
    assert_int_equal(journal_commit(bench->journal, NULL), ERROR_OK);
    expect_secrets(bench, "-,-,-,-,-,-,");
    reopen(bench);
    expect_secrets(bench, "-,-,-,-,-,-,");
    expect_replay(bench->journal, 6);
    struct journal_report report;
    assert_int_equal(journal_check(bench->journal, &report, NULL), ERROR_OK);
    assert_int_equal(report.records, 6);
    assert_int_equal(report.first_at_ms, 1257241200001);
    assert_int_equal(report.last_at_ms, 1257241200006);
    assert_int_equal(report.secrets, 0);
}

static enum error stop_at_two(void *context, const struct journal_record *record)
{
    *(int64_t *)context = record->seq;
    return record->seq == 2 ? ERROR_RANGE : ERROR_OK;
}

static void ends_a_replay_when_asked(void **state)
{
    struct bench *bench = *state;
    for (int64_t seq = 1; seq <= 4; seq++)
        put_numbered(bench->journal, seq, NULL);
    assert_int_equal(journal_commit(bench->journal, NULL), ERROR_OK);
    int64_t at = 0;
    assert_int_equal(journal_replay(bench->journal, stop_at_two, &at, NULL), ERROR_RANGE);
    assert_int_equal(at, 2);
    expect_replay(bench->journal, 4);
}

static enum error print_row(void *to, const struct journal_row *row)
{
    const struct journal_columns *columns = journal_table_columns(row->table);
    char *at = (char *)to + strlen(to);
    at += sprintf(at, "%s", columns->name);
    for (unsigned i = 0; i < columns->count; i++)
        if (columns->at[i].text)
            at += sprintf(at, " '%s'", journal_row_text(row, &columns->at[i]));
        else
            at += sprintf(at, " %lld", (long long)journal_row_number(row, &columns->at[i]));
    strcat(at, ";");
    return ERROR_OK;
}

static void expect_tables(struct bench *bench, const char *tables)
{
    char seen[2048] = "";
    for (int table = 0; table < JOURNAL_TABLE_COUNT; table++)
        assert_int_equal(
            journal_read_rows(bench->journal, (enum journal_table)table, print_row, seen, NULL),
            ERROR_OK);
    assert_string_equal(seen, tables);
}

#define PUT(TABLE, member, ...)                                                                    \
    journal_put_row(bench->journal,                                                                \
                    &(struct journal_row){.table = JOURNAL_##TABLE, .member = {__VA_ARGS__}})
#define REMOVE(TABLE, member, ...)                                                                 \
    journal_remove_row(bench->journal,                                                             \
                       &(struct journal_row){.table = JOURNAL_##TABLE, .member = {__VA_ARGS__}})

static void keeps_plain_tables(void **state)
{
    struct bench *bench = *state;
    expect_tables(bench, "");
    PUT(WORKSHOP, workshop, 1, "Old", "extended-services", "day", 5);
    PUT(WORKSHOP, workshop, 1, "Ashby", "extended-services", "day", 6);
    PUT(SCHOOL, school, 2, "Élan", 0, 1, 0);
    PUT(SCHOOL, school, 1, "Fern", 1, 0, 1);
    PUT(RATING, rating, 2, "impact", 3, 0, 0, "", "proposed", "");
    PUT(RATING, rating, 1, "impact", 4, 7, 12, "a note", "agreed", "Head");
    PUT(RATING, rating, 2, "funding", 0, 0, 0, "", "", "");
    PUT(RATING, rating, 2, "impact", 5, 6, 3, "", "agreed", "Head");
    PUT(NOTE, note, 7, "parked", "Questions", "shown", 1, 0, 0, 3, "Who pays?", "");
    PUT(NOTE, note, 3, "parked", "Questions", "waiting", 0, 4, 0, 0, "Costs", "Jo");
    PUT(ACTION, action, 1, 2, "impact", 0, "Ask parents");
    PUT(FINDING, finding, "well", 2, "impact", "We do well", 0, 1, 2, "Yes");
    PUT(TALLY, tally, "reading", 1, 9, 2);
    PUT(TALLY, tally, "icebreaker", 2, 1, 14);
    PUT(TALLY, tally, "reading", 1, 4, 3);
    assert_int_equal(journal_commit(bench->journal, NULL), ERROR_OK);
    static const char TABLES[] =
        "workshop 1 'Ashby' 'extended-services' 'day' 6;"
        "school 1 'Fern' 1 0 1;school 2 'Élan' 0 1 0;"
        "rating 1 'impact' 4 7 12 'a note' 'agreed' 'Head';rating 2 'funding' 0 0 0 '' '' '';"
        "rating 2 'impact' 5 6 3 '' 'agreed' 'Head';"
        "note 3 'parked' 'Questions' 'waiting' 0 4 0 0 'Costs' 'Jo';"
        "note 7 'parked' 'Questions' 'shown' 1 0 0 3 'Who pays?' '';"
        "action 1 2 'impact' 0 'Ask parents';finding 'well' 2 'impact' 'We do well' 0 1 2 'Yes';"
        "tally 'icebreaker' 2 1 14;tally 'reading' 1 4 3;tally 'reading' 1 9 2;";
    expect_tables(bench, TABLES);
    PUT(SCHOOL, school, 7, "Oak", 1, 1, 1);
    REMOVE(NOTE, note, 7);
    journal_rollback(bench->journal);
    expect_tables(bench, TABLES);
    reopen(bench);
    expect_tables(bench, TABLES);
}

/* By the key alone; where there is none, nothing happens; one put again in the same batch stands.
 */
static void removes_rows(void **state)
{
    struct bench *bench = *state;
    PUT(TALLY, tally, "reading", 1, 4, 3);
    PUT(TALLY, tally, "reading", 1, 5, 2);
    PUT(NOTE, note, 1, "b", "h", "shown", 0, 0, 0, 0, "One", "");
    PUT(NOTE, note, 2, "b", "h", "shown", 0, 0, 0, 0, "Two", "");
    assert_int_equal(journal_commit(bench->journal, NULL), ERROR_OK);
    REMOVE(TALLY, tally, "reading", 1, 4);
    REMOVE(TALLY, tally, "reading", 2, 5);
    REMOVE(NOTE, note, 1);
    REMOVE(NOTE, note, 1);
    REMOVE(NOTE, note, 2);
    PUT(NOTE, note, 2, "b", "h", "shown", 0, 0, 0, 0, "Two again", "");
    assert_int_equal(journal_commit(bench->journal, NULL), ERROR_OK);
    static const char TABLES[] =
        "note 2 'b' 'h' 'shown' 0 0 0 0 'Two again' '';tally 'reading' 1 5 2;";
    expect_tables(bench, TABLES);
    reopen(bench);
    expect_tables(bench, TABLES);
}

static void memory_fails_as_told(void **state)
{
    struct bench *bench = *state;
    struct trouble trouble = {0};
    struct journal *second = NULL;
    assert_int_equal(journal_open_memory(&second, bench->disk, NULL), ERROR_BUSY);
    assert_null(second);
    journal_disk_fail_after(bench->disk, 1, 2, ERROR_FULL);
    put_numbered(bench->journal, 1, NULL);
    assert_int_equal(journal_commit(bench->journal, &trouble), ERROR_OK);
    for (int i = 0; i < 2; i++) {
        put_numbered(bench->journal, 2, NULL);
        assert_int_equal(journal_commit(bench->journal, &trouble), ERROR_FULL);
        assert_string_not_equal(trouble.text, "");
        expect_replay(bench->journal, 1);
    }
    put_numbered(bench->journal, 2, "secret");
    assert_int_equal(journal_commit(bench->journal, &trouble), ERROR_OK);
    journal_wipe_all(bench->journal);
    assert_int_equal(journal_commit(bench->journal, &trouble), ERROR_OK);
    journal_disk_fail(bench->disk, ERROR_IO);
    assert_int_equal(journal_scrub(bench->journal, &trouble), ERROR_IO);
    journal_disk_fail(bench->disk, ERROR_OK);
    assert_int_equal(journal_scrub(bench->journal, &trouble), ERROR_OK);
    assert_int_equal(journal_disk_commits(bench->disk), 3);
    reopen(bench);
    expect_replay(bench->journal, 2);
}

#define OVER(kind, test)                                                                           \
    {                                                                                              \
#test " (" #kind ")", test, setup_##kind, teardown, NULL                                   \
    }
#define OVER_BOTH(test) OVER(file, test), OVER(memory, test)

int main(void)
{
    const struct CMUnitTest tests[] = {
        OVER_BOTH(starts_empty),
        OVER_BOTH(keeps_what_is_committed),
        OVER_BOTH(forgets_what_is_not),
        OVER_BOTH(wipes_secrets_and_keeps_records),
        OVER_BOTH(ends_a_replay_when_asked),
        OVER_BOTH(keeps_plain_tables),
        OVER_BOTH(removes_rows),
        OVER(memory, memory_fails_as_told),
    };
    return cmocka_run_group_tests_name("journal/behaviour", tests, NULL, NULL);
}
