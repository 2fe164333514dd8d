/* Who hears what, by the bytes that came out of every stream and went to the projector. */

#include <stdio.h>
#include <stdlib.h>

#include "base/text.h"
#include "host/hall.h"
#include "testing.h"

enum { SCHOOLS = 5, CONDITIONS = 3 };

/* Everybody there can be. */
struct cast {
    struct hall hall;
    struct person *leader, *observer, *display, *visitor;
    struct person *heads[SCHOOLS + 1];
};

static void begin(struct cast *cast)
{
    struct hall *hall = &cast->hall;
    hall_begin(hall, SCHOOLS, CONDITIONS, 32, true);
    cast->leader = person_seated(hall, CODE_FACILITATOR, 0);
    for (unsigned kind = CODE_OBSERVER; kind <= CODE_DISPLAY; kind++) {
        struct command issue = {.kind = COMMAND_ISSUE_CODE, .change.code.kind = (uint8_t)kind};
        assert_int_equal(person_obeyed(hall, cast->leader, &issue), REFUSAL_NONE);
    }
    cast->observer = person_seated(hall, CODE_OBSERVER, 0);
    cast->display = person_seated(hall, CODE_DISPLAY, 0);
    cast->visitor = person_seated(hall, CODE_ROOM, 0);
    for (school_id s = 1; s <= SCHOOLS; s++)
        cast->heads[s] = person_seated(hall, CODE_SCHOOL, s);
}

static void obey(struct cast *cast, struct person *person, struct command command)
{
    assert_int_equal(person_obeyed(&cast->hall, person, &command), REFUSAL_NONE);
}

static struct command place(seat_id seat, school_id school)
{
    return (struct command){.kind = COMMAND_PLACE_SEAT,
                            .change.seat = {.seat = seat, .school = school}};
}

static struct command admit(seat_id seat, bool speaks)
{
    return (struct command){.kind = COMMAND_ADMIT, .change.seat = {.seat = seat, .speaks = speaks}};
}

static bool holds_cells(const struct room *room)
{
    for (condition_id c = 1; c <= CONDITIONS; c++)
        for (school_id s = 1; s <= SCHOOLS; s++)
            if (room->cells[c][s].now)
                return true;
    return false;
}

/* The talks in a room are those of that school, or none. */
static bool holds_talks_of(const struct room *room, school_id school)
{
    bool any = false;
    for (condition_id c = 1; c <= CONDITIONS; c++)
        for (school_id s = 1; s <= SCHOOLS; s++) {
            if (room->has_talk[c][s] && s != school)
                return false;
            any |= room->has_talk[c][s];
        }
    return any == (school != 0);
}

/* A name beside a rating is nowhere but where it belongs, after every single step. */
static void step_in_private(struct cast *cast, int64_t ms)
{
    for (int64_t until_ms = cast->hall.now_ms + ms; cast->hall.now_ms < until_ms;) {
        hall_step(&cast->hall);
        assert_false(holds_cells(cast->hall.projector));
        for (unsigned i = 0; i < PEOPLE_MAX; i++)
            if (cast->hall.people[i])
                assert_int_equal(cast->hall.people[i]->cells, 0);
    }
}

/* Everything a school and its manager may say to each other, chosen by a seed. */
static void talk(struct cast *cast, uint64_t *seed, unsigned number)
{
    school_id s = (school_id)(1 + seeded_below(seed, SCHOOLS));
    condition_id c = (condition_id)(1 + seeded_below(seed, CONDITIONS));
    char note[64];
    snprintf(note, sizeof note, "NOTE-%u-%u", s, number);
    struct command command = rate(s, c, (uint8_t)(1 + seeded_below(seed, 10)), note);
    struct person *speaker = seeded_below(seed, 2) ? cast->leader : cast->heads[s];
    switch (seeded_below(seed, 4)) {
    case 0:
        command.kind = COMMAND_AGREE_IN_PERSON;
        snprintf(command.change.rating.with, NAME_SIZE, "LEADER-%u-%u", s, number);
        speaker = cast->leader;
        break;
    case 1: {
        const struct rating *rating = &host_model(cast->hall.host)->ratings[c][s];
        command.kind = COMMAND_AGREE;
        command.change.rating.revision = rating->proposals[SIDE_MANAGER].revision;
        speaker = cast->heads[s];
        break;
    }
    default:
        break;
    }
    person_ask(speaker, &command);
    step_in_private(cast, HALL_STEP_MS * (int64_t)(1 + seeded_below(seed, 12)));
}

