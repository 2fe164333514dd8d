/* The store over journals of every kind of wrong, and the plain tables beside it. */

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/text.h"
#include "host/check.h"
#include "host/clock.h"
#include "host/hall.h"
#include "host/rows.h"
#include "host/setup.h"
#include "journal/scratch.h"
#include "model/portray.h"
#include "testing.h"

/* Opens a journal of one workshop and then of one more record, made by the test. */
static enum error replay_with(const struct journal_record *added, struct trouble *trouble)
{
    struct hall hall;
    struct journal *journal;
    struct store *store = NULL;
    struct journal_record record = *added;
    hall_begin(&hall, 2, 2, 8, false);
    hall_crash(&hall);
    assert_int_equal(journal_open_memory(&journal, hall.disk, trouble), ERROR_OK);
    record.seq = journal_last_seq(journal) + 1;
    journal_put(journal, &record);
    assert_int_equal(journal_commit(journal, trouble), ERROR_OK);
    enum error e = store_create(&store, &journal, trouble);
    assert_null(journal);
    assert_true(e == ERROR_OK || !store);
    store_destroy(&store);
    hall_end(&hall);
    return e;
}

static void records_that_do_not_follow_are_refused(void **state)
{
    static uint8_t body[WIRE_ITEM_MAX];
    struct trouble trouble = {0};
    (void)state;
    struct event event = {.kind = EVENT_RATING_PROPOSED};
    event.change.rating =
        (struct rating_change){.school = 1, .condition = 1, .revision = 1, .figure = {.now = 5}};
    size_t length = wire_event_encode(body, &event);
    struct journal_record good = {
        .kind = "rating-proposed", .body = body, .body_length = length, .at_ms = 5};
    assert_int_equal(replay_with(&good, &trouble), ERROR_OK);

    struct journal_record newer = good;
    newer.kind = "ballot-opened";
    assert_int_equal(replay_with(&newer, &trouble), ERROR_NEWER);
    assert_true(strstr(trouble.text, "was written by a newer Plenary"));
    assert_true(strstr(trouble.text, "Record "));

    struct journal_record cut = good;
    cut.body_length = length - 1;
    assert_int_equal(replay_with(&cut, &trouble), ERROR_DAMAGED);
    assert_true(strstr(trouble.text, "does not follow"));

    struct journal_record foreign = good;
    foreign.kind = "school-added";
    assert_int_equal(replay_with(&foreign, &trouble), ERROR_DAMAGED);

    struct journal_record stranger = good; /* of a seat nobody has */
    stranger.seat = 9;
    assert_int_equal(replay_with(&stranger, &trouble), ERROR_DAMAGED);

    uint8_t secret[SECRET_SIZE + 1] = {1};
    struct journal_record heavy = good;
    heavy.secret = secret;
    heavy.secret_length = sizeof secret;
    assert_int_equal(replay_with(&heavy, &trouble), ERROR_DAMAGED);

    event.change.rating.school = 3;
    length = wire_event_encode(body, &event);
    struct journal_record nowhere = good;
    nowhere.body_length = length;
    assert_int_equal(replay_with(&nowhere, &trouble), ERROR_DAMAGED);
}

