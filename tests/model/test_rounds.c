#include "model/asking.h"
#include "testing.h"

/* Rounds of unsigned answers: who may give and change them, what each audience is told and when. */

enum { PEOPLE = ASKING_PEOPLE };

static struct bench bench;
static struct bench *b = &bench;
static struct live live;
static struct room *room;
static seat_id people[PEOPLE];

static int start(void **state)
{
    (void)state;
    memset(&live, 0, sizeof live);
    asking_open(b);
    asking_come_in(b, people, &live);
    return 0;
}

static void look(enum audience_kind kind, uint16_t id)
{
    bench_look(b, room, &live, kind, id);
}

static void call(enum slip_kind kind, uint8_t subject, enum round_state state)
{
    bench_must(b, SEAT_KIOSK, ask_round(kind, subject, state));
}

static const enum audience_kind everyone[] = {AUDIENCE_PROJECTOR, AUDIENCE_FACILITATOR,
                                              AUDIENCE_OBSERVER, AUDIENCE_PARTICIPANTS};

static void nobody_sees_an_answer_before_it_is_shown(void **state)
{
    (void)state;
    call(SLIP_READING, 1, ROUND_OPEN);
    asking_read(b, people, PEOPLE);
    for (size_t i = 0; i < sizeof everyone / sizeof *everyone; i++) {
        look(everyone[i], 0);
        assert_int_equal(room->rounds[SLIP_READING].subject, 1);
        assert_int_equal(room->rounds[SLIP_READING].state, ROUND_OPEN);
        assert_int_equal(room->rounds[SLIP_READING].answered, PEOPLE);
        assert_int_equal(room->rounds[SLIP_READING].asked, PEOPLE);
        assert_int_equal(room->tallies[SLIP_READING][1].count, 0);
        assert_int_equal(room->own_slips[SLIP_READING][1].value, 0);
    }
    call(SLIP_READING, 1, ROUND_SHOWN);
    for (size_t i = 0; i < sizeof everyone / sizeof *everyone; i++) {
        look(everyone[i], 0);
        const struct tally_item *tally = &room->tallies[SLIP_READING][1];
        assert_int_equal(room->rounds[SLIP_READING].state, ROUND_SHOWN);
        assert_int_equal(tally->count, PEOPLE);
        for (unsigned v = 3; v < 3 + PEOPLE; v++)
            assert_int_equal(tally->values[v], 1);
        assert_int_equal(tally->median, 11); /* five and a half */
        assert_true(tally->differs);
    }
}

static void few_readings_are_the_facilitators_alone(void **state)
{
    (void)state;
    call(SLIP_READING, 1, ROUND_OPEN);
    asking_read(b, people, UNNAMED_LEAST - 1);
    call(SLIP_READING, 1, ROUND_SHOWN);
    for (size_t i = 0; i < sizeof everyone / sizeof *everyone; i++) {
        look(everyone[i], 0);
        bool facilitator = everyone[i] == AUDIENCE_FACILITATOR;
        assert_int_equal(room->tallies[SLIP_READING][1].count, facilitator ? UNNAMED_LEAST - 1 : 0);
        assert_int_equal(room->rounds[SLIP_READING].answered, UNNAMED_LEAST - 1);
    }
}

