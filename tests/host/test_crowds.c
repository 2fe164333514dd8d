/* Too much of everything: clients that never read, floods, half-open connections, guesses. Whoever
 * behaves is served as ever. */

#include <stdio.h>
#include <stdlib.h>

#include "host/hall.h"
#include "testing.h"

static void whoever_never_reads_costs_a_bounded_amount(void **state)
{
    struct hall hall;
    (void)state;
    hall_begin(&hall, 20, 24, 16, false);
    struct person *deaf = person_seated(&hall, CODE_FACILITATOR, 0);
    struct person *good = person_seated(&hall, CODE_SCHOOL, 2);
    char note[NOTE_VISIBLE + 1];
    memset(note, 'n', sizeof note - 1);
    note[sizeof note - 1] = '\0';
    deaf->deaf = true;
    struct link_peer handle = {0};
    size_t most = 0;
    for (int i = 0; i < 4000; i++) {
        struct command command = rate(2, (condition_id)(i % 24 + 1), (uint8_t)(i % 10 + 1), note);
        uint32_t id = person_ask(good, &command);
        hall_step(&hall);
        assert_int_equal(person_answer(good, id), REFUSAL_NONE);
        for (handle.index = 0; handle.index < 16; handle.index++)
            for (handle.generation = 1; handle.generation < 4; handle.generation++) {
                size_t waiting = link_waiting(hall_link(&hall), handle);
                most = waiting > most ? waiting : most;
            }
    }
    assert_in_range(most, 64 * 1024, 96 * 1024 + WIRE_LETTER_MAX + LINK_STREAM_EXTRA);
    /* once it reads again it has the newest of everything, not all that was in between */
    deaf->deaf = false;
    hall_run(&hall, 500);
    assert_false(deaf->gone);
    assert_memory_equal(&deaf->room->talks[24][2].proposals[SIDE_SCHOOL].figure,
                        &host_model(hall.host)->ratings[24][2].proposals[SIDE_SCHOOL].figure, 4);
    hall_end(&hall);
}

/* Asking without reading the answers fills the connection up, which then ends. */
static void whoever_asks_and_never_reads_is_let_go(void **state)
{
    struct hall hall;
    static uint8_t beat[WIRE_UPWARD_MAX];
    (void)state;
    hall_begin(&hall, 3, 2, 16, false);
    struct person *deaf = person_seated(&hall, CODE_SCHOOL, 1);
    struct person *good = person_seated(&hall, CODE_SCHOOL, 2);
    seat_id seat = deaf->seat;
    size_t length = wire_beat_encode(beat, 1);
    deaf->deaf = true;
    struct person *leader = person_seated(&hall, CODE_FACILITATOR, 0);
    for (int i = 0; i < 20000 && leader->room->seats[seat].presence == PRESENCE_HERE; i++) {
        for (int k = 0; k < 40; k++)
            person_send(deaf, beat, length);
        person_assert_served(&hall, good, 2);
    }
    assert_int_equal(leader->room->seats[seat].presence, PRESENCE_AWAY);
    hall_end(&hall);
}

static void a_flood_holds_nobody_up(void **state)
{
    struct hall hall;
    (void)state;
    hall_begin(&hall, 3, 2, 16, false);
    struct person *good = person_seated(&hall, CODE_SCHOOL, 2);
    for (int round = 0; round < 3; round++) {
        struct person *bad = person_seated(&hall, CODE_SCHOOL, 1);
        struct command flood = rate(1, 1, 1, ""), quiet = rate(2, 1, (uint8_t)(3 + round), "");
        for (unsigned i = 0; i < 3000; i++) {
            flood.change.rating.figure.now = (uint8_t)(i % 10 + 1);
            person_ask(bad, &flood);
        }
        uint64_t events = host_model(hall.host)->event_count;
        uint32_t id = person_ask(good, &quiet);
        hall_step(&hall);
        assert_int_equal(person_answer(good, id), REFUSAL_NONE);
        assert_true(host_model(hall.host)->event_count - events <= 64 + 1);
        assert_true(bad->gone);
        person_go(&hall, &bad);
    }
    hall_end(&hall);
}

/* What a client may keep unanswered, all at once, is no flood. */
static void a_full_outbox_is_no_flood(void **state)
{
    struct hall hall;
    (void)state;
    hall_begin(&hall, 3, 2, 16, false);
    struct person *head = person_seated(&hall, CODE_SCHOOL, 1);
    for (unsigned i = 0; i < 32; i++) {
        struct command command = rate(1, 1, (uint8_t)(i % 10 + 1), "");
        person_ask(head, &command);
    }
    hall_step(&hall);
    assert_int_equal(head->answered, 32);
    hall_end(&hall);
}

/* A thousand connections that never say anything, or say hello and no more. */
static void half_open_connections_keep_nobody_out(void **state)
{
    enum { FLOOD = 1000 };
    static struct link *links[FLOOD];
    struct hall hall;
    (void)state;
    hall_begin(&hall, 3, 2, 64, false);
    struct person *good = person_seated(&hall, CODE_SCHOOL, 2);
    struct link_event event;
    for (unsigned i = 0; i < FLOOD; i++) {
        struct link_guest guest = {0};
        struct link_outcome hello;
        assert_int_equal(link_memory_dial(&links[i], hall.memory, "10.0.0.66"), ERROR_OK);
        assert_int_equal(link_guest_code(&guest, &hello, "AAAAAAAA", &hall.random), ERROR_OK);
        while (i % 2 && link_next(links[i], &event))
            if (event.kind == LINK_CONNECTED)
                assert_int_equal(link_send(links[i], event.peer, hello.reply, hello.reply_length),
                                 ERROR_OK);
        if (i % 3 == 0)
            person_assert_served(&hall, good, 2);
    }
    struct person *late = person_seated(&hall, CODE_SCHOOL, 3);
    assert_true(late->seated);
    assert_false(good->gone);
    hall_run(&hall, LINK_OPEN_MS + 100); /* and they lapse */
    struct link_event last;
    for (unsigned i = 0; i < FLOOD; i++) {
        while (link_next(links[i], &last)) {
        }
        link_destroy(&links[i]);
    }
    hall_end(&hall);
}

