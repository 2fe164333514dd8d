/* What is unsigned: its writer can change it, a retry is known, and once its board is closed or its
 * counts are shown nobody can find out who it was, in no file of the workshop. */

#include <stdio.h>
#include <stdlib.h>

#include "host/filed.h"
#include "host/rows.h"
#include "host/state.h"
#include "journal/copies.h"
#include "journal/scratch.h"
#include "testing.h"

/* ---- one's own, over the wire */

static void ones_own_notes_come_to_oneself_alone(void **state)
{
    struct hall hall;
    (void)state;
    hall_begin(&hall, 3, 2, 16, true);
    struct person *leader = person_seated(&hall, CODE_FACILITATOR, 0);
    struct person *one = person_seated(&hall, CODE_SCHOOL, 1);
    struct person *two = person_seated(&hall, CODE_SCHOOL, 1);
    struct command open = add_note(1, "OPEN-NOTE"), waits = add_note(2, "WAITING-NOTE"),
                   personal = add_note(3, "PERSONAL-NOTE");
    assert_int_equal(person_obeyed(&hall, one, &open), REFUSAL_NONE);
    assert_int_equal(person_obeyed(&hall, one, &waits), REFUSAL_NONE);
    assert_int_equal(person_obeyed(&hall, one, &personal), REFUSAL_NONE);
    assert_string_equal(one->room->own_notes[1].text, "OPEN-NOTE");
    assert_string_equal(one->room->own_notes[2].text, "WAITING-NOTE");
    assert_string_equal(one->room->own_notes[3].text, "PERSONAL-NOTE");
    assert_true(person_heard(two, "OPEN-NOTE") && hall_projected(&hall, "OPEN-NOTE"));
    assert_false(person_heard(two, "WAITING-NOTE") || hall_projected(&hall, "WAITING-NOTE"));
    assert_true(person_heard(leader, "WAITING-NOTE"));
    assert_false(person_heard(two, "PERSONAL-NOTE") || person_heard(leader, "PERSONAL-NOTE") ||
                 hall_projected(&hall, "PERSONAL-NOTE"));
    for (note_id n = 1; n <= 3; n++)
        assert_int_equal(two->room->own_notes[n].state + leader->room->own_notes[n].state, 0);

    /* nothing of it comes again by itself, nor when others do something */
    person_forget_heard(one);
    struct command other = rate(1, 1, 5, "");
    assert_int_equal(person_obeyed(&hall, two, &other), REFUSAL_NONE);
    hall_run(&hall, 1000);
    assert_false(person_heard(one, "OPEN-NOTE"));

    struct command withdraw = {.kind = COMMAND_REMOVE_NOTE, .change.note.note = 1};
    assert_int_equal(person_obeyed(&hall, two, &withdraw), REFUSAL_OTHER_NOTE);
    withdraw.id = 0;
    assert_int_equal(person_obeyed(&hall, one, &withdraw), REFUSAL_NONE);
    assert_int_equal(one->room->own_notes[1].state, NOTE_NONE);
    assert_int_equal(two->room->notes[1].state, NOTE_NONE);
    hall_assert_replays(&hall);
    hall_end(&hall);
}

/* A note whose answer was lost is sent again: in the same connection, after coming back, and after
 * the kiosk was killed. There is one of it. */
static void a_retry_makes_no_second_note(void **state)
{
    struct hall hall;
    (void)state;
    hall_begin(&hall, 2, 2, 16, false);
    struct person *head = person_seated(&hall, CODE_SCHOOL, 1);
    struct link_token token = head->token;
    struct command note = add_note(1, "Once");
    assert_int_equal(person_obeyed(&hall, head, &note), REFUSAL_NONE);
    note.id = head->next_id;
    assert_int_equal(person_obeyed(&hall, head, &note), REFUSAL_NONE);
    uint64_t events = host_model(hall.host)->event_count;
    for (int i = 0; i < 2; i++) {
        if (i == 1)
            hall_crash(&hall);
        person_go(&hall, &head);
        if (i == 1)
            hall_reopen(&hall);
        head = person_come(&hall, NULL, &token, "10.0.0.9");
        hall_run(&hall, 100);
        assert_true(head->caught_up);
        assert_int_equal(head->last_command, note.id);
        assert_string_equal(head->room->own_notes[1].text, "Once");
        assert_int_equal(person_obeyed(&hall, head, &note), REFUSAL_NONE);
        assert_int_equal(host_model(hall.host)->note_count, 1);
        assert_int_equal(host_model(hall.host)->event_count, events);
    }
    struct command another = add_note(1, "Another");
    assert_int_equal(person_obeyed(&hall, head, &another), REFUSAL_NONE);
    assert_int_equal(host_model(hall.host)->note_count, 2);
    hall_assert_replays(&hall);
    hall_end(&hall);
}