/* A small workshop in a file, with something in every table; closed again. */
static void make_file(const char *path)
{
    static struct pack pack;
    static const char schools[][NAME_SIZE] = {"Ashby", "Birch"};
    uint64_t seed = 3;
    struct link_random random = seeded(&seed);
    struct trouble trouble = {0};
    struct journal *journal;
    struct store *store;
    memset(&pack, 0, sizeof pack);
    strcpy(pack.id, "pack");
    pack.condition_count = 2;
    strcpy(pack.conditions[0].id, "c1"), strcpy(pack.conditions[0].name, "One");
    strcpy(pack.conditions[1].id, "c2"), strcpy(pack.conditions[1].name, "Two");
    pack.agenda.item_count = pack.agenda.board_count = pack.agenda.question_count = 1;
    pack.agenda.items[0].step_count = pack.agenda.boards[0].heading_count = 1;
    strcpy(pack.agenda.items[0].title, "Day");
    strcpy(pack.agenda.boards[0].id, "board"), strcpy(pack.agenda.boards[0].question, "What?");
    strcpy(pack.agenda.boards[0].headings[0], "Worked well");
    strcpy(pack.agenda.questions[0], "Have you ever?");
    assert_int_equal(journal_create(&journal, path, &trouble), ERROR_OK);
    assert_int_equal(store_create(&store, &journal, &trouble), ERROR_OK);
    assert_int_equal(
        setup_workshop(store,
                       &(struct setup_new){
                           .pack = &pack, .title = "Title", .schools = schools, .school_count = 2},
                       &random, 1000, &trouble),
        ERROR_OK);
    struct command commands[] = {
        rate(1, 1, 4, "A note"),
        rate(2, 2, 5, ""),
        consent(1, ANSWER_YES),
        consent(2, ANSWER_NO),
        add_note(1, "One"),
        add_note(1, "Two"),
        {.kind = COMMAND_ADD_ACTION,
         .change.action = {.content.school = 1, .content.condition = 2, .content.text = "Ask"}},
        {.kind = COMMAND_SET_FINDING,
         .change.finding = {.kind = FINDING_GAP, .number = 2, .for_la = 1}},
        call_round(SLIP_ICEBREAKER, 1, ROUND_OPEN),
        slip(SLIP_ICEBREAKER, 1, 2),
        call_round(SLIP_ICEBREAKER, 1, ROUND_SHOWN),
        {.kind = COMMAND_JOIN, .change.join.code = 3, .secret.length = SECRET_SIZE},
        {.kind = COMMAND_ADD_ACTION,
         .change.action =
             {.state = ACTION_ADOPTED, .sure = 1, .content.due = 14821, .content.text = "Fair"}},
        {.kind = COMMAND_ADD_BALLOT,
         .change.ballot.content = {.question = "Which?", .method = METHOD_APPROVAL, .named = 1}},
        {.kind = COMMAND_SET_BALLOT, .change.ballot_set = {1, BALLOT_OPEN}},
        {.kind = COMMAND_CAST_PAPER, .change.paper = {.ballot = 1, .marks.of = {0, 1}}},
        {.kind = COMMAND_CAST_PAPER, .change.paper = {.ballot = 1, .slot = 1, .marks.of = {1, 1}}},
        {.kind = COMMAND_SET_BALLOT, .change.ballot_set = {1, BALLOT_CLOSED}},
        {.kind = COMMAND_SET_BALLOT, .change.ballot_set = {1, BALLOT_REVEALED}},
        {.kind = COMMAND_SET_PRIORITIES,
         .change.priorities = {.ballot = 1, .count = 1, .list = {{.condition = 2}}}}};
    commands[1].kind = COMMAND_AGREE_IN_PERSON;
    strcpy(commands[1].change.rating.with, "Ann");
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        bool voter = commands[i].kind == COMMAND_CAST_PAPER && commands[i].change.paper.slot;
        assert_int_equal(store_do(store, voter ? 1 : SEAT_KIOSK, &commands[i], 2000), REFUSAL_NONE);
    }
    assert_int_equal(store_commit(store, &trouble), ERROR_OK);
    assert_int_equal(rows_compare(store_journal(store), store_model(store), &trouble), ERROR_OK);
    store_destroy(&store);
}

static enum error check(const char *path, char said[512], struct trouble *trouble)
{
    memset(said, 0, 512);
    FILE *out = fmemopen(said, 511, "w");
    assert_non_null(out);
    enum error e = check_file(path, out, trouble);
    fclose(out);
    return e;
}

