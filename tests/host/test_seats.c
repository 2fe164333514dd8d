/* Seats and the connections on them: moved, removed, taken over, full; and what comes after. */

#include <stdlib.h>

#include "host/hall.h"
#include "host/state.h"
#include "testing.h"

static void the_newest_laptop_has_the_seat(void **state)
{
    struct hall hall;
    (void)state;
    hall_begin(&hall, 2, 2, 16, false);
    struct person *leader = person_seated(&hall, CODE_FACILITATOR, 0);
    struct person *old = person_seated(&hall, CODE_SCHOOL, 1);
    seat_id seat = old->seat;
    struct person *new = person_come(&hall, NULL, &old->token, "10.0.0.5");
    hall_run(&hall, 100);
    assert_true(new->caught_up);
    assert_int_equal(new->seat, seat);
    assert_int_equal(old->farewell, FAREWELL_ELSEWHERE);
    assert_true(old->gone);
    assert_int_equal(leader->room->seats[seat].presence, PRESENCE_HERE);

    /* on the place the old one left sits a stranger: the seat's next change is none of theirs */
    struct person *stranger = person_seated(&hall, CODE_SCHOOL, 2);
    struct person *third = person_come(&hall, NULL, &old->token, "10.0.0.6");
    hall_run(&hall, 100);
    assert_true(third->caught_up);
    assert_int_equal(new->farewell, FAREWELL_ELSEWHERE);
    assert_int_equal(stranger->farewell, FAREWELL_NONE);
    person_go(&hall, &third);
    hall_run(&hall, 100);
    assert_int_equal(leader->room->seats[seat].presence, PRESENCE_AWAY);
    hall_end(&hall);
}

/* Places are used again in the very tick in which we end a connection. */
static void a_place_used_again_belongs_to_whoever_has_it_now(void **state)
{
    struct hall hall;
    (void)state;
    hall_begin(&hall, 2, 2, 5, false); /* so few that each is used again and again */
    struct person *leader = person_seated(&hall, CODE_FACILITATOR, 0);
    struct hall_code code = hall_code(&hall, CODE_ROOM, 0);
    for (unsigned round = 0; round < 20; round++) {
        struct person *guest = person_seated(&hall, CODE_ROOM, 0);
        struct command remove = {.kind = COMMAND_REMOVE_SEAT, .change.seat.seat = guest->seat};
        person_ask(leader, &remove);
        hall_step(&hall); /* ended, and the place is free */
        assert_int_equal(guest->farewell, FAREWELL_REMOVED);
        struct person *next = person_come(&hall, code.symbols, NULL, "10.0.0.5");
        struct person *back = person_come(&hall, NULL, &guest->token, "10.0.0.6");
        hall_run(&hall, 100);
        assert_true(next->caught_up && !next->gone);
        assert_int_equal(back->no, LINK_NO_WRONG); /* its token opens nothing any more */
        assert_int_equal(leader->room->seats[guest->seat].role, ROLE_NONE);
        assert_int_equal(leader->room->seats[next->seat].presence, PRESENCE_HERE);
        person_go(&hall, &guest), person_go(&hall, &next), person_go(&hall, &back);
        hall_run(&hall, 20);
    }
    hall_end(&hall);
}

static void a_seat_code_moves_a_seat_once(void **state)
{
    struct hall hall;
    (void)state;
    hall_begin(&hall, 2, 2, 16, false);
    struct person *leader = person_seated(&hall, CODE_FACILITATOR, 0);
    struct person *old = person_seated(&hall, CODE_SCHOOL, 1);
    struct command rated = rate(1, 1, 5, "");
    assert_int_equal(person_obeyed(&hall, old, &rated), REFUSAL_NONE);
    struct command issue = {.kind = COMMAND_ISSUE_CODE,
                            .change.code = {.kind = CODE_SEAT, .seat = old->seat}};
    assert_int_equal(person_obeyed(&hall, leader, &issue), REFUSAL_NONE);
    const struct model *model = host_model(hall.host);
    uint16_t index = model_find_code(model, CODE_SEAT, 0, old->seat);
    const char *symbols = leader->room->codes[index].symbols;
    char code[LINK_CODE_SIZE];
    memcpy(code, symbols, sizeof code);
    uint16_t seats = model->seat_count;
    struct person *new = person_come(&hall, code, NULL, "10.0.0.5");
    hall_run(&hall, 100);
    assert_true(new->caught_up &&new->has_token);
    assert_int_equal(new->seat, old->seat);
    assert_int_equal(new->room->me.school, 1);
    assert_true(new->room->has_talk[1][1]);
    assert_int_equal(old->farewell, FAREWELL_ELSEWHERE);
    assert_int_equal(model->seat_count, seats);
    struct person *again = person_come(&hall, code, NULL, "10.0.0.5");
    struct person *back = person_come(&hall, NULL, &old->token, "10.0.0.5");
    hall_run(&hall, 100);
    assert_int_equal(again->no, LINK_NO_RETIRED);
    assert_int_equal(back->no, LINK_NO_WRONG);
    hall_end(&hall);
}