static void a_schools_readings_wait_for_its_people(void **state)
{
    (void)state;
    call(SLIP_READING, 1, ROUND_OPEN);
    bench_must(b, people[0], ask_slip(SLIP_READING, 1, 0, 4));
    static const struct {
        enum audience_kind kind;
        uint16_t id;
    } theirs[] = {{AUDIENCE_SCHOOL, 1}, {AUDIENCE_FACILITATOR, 0}};
    for (size_t i = 0; i < 2; i++) {
        look(theirs[i].kind, theirs[i].id);
        assert_int_equal(room->readings[1][1].count, 0);
    }
    bench_must(b, people[1], ask_slip(SLIP_READING, 1, 0, 9));
    for (size_t i = 0; i < 2; i++) {
        look(theirs[i].kind, theirs[i].id);
        assert_int_equal(room->readings[1][1].count, 2);
        assert_int_equal(room->readings[1][1].values[9], 1);
        assert_int_equal(room->readings[1][1].median, 13);
        assert_false(room->readings[1][1].differs); /* two are just two */
    }
    look(AUDIENCE_SCHOOL, 2);
    assert_int_equal(room->readings[1][1].count, 0);
    for (size_t i = 0; i < sizeof everyone / sizeof *everyone; i++)
        if (everyone[i] != AUDIENCE_FACILITATOR) {
            look(everyone[i], 0);
            assert_int_equal(room->readings[1][1].count, 0);
        }
    bench_must(b, people[2], ask_slip(SLIP_READING, 1, 0, 7));
    look(AUDIENCE_SCHOOL, 2);
    assert_int_equal(room->readings[1][2].count, 0); /* one of two */
    live.presence[people[3]] = PRESENCE_AWAY;        /* who has left is not waited for */
    look(AUDIENCE_SCHOOL, 2);
    assert_int_equal(room->readings[1][2].count, 1);
    live.presence[people[3]] = PRESENCE_HERE;
    call(SLIP_READING, 1, ROUND_SHOWN);
    look(AUDIENCE_SCHOOL, 2);
    assert_int_equal(room->readings[1][2].count, 1);
    call(SLIP_READING, 1, ROUND_NONE);
    look(AUDIENCE_SCHOOL, 1);
    assert_int_equal(room->readings[1][1].count, 0);
}

/* A reading counts for a school only if its giver speaks for it. */
static void nobody_reads_for_a_school_without_a_nod(void **state)
{
    (void)state;
    seat_id guest = people[PEOPLE - 1];
    bench_must(b, guest, ask_seat(COMMAND_PLACE_SEAT, guest, 3, false, ""));
    call(SLIP_READING, 1, ROUND_OPEN);
    asking_read(b, people, PEOPLE);
    look(AUDIENCE_SCHOOL, 3);
    assert_int_equal(room->readings[1][3].count, 1);
    bench_must(b, SEAT_KIOSK, ask_seat(COMMAND_ADMIT, guest, 0, true, ""));
    bench_must(b, guest, ask_slip(SLIP_READING, 1, 0, 8)); /* given once more, now for the school */
    look(AUDIENCE_SCHOOL, 3);
    assert_int_equal(room->readings[1][3].count, 2);
    assert_int_equal(b->model->slip_count, PEOPLE);
}

static void who_is_missing_is_the_facilitators(void **state)
{
    (void)state;
    call(SLIP_READING, 1, ROUND_OPEN);
    bench_must(b, people[0], ask_slip(SLIP_READING, 1, 0, 4));
    for (size_t i = 0; i < sizeof everyone / sizeof *everyone; i++) {
        look(everyone[i], 0);
        bool told = everyone[i] == AUDIENCE_FACILITATOR;
        static const uint16_t missing[] = {1, 1, 2, 1};
        for (school_id s = 0; s <= 3; s++)
            assert_int_equal(room->missing[s].count, told ? missing[s] : 0);
    }
    live.presence[people[2]] = PRESENCE_AWAY;
    look(AUDIENCE_FACILITATOR, 0);
    assert_int_equal(room->missing[2].count, 1);
    assert_int_equal(room->rounds[SLIP_READING].asked, PEOPLE - 1);
    live.presence[people[0]] = PRESENCE_AWAY; /* has answered, and still counts */
    look(AUDIENCE_FACILITATOR, 0);
    assert_int_equal(room->rounds[SLIP_READING].asked, PEOPLE - 1);
    call(SLIP_READING, 1, ROUND_SHOWN);
    look(AUDIENCE_FACILITATOR, 0);
    for (school_id s = 0; s <= 3; s++)
        assert_int_equal(room->missing[s].count, 0);
}

