/* The plain tables, whatever people do: after every so many steps of a seeded room they say just
 * what the state says. */

#include <stdio.h>

#include "host/rows.h"
#include "journal/memory.h"
#include "journal/tables.h"
#include "model/driver.h"
#include "testing.h"
#include "wire/wire.h"

enum { STEPS = 12000, EVERY = 200 };

struct keeping {
    struct bench bench;
    struct journal *journal;
};

/* What the store does with an event, but for the wiping. */
static void keep(void *context, const struct event *event)
{
    struct keeping *k = context;
    static uint8_t body[WIRE_ITEM_MAX];
    struct journal_record record = {.seq = (int64_t)k->bench.model->event_count,
                                    .kind = event_word(event->kind),
                                    .body = body,
                                    .body_length = wire_event_encode(body, event)};
    journal_put(k->journal, &record);
    rows_put(k->journal, k->bench.model, event);
}

static enum error count(void *context, const struct journal_row *row)
{
    (void)row;
    ++*(unsigned *)context;
    return ERROR_OK;
}

static void tables_keep_up_with_everything(void **state)
{
    static struct keeping k;
    struct journal_disk *disk;
    struct driver driver;
    unsigned seen[JOURNAL_TABLE_COUNT] = {0};
    (void)state;
    for (uint64_t seed = 1; seed <= 2; seed++) {
        assert_int_equal(journal_disk_create(&disk), ERROR_OK);
        assert_int_equal(journal_open_memory(&k.journal, disk, NULL), ERROR_OK);
        bench_open(&k.bench);
        k.bench.seen = keep;
        k.bench.context = &k;
        k.bench.training = true;
        bench_fill_workshop(&k.bench);
        bench_schools(&k.bench, 5);
        bench_boards(&k.bench);
        driver_start(&driver, &k.bench, seed * 37);
        driver.votes = seed == 2;
        for (int i = 1; i <= STEPS; i++) {
            struct trouble trouble = {0};
            driver_step(&driver);
            if (i % EVERY)
                continue;
            assert_int_equal(journal_commit(k.journal, NULL), ERROR_OK);
            if (rows_compare(k.journal, k.bench.model, &trouble) != ERROR_OK)
                fail_msg("after %d steps: %s", i, trouble.text);
            for (int t = 0; t < JOURNAL_TABLE_COUNT; t++)
                assert_int_equal(
                    journal_read_rows(k.journal, (enum journal_table)t, count, &seen[t], NULL),
                    ERROR_OK);
        }
        journal_destroy(&k.journal);
        journal_disk_destroy(&disk);
        bench_close(&k.bench);
    }
    for (int t = 0; t < JOURNAL_TABLE_COUNT; t++)
        if (seen[t] < 10)
            fail_msg("only %u rows of %s", seen[t],
                     journal_table_columns((enum journal_table)t)->name);
}

/* Nothing that is unsigned stands beside anybody, and what is withdrawn stands nowhere. */
static enum error no_note(void *context, const struct journal_row *row)
{
    (void)context;
    assert_string_equal(row->note.signed_by, "");
    assert_null(strstr(row->note.text, "Withdrawn"));
    return ERROR_OK;
}

static void unsigned_notes_stand_alone(void **state)
{
    static struct keeping k;
    struct journal_disk *disk;
    unsigned rows = 0;
    (void)state;
    assert_int_equal(journal_disk_create(&disk), ERROR_OK);
    assert_int_equal(journal_open_memory(&k.journal, disk, NULL), ERROR_OK);
    bench_open(&k.bench);
    k.bench.seen = keep;
    k.bench.context = &k;
    bench_fill_workshop(&k.bench);
    bench_schools(&k.bench, 2);
    bench_boards(&k.bench);
    seat_id seat = bench_join(&k.bench, CODE_SCHOOL, 1);
    assert_int_equal(bench_ask(&k.bench, seat, ask_add_note(1, 1, "Kept")), REFUSAL_NONE);
    assert_int_equal(bench_ask(&k.bench, seat, ask_add_note(1, 1, "Withdrawn")), REFUSAL_NONE);
    assert_int_equal(bench_ask(&k.bench, seat, ask_add_note(3, 1, "Personal")), REFUSAL_NONE);
    struct command remove = {.kind = COMMAND_REMOVE_NOTE, .change.note.note = 2};
    assert_int_equal(bench_ask(&k.bench, seat, remove), REFUSAL_NONE);
    assert_int_equal(journal_commit(k.journal, NULL), ERROR_OK);
    assert_int_equal(journal_read_rows(k.journal, JOURNAL_NOTE, no_note, NULL, NULL), ERROR_OK);
    assert_int_equal(journal_read_rows(k.journal, JOURNAL_NOTE, count, &rows, NULL), ERROR_OK);
    assert_int_equal(rows, 1); /* the personal one waits until its board has closed */
    bench_set_board(&k.bench, 3, BOARD_CLOSED);
    assert_int_equal(journal_commit(k.journal, NULL), ERROR_OK);
    assert_int_equal(journal_read_rows(k.journal, JOURNAL_NOTE, count, &rows, NULL), ERROR_OK);
    assert_int_equal(rows, 1 + 2);
    assert_int_equal(rows_compare(k.journal, k.bench.model, NULL), ERROR_OK);
    journal_destroy(&k.journal);
    journal_disk_destroy(&disk);
    bench_close(&k.bench);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tables_keep_up_with_everything),
        cmocka_unit_test(unsigned_notes_stand_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