static void tampering_with_a_table_is_found(void **state)
{
    struct scratch *scratch = *state;
    static const char *const tampering[] = {
        "UPDATE rating SET now = 9 WHERE school = 1",
        "UPDATE rating SET note = 'Another' WHERE school = 1",
        "UPDATE rating SET state = 'agreed' WHERE school = 1",
        "UPDATE rating SET agreed_with = 'Bob' WHERE school = 2",
        "UPDATE rating SET condition = 'c9' WHERE school = 2",
        "UPDATE rating SET school = 7 WHERE school = 2",
        "DELETE FROM rating WHERE school = 2",
        "INSERT INTO rating VALUES(2, 'c1', 3, NULL, NULL, '', 'proposed', '')",
        "UPDATE school SET name = 'Cedar' WHERE id = 1",
        "UPDATE school SET consent_room = 1 WHERE id = 2",
        "UPDATE school SET consent_la = 1 WHERE id = 1",
        "DELETE FROM school WHERE id = 2",
        "INSERT INTO school VALUES(3, 'Cedar', 0, 0, 0)",
        "UPDATE workshop SET title = 'Other'",
        "UPDATE workshop SET pack = 'Other'",
        "UPDATE workshop SET agenda = 'Other'",
        "DELETE FROM workshop",
        "UPDATE note SET text = 'Other' WHERE id = 2",
        "UPDATE note SET board = 'other' WHERE id = 1",
        "UPDATE note SET starred = 1 WHERE id = 1",
        "UPDATE note SET signed_by = 'Ann' WHERE id = 1",
        "UPDATE note SET part_of = 2 WHERE id = 1",
        "UPDATE note SET id = 3000 WHERE id = 1",
        "DELETE FROM note WHERE id = 2",
        "UPDATE action SET school = 2",
        "UPDATE action SET months = 4",
        "UPDATE finding SET for_la = 0",
        "UPDATE finding SET kind = 'other'",
        "UPDATE finding SET answer = 'Yes'",
        "UPDATE tally SET count = 3",
        "UPDATE tally SET value = 1",
        "INSERT INTO tally VALUES('reading', 1, 4, 2)",
        "UPDATE plan SET due = '2010-08-01'",
        "UPDATE plan SET state = 'proposed'",
        "UPDATE plan SET owner = 'Ann'",
        "UPDATE plan SET supports = 1",
        "INSERT INTO plan SELECT 1, state, text, condition, level, school, owner, accepted, "
        "helpers, due, measure, resources, progress, earlier, supports, merged_into FROM plan",
        "UPDATE ballot SET papers = 3",
        "UPDATE ballot SET by_hand = 2",
        "UPDATE ballot SET state = 'closed'",
        "UPDATE ballot SET named = 0",
        "UPDATE ballot_option SET place = 1 WHERE option = 1",
        "UPDATE ballot_option SET value = 3 WHERE option = 2",
        "UPDATE ballot_option SET text = 'Other' WHERE option = 2",
        "DELETE FROM ballot_option WHERE option = 1",
        "UPDATE named_vote SET mark = 2 WHERE paper = 1",
        "UPDATE named_vote SET who = 'Ann' WHERE paper = 2",
        "UPDATE named_vote SET ballot = 2 WHERE paper = 2",
        "DELETE FROM named_vote WHERE paper = 2 AND option = 1",
        "UPDATE took_part SET seat = 2",
        "INSERT INTO took_part VALUES(1, 2, '', NULL)",
        "UPDATE priority SET condition = 'c1'",
        "INSERT INTO priority VALUES(2, '', 'Buses', NULL)",
    };
    char said[512];
    for (size_t i = 0; i < sizeof tampering / sizeof *tampering; i++) {
        struct trouble trouble = {0};
        sqlite3 *db;
        make_file(scratch->path);
        assert_int_equal(check(scratch->path, said, &trouble), ERROR_OK);
        assert_true(strstr(said, "schools=2 conditions=2 seats=1 agreed=1 proposed=1"));
        assert_int_equal(sqlite3_open(scratch->path, &db), SQLITE_OK);
        assert_int_equal(sqlite3_exec(db, tampering[i], NULL, NULL, NULL), SQLITE_OK);
        assert_int_equal(sqlite3_changes(db) > 0, 1);
        sqlite3_close(db);
        enum error e = check(scratch->path, said, &trouble);
        if (e != ERROR_DAMAGED || !strstr(trouble.text, "table"))
            fail_msg("%s: %s", tampering[i], trouble.text);
        unlink(scratch->path);
    }
}

