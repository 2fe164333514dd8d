/* What is delivered: all of it, once, in as many letters as it takes, and no more than has changed.
 */

#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/text.h"
#include "host/hall.h"
#include "testing.h"

static void differs(void *context, struct item_key key)
{
    (void)key;
    ++*(unsigned *)context;
}

static unsigned differences(const struct room *a, const struct room *b)
{
    unsigned count = 0;
    room_compare(a, b, differs, &count);
    return count;
}

/* The facilitator's room of the largest workshop there can be, every rating talked about. */
static void the_largest_room_comes_whole_and_once(void **state)
{
    struct hall hall;
    (void)state;
    hall_begin(&hall, SCHOOLS_MAX, CONDITIONS_MAX, 16, true);
    struct person *leader = person_seated(&hall, CODE_FACILITATOR, 0);
    char note[NOTE_VISIBLE + 1];
    memset(note, 'n', sizeof note - 1);
    note[sizeof note - 1] = '\0';
    for (condition_id c = 1; c <= CONDITIONS_MAX; c++)
        for (school_id s = 1; s <= SCHOOLS_MAX; s++) {
            struct command command = rate(s, c, (uint8_t)((s + c) % 10 + 1), note);
            hall_console(&hall, &command);
            if (s % 64 == 0)
                hall_step(&hall);
        }
    hall_run(&hall, 1000);
    struct person *late = person_come(&hall, NULL, &leader->token, "10.0.0.5");
    hall_run(&hall, 2000);
    assert_true(late->caught_up);
    assert_int_equal(differences(late->room, leader->room), 0);
    assert_int_equal(differences(late->room, hall.console), 1); /* its own seat */
    assert_true(late->letters > 10 && late->heard_length < late->letters * WIRE_LETTER_MAX);
    assert_int_equal(late->removals, 0);
    hall_end(&hall);
}

static void a_reconnected_client_gets_everything_that_stands_and_nothing_else(void **state)
{
    struct hall hall;
    (void)state;
    hall_begin(&hall, 3, 3, 16, false);
    struct person *head = person_seated(&hall, CODE_SCHOOL, 1);
    struct command first = rate(1, 1, 4, "KEPT"), second = rate(1, 2, 5, "TAKEN-BACK");
    assert_int_equal(person_obeyed(&hall, head, &first), REFUSAL_NONE);
    assert_int_equal(person_obeyed(&hall, head, &second), REFUSAL_NONE);
    second.kind = COMMAND_WITHDRAW;
    assert_int_equal(person_obeyed(&hall, head, &second), REFUSAL_NONE);
    assert_int_equal(head->removals, 1);
    struct link_token token = head->token;
    struct room *before = head->room;
    head->room = NULL;
    person_go(&hall, &head);
    head = person_come(&hall, NULL, &token, "10.0.0.9");
    hall_run(&hall, 200);
    assert_true(head->caught_up && person_heard(head, "KEPT"));
    assert_false(person_heard(head, "TAKEN-BACK"));
    assert_int_equal(head->removals, 0);
    assert_int_equal(head->letters, 2); /* seated; the room */
    assert_int_equal(differences(before, head->room), 0);
    hall_run(&hall, 5000);
    assert_int_equal(head->letters, 2);
    room_destroy(&before);
    hall_end(&hall);
}

/* The first change goes at once, those behind it together, twenty times a second at most. */
static void changes_are_sent_at_once_but_not_too_often(void **state)
{
    struct hall hall;
    (void)state;
    hall_begin(&hall, 3, 3, 16, false);
    struct person *head = person_seated(&hall, CODE_SCHOOL, 1);
    struct person *leader = person_seated(&hall, CODE_FACILITATOR, 0);
    hall_run(&hall, 1000);
    person_forget_heard(leader);
    struct command command = rate(1, 1, 1, "");
    person_ask(head, &command);
    hall_step(&hall);
    assert_int_equal(leader->letters, 1);
    for (int i = 0; i < 1000 / HALL_STEP_MS; i++) {
        command.change.rating.figure.now = (uint8_t)(i % 10 + 1);
        person_ask(head, &command);
        hall_step(&hall);
    }
    assert_in_range(leader->letters, 15, 21);
    hall_end(&hall);
}