/* While the disk keeps the bytes from being overwritten nothing is shown that relies on it; the
 * facilitator is told why, and it goes on by itself. */
static void nothing_is_shown_before_it_is_wiped(void **state)
{
    struct hall hall;
    (void)state;
    hall_begin(&hall, 2, 2, 16, true);
    struct person *leader = person_seated(&hall, CODE_FACILITATOR, 0);
    struct person *head = person_seated(&hall, CODE_SCHOOL, 1);
    struct command open = call_round(SLIP_ICEBREAKER, 1, ROUND_OPEN), yes = slip(0, 1, 1),
                   show = call_round(SLIP_ICEBREAKER, 1, ROUND_SHOWN);
    assert_int_equal(person_obeyed(&hall, leader, &open), REFUSAL_NONE);
    assert_int_equal(person_obeyed(&hall, head, &yes), REFUSAL_NONE);
    assert_int_equal(head->room->own_slips[SLIP_ICEBREAKER][1].value, 1);
    journal_disk_fail_after(hall.disk, 1, 2, ERROR_IO); /* saved, and twice not scrubbed */
    uint32_t id = person_ask(leader, &show);
    for (int64_t until = hall.now_ms + 1500; hall.now_ms < until;) {
        hall_step(&hall);
        assert_int_equal(hall.projector->tallies[SLIP_ICEBREAKER][1].count, 0);
        assert_int_equal(leader->room->tallies[SLIP_ICEBREAKER][1].count, 0);
        assert_int_equal(head->room->tallies[SLIP_ICEBREAKER][1].count, 0);
    }
    assert_int_equal(person_answer(leader, id), REFUSAL_NONE);
    assert_true(strstr(leader->room->kiosk.trouble, "could not be wiped"));
    assert_true(strstr(hall.console->kiosk.trouble, "could not be wiped"));
    /* somebody who comes meanwhile sees no more than the rest */
    struct person *late = person_come(&hall, NULL, &head->token, "10.0.0.9");
    hall_run(&hall, 100);
    assert_int_equal(late->room->tallies[SLIP_ICEBREAKER][1].count, 0);
    hall_run(&hall, 1500);
    assert_int_equal(leader->room->kiosk.trouble[0], '\0');
    assert_int_equal(hall.projector->tallies[SLIP_ICEBREAKER][1].count, 1);
    assert_int_equal(late->room->tallies[SLIP_ICEBREAKER][1].values[1], 1);
    assert_int_equal(late->room->own_slips[SLIP_ICEBREAKER][1].value, 0);

    /* the next wiping is not put off because there was one just before */
    struct command again = call_round(SLIP_ICEBREAKER, 2, ROUND_OPEN), no = slip(0, 2, 2),
                   then = call_round(SLIP_ICEBREAKER, 2, ROUND_SHOWN);
    assert_int_equal(person_obeyed(&hall, leader, &again), REFUSAL_NONE);
    assert_int_equal(person_obeyed(&hall, late, &no), REFUSAL_NONE);
    assert_int_equal(person_obeyed(&hall, leader, &then), REFUSAL_NONE);
    assert_int_equal(hall.projector->tallies[SLIP_ICEBREAKER][2].values[2], 1);
    hall_assert_replays(&hall);
    hall_end(&hall);
}

