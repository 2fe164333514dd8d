#include "model/bench.h"
#include "model/project.h"
#include "testing.h"

/* Seats and codes: who comes in as what, and what becomes of a seat. */

static struct bench bench;
static struct bench *b = &bench;

static const struct seat *seat(seat_id id)
{
    return &b->model->seats[id];
}

static enum refusal place(seat_id asks, seat_id who, school_id school)
{
    return bench_ask(b, asks, ask_seat(COMMAND_PLACE_SEAT, who, school, false, ""));
}

static void a_code_gives_its_role(void **state)
{
    (void)state;
    static const struct {
        enum code_kind kind;
        enum role role;
        school_id school;
    } cases[] = {
        {CODE_ROOM, ROLE_ROOM, 0},
        {CODE_SCHOOL, ROLE_SCHOOL, 2},
        {CODE_FACILITATOR, ROLE_FACILITATOR, 0},
        {CODE_OBSERVER, ROLE_OBSERVER, 0},
        {CODE_DISPLAY, ROLE_DISPLAY, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        seat_id s = bench_join(b, cases[i].kind, cases[i].school);
        assert_int_equal(seat(s)->role, cases[i].role);
        assert_int_equal(seat(s)->school, cases[i].school);
        assert_int_equal(seat(s)->speaks, cases[i].kind == CODE_SCHOOL);
        assert_int_equal(seat(s)->token_hash.length, SECRET_SIZE);
    }
}

/* What a joiner claims to be in the command is not looked at. */
static void nobody_joins_as_more_than_the_code(void **state)
{
    (void)state;
    struct command c = ask_join(bench_code(b, CODE_ROOM, 0, 0));
    c.change.join.role = ROLE_FACILITATOR;
    c.change.join.school = 1;
    c.change.join.speaks = true;
    c.change.join.seat = 7;
    assert_int_equal(bench_ask(b, SEAT_KIOSK, c), REFUSAL_NONE);
    assert_int_equal(b->model->seat_count, 1);
    assert_int_equal(seat(1)->role, ROLE_ROOM);
    assert_int_equal(seat(1)->school, 0);
    assert_false(seat(1)->speaks);
}

static void a_new_code_retires_the_old_one(void **state)
{
    (void)state;
    uint16_t first = bench_code(b, CODE_SCHOOL, 1, 0), other = bench_code(b, CODE_SCHOOL, 2, 0);
    uint16_t second = bench_code(b, CODE_SCHOOL, 1, 0);
    assert_true(b->model->codes[first].retired);
    assert_false(b->model->codes[other].retired);
    assert_int_equal(bench_ask(b, 0, ask_join(first)), REFUSAL_CODE_USED);
    assert_int_equal(model_find_code(b->model, CODE_SCHOOL, 1, 0), second);
    struct command retire = {.kind = COMMAND_RETIRE_CODE, .change.code.code = second};
    assert_int_equal(bench_ask(b, 0, retire), REFUSAL_NONE);
    assert_int_equal(model_find_code(b->model, CODE_SCHOOL, 1, 0), 0);
}

/* The same seat on another laptop: everything stays but the token; the code works once. */
static void a_seat_moves_to_another_laptop(void **state)
{
    (void)state;
    seat_id s = bench_join(b, CODE_SCHOOL, 1);
    assert_int_equal(bench_ask(b, s, ask_figure(COMMAND_RATE, 1, 1, 4)), REFUSAL_NONE);
    assert_true(seat(s)->last_command > 1);
    struct seat before = *seat(s);
    uint16_t code = bench_code(b, CODE_SEAT, 0, s);
    assert_int_equal(bench_ask(b, 0, ask_join(code)), REFUSAL_NONE);
    assert_int_equal(b->model->seat_count, s);
    assert_memory_not_equal(&before.token_hash, &seat(s)->token_hash, sizeof before.token_hash);
    assert_int_equal(seat(s)->school, before.school);
    assert_true(seat(s)->speaks);
    assert_int_equal(bench_ask(b, 0, ask_join(code)), REFUSAL_CODE_USED);
    /* the other laptop counts its commands anew */
    struct command c = ask_figure(COMMAND_RATE, 1, 1, 9);
    c.id = 1;
    assert_int_equal(bench_ask(b, s, c), REFUSAL_NONE);
    assert_int_equal(b->model->ratings[1][1].proposals[SIDE_SCHOOL].figure.now, 9);
}

static void placing_oneself_needs_a_nod(void **state)
{
    (void)state;
    seat_id s = bench_join(b, CODE_ROOM, 0);
    assert_int_equal(place(s, s, 1), REFUSAL_NONE);
    assert_false(seat(s)->speaks);
    assert_int_equal(audience_school(b->model, s), 0);
    assert_int_equal(place(SEAT_KIOSK, s, 1), REFUSAL_NONE);
    assert_true(seat(s)->speaks);
    assert_int_equal(audience_school(b->model, s), 1);
    assert_int_equal(place(s, s, 2), REFUSAL_NONE);
    assert_int_equal(seat(s)->school, 2);
    assert_false(seat(s)->speaks);
    /* taken back again */
    bench_ask(b, 0, ask_seat(COMMAND_ADMIT, s, 0, true, ""));
    assert_true(seat(s)->speaks);
    bench_ask(b, 0, ask_seat(COMMAND_ADMIT, s, 0, false, ""));
    assert_false(seat(s)->speaks);
    assert_int_equal(seat(s)->school, 2);
}

static void with_admit_all_naming_a_school_is_enough(void **state)
{
    (void)state;
    seat_id early = bench_join(b, CODE_ROOM, 0), late = bench_join(b, CODE_ROOM, 0);
    place(early, early, 1);
    bench_set(b, SETTING_ADMIT_ALL, true);
    assert_int_equal(place(late, late, 1), REFUSAL_NONE);
    assert_true(seat(late)->speaks);
    /* who chose before the switch need only choose again */
    assert_false(seat(early)->speaks);
    assert_int_equal(place(early, early, 1), REFUSAL_NONE);
    assert_true(seat(early)->speaks);
}

static void school_seats_are_moved_by_the_facilitator_alone(void **state)
{
    (void)state;
    seat_id s = bench_join(b, CODE_SCHOOL, 1), observer = bench_join(b, CODE_OBSERVER, 0);
    assert_int_equal(place(s, s, 2), REFUSAL_OTHER_SCHOOL);
    assert_int_equal(place(SEAT_KIOSK, s, 2), REFUSAL_NONE);
    assert_int_equal(seat(s)->school, 2);
    assert_true(seat(s)->speaks);
    assert_int_equal(place(SEAT_KIOSK, observer, 2), REFUSAL_NO_SEAT);
    assert_int_equal(place(observer, observer, 2), REFUSAL_OTHER_SCHOOL);
}

static void names_are_ones_own_business(void **state)
{
    (void)state;
    seat_id s = bench_join(b, CODE_SCHOOL, 1), other = bench_join(b, CODE_SCHOOL, 1);
    assert_int_equal(bench_ask(b, s, ask_seat(COMMAND_NAME_SEAT, s, 2, true, "Ann")), 0);
    assert_string_equal(seat(s)->name, "Ann");
    assert_int_equal(seat(s)->school, 1);
    assert_int_equal(bench_ask(b, other, ask_seat(COMMAND_NAME_SEAT, s, 0, true, "Bob")),
                     REFUSAL_NOT_ALLOWED);
    assert_int_equal(bench_ask(b, 0, ask_seat(COMMAND_NAME_SEAT, s, 0, true, "Ann B")), 0);
    assert_string_equal(seat(s)->name, "Ann B");
    assert_int_equal(bench_ask(b, 0, ask_seat(COMMAND_NAME_SEAT, 0, 0, true, "Me")),
                     REFUSAL_NO_SEAT);
}

static void a_seat_given_up_is_gone_for_good(void **state)
{
    (void)state;
    seat_id s = bench_join(b, CODE_SCHOOL, 1);
    assert_int_equal(bench_ask(b, 0, ask_seat(COMMAND_REMOVE_SEAT, s, 0, false, "")), 0);
    assert_false(model_has_seat(b->model, s));
    assert_int_equal(seat(s)->token_hash.length, 0);
    assert_int_equal(audience_school(b->model, s), 0);
    assert_int_equal(bench_ask(b, s, ask_figure(COMMAND_RATE, 1, 1, 4)), REFUSAL_REMOVED);
    /* its number is not given to anybody else */
    assert_int_equal(bench_join(b, CODE_SCHOOL, 1), s + 1);
    /* a facilitator that has been removed is none any more */
    seat_id manager = bench_join(b, CODE_FACILITATOR, 0);
    assert_true(model_is_facilitator(b->model, manager));
    bench_ask(b, 0, ask_seat(COMMAND_REMOVE_SEAT, manager, 0, false, ""));
    assert_false(model_is_facilitator(b->model, manager));
}

static void closing_forgets_codes_and_tokens(void **state)
{
    (void)state;
    seat_id s = bench_join(b, CODE_SCHOOL, 1);
    struct command close = {.kind = COMMAND_CLOSE, .id = 500};
    assert_int_equal(bench_ask(b, 0, close), REFUSAL_NONE);
    assert_int_equal(seat(s)->token_hash.length, 0);
    for (uint16_t i = 1; i <= b->model->code_count; i++)
        assert_true(b->model->codes[i].retired && b->model->codes[i].symbols.length == 0);
    assert_int_equal(bench_ask(b, s, ask_figure(COMMAND_RATE, 1, 1, 4)), REFUSAL_CLOSED);
    /* its receipt was lost: closing again is acknowledged, not refused */
    assert_int_equal(bench_ask(b, 0, close), REFUSAL_NONE);
}

/* Whoever has the code that moves a seat could be the facilitator. */
static void a_moved_seat_does_not_tell_what_was_written_on_it(void **state)
{
    (void)state;
    static struct live live;
    struct room *room;
    assert_int_equal(room_create(&room), ERROR_OK);
    bench_boards(b);
    seat_id s = bench_join(b, CODE_SCHOOL, 1);
    assert_int_equal(bench_ask(b, 0, ask_round(SLIP_READING, 1, ROUND_OPEN)), REFUSAL_NONE);
    assert_int_equal(bench_ask(b, s, ask_add_note(3, 1, "a personal word")), REFUSAL_NONE);
    assert_int_equal(bench_ask(b, s, ask_slip(SLIP_READING, 1, 0, 2)), REFUSAL_NONE);
    bench_look(b, room, &live, AUDIENCE_SEAT, s);
    assert_int_equal(room->own_slips[SLIP_READING][1].value, 2);
    assert_int_equal(room->own_notes[1].state, NOTE_SHOWN);
    uint16_t code = bench_code(b, CODE_SEAT, 0, s);
    assert_int_equal(bench_ask(b, 0, ask_join(code)), REFUSAL_NONE);
    bench_look(b, room, &live, AUDIENCE_SEAT, s);
    assert_int_equal(room->own_slips[SLIP_READING][1].value, 0);
    assert_int_equal(room->own_notes[1].state, NOTE_NONE);
    assert_int_equal(bench_ask(b, s, ask_note(b, COMMAND_REMOVE_NOTE, 1)), REFUSAL_OTHER_NOTE);
    /* answering again is no second answer */
    assert_int_equal(bench_ask(b, s, ask_slip(SLIP_READING, 1, 0, 3)), REFUSAL_NONE);
    assert_int_equal(b->model->slip_count, 1);
    room_destroy(&room);
}

int main(void)
{
#define REVIEW_TEST(f) BENCH_TEST(f, bench_set_up, &bench)
    const struct CMUnitTest tests[] = {
        REVIEW_TEST(a_code_gives_its_role),
        REVIEW_TEST(nobody_joins_as_more_than_the_code),
        REVIEW_TEST(a_new_code_retires_the_old_one),
        REVIEW_TEST(a_moved_seat_does_not_tell_what_was_written_on_it),
        REVIEW_TEST(a_seat_moves_to_another_laptop),
        REVIEW_TEST(placing_oneself_needs_a_nod),
        REVIEW_TEST(with_admit_all_naming_a_school_is_enough),
        REVIEW_TEST(school_seats_are_moved_by_the_facilitator_alone),
        REVIEW_TEST(names_are_ones_own_business),
        REVIEW_TEST(a_seat_given_up_is_gone_for_good),
        REVIEW_TEST(closing_forgets_codes_and_tokens),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
