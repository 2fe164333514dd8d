/* Acknowledged means durable: what the host says and shows while its journal fails. */

#include <stdlib.h>

#include "host/hall.h"
#include "host/state.h"
#include "journal/backend.h"
#include "testing.h"

static void nothing_is_shown_that_is_not_saved(void **state)
{
    static const enum error failures[] = {ERROR_FULL, ERROR_IO};
    struct hall hall;
    (void)state;
    hall_begin(&hall, 3, 2, 16, true);
    struct person *head = person_seated(&hall, CODE_SCHOOL, 1);
    struct person *leader = person_seated(&hall, CODE_FACILITATOR, 0);
    struct command first = rate(1, 1, 4, "SAVED-NOTE");
    assert_int_equal(person_obeyed(&hall, head, &first), REFUSAL_NONE);
    for (unsigned i = 0; i < 2; i++) {
        journal_disk_fail(hall.disk, failures[i]);
        struct command lost = rate(1, 1, 7, "LOST-NOTE");
        assert_int_equal(person_obeyed(&hall, head, &lost), REFUSAL_NOT_SAVED);
        assert_int_equal(head->room->talks[1][1].proposals[SIDE_SCHOOL].figure.now, 4 + i);
        assert_false(person_heard(head, "LOST-NOTE") || person_heard(leader, "LOST-NOTE"));
        assert_true(strstr(leader->room->kiosk.trouble, "Nothing is being saved"));
        assert_true(strstr(hall.console->kiosk.trouble, "Nothing is being saved"));
        assert_int_equal(head->room->kiosk.trouble[0], '\0');

        /* nobody is seated meanwhile, and nobody is promised a seat */
        struct hall_code code = hall_code(&hall, CODE_ROOM, 0);
        struct person *late = person_come(&hall, code.symbols, NULL, "10.0.0.7");
        hall_run(&hall, 100);
        assert_false(late->seated || late->has_token);
        assert_int_equal(late->farewell, FAREWELL_CLOSING);
        assert_int_equal(host_model(hall.host)->seat_count, 2);
        person_go(&hall, &late);

        journal_disk_fail(hall.disk, ERROR_OK);
        struct command again = rate(1, 1, (uint8_t)(5 + i), "");
        assert_int_equal(person_obeyed(&hall, head, &again), REFUSAL_NONE);
        assert_int_equal(leader->room->talks[1][1].proposals[SIDE_SCHOOL].figure.now, 5 + i);
        assert_int_equal(leader->room->kiosk.trouble[0], '\0');
    }
    hall_assert_replays(&hall);
    hall_end(&hall);
}

/* One batch is saved whole or not at all, and whoever was in it is told so. */
static void a_batch_fails_as_one(void **state)
{
    struct hall hall;
    (void)state;
    hall_begin(&hall, 3, 2, 16, false);
    struct person *one = person_seated(&hall, CODE_SCHOOL, 1);
    struct person *two = person_seated(&hall, CODE_SCHOOL, 2);
    journal_disk_fail_after(hall.disk, 0, 1, ERROR_IO);
    struct command a = rate(1, 1, 4, ""), b = rate(2, 2, 5, ""), other = rate(1, 2, 5, "");
    uint32_t first = person_ask(one, &a), second = person_ask(two, &b),
             third = person_ask(two, &other);
    hall_step(&hall);
    assert_int_equal(person_answer(one, first), REFUSAL_NOT_SAVED);
    assert_int_equal(person_answer(two, second), REFUSAL_NOT_SAVED);
    assert_int_equal(person_answer(two, third), REFUSAL_OTHER_SCHOOL);
    a.id = first, b.id = second;
    person_ask(one, &a), person_ask(two, &b);
    hall_step(&hall);
    assert_int_equal(person_answer(one, first), REFUSAL_NONE);
    assert_int_equal(person_answer(two, second), REFUSAL_NONE);
    hall_assert_replays(&hall);
    hall_end(&hall);
}

/* What was saved before its receipt got lost is asked again, together with what cannot be saved
 * now: it is still saved, and nobody types it a second time. */
static void a_retry_is_saved_though_its_batch_fails(void **state)
{
    struct hall hall;
    (void)state;
    hall_begin(&hall, 3, 2, 16, false);
    struct person *one = person_seated(&hall, CODE_SCHOOL, 1);
    struct person *two = person_seated(&hall, CODE_SCHOOL, 2);
    struct command note = add_note(1, "once"), rating = rate(1, 1, 4, ""),
                   other = rate(2, 1, 5, "");
    note.id = person_ask(one, &note), rating.id = person_ask(one, &rating);
    hall_run(&hall, 100);
    one->answers[note.id] = one->answers[rating.id] = 0; /* they got lost */
    journal_disk_fail_after(hall.disk, 0, 1, ERROR_FULL);
    uint32_t refused = person_ask(two, &other);
    person_ask(one, &note), person_ask(one, &rating);
    hall_step(&hall);
    assert_int_equal(person_answer(two, refused), REFUSAL_NOT_SAVED);
    assert_int_equal(person_answer(one, note.id), REFUSAL_NONE);
    assert_int_equal(person_answer(one, rating.id), REFUSAL_NONE);
    hall_assert_replays(&hall);
    hall_end(&hall);
}

/* The kiosk dies between the commit and the receipt: asked again it says saved, and does nothing.
 */