static void ones_own_answer_can_be_changed_while_it_is_asked(void **state)
{
    (void)state;
    call(SLIP_READING, 2, ROUND_OPEN);
    bench_must(b, people[0], ask_slip(SLIP_READING, 2, 0, 4));
    bench_must(b, people[0], ask_slip(SLIP_READING, 2, 0, 6));
    look(AUDIENCE_SEAT, people[0]);
    assert_int_equal(room->own_slips[SLIP_READING][2].value, 6);
    look(AUDIENCE_SEAT, people[1]);
    assert_int_equal(room->own_slips[SLIP_READING][2].value, 0);
    bench_must(b, people[0], ask_slip(SLIP_READING, 2, 0, 0));
    look(AUDIENCE_SEAT, people[0]);
    assert_int_equal(room->own_slips[SLIP_READING][2].value, 0);
    look(AUDIENCE_PROJECTOR, 0);
    assert_int_equal(room->rounds[SLIP_READING].answered, 0);
    bench_must(b, people[0], ask_slip(SLIP_READING, 2, 0, 7));
    assert_int_equal(b->model->slip_count, 1);
    call(SLIP_READING, 1, ROUND_OPEN); /* asking something else closes nothing */
    bench_must(b, people[0], ask_slip(SLIP_READING, 2, 0, 8));
    look(AUDIENCE_SEAT, people[0]);
    assert_int_equal(room->own_slips[SLIP_READING][2].value, 8);
    call(SLIP_READING, 2, ROUND_SHOWN);
    look(AUDIENCE_SEAT, people[0]);
    assert_int_equal(room->own_slips[SLIP_READING][2].value, 0);
    assert_int_equal(bench_ask(b, people[0], ask_slip(SLIP_READING, 2, 0, 1)), REFUSAL_NOT_ASKED);
}

static void a_retry_gives_no_second_answer(void **state)
{
    (void)state;
    call(SLIP_READING, 1, ROUND_OPEN);
    struct command c = ask_slip(SLIP_READING, 1, 0, 4);
    c.id = 70;
    bench_must(b, people[0], c);
    bench_must(b, people[0], ask_slip(SLIP_READING, 1, 0, 5));
    uint64_t events = b->model->event_count;
    bench_must(b, people[0], c); /* its receipt was lost */
    assert_int_equal(b->model->event_count, events);
    assert_int_equal(b->model->slips[1].value, 5);
    assert_int_equal(model_last_command(b->model, people[0]), 70);
    assert_int_equal(b->model->seats[people[0]].last_command, 0);
    /* the facilitator's taking back takes back one */
    seat_id manager = bench_join(b, CODE_FACILITATOR, 0);
    bench_must(b, manager, ask_slip(SLIP_READING, 1, 2, 9));
    bench_must(b, manager, ask_slip(SLIP_READING, 1, 2, 9));
    struct command back = ask_slip(SLIP_READING, 1, 2, 0);
    back.id = 900;
    bench_must(b, manager, back);
    bench_must(b, manager, back);
    assert_int_equal(b->model->slips[2].value, 9);
    assert_int_equal(b->model->slips[3].value, 0);
}

static void the_facilitator_fills_in_for_people_without_a_laptop(void **state)
{
    (void)state;
    call(SLIP_READING, 1, ROUND_OPEN);
    for (uint8_t v = 1; v <= 3; v++)
        bench_must(b, SEAT_KIOSK, ask_slip(SLIP_READING, 1, 2, v));
    bench_must(b, SEAT_KIOSK, ask_slip(SLIP_READING, 1, 0, 10));
    bench_must(b, SEAT_KIOSK, ask_slip(SLIP_READING, 1, 2, 0)); /* takes the 3 back */
    bench_must(b, SEAT_KIOSK, ask_slip(SLIP_READING, 1, 1, 0)); /* none of theirs to take back */
    live.presence[people[2]] = live.presence[people[3]] = PRESENCE_AWAY;
    look(AUDIENCE_FACILITATOR, 0);
    assert_int_equal(room->rounds[SLIP_READING].answered, 3);
    assert_int_equal(room->readings[1][2].count, 2);
    assert_int_equal(room->readings[1][2].values[3], 0);
    bench_must(b, people[0], ask_slip(SLIP_READING, 1, 0, 9));
    bench_must(b, people[1], ask_slip(SLIP_READING, 1, 0, 9));
    call(SLIP_READING, 1, ROUND_SHOWN);
    look(AUDIENCE_PROJECTOR, 0);
    assert_int_equal(room->tallies[SLIP_READING][1].count, 5);
    assert_int_equal(room->tallies[SLIP_READING][1].values[10], 1);
}