/* Nearly as many as there are places, all at once: a full room is no flood. */
static void a_full_room_comes_in_at_once(void **state)
{
    enum { PLACES = 64, COMING = 62 };
    struct hall hall;
    struct person *people[COMING];
    (void)state;
    hall_begin(&hall, 3, 2, PLACES, false);
    struct hall_code code = hall_code(&hall, CODE_ROOM, 0);
    for (unsigned i = 0; i < COMING; i++)
        people[i] = person_come(&hall, code.symbols, NULL, "10.0.0.9");
    hall_run(&hall, 1000);
    for (unsigned i = 0; i < COMING; i++)
        assert_true(people[i]->caught_up && !people[i]->gone);
    hall_end(&hall);
}

static struct person *guess(struct hall *hall, struct hall_code code, const char *address)
{
    struct person *wrong = person_come(hall, code.symbols, NULL, address);
    wrong->spoil = true;
    for (int i = 0; i < 20 && !wrong->no; i++)
        hall_step(hall);
    return wrong;
}

static void guessing_waits_then_retires_and_the_facilitator_is_told(void **state)
{
    struct hall hall;
    (void)state;
    hall_begin(&hall, 3, 2, 32, true);
    struct person *head = person_seated(&hall, CODE_ROOM, 0);
    struct person *leader = person_seated(&hall, CODE_FACILITATOR, 0);
    struct hall_code code = hall_code(&hall, CODE_ROOM, 0);
    uint16_t index = model_find_code(host_model(hall.host), CODE_ROOM, 0, 0);
    for (unsigned i = 0; i < 50; i++) {
        char address[LINK_ADDRESS_SIZE];
        snprintf(address, sizeof address, "10.0.1.%u", i / 10);
        struct person *wrong = guess(&hall, code, address);
        assert_int_equal(wrong->no, LINK_NO_WRONG);
        person_go(&hall, &wrong);
        if (i == 9) {
            wrong = guess(&hall, code, address);
            assert_int_equal(wrong->no, LINK_NO_WAIT);
            person_go(&hall, &wrong);
        }
        /* the commit of the retirement itself must fail once */
        if (i == 48)
            journal_disk_fail_after(hall.disk, 0, 1, ERROR_IO);
    }
    hall_run(&hall, 2500);
    assert_true(host_model(hall.host)->codes[index].retired);
    assert_true(strstr(leader->room->kiosk.trouble, "tried wrongly fifty times"));
    assert_true(strstr(hall.console->kiosk.trouble, "tried wrongly fifty times"));
    assert_int_equal(hall.projector->codes[index].symbols[0], '\0');
    struct person *late = person_come(&hall, code.symbols, NULL, "10.0.9.9");
    hall_run(&hall, 100);
    assert_int_equal(late->no, LINK_NO_RETIRED);
    assert_false(head->gone);

    /* a change that is saved does not hide it; a new code does */
    assert_int_equal(person_obeyed(&hall, leader,
                                   &(struct command){.kind = COMMAND_LOOK, .change.view.focus = 1}),
                     REFUSAL_NONE);
    assert_true(strstr(leader->room->kiosk.trouble, "tried wrongly fifty times"));
    struct command issue = {.kind = COMMAND_ISSUE_CODE, .change.code.kind = CODE_ROOM};
    assert_int_equal(person_obeyed(&hall, leader, &issue), REFUSAL_NONE);
    assert_int_equal(leader->room->kiosk.trouble[0], '\0');
    assert_true(person_seated(&hall, CODE_ROOM, 0)->seated);
    /* people seated come back by their token */
    struct person *back = person_come(&hall, NULL, &head->token, "10.0.9.9");
    hall_run(&hall, 100);
    assert_true(back->caught_up);
    assert_int_equal(head->farewell, FAREWELL_ELSEWHERE);
    hall_end(&hall);
}

/* A code drawn under a selector that was guessed at before it existed works. */
static void a_new_schools_code_starts_with_a_clean_count(void **state)
{
    struct hall hall;
    (void)state;
    hall_begin(&hall, 1, 1, 32, false);
    struct person *leader = person_seated(&hall, CODE_FACILITATOR, 0);
    struct link_guard *guard = hall_guard(&hall);
    for (unsigned i = 0; i < LINK_SELECTORS; i++)
        guard->code_failures[i] = LINK_CODE_FAILURES;
    struct command add = {.kind = COMMAND_ADD_SCHOOL, .change.school.name = "Late School"};
    assert_int_equal(person_obeyed(&hall, leader, &add), REFUSAL_NONE);
    assert_true(person_seated(&hall, CODE_SCHOOL, 2)->seated);
    hall_end(&hall);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whoever_never_reads_costs_a_bounded_amount),
        cmocka_unit_test(whoever_asks_and_never_reads_is_let_go),
        cmocka_unit_test(a_flood_holds_nobody_up),
        cmocka_unit_test(a_full_outbox_is_no_flood),
        cmocka_unit_test(half_open_connections_keep_nobody_out),
        cmocka_unit_test(a_full_room_comes_in_at_once),
        cmocka_unit_test(guessing_waits_then_retires_and_the_facilitator_is_told),
        cmocka_unit_test(a_new_schools_code_starts_with_a_clean_count),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