/* Closing the workshop ends what was personal and what was asked, and that too waits. */
static void closing_shows_nothing_before_it_is_wiped(void **state)
{
    struct hall hall;
    (void)state;
    hall_begin(&hall, 2, 2, 16, true);
    struct person *head = person_seated(&hall, CODE_SCHOOL, 1);
    struct command note = add_note(3, "It was long"), close = {.kind = COMMAND_CLOSE},
                   open = call_round(SLIP_OBJECTIVE, 1, ROUND_OPEN),
                   yes = slip(SLIP_OBJECTIVE, 1, 1);
    hall_console(&hall, &open);
    hall_step(&hall);
    assert_int_equal(person_obeyed(&hall, head, &note), REFUSAL_NONE);
    assert_int_equal(person_obeyed(&hall, head, &yes), REFUSAL_NONE);
    journal_disk_fail_after(hall.disk, 1, 2, ERROR_IO); /* saved, and twice not scrubbed */
    hall_console(&hall, &close);
    hall_run(&hall, 900);
    assert_true(host_model(hall.host)->closed);
    assert_int_equal(hall.console->notes[1].state, NOTE_NONE);
    assert_int_equal(hall.console->tallies[SLIP_OBJECTIVE][1].count, 0);
    hall_run(&hall, 2500);
    assert_int_equal(hall.console->notes[1].state, NOTE_SHOWN);
    assert_int_equal(hall.console->tallies[SLIP_OBJECTIVE][1].count, 1);
    assert_int_equal(rows_compare(store_journal(hall_store(&hall)), host_model(hall.host), NULL),
                     ERROR_OK);
    hall_assert_replays(&hall);
    hall_end(&hall);
}

/* ---- what stands in the files */

/* Somebody who can be found: seat 0x0123 asks with the command id that reads MARK. */
enum { SEAT = 0x0123, MARK = 0x4B52414D };

static const uint8_t planted[] = {0x23, 0x01, 'M', 'A', 'R', 'K'};

/* The numbers of its commands may stand nowhere, as bytes of ours or as SQLite writes them. */
static bool anything_of_it(const char *folder)
{
    return scratch_holds(folder, "ARK", 3) || scratch_holds(folder, "KRA", 3);
}

static void begin_file(struct filed *f, struct scratch *scratch)
{
    filed_begin(f, scratch, SEAT);
    filed_obey(f, SEAT_KIOSK, set_board(1, BOARD_OPEN));
    filed_commit(f);
}

static void must_know_it(struct filed *f)
{
    struct journal_copy copy;
    char copies[160];
    filed_commit(f);
    assert_true(scratch_holds(f->scratch->folder, planted, sizeof planted)); /* it does find */
    assert_false(scratch_holds(f->scratch->folder, "KRA", 3)); /* but not beside the event */
    assert_int_equal(journal_backup(store_journal(f->store), &copy, f->now_ms, NULL), ERROR_OK);
    snprintf(copies, sizeof copies, "%s/Ashby copies", f->scratch->folder);
    assert_false(anything_of_it(copies));
    /* and a kiosk that is started anew still knows it */
    filed_close(f);
    filed_open(f);
    assert_int_equal(model_last_command(store_model(f->store), SEAT), MARK);
    assert_true(model_obeyed(store_model(f->store), SEAT, MARK));
}

static void must_have_forgotten_it(struct filed *f)
{
    filed_commit(f);
    assert_false(anything_of_it(f->scratch->folder));
    assert_false(scratch_holds(f->scratch->folder, planted, sizeof planted));
    assert_int_equal(model_last_command(store_model(f->store), SEAT), 0);
    filed_assert_replays(f);
    filed_close(f);
    assert_false(anything_of_it(f->scratch->folder));
}

static void a_closed_board_knows_no_writers(void **state)
{
    struct filed f;
    begin_file(&f, *state);
    struct command note = add_note(1, "Hidden hand");
    note.id = MARK;
    filed_obey(&f, SEAT, note);
    must_know_it(&f);
    filed_obey(&f, SEAT_KIOSK, set_board(1, BOARD_CLOSED));
    must_have_forgotten_it(&f);
}