static struct hall_code code_for_seat(struct hall *hall, struct person *leader, seat_id seat)
{
    struct command issue = {.kind = COMMAND_ISSUE_CODE,
                            .change.code = {.kind = CODE_SEAT, .seat = seat}};
    struct hall_code code = {{0}};
    assert_int_equal(person_obeyed(hall, leader, &issue), REFUSAL_NONE);
    uint16_t index = model_find_code(host_model(hall->host), CODE_SEAT, 0, seat);
    memcpy(code.symbols, leader->room->codes[index].symbols, sizeof code.symbols);
    return code;
}

/* What the old laptop sent `steps` ticks after the new one began to come. The new one counts its
 * commands from 1 again: what it says first must be done, and not be taken for something that was
 * said before. */
static void move_while_it_sends(unsigned steps, bool by_code)
{
    struct hall hall;
    hall_begin(&hall, 2, 2, 16, false);
    struct person *leader = person_seated(&hall, CODE_FACILITATOR, 0);
    struct person *old = person_seated(&hall, CODE_SCHOOL, 1);
    struct hall_code code = code_for_seat(&hall, leader, old->seat);
    struct person *new = by_code ? person_come(&hall, code.symbols, NULL, "10.0.0.5")
                                 : person_come(&hall, NULL, &old->token, "10.0.0.5");
    for (unsigned step = 0; step < steps; step++)
        hall_step(&hall);
    struct command theirs = rate(1, 1, 5, "theirs"), ours = rate(1, 1, 7, "ours");
    uint32_t late = person_ask(old, &theirs);
    bool seated = new->seated;
    hall_run(&hall, 100);
    assert_true(new->caught_up);
    const struct rating *rating = &host_model(hall.host)->ratings[1][1];
    if (seated)
        assert_int_equal(rating->revision, 0);
    if (by_code && rating->revision) /* done before the seat moved, and so the new one sees it */
        assert_int_equal(person_answer(old, late), REFUSAL_NONE);
    assert_int_equal(person_obeyed(&hall, new, &ours), REFUSAL_NONE);
    assert_int_equal(rating->proposals[SIDE_SCHOOL].figure.now, 7);
    hall_assert_replays(&hall);
    hall_end(&hall);
}

static void what_an_old_laptop_sends_late_is_not_the_seats_any_more(void **state)
{
    (void)state;
    for (unsigned steps = 0; steps < 12; steps++) {
        move_while_it_sends(steps, true);
        move_while_it_sends(steps, false);
    }
}

static void a_new_code_replaces_the_old_one(void **state)
{
    struct hall hall;
    (void)state;
    hall_begin(&hall, 2, 2, 16, true);
    struct person *leader = person_seated(&hall, CODE_FACILITATOR, 0);
    struct hall_code old = hall_code(&hall, CODE_SCHOOL, 1), room = hall_code(&hall, CODE_ROOM, 0);
    struct command issue = {.kind = COMMAND_ISSUE_CODE,
                            .change.code = {.kind = CODE_SCHOOL, .school = 1}};
    assert_int_equal(person_obeyed(&hall, leader, &issue), REFUSAL_NONE);
    assert_true(person_seated(&hall, CODE_SCHOOL, 1)->seated);
    struct command off = {.kind = COMMAND_SET,
                          .change.setting = {.setting = SETTING_OFFER_ROOM_CODE, .on = false}};
    hall_console(&hall, &off);
    hall_run(&hall, 100);
    struct person *late = person_come(&hall, old.symbols, NULL, "10.0.0.5");
    struct person *visitor = person_come(&hall, room.symbols, NULL, "10.0.0.5");
    hall_run(&hall, 100);
    assert_int_equal(late->no, LINK_NO_RETIRED);
    assert_int_equal(visitor->no, LINK_NO_RETIRED); /* not offered: the lobby does not show it */
    hall_end(&hall);
}