static void making_is_all_or_nothing(void **state)
{
    static struct pack pack;
    static const char twice[][NAME_SIZE] = {"Ashby", "Birch", "ASHBY"};
    static const char empty[][NAME_SIZE] = {"Ashby", ""};
    struct journal_disk *disk;
    struct journal *journal;
    struct store *store;
    uint64_t seed = 3;
    struct link_random random = seeded(&seed);
    struct trouble trouble = {0};
    (void)state;
    memset(&pack, 0, sizeof pack);
    pack.condition_count = 1;
    strcpy(pack.conditions[0].name, "One");
    assert_int_equal(journal_disk_create(&disk), ERROR_OK);
    assert_int_equal(journal_open_memory(&journal, disk, &trouble), ERROR_OK);
    assert_int_equal(store_create(&store, &journal, &trouble), ERROR_OK);
    assert_int_equal(
        setup_workshop(
            store,
            &(struct setup_new){.pack = &pack, .title = "T", .schools = twice, .school_count = 3},
            &random, 1, &trouble),
        ERROR_FORMAT);
    assert_true(strstr(trouble.text, "ASHBY"));
    assert_int_equal(
        setup_workshop(
            store,
            &(struct setup_new){.pack = &pack, .title = "T", .schools = empty, .school_count = 2},
            &random, 1, &trouble),
        ERROR_FORMAT);
    assert_int_equal(
        setup_workshop(
            store,
            &(struct setup_new){.pack = &pack, .title = "", .schools = twice, .school_count = 2},
            &random, 1, &trouble),
        ERROR_FORMAT);
    journal_disk_fail_after(disk, 0, 1, ERROR_FULL);
    assert_int_equal(
        setup_workshop(
            store,
            &(struct setup_new){.pack = &pack, .title = "T", .schools = twice, .school_count = 2},
            &random, 1, &trouble),
        ERROR_FULL);
    assert_false(store_model(store)->created || store_has_batch(store));
    assert_int_equal(journal_last_seq(store_journal(store)), 0);
    assert_int_equal(
        setup_workshop(
            store,
            &(struct setup_new){.pack = &pack, .title = "T", .schools = twice, .school_count = 2},
            &random, 1, &trouble),
        ERROR_OK);
    assert_int_equal(store_model(store)->code_count, 4);

    /* a grid: the third school's 11 cannot be, so that nothing of the first two is taken */
    static struct room room;
    struct import *import;
    static const char grid[] = "Condition,Ashby,Cedar,Dale\nOne,4,5,10\n";
    room_portray_into(&room, store_model(store), AUDIENCE_FACILITATOR, 0);
    assert_int_equal(import_create(&import, &room), ERROR_OK);
    assert_int_equal(import_add_text(import, grid, strlen(grid), "grid", &trouble), ERROR_OK);
    assert_int_equal(import_compare(import, &room, &trouble), ERROR_OK);
    uint64_t events = store_model(store)->event_count;
    import->entries[2].becomes.now = 11;
    assert_int_equal(setup_import(store, import, &random, 2, &trouble), ERROR_FORMAT);
    assert_true(strstr(trouble.text, "Dale"));
    journal_disk_fail_after(disk, 0, 1, ERROR_IO);
    import->entries[2].becomes.now = 10;
    assert_int_equal(setup_import(store, import, &random, 2, &trouble), ERROR_IO);
    assert_int_equal(store_model(store)->event_count, events);
    assert_int_equal(setup_import(store, import, &random, 2, &trouble), ERROR_OK);
    assert_int_equal(store_model(store)->school_count, 4);
    assert_int_equal(store_model(store)->ratings[1][4].proposals[SIDE_MANAGER].figure.now, 10);
    assert_true(model_find_code(store_model(store), CODE_SCHOOL, 4, 0) > 0);
    /* once more changes nothing */
    events = store_model(store)->event_count;
    assert_int_equal(setup_import(store, import, &random, 3, &trouble), ERROR_OK);
    assert_int_equal(store_model(store)->event_count, events);
    import_destroy(&import);
    store_destroy(&store);
    journal_disk_destroy(&disk);
}

static void two_kiosks_cannot_have_one_file(void **state)
{
    struct scratch *scratch = *state;
    struct trouble trouble = {0};
    struct journal *first, *second = NULL;
    char said[512];
    make_file(scratch->path);
    assert_int_equal(journal_open(&first, scratch->path, &trouble), ERROR_OK);
    assert_int_equal(check(scratch->path, said, &trouble), ERROR_BUSY);
    assert_int_equal(journal_open(&second, scratch->path, &trouble), ERROR_BUSY);
    journal_destroy(&first);
    assert_int_equal(check(scratch->path, said, &trouble), ERROR_OK);
}

/* However the machine's clock stands, nothing is stamped before what is already written. */
static void the_clock_never_goes_back(void **state)
{
    struct clock clock;
    const int64_t far = INT64_C(32503680000000); /* the year 3000 */
    (void)state;
    clock_start(&clock, far);
    int64_t last = clock_now(&clock);
    assert_in_range(last, far, far + 60000);
    for (int i = 0; i < 1000; i++) {
        int64_t now = clock_now(&clock);
        assert_true(now >= last);
        last = now;
    }
    clock_start(&clock, 0);
    assert_true(clock_now(&clock) > INT64_C(1258000000000) && clock_now(&clock) < far);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(records_that_do_not_follow_are_refused),
        cmocka_unit_test_setup_teardown(tampering_with_a_table_is_found, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test(the_clock_never_goes_back),
        cmocka_unit_test(making_is_all_or_nothing),
        cmocka_unit_test_setup_teardown(two_kiosks_cannot_have_one_file, scratch_setup,
                                        scratch_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