/* Written and closed in one batch, and one that was withdrawn. */
static void the_shortest_life_leaves_no_trace(void **state)
{
    struct filed f;
    begin_file(&f, *state);
    struct command note = add_note(1, "Hidden hand"),
                   withdraw = {.kind = COMMAND_REMOVE_NOTE, .change.note.note = 1};
    note.id = MARK;
    filed_obey(&f, SEAT, note);
    filed_obey(&f, SEAT, withdraw);
    filed_obey(&f, SEAT_KIOSK, set_board(1, BOARD_CLOSED));
    must_have_forgotten_it(&f);
}

/* The board's closing is taken back, written to again, and done again. */
static void closing_again_by_redo_forgets_too(void **state)
{
    struct filed f;
    begin_file(&f, *state);
    struct command note = add_note(1, "Hidden hand"), back = {.kind = COMMAND_UNDO},
                   again = {.kind = COMMAND_REDO};
    note.id = MARK;
    filed_obey(&f, SEAT_KIOSK, set_board(1, BOARD_CLOSED));
    back.change.undo.serial = again.change.undo.serial = store_model(f.store)->undo.last_serial;
    filed_obey(&f, SEAT_KIOSK, back);
    filed_obey(&f, SEAT, note);
    must_know_it(&f);
    filed_obey(&f, SEAT_KIOSK, again);
    must_have_forgotten_it(&f);
}

/* However a round ends. */
static void answers_are_nobodys_once_asked_no_more(void **state)
{
    static const struct {
        enum slip_kind kind;
        uint8_t subject;
        enum round_state end;
    } ends[] = {{SLIP_ICEBREAKER, 1, ROUND_SHOWN},
                {SLIP_READING, 1, ROUND_SHOWN},
                {SLIP_READING, 1, ROUND_NONE},
                {SLIP_OBJECTIVE, 2, ROUND_SHOWN},
                {SLIP_OBJECTIVE, 2, ROUND_NONE}};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        struct filed f;
        uint8_t round = ends[i].kind == SLIP_OBJECTIVE ? 1 : ends[i].subject;
        begin_file(&f, *state);
        filed_obey(&f, SEAT_KIOSK, call_round(ends[i].kind, round, ROUND_OPEN));
        struct command answer = slip(ends[i].kind, ends[i].subject, 1);
        answer.id = MARK;
        filed_obey(&f, SEAT, answer);
        must_know_it(&f);
        answer.change.slip.value = 2; /* a change of it */
        answer.id = MARK + 1;
        filed_obey(&f, SEAT, answer);
        filed_obey(&f, SEAT_KIOSK, call_round(ends[i].kind, round, ends[i].end));
        must_have_forgotten_it(&f);
        assert_int_equal(scratch_teardown(state), 0);
        assert_int_equal(scratch_setup(state), 0);
    }
}

/* The time of what is unsigned is coarse, and the clock of the kiosk started next is not behind. */
static void coarse_times_do_not_turn_the_clock_back(void **state)
{
    struct filed f;
    begin_file(&f, *state);
    int64_t before = store_last_ms(f.store);
    assert_true(before % 300000 > 1000);
    filed_obey(&f, SEAT, add_note(1, "Hidden hand"));
    assert_true(store_last_ms(f.store) >= before);
    filed_commit(&f);
    int64_t last = store_last_ms(f.store);
    filed_close(&f);
    filed_open(&f);
    assert_int_equal(store_last_ms(f.store), last);
    filed_close(&f);
}

#define IN_SCRATCH(test) cmocka_unit_test_setup_teardown(test, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ones_own_notes_come_to_oneself_alone),
        cmocka_unit_test(a_retry_makes_no_second_note),
        cmocka_unit_test(nothing_is_shown_before_it_is_wiped),
        cmocka_unit_test(closing_shows_nothing_before_it_is_wiped),
        IN_SCRATCH(a_closed_board_knows_no_writers),
        IN_SCRATCH(the_shortest_life_leaves_no_trace),
        IN_SCRATCH(closing_again_by_redo_forgets_too),
        IN_SCRATCH(answers_are_nobodys_once_asked_no_more),
        IN_SCRATCH(coarse_times_do_not_turn_the_clock_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