static void asking_again_begins_with_none(void **state)
{
    (void)state;
    call(SLIP_READING, 1, ROUND_OPEN);
    asking_read(b, people, PEOPLE);
    call(SLIP_READING, 1, ROUND_OPEN); /* asked already: goes on */
    look(AUDIENCE_PROJECTOR, 0);
    assert_int_equal(room->rounds[SLIP_READING].answered, PEOPLE);
    call(SLIP_READING, 1, ROUND_SHOWN);
    call(SLIP_READING, 1, ROUND_OPEN);
    look(AUDIENCE_PROJECTOR, 0);
    assert_int_equal(room->rounds[SLIP_READING].answered, 0);
    asking_read(b, people, PEOPLE);
    call(SLIP_READING, 1, ROUND_NONE);
    look(AUDIENCE_PROJECTOR, 0);
    assert_int_equal(room->rounds[SLIP_READING].subject, 0);
    call(SLIP_READING, 1, ROUND_OPEN);
    look(AUDIENCE_PROJECTOR, 0);
    assert_int_equal(room->rounds[SLIP_READING].answered, 0);
}

static void objectives_are_asked_and_shown_together(void **state)
{
    (void)state;
    call(SLIP_OBJECTIVE, 3, ROUND_OPEN);
    assert_int_equal(b->model->asking[SLIP_OBJECTIVE].subject, 1);
    for (unsigned i = 0; i < 5; i++)
        for (uint8_t o = 1; o <= 2; o++)
            bench_must(b, people[i], ask_slip(SLIP_OBJECTIVE, o, 0, (uint8_t)(1 + (i + o) % 3)));
    bench_must(b, people[5], ask_slip(SLIP_OBJECTIVE, 2, 0, 1));
    bench_must(b, people[5], ask_slip(SLIP_OBJECTIVE, 3, 0, 1));
    look(AUDIENCE_PARTICIPANTS, 0);
    assert_int_equal(room->rounds[SLIP_OBJECTIVE].answered, 6);
    assert_int_equal(room->tallies[SLIP_OBJECTIVE][1].count, 0);
    call(SLIP_OBJECTIVE, 1, ROUND_SHOWN);
    look(AUDIENCE_PARTICIPANTS, 0);
    assert_int_equal(room->tallies[SLIP_OBJECTIVE][1].count, 5);
    assert_int_equal(room->tallies[SLIP_OBJECTIVE][2].count, 6);
    assert_int_equal(room->tallies[SLIP_OBJECTIVE][3].count, 0); /* fewer than five */
    look(AUDIENCE_FACILITATOR, 0);
    assert_int_equal(room->tallies[SLIP_OBJECTIVE][3].count, 1);
}

static void an_icebreaker_counts_from_the_first_answer(void **state)
{
    (void)state;
    struct command question = {.kind = COMMAND_ADD_QUESTION};
    strcpy(question.change.question.text, "Have you ever been here before?");
    bench_must(b, SEAT_KIOSK, question);
    bench_must(b, SEAT_KIOSK, question);
    call(SLIP_ICEBREAKER, 2, ROUND_OPEN);
    bench_must(b, people[0], ask_slip(SLIP_ICEBREAKER, 2, 0, 1));
    bench_must(b, people[1], ask_slip(SLIP_ICEBREAKER, 2, 0, 2));
    call(SLIP_ICEBREAKER, 2, ROUND_SHOWN);
    look(AUDIENCE_PROJECTOR, 0);
    assert_int_equal(room->tallies[SLIP_ICEBREAKER][2].count, 2);
    assert_int_equal(room->tallies[SLIP_ICEBREAKER][2].median, 0);
}

#define TEST(name) BENCH_TEST(name, start, &bench)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(nobody_sees_an_answer_before_it_is_shown),
        TEST(few_readings_are_the_facilitators_alone),
        TEST(a_schools_readings_wait_for_its_people),
        TEST(nobody_reads_for_a_school_without_a_nod),
        TEST(who_is_missing_is_the_facilitators),
        TEST(ones_own_answer_can_be_changed_while_it_is_asked),
        TEST(a_retry_gives_no_second_answer),
        TEST(the_facilitator_fills_in_for_people_without_a_laptop),
        TEST(asking_again_begins_with_none),
        TEST(objectives_are_asked_and_shown_together),
        TEST(an_icebreaker_counts_from_the_first_answer),
    };
    int failed = room_create(&room) ? 1 : cmocka_run_group_tests(tests, NULL, NULL);
    room_destroy(&room);
    return failed;
}
