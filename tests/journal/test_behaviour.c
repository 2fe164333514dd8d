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

static enum error print_workshop(void *to, const struct journal_workshop_row *row)
{
    sprintf((char *)to + strlen(to), "%s/%s/%s/%lld;", row->title, row->pack, row->agenda,
            (long long)row->made_at_ms);
    return ERROR_OK;
}

static enum error print_school(void *to, const struct journal_school_row *row)
{
    sprintf((char *)to + strlen(to), "%d %s %d%d%d;", row->id, row->name, row->consent_room,
            row->consent_summary, row->consent_la);
    return ERROR_OK;
}

static enum error print_rating(void *to, const struct journal_rating_row *row)
{
    sprintf((char *)to + strlen(to), "%d %s %d>%d in %d (%s, %s, %s);", row->school, row->condition,
            row->now, row->target, row->months, row->note, row->state, row->agreed_with);
    return ERROR_OK;
}

static void expect_tables(struct bench *bench, const char *tables)
{
    char seen[1024] = "";
    struct journal_reader reader = {seen, print_workshop, print_school, print_rating};
    assert_int_equal(journal_read_tables(bench->journal, &reader, NULL), ERROR_OK);
    assert_string_equal(seen, tables);
}

static void keeps_plain_tables(void **state)
{
    struct bench *bench = *state;
    expect_tables(bench, "");
    journal_put_workshop(bench->journal,
                         &(struct journal_workshop_row){"Old", "extended-services", "day", 5});
    journal_put_workshop(bench->journal,
                         &(struct journal_workshop_row){"Ashby", "extended-services", "day", 6});
    journal_put_school(bench->journal, &(struct journal_school_row){2, "Élan", false, true, false});
    journal_put_school(bench->journal, &(struct journal_school_row){1, "Fern", true, false, true});
    journal_put_rating(bench->journal,
                       &(struct journal_rating_row){2, "impact", 3, 0, 0, "", "proposed", ""});
    journal_put_rating(bench->journal, &(struct journal_rating_row){1, "impact", 4, 7, 12, "a note",
                                                                    "agreed", "Head"});
    journal_put_rating(bench->journal,
                       &(struct journal_rating_row){2, "funding", 0, 0, 0, "", "", ""});
    journal_put_rating(bench->journal,
                       &(struct journal_rating_row){2, "impact", 5, 6, 3, "", "agreed", "Head"});
    assert_int_equal(journal_commit(bench->journal, NULL), ERROR_OK);
    static const char TABLES[] =
        "Ashby/extended-services/day/6;1 Fern 101;2 Élan 010;"
        "1 impact 4>7 in 12 (a note, agreed, Head);2 funding 0>0 in 0 (, , );"
        "2 impact 5>6 in 3 (, agreed, Head);";
    expect_tables(bench, TABLES);
    journal_put_school(bench->journal, &(struct journal_school_row){7, "Oak", true, true, true});
    journal_rollback(bench->journal);
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
        OVER(memory, memory_fails_as_told),
    };
    return cmocka_run_group_tests_name("journal/behaviour", tests, NULL, NULL);
}