static void a_retry_after_a_crash_changes_nothing(void **state)
{
    struct hall hall;
    (void)state;
    hall_begin(&hall, 2, 2, 16, false);
    struct person *head = person_seated(&hall, CODE_SCHOOL, 1);
    struct link_token token = head->token;
    struct command command = rate(1, 1, 6, "");
    command.id = person_ask(head, &command);
    head->deaf = true;
    hall_step(&hall);
    assert_int_equal(person_answer(head, command.id), -1);
    uint64_t events = host_model(hall.host)->event_count;
    hall_crash(&hall);
    person_go(&hall, &head);
    hall_reopen(&hall);
    assert_int_equal(host_model(hall.host)->event_count, events);

    head = person_come(&hall, NULL, &token, "10.0.0.9");
    hall_run(&hall, 100);
    assert_true(head->seated && head->caught_up && !head->has_token);
    assert_int_equal(head->last_command, command.id);
    person_ask(head, &command);
    hall_run(&hall, 100);
    assert_int_equal(person_answer(head, command.id), REFUSAL_NONE);
    assert_int_equal(host_model(hall.host)->event_count, events);
    assert_int_equal(head->room->talks[1][1].proposals[SIDE_SCHOOL].figure.now, 6);
    hall_end(&hall);
}

static enum error cannot_read(struct journal *journal, journal_visit *visit, void *context,
                              struct trouble *trouble)
{
    (void)journal, (void)visit, (void)context, (void)trouble;
    return ERROR_IO;
}

/* The stick is pulled out: neither written nor read. The room stays as it is, and goes on when the
 * stick is back. */
static void a_journal_that_cannot_be_read_back_is_waited_for(void **state)
{
    struct hall hall;
    (void)state;
    hall_begin(&hall, 2, 2, 16, false);
    struct person *head = person_seated(&hall, CODE_SCHOOL, 1);
    struct person *leader = person_seated(&hall, CODE_FACILITATOR, 0);
    struct journal *journal = store_journal(hall.host->store);
    const struct journal_backend *sound = journal->backend;
    struct journal_backend broken = *sound;
    broken.each = cannot_read;
    journal->backend = &broken;
    journal_disk_fail(hall.disk, ERROR_IO);
    struct command command = rate(1, 1, 6, "LOST-NOTE");
    struct command remove = {.kind = COMMAND_REMOVE_SEAT, .change.seat.seat = head->seat};
    struct command add = {.kind = COMMAND_ADD_SCHOOL, .change.school.name = "Lost School"};
    /* all in one batch: none of it may be acted on */
    uint32_t ids[] = {person_ask(head, &command), person_ask(leader, &remove),
                      person_ask(leader, &add)};
    struct person *late = person_come(&hall, hall_code(&hall, CODE_ROOM, 0).symbols, NULL, "a");
    hall_run(&hall, 100);
    assert_int_equal(person_answer(head, ids[0]), REFUSAL_NOT_SAVED);
    assert_int_equal(person_answer(leader, ids[1]), REFUSAL_NOT_SAVED);
    assert_int_equal(person_answer(leader, ids[2]), REFUSAL_NOT_SAVED);
    assert_false(late->seated);
    assert_int_equal(person_obeyed(&hall, head, &command), REFUSAL_NOT_SAVED);
    assert_false(person_heard(leader, "LOST-NOTE") || person_heard(head, "LOST-NOTE"));
    assert_false(head->gone);
    journal->backend = sound;
    assert_int_equal(person_obeyed(&hall, head, &command), REFUSAL_NOT_SAVED);
    assert_true(leader->room->kiosk.trouble[0]);
    journal_disk_fail(hall.disk, ERROR_OK);
    /* from here on everything counts from what was saved */
    struct person *in = person_seated(&hall, CODE_ROOM, 0);
    assert_int_equal(in->seat, 3);
    assert_int_equal(person_obeyed(&hall, leader, &add), REFUSAL_NONE);
    assert_true(person_seated(&hall, CODE_SCHOOL, 3)->seated);
    assert_int_equal(person_obeyed(&hall, head, &command), REFUSAL_NONE);
    assert_int_equal(leader->room->kiosk.trouble[0], '\0');
    hall_assert_replays(&hall);
    hall_end(&hall);
}

/* Closing is saved, then the codes are wiped; what cannot be wiped yet is told, and tried again.
 * Until it is done nothing else is told. */
static void wiping_is_tried_until_it_is_done(void **state)
{
    struct hall hall;
    (void)state;
    hall_begin(&hall, 2, 2, 16, false);
    struct person *leader = person_seated(&hall, CODE_FACILITATOR, 0);
    struct hall_code code = hall_code(&hall, CODE_ROOM, 0);
    struct command close = {.kind = COMMAND_CLOSE};
    journal_disk_fail_after(hall.disk, 1, 2, ERROR_IO);
    assert_int_equal(person_obeyed(&hall, leader, &close), REFUSAL_NONE);
    assert_true(host_model(hall.host)->closed);
    assert_false(leader->room->workshop.closed);
    assert_true(strstr(leader->room->kiosk.trouble, "could not be wiped"));
    hall_run(&hall, 3000);
    assert_true(leader->room->workshop.closed);
    assert_int_equal(leader->room->kiosk.trouble[0], '\0');
    assert_int_equal(host_model(hall.host)->codes[1].symbols.length, 0);
    struct person *late = person_come(&hall, code.symbols, NULL, "10.0.0.7");
    struct person *back = person_come(&hall, NULL, &leader->token, "10.0.0.7");
    hall_run(&hall, 100);
    assert_int_equal(late->no, LINK_NO_WRONG);
    assert_int_equal(back->no, LINK_NO_WRONG);
    hall_assert_replays(&hall);
    hall_end(&hall);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_shown_that_is_not_saved),
        cmocka_unit_test(a_batch_fails_as_one),
        cmocka_unit_test(a_retry_is_saved_though_its_batch_fails),
        cmocka_unit_test(a_retry_after_a_crash_changes_nothing),
        cmocka_unit_test(a_journal_that_cannot_be_read_back_is_waited_for),
        cmocka_unit_test(wiping_is_tried_until_it_is_done),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