static void assert_deaf_to(const struct person *person, const char *mark)
{
    if (person_heard(person, mark))
        fail_msg("seat %u heard %s", person->seat, mark);
}

static void assert_nobody_heard_secrets(struct cast *cast)
{
    const struct model *model = host_model(cast->hall.host);
    for (unsigned i = 0; i < PEOPLE_MAX; i++) {
        const struct person *p = cast->hall.people[i];
        for (seat_id s = 1; p && s <= model->seat_count; s++)
            assert_null(
                memmem(p->heard, p->heard_length, model->seats[s].token_hash.bytes, SECRET_SIZE));
        for (uint16_t n = 1; p && p != cast->leader && n <= model->code_count; n++) {
            char symbols[LINK_CODE_SIZE] = "";
            memcpy(symbols, model->codes[n].symbols.bytes, CODE_LENGTH);
            if (p != cast->display || model->codes[n].kind != CODE_ROOM)
                assert_deaf_to(p, symbols);
            assert_int_equal(hall_projected(&cast->hall, symbols),
                             model->codes[n].kind == CODE_ROOM);
        }
    }
}

static void talks_stay_between_a_school_and_its_manager(void **state)
{
    struct cast cast;
    uint64_t seed = 11;
    (void)state;
    begin(&cast);
    obey(&cast, cast.visitor, place(cast.visitor->seat, 1)); /* named, not admitted */
    for (unsigned number = 0; number < 300; number++)
        talk(&cast, &seed, number);
    step_in_private(&cast, 200);
    unsigned notes = 0;
    for (school_id s = 1; s <= SCHOOLS; s++) {
        char note[32], leader[32];
        snprintf(note, sizeof note, "NOTE-%u-", s);
        snprintf(leader, sizeof leader, "LEADER-%u-", s);
        notes += person_heard(cast.leader, note) && person_heard(cast.heads[s], note) &&
                 person_heard(cast.heads[s], leader);
        for (unsigned i = 0; i < PEOPLE_MAX; i++) {
            struct person *p = cast.hall.people[i];
            if (!p || p == cast.leader || p == cast.heads[s])
                continue;
            assert_deaf_to(p, note);
            assert_deaf_to(p, leader);
        }
        assert_false(hall_projected(&cast.hall, note) || hall_projected(&cast.hall, leader));
    }
    assert_int_equal(notes, SCHOOLS); /* the marks can be heard where they should be */
    assert_nobody_heard_secrets(&cast);
    hall_assert_replays(&cast.hall);
    hall_end(&cast.hall);
}

static void names_of_people_are_the_facilitators(void **state)
{
    struct cast cast;
    (void)state;
    begin(&cast);
    struct command name = {.kind = COMMAND_NAME_SEAT,
                           .change.seat = {.seat = cast.heads[2]->seat, .name = "PERSON-MARK"}};
    obey(&cast, cast.heads[2], name);
    assert_true(person_heard(cast.leader, "PERSON-MARK"));
    assert_string_equal(cast.heads[2]->room->me.name, "PERSON-MARK");
    for (unsigned i = 0; i < PEOPLE_MAX; i++)
        if (cast.hall.people[i] && cast.hall.people[i] != cast.leader &&
            cast.hall.people[i] != cast.heads[2])
            assert_deaf_to(cast.hall.people[i], "PERSON-MARK");
    assert_false(hall_projected(&cast.hall, "PERSON-MARK"));
    hall_end(&cast.hall);
}

/* One's own seat is told to its client though nobody else's news changes. */
static void a_seat_learns_what_it_is_by_itself(void **state)
{
    struct hall hall;
    (void)state;
    hall_begin(&hall, SCHOOLS, CONDITIONS, 16, false);
    struct person *visitor = person_seated(&hall, CODE_ROOM, 0);
    struct command placed = place(visitor->seat, 3);
    assert_int_equal(visitor->room->me.seat, visitor->seat);
    assert_int_equal(person_obeyed(&hall, visitor, &placed), REFUSAL_NONE);
    assert_int_equal(visitor->room->me.school, 3);
    assert_false(visitor->room->me.speaks);
    struct command rated = rate(3, 1, 5, "");
    assert_int_equal(person_obeyed(&hall, visitor, &rated), REFUSAL_NOT_ADMITTED);
    hall_end(&hall);
}