/* A hundred thousand changes leave feeds as large as what there is. */
static void feeds_do_not_grow_with_what_happened(void **state)
{
    struct hall hall;
    (void)state;
    hall_begin(&hall, 4, 4, 16, false);
    struct person *head = person_seated(&hall, CODE_SCHOOL, 1);
    size_t after_first = 0;
    struct store *store = hall_store(&hall);
    struct trouble trouble;
    for (unsigned i = 0; i < 100000; i++) {
        struct command command =
            rate((school_id)(i % 4 + 1), (condition_id)(i / 4 % 4 + 1), (uint8_t)(i % 9 + 1), "");
        if (i % 7 == 0)
            command.kind = COMMAND_WITHDRAW;
        enum refusal refusal = store_do(store, SEAT_KIOSK, &command, hall.now_ms);
        assert_true(refusal == REFUSAL_NONE || refusal == REFUSAL_NO_PROPOSAL);
        if (i % 100 == 0) {
            assert_int_equal(store_commit(store, &trouble), ERROR_OK);
            hall_touch(&hall);
            hall_run(&hall, 50);
        }
        if (i == 1000)
            after_first = hall_feed_bytes(&hall);
    }
    assert_true(after_first > 0);
    assert_in_range(hall_feed_bytes(&hall), 1, after_first + after_first / 8);
    assert_true(head->letters > 900);
    hall_end(&hall);
}

/* What one rating costs on the way up and down, in the units docs/ quotes. */
static void a_rating_costs_little(void **state)
{
    struct hall hall;
    (void)state;
    hall_begin(&hall, 10, 10, 16, false);
    struct person *head = person_seated(&hall, CODE_SCHOOL, 1);
    struct person *leader = person_seated(&hall, CODE_FACILITATOR, 0);
    struct person *other = person_seated(&hall, CODE_SCHOOL, 2);
    struct command command = rate(1, 1, 4, "");
    assert_int_equal(person_obeyed(&hall, head, &command), REFUSAL_NONE);
    person_forget_heard(head), person_forget_heard(leader), person_forget_heard(other);
    static uint8_t bytes[WIRE_UPWARD_MAX];
    command.change.rating.figure.now = 5;
    command.id = 2;
    size_t up = wire_command_encode(bytes, &command);
    command.id = 0;
    assert_int_equal(person_obeyed(&hall, head, &command), REFUSAL_NONE);
    print_message(
        "a rating: %zu bytes up; down to its school %zu in %u letters, to the "
        "facilitator %zu in %u, to the others %zu in %u (plain; %d more a letter sealed)\n",
        up, head->heard_length, head->letters, leader->heard_length, leader->letters,
        other->heard_length, other->letters, LINK_STREAM_EXTRA);
    assert_in_range(up, 1, 40);
    assert_in_range(head->heard_length, 1, 120);
    assert_in_range(leader->heard_length, 1, 120);
    assert_int_equal(other->letters, 0);
    hall_end(&hall);
}

/* The facilitator at the kiosk itself takes steps back like any other, in this run and the next. */
static void the_kiosks_own_console_takes_steps_back(void **state)
{
    (void)state;
    struct hall hall;
    hall_begin(&hall, 2, 2, 16, true);
    for (int run = 0; run < 2; run++) {
        struct command propose = rate(1, 1, 6, "As we see it"), back = {.id = 2};
        propose.id = 1;
        back.kind = COMMAND_UNDO;
        hall_console(&hall, &propose);
        hall_run(&hall, 100);
        assert_int_equal(room_cell(hall.console, 1, 1).state, RATING_PROPOSED);
        back.change.undo.serial = hall.console->undo.undo;
        assert_int_not_equal(back.change.undo.serial, 0);
        hall_console(&hall, &back);
        hall_run(&hall, 100);
        assert_int_equal(room_cell(hall.console, 1, 1).state, RATING_NONE);
        hall_crash(&hall);
        hall_reopen(&hall);
    }
    hall_end(&hall);
}

/* However soon after the last update: one message says that it is saved and shows it. */
static void a_receipt_brings_what_it_made_of_ones_own(void **state)
{
    struct hall hall;
    (void)state;
    hall_begin(&hall, 3, 3, 16, false);
    struct person *head = person_seated(&hall, CODE_SCHOOL, 1);
    hall_run(&hall, 500);
    struct command first = add_note(3, "FIRST"), second = add_note(3, "SECOND");
    person_ask(head, &first);
    hall_step(&hall);
    unsigned letters = head->letters;
    uint32_t id = person_ask(head, &second);
    hall_step(&hall);
    assert_int_equal(person_answer(head, id), REFUSAL_NONE);
    assert_true(person_heard(head, "SECOND"));
    assert_int_equal(head->letters, letters + 1);
    person_forget_heard(head);
    hall_run(&hall, 500);
    assert_false(person_heard(head, "SECOND")); /* nor is it sent again with the news */
    hall_end(&hall);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_largest_room_comes_whole_and_once),
        cmocka_unit_test(a_reconnected_client_gets_everything_that_stands_and_nothing_else),
        cmocka_unit_test(changes_are_sent_at_once_but_not_too_often),
        cmocka_unit_test(feeds_do_not_grow_with_what_happened),
        cmocka_unit_test(a_rating_costs_little),
        cmocka_unit_test(a_receipt_brings_what_it_made_of_ones_own),
        cmocka_unit_test(the_kiosks_own_console_takes_steps_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