/* The last seats go in one tick: who comes too late is told that it is full. */
static void the_room_is_full_at_its_last_seat(void **state)
{
    struct hall hall;
    (void)state;
    hall_begin(&hall, 2, 1, 16, false);
    struct command join = {.kind = COMMAND_JOIN,
                           .change.join.code =
                               model_find_code(host_model(hall.host), CODE_ROOM, 0, 0),
                           .secret.length = SECRET_SIZE};
    struct trouble trouble;
    for (unsigned i = 0; i < SEATS_MAX - 1; i++)
        assert_int_equal(store_do(hall.host->store, SEAT_KIOSK, &join, hall.now_ms), REFUSAL_NONE);
    assert_int_equal(store_commit(hall.host->store, &trouble), ERROR_OK);
    struct hall_code code = hall_code(&hall, CODE_ROOM, 0);
    struct person *two[] = {person_come(&hall, code.symbols, NULL, "10.0.0.5"),
                            person_come(&hall, code.symbols, NULL, "10.0.0.6")};
    hall_run(&hall, 100);
    assert_int_equal(two[0]->seated + two[1]->seated, 1);
    struct person *in = two[0]->seated ? two[0] : two[1], *out = two[0]->seated ? two[1] : two[0];
    assert_int_equal(in->seat, SEATS_MAX);
    assert_int_equal(out->no, LINK_NO_FULL);
    /* nobody is kept from coming back */
    struct person *back = person_come(&hall, NULL, &in->token, "10.0.0.7");
    hall_run(&hall, 100);
    assert_true(back->caught_up);
    hall_end(&hall);
}

/* Every selector is in use: no code more, and no school without one. */
static void codes_run_out_without_leaving_half_a_school(void **state)
{
    struct hall hall;
    (void)state;
    hall_begin(&hall, 2, 1, 16, false);
    struct person *leader = person_seated(&hall, CODE_FACILITATOR, 0);
    const struct model *model = host_model(hall.host);
    struct command join = {.kind = COMMAND_JOIN,
                           .change.join.code = model_find_code(model, CODE_ROOM, 0, 0),
                           .secret.length = SECRET_SIZE};
    struct command issue = {.kind = COMMAND_ISSUE_CODE, .change.code.kind = CODE_SEAT};
    while (model->code_count < LINK_SELECTORS) {
        struct trouble trouble;
        assert_int_equal(store_do(hall.host->store, SEAT_KIOSK, &join, hall.now_ms), REFUSAL_NONE);
        assert_int_equal(store_commit(hall.host->store, &trouble), ERROR_OK);
        issue.change.code.seat = model->seat_count;
        uint32_t id = person_ask(leader, &issue);
        hall_step(&hall);
        assert_int_equal(person_answer(leader, id), REFUSAL_NONE);
    }
    uint64_t events = model->event_count;
    struct command add = {.kind = COMMAND_ADD_SCHOOL, .change.school.name = "One More"};
    assert_int_equal(person_obeyed(&hall, leader, &add), REFUSAL_CODES_FULL);
    assert_int_equal(person_obeyed(&hall, leader, &issue), REFUSAL_CODES_FULL);
    assert_int_equal(model->event_count, events);
    for (uint16_t i = 1; i <= model->code_count; i++)
        for (uint16_t k = (uint16_t)(i + 1); k <= model->code_count; k++)
            assert_memory_not_equal(model->codes[i].symbols.bytes, model->codes[k].symbols.bytes,
                                    LINK_SELECTOR_LENGTH);
    hall_end(&hall);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_newest_laptop_has_the_seat),
        cmocka_unit_test(a_place_used_again_belongs_to_whoever_has_it_now),
        cmocka_unit_test(a_seat_code_moves_a_seat_once),
        cmocka_unit_test(what_an_old_laptop_sends_late_is_not_the_seats_any_more),
        cmocka_unit_test(a_new_code_replaces_the_old_one),
        cmocka_unit_test(the_room_is_full_at_its_last_seat),
        cmocka_unit_test(codes_run_out_without_leaving_half_a_school),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