static void a_nod_opens_a_schools_talk_and_taking_it_back_closes_it(void **state)
{
    struct cast cast;
    (void)state;
    begin(&cast);
    struct person *visitor = cast.visitor;
    for (school_id s = 1; s <= 2; s++)
        obey(&cast, cast.heads[s], rate(s, 1, 5, s == 1 ? "FIRST-NOTE" : "SECOND-NOTE"));
    obey(&cast, visitor, place(visitor->seat, 1));
    assert_true(holds_talks_of(visitor->room, 0));
    assert_deaf_to(visitor, "FIRST-NOTE");

    obey(&cast, cast.leader, admit(visitor->seat, true));
    assert_true(visitor->room->me.speaks && holds_talks_of(visitor->room, 1));
    assert_true(person_heard(visitor, "FIRST-NOTE"));
    assert_int_equal(visitor->room->progress[1].proposed, 1);

    obey(&cast, cast.leader, admit(visitor->seat, false));
    assert_true(!visitor->room->me.speaks && holds_talks_of(visitor->room, 0));
    assert_int_equal(visitor->room->progress[1].proposed, 0);
    person_forget_heard(visitor);
    obey(&cast, cast.heads[1], rate(1, 1, 6, "LATER-NOTE"));
    assert_deaf_to(visitor, "LATER-NOTE");

    /* the facilitator seats it with another school: that one's talk, and nothing of the first */
    obey(&cast, cast.leader, admit(visitor->seat, true));
    obey(&cast, cast.leader, place(visitor->seat, 2));
    assert_true(holds_talks_of(visitor->room, 2));
    assert_true(person_heard(visitor, "SECOND-NOTE"));
    /* moving back by itself loses the nod */
    obey(&cast, visitor, place(visitor->seat, 1));
    assert_true(holds_talks_of(visitor->room, 0));
    hall_end(&cast.hall);
}

/* The nod is taken back and, before anything was sent, what was said is withdrawn too: neither may
 * stay on the screen. */
static void what_went_at_the_same_moment_is_forgotten_too(void **state)
{
    struct cast cast;
    (void)state;
    begin(&cast);
    struct person *visitor = cast.visitor;
    obey(&cast, cast.heads[1], rate(1, 1, 5, ""));
    obey(&cast, cast.heads[1], rate(1, 2, 5, ""));
    obey(&cast, cast.leader, place(visitor->seat, 1));
    assert_true(holds_talks_of(visitor->room, 1));
    struct command no = admit(visitor->seat, false), withdraw = rate(1, 2, 0, "");
    withdraw.kind = COMMAND_WITHDRAW;
    person_ask(cast.leader, &no);
    person_ask(cast.heads[1], &withdraw);
    hall_run(&cast.hall, 200);
    assert_true(holds_talks_of(visitor->room, 0));
    assert_true(holds_talks_of(cast.heads[1]->room, 1));
    hall_end(&cast.hall);
}

static void names_come_and_go_with_consent(void **state)
{
    struct cast cast;
    (void)state;
    begin(&cast);
    struct hall *hall = &cast.hall;
    for (school_id s = 1; s <= SCHOOLS; s++)
        obey(&cast, cast.heads[s], rate(s, 1, (uint8_t)s, "KEPT-NOTE"));
    for (school_id s = 1; s < SCHOOLS; s++)
        obey(&cast, cast.heads[s], consent(s, ANSWER_YES));
    step_in_private(&cast, 200);
    obey(&cast, cast.heads[SCHOOLS], consent(SCHOOLS, ANSWER_YES));
    assert_true(holds_cells(hall->projector) && holds_cells(cast.display->room) &&
                holds_cells(cast.visitor->room) && holds_cells(cast.heads[1]->room));
    assert_int_equal(cast.observer->cells, 0); /* nobody has consented for the authority */
    assert_int_equal(hall->projector->cells[1][3].now, 3);

    /* one takes it back, and at that very moment somebody comes in: every update is whole */
    for (unsigned moment = 0; moment < 12; moment++) {
        struct hall_code code = hall_code(hall, CODE_ROOM, 0);
        struct command back = consent(2, ANSWER_NO), again = consent(2, ANSWER_YES);
        struct command look = {.kind = COMMAND_LOOK,
                               .change.view.focus = (uint8_t)(moment % 2 + 1)};
        struct person *late = NULL;
        hall_console(hall, &look);
        hall_step(hall); /* an update has just gone out: the next one is some time off */
        uint32_t id = person_ask(cast.heads[2], &back);
        for (unsigned step = 0; step < 24; step++) {
            if (step == moment)
                late = person_come(hall, code.symbols, NULL, "10.0.0.8");
            hall_step(hall);
            bool gone = !hall->projector->workshop.named;
            assert_int_equal(holds_cells(hall->projector), !gone);
            assert_int_equal(holds_cells(cast.display->room), !gone);
            assert_int_equal(holds_cells(cast.visitor->room), !gone);
            assert_int_equal(holds_cells(cast.heads[1]->room), !gone);
            if (late && person_answer(cast.heads[2], id) == REFUSAL_NONE)
                assert_int_equal(late->cells, 0);
        }
        assert_false(hall->projector->workshop.named);
        assert_true(late->caught_up);
        person_go(hall, &late);
        obey(&cast, cast.heads[2], again);
        assert_true(holds_cells(hall->projector));
    }
    for (school_id s = 1; s <= SCHOOLS; s++)
        for (school_id other = 1; other <= SCHOOLS; other++)
            if (other != s)
                assert_false(cast.heads[s]->room->has_talk[1][other]);
    hall_end(hall);
}

static void bring_review_in(struct hall *hall)
{
    struct store *store = hall_store(hall);
    int64_t later_ms = INT64_C(20) * 24 * 3600 * 1000;
    struct command add = {.kind = COMMAND_ADD_REVIEW,
                          .change.review = {.day = 5, .title = "Before"}};
    assert_int_equal(store_do(store, SEAT_KIOSK, &add, later_ms), REFUSAL_NONE);
    for (school_id s = 1; s <= SCHOOLS; s++) {
        struct command past = {.kind = COMMAND_ADD_PAST, .change.past = {.review = 1, .school = s}};
        past.change.past.past.now[1] = (uint8_t)s;
        assert_int_equal(store_do(store, SEAT_KIOSK, &past, later_ms), REFUSAL_NONE);
    }
    assert_int_equal(store_commit(store, NULL), ERROR_OK);
    hall_touch(hall);
    hall_run(hall, 200);
}

/* What everybody was is told with names; what one's own school was always. */
static void assert_pasts(const struct room *room, school_id own, bool named)
{
    for (school_id s = 1; s <= SCHOOLS; s++)
        assert_int_equal(room_past(room, 1, s)->now[1], named || s == own ? s : 0);
}

static void a_school_keeps_its_own_past_whatever_is_named(void **state)
{
    struct cast cast;
    (void)state;
    begin(&cast);
    struct hall *hall = &cast.hall;
    bring_review_in(hall);
    for (school_id s = 2; s <= SCHOOLS; s++)
        obey(&cast, cast.heads[s], consent(s, ANSWER_YES));
    for (unsigned round = 0; round < 6; round++) {
        bool named = round % 2;
        obey(&cast, cast.heads[1], consent(1, named ? ANSWER_YES : ANSWER_NO));
        hall_run(hall, 200);
        for (school_id s = 1; s <= SCHOOLS; s++)
            assert_pasts(cast.heads[s]->room, s, named);
        assert_pasts(cast.leader->room, 0, true);
        assert_pasts(cast.display->room, 0, named);
        assert_pasts(cast.observer->room, 0, false);
        assert_pasts(cast.visitor->room, 0, named);
        /* who speaks for a school for a while is told for that while */
        seat_id seat = cast.visitor->room->me.seat;
        obey(&cast, cast.visitor, place(seat, 2));
        obey(&cast, cast.leader, admit(seat, true));
        assert_pasts(cast.visitor->room, 2, named);
        obey(&cast, cast.leader, admit(seat, false));
        assert_pasts(cast.visitor->room, 0, named);
    }
    hall_end(hall);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(talks_stay_between_a_school_and_its_manager),
        cmocka_unit_test(names_of_people_are_the_facilitators),
        cmocka_unit_test(a_seat_learns_what_it_is_by_itself),
        cmocka_unit_test(a_nod_opens_a_schools_talk_and_taking_it_back_closes_it),
        cmocka_unit_test(what_went_at_the_same_moment_is_forgotten_too),
        cmocka_unit_test(names_come_and_go_with_consent),
        cmocka_unit_test(a_school_keeps_its_own_past_whatever_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
