#include "model/bench.h"
#include "model/papers.h"
#include "testing.h"

/* Whose vote it is, where it stands, and who is told of it: by person and by school, at a shared
 * laptop, on paper; and what becomes of it when a seat moves, changes its school or goes. */

static struct bench bench;
static struct bench *b = &bench;
static struct live live;
static struct room *room;
static seat_id ann, bob, cas; /* Ann and Bob of the first school, Cas of the second */

static int start(void **state)
{
    (void)state;
    bench_open_workshop(b);
    bench_schools(b, 3);
    ann = bench_join(b, CODE_SCHOOL, 1);
    bob = bench_join(b, CODE_SCHOOL, 1);
    cas = bench_join(b, CODE_SCHOOL, 2);
    memset(&live, 0, sizeof live);
    live.presence[ann] = live.presence[bob] = live.presence[cas] = PRESENCE_HERE;
    return 0;
}

static struct command ask_ballot_of(bool by_school, bool named)
{
    struct command c = ask_add_ballot(METHOD_DOTS, 0);
    c.change.ballot.content.by_school = by_school;
    c.change.ballot.content.named = named;
    return c;
}

static void look(enum audience_kind kind, uint16_t id)
{
    bench_look(b, room, &live, kind, id);
}

/* Everybody sees how many of how many have voted, and nothing else. */
static void assert_turnout(ballot_id ballot, uint16_t voted, uint16_t expected)
{
    static const enum audience_kind everyone[] = {AUDIENCE_PROJECTOR, AUDIENCE_FACILITATOR,
                                                  AUDIENCE_OBSERVER, AUDIENCE_PARTICIPANTS};
    static const struct ballot_tally nothing;
    for (size_t i = 0; i < sizeof everyone / sizeof *everyone; i++) {
        look(everyone[i], 0);
        assert_int_equal(room->turnouts[ballot][0].voted, voted);
        assert_int_equal(room->turnouts[ballot][0].expected, expected);
        assert_memory_equal(&room->ballot_tallies[ballot], &nothing, sizeof nothing);
        for (uint16_t p = 1; p <= b->model->paper_count; p++)
            assert_int_equal(room->named_papers[p].ballot, 0);
        for (uint16_t slot = 0; slot <= LAPTOP_MAX; slot++)
            assert_false(room->own_papers[ballot][slot].cast);
    }
}

static void assert_own(seat_id seat, ballot_id ballot, uint16_t slot, const char *marks)
{
    look(AUDIENCE_SEAT, seat);
    const struct own_paper_item *own = &room->own_papers[ballot][slot];
    assert_int_equal(own->cast, marks != NULL);
    for (unsigned i = 0; i < OPTIONS_MAX; i++)
        assert_int_equal(own->marks.of[i], marks && i < strlen(marks) ? marks[i] - '0' : 0);
}

static void reveal(ballot_id ballot)
{
    if (b->model->ballots[ballot].state == BALLOT_OPEN)
        bench_must(b, 0, ask_set_ballot(ballot, BALLOT_CLOSED));
    bench_must(b, 0, ask_set_ballot(ballot, BALLOT_REVEALED));
}

static void assert_points(ballot_id ballot, uint16_t papers, const char *points)
{
    look(AUDIENCE_PARTICIPANTS, 0);
    const struct ballot_tally *tally = &room->ballot_tallies[ballot];
    assert_int_equal(tally->papers, papers);
    for (unsigned i = 0; points[i]; i++)
        assert_int_equal(tally->points[i + 1], points[i] - '0');
}

static void a_vote_is_changed_and_withdrawn_until_it_is_closed(void **state)
{
    (void)state;
    ballot_id v = bench_ballot(b, ask_ballot_of(false, false));
    assert_turnout(v, 0, 3);
    bench_must(b, ann, ask_paper(v, 1, 0, "111"));
    bench_must(b, bob, ask_paper(v, 1, 0, "020"));
    bench_must(b, ann, ask_paper(v, 1, 0, "201"));
    assert_turnout(v, 2, 3);
    assert_own(ann, v, 1, "201");
    assert_own(bob, v, 1, "02");
    assert_own(cas, v, 1, NULL);
    bench_must(b, bob, ask_withdraw(v, 1, 0));
    assert_own(bob, v, 1, NULL);
    assert_turnout(v, 1, 3);
    bench_must(b, 0, ask_set_ballot(v, BALLOT_CLOSED));
    assert_turnout(v, 1, 3); /* and no more than that */
    assert_own(ann, v, 1, "201");
    bench_must(b, 0, ask_set_ballot(v, BALLOT_OPEN));
    bench_must(b, cas, ask_paper(v, 1, 0, "100"));
    reveal(v);
    assert_points(v, 2, "301");
    assert_own(ann, v, 1, NULL);
    look(AUDIENCE_PROJECTOR, 0);
    assert_int_equal(room->turnouts[v][0].voted, 2);
    assert_int_equal(room->turnouts[v][0].expected, 2);
}

static void people_at_one_laptop_vote_each_for_themselves(void **state)
{
    (void)state;
    ballot_id v = bench_ballot(b, ask_ballot_of(false, false));
    bench_must(b, ann, ask_share(ann, 3));
    bench_must(b, 0, ask_share(cas, 2)); /* by the facilitator */
    look(AUDIENCE_SEAT, ann);
    assert_int_equal(room->me.people, 3);
    look(AUDIENCE_FACILITATOR, 0);
    assert_int_equal(room->seats[ann].people, 3);
    assert_int_equal(room->seats[bob].people, 1);
    assert_int_equal(room->turnouts[v][0].shared, 3);
    assert_int_equal(room->turnouts[v][1].expected, 4);
    assert_int_equal(room->turnouts[v][2].expected, 2);
    assert_turnout(v, 0, 6);
    bench_must(b, ann, ask_paper(v, 1, 0, "1"));
    bench_must(b, ann, ask_paper(v, 3, 0, "001"));
    bench_must(b, ann, ask_paper(v, 1, 0, "01"));
    assert_turnout(v, 2, 6);
    assert_own(ann, v, 1, "01");
    assert_own(ann, v, 2, NULL);
    assert_own(ann, v, 3, "001");
    assert_int_equal(bench_ask(b, ann, ask_share(ann, 2)), REFUSAL_SLOT_VOTED);
    bench_must(b, ann, ask_withdraw(v, 3, 0));
    bench_must(b, ann, ask_share(ann, 2));
    bench_must(b, ann, ask_paper(v, 2, 0, "001"));
    /* gone for a while, those who have voted still count, and one who has not does not */
    live.presence[ann] = live.presence[cas] = PRESENCE_AWAY;
    assert_turnout(v, 2, 3);
    look(AUDIENCE_FACILITATOR, 0);
    assert_int_equal(room->turnouts[v][0].shared, 1);
    assert_int_equal(room->turnouts[v][2].expected, 0);
    reveal(v);
    assert_points(v, 2, "011");
    bench_must(b, ann, ask_share(ann, 1)); /* the vote is over */
}

static void a_school_has_one_paper_and_the_last_one_saved_stands(void **state)
{
    (void)state;
    ballot_id v = bench_ballot(b, ask_ballot_of(true, false));
    assert_turnout(v, 0, 2); /* nobody of the third is here */
    bench_must(b, ann, ask_paper(v, 0, 1, "111"));
    bench_must(b, bob, ask_paper(v, 0, 1, "020"));
    assert_turnout(v, 1, 2);
    look(AUDIENCE_SCHOOL, 1);
    assert_true(room->own_papers[v][0].cast);
    assert_int_equal(room->own_papers[v][0].marks.of[1], 2);
    look(AUDIENCE_SCHOOL, 2);
    assert_false(room->own_papers[v][0].cast);
    look(AUDIENCE_SEAT, bob);
    assert_false(room->own_papers[v][0].cast);
    /* only Bob's is counted, and so it was only Bob who took part */
    assert_int_equal(b->model->ballots[v].took_part[0], 1 << bob);
    assert_int_equal(b->model->seats[ann].own_paper, 0);
    bench_must(b, ann, ask_withdraw(v, 0, 1)); /* it is her school's as well */
    assert_turnout(v, 0, 2);
    assert_int_equal(b->model->ballots[v].took_part[0], 0);
    bench_must(b, cas, ask_paper(v, 0, 2, "100"));
    live.presence[cas] = PRESENCE_AWAY;
    assert_turnout(v, 1, 2);
    look(AUDIENCE_FACILITATOR, 0);
    assert_int_equal(room->turnouts[v][1].voted, 0);
    assert_int_equal(room->turnouts[v][1].expected, 1);
    assert_int_equal(room->turnouts[v][2].voted, 1);
    assert_int_equal(room->turnouts[v][3].expected, 0);
    reveal(v);
    assert_points(v, 1, "100");
}

static void what_is_on_paper_is_typed_in(void **state)
{
    (void)state;
    ballot_id v = bench_ballot(b, ask_ballot_of(false, false));
    bench_must(b, 0, ask_paper(v, 0, 0, "1"));
    bench_must(b, 0, ask_paper(v, 0, 3, "01"));
    bench_must(b, 0, ask_paper(v, 7, 0, "001"));
    assert_turnout(v, 3, 6);
    look(AUDIENCE_FACILITATOR, 0);
    assert_int_equal(room->turnouts[v][0].by_hand, 3);
    assert_int_equal(room->turnouts[v][3].voted, 1);
    assert_int_equal(room->turnouts[v][3].expected, 1);
    /* the newest, then one by its number; its number is not given to another */
    bench_must(b, 0, ask_withdraw(v, 0, 0));
    bench_must(b, 0, ask_withdraw(v, 1, 0));
    assert_int_equal(bench_ask(b, 0, ask_withdraw(v, 1, 0)), REFUSAL_NO_PAPER);
    assert_turnout(v, 1, 4);
    bench_must(b, 0, ask_paper(v, 0, 0, "002"));
    assert_int_equal(paper_by_hand(b->model, v, 4), paper_by_hand(b->model, v, 0));
    /* another facilitator types in and takes back like the first */
    seat_id second = bench_join(b, CODE_FACILITATOR, 0);
    bench_must(b, second, ask_paper(v, 0, 0, "002"));
    bench_must(b, 0, ask_withdraw(v, 5, 0));
    bench_must(b, ann, ask_paper(v, 1, 0, "100"));
    reveal(v);
    assert_points(v, 3, "112");
    assert_int_equal(b->model->ballots[v].tally.by_hand, 2);
    assert_int_equal(b->model->seats[0].own_paper, 0);
}

/* A school's paper is its paper, whether typed in or saved by its people. */
static void a_schools_paper_is_typed_in(void **state)
{
    (void)state;
    ballot_id v = bench_ballot(b, ask_ballot_of(true, false));
    bench_must(b, ann, ask_paper(v, 0, 1, "1"));
    bench_must(b, 0, ask_paper(v, 0, 1, "01"));
    bench_must(b, 0, ask_paper(v, 0, 3, "01"));
    assert_turnout(v, 2, 3);
    assert_int_equal(b->model->ballots[v].took_part[0], 0);
    look(AUDIENCE_PROJECTOR, 0);
    assert_int_equal(room->turnouts[v][0].by_hand, 2);
    bench_must(b, bob, ask_paper(v, 0, 1, "001"));
    bench_must(b, cas, ask_paper(v, 0, 2, "001"));
    bench_must(b, 0, ask_withdraw(v, 0, 2)); /* any school's */
    reveal(v);
    assert_points(v, 2, "011");
    assert_int_equal(b->model->ballots[v].tally.by_hand, 1);
}

/* A code that moves a seat is no way to read its vote, but the vote stands. */
static void a_seat_on_another_laptop_is_not_told_its_vote(void **state)
{
    (void)state;
    ballot_id v = bench_ballot(b, ask_ballot_of(false, false));
    bench_must(b, ann, ask_paper(v, 1, 0, "201"));
    bench_must(b, 0, ask_code(CODE_SEAT, 0, ann));
    bench_must(b, 0, ask_join(b->model->code_count));
    look(AUDIENCE_SEAT, ann);
    assert_true(room->own_papers[v][1].cast && room->own_papers[v][1].hidden);
    assert_int_equal(room->own_papers[v][1].marks.of[0], 0);
    assert_turnout(v, 1, 3);
    struct command cast = ask_paper(v, 1, 0, "02");
    cast.id = 1; /* the new laptop counts its commands anew */
    bench_must(b, ann, cast);
    look(AUDIENCE_SEAT, ann);
    assert_false(room->own_papers[v][1].hidden);
    assert_own(ann, v, 1, "02");
    reveal(v);
    assert_points(v, 1, "020");
}

static void a_removed_seat_takes_its_vote_along(void **state)
{
    (void)state;
    ballot_id v = bench_ballot(b, ask_ballot_of(false, false));
    bench_must(b, ann, ask_share(ann, 2));
    bench_must(b, ann, ask_paper(v, 1, 0, "2"));
    bench_must(b, bob, ask_paper(v, 1, 0, "1"));
    bench_must(b, ann, ask_paper(v, 2, 0, "2"));
    bench_must(b, 0, ask_set_ballot(v, BALLOT_CLOSED));
    ballot_id schools = bench_ballot(b, ask_ballot_of(true, true));
    bench_must(b, ann, ask_paper(schools, 0, 1, "01"));
    bench_must(b, 0, ask_seat(COMMAND_REMOVE_SEAT, ann, 0, false, ""));
    assert_int_equal(b->model->ballots[v].took_part[0], 1 << bob);
    assert_int_equal(bench_ask(b, ann, ask_paper(schools, 0, 1, "1")), REFUSAL_REMOVED);
    assert_turnout(v, 1, 2);
    assert_turnout(schools, 1, 2); /* the school's stays the school's */
    reveal(v);
    assert_points(v, 1, "100");
    reveal(schools);
    assert_points(schools, 1, "010");
}

static void a_seat_that_changed_its_school(void **state)
{
    (void)state;
    ballot_id v = bench_ballot(b, ask_ballot_of(false, false));
    bench_must(b, ann, ask_paper(v, 1, 0, "1"));
    bench_must(b, 0, ask_seat(COMMAND_PLACE_SEAT, ann, 2, true, ""));
    look(AUDIENCE_FACILITATOR, 0);
    assert_int_equal(room->turnouts[v][2].voted, 1);
    assert_int_equal(room->turnouts[v][2].expected, 2);
    bench_must(b, ann, ask_paper(v, 1, 0, "01")); /* a person votes once, wherever they sit */
    assert_turnout(v, 1, 3);
    look(AUDIENCE_FACILITATOR, 0);
    assert_int_equal(room->turnouts[v][2].voted, 1);
    assert_int_equal(room->turnouts[v][1].voted, 0);
    bench_must(b, 0, ask_set_ballot(v, BALLOT_CLOSED));
    ballot_id schools = bench_ballot(b, ask_ballot_of(true, false));
    bench_must(b, bob, ask_paper(schools, 0, 1, "1"));
    bench_must(b, 0, ask_seat(COMMAND_PLACE_SEAT, bob, 2, true, ""));
    assert_int_equal(bench_ask(b, bob, ask_paper(schools, 0, 1, "1")), REFUSAL_OTHER_SCHOOL);
    assert_int_equal(bench_ask(b, bob, ask_paper(schools, 0, 2, "1")), REFUSAL_VOTED_ELSEWHERE);
    /* once the first school's is taken back, or is somebody else's, they can */
    bench_must(b, 0, ask_withdraw(schools, 0, 1));
    bench_must(b, bob, ask_paper(schools, 0, 2, "1"));
    assert_turnout(schools, 1, 1);
}

/* In a copy of the file, which has no marks of secret votes, nobody has voted anywhere. */
static void a_paper_without_its_marks_holds_nobody_to_its_school(void **state)
{
    (void)state;
    ballot_id v = bench_ballot(b, ask_ballot_of(true, false));
    bench_must(b, bob, ask_paper(v, 0, 1, "1"));
    uint16_t lost = b->model->ballots[v].school_papers[1];
    b->model->papers[lost].event = 0; /* as replaying a copy leaves it */
    memset(&b->model->papers[lost].marks, 0, sizeof b->model->papers[lost].marks);
    bench_must(b, 0, ask_seat(COMMAND_PLACE_SEAT, bob, 2, true, ""));
    bench_must(b, bob, ask_paper(v, 0, 2, "1"));
    assert_turnout(v, 1, 2);
}

/* Its receipt was lost: nothing is counted twice, and a later vote is not undone by an older. */
static void a_vote_sent_again_is_one_vote(void **state)
{
    (void)state;
    ballot_id v = bench_ballot(b, ask_ballot_of(false, false));
    struct command first = ask_paper(v, 1, 0, "1"), second = ask_paper(v, 1, 0, "01");
    first.id = 1000;
    second.id = 1001;
    bench_must(b, ann, first);
    bench_must(b, ann, second);
    bench_must(b, ann, first);
    assert_own(ann, v, 1, "01");
    assert_turnout(v, 1, 3);
    /* kept while the network was away, and the vote has closed meanwhile */
    bench_must(b, 0, ask_set_ballot(v, BALLOT_CLOSED));
    bench_must(b, ann, second);
    struct command late = ask_paper(v, 1, 0, "001");
    late.id = 1002;
    assert_int_equal(bench_ask(b, ann, late), REFUSAL_BALLOT_CLOSED);
    reveal(v);
    assert_points(v, 1, "010");
}

static void named_votes_are_told_at_the_reveal(void **state)
{
    (void)state;
    ballot_id v = bench_ballot(b, ask_ballot_of(false, true));
    bench_must(b, ann, ask_seat(COMMAND_NAME_SEAT, ann, 0, false, "Ann"));
    bench_must(b, ann, ask_paper(v, 1, 0, "2"));
    bench_must(b, bob, ask_share(bob, 2));
    bench_must(b, bob, ask_paper(v, 2, 0, "01"));
    bench_must(b, 0, ask_paper(v, 0, 3, "001"));
    assert_turnout(v, 3, 5);
    assert_own(ann, v, 1, "2");
    reveal(v);
    assert_points(v, 3, "211");
    static const enum audience_kind everyone[] = {AUDIENCE_PROJECTOR, AUDIENCE_FACILITATOR,
                                                  AUDIENCE_OBSERVER, AUDIENCE_PARTICIPANTS};
    for (size_t i = 0; i < sizeof everyone / sizeof *everyone; i++) {
        look(everyone[i], 0);
        const struct named_paper_item *papers = room->named_papers;
        assert_int_equal(papers[1].ballot, v);
        assert_string_equal(papers[1].name, "Ann");
        assert_int_equal(papers[1].school, 1);
        assert_int_equal(papers[1].slot, 0);
        assert_int_equal(papers[1].marks.of[0], 2);
        assert_int_equal(papers[2].slot, 2);
        assert_int_equal(papers[2].marks.of[1], 1);
        assert_true(papers[3].by_hand);
        assert_int_equal(papers[3].school, 3);
        assert_string_equal(papers[3].name, "");
        assert_int_equal(papers[4].ballot, 0);
    }
    /* they stay, and the next vote's papers find places of their own */
    ballot_id next = bench_ballot(b, ask_ballot_of(false, false));
    bench_must(b, ann, ask_paper(next, 1, 0, "1"));
    assert_int_equal(b->model->papers[4].ballot, next);
    bench_must(b, bob, ask_share(bob, 1)); /* that vote is over */
    bench_must(b, 0, ask_seat(COMMAND_REMOVE_SEAT, ann, 0, false, ""));
    look(AUDIENCE_PARTICIPANTS, 0);
    assert_string_equal(room->named_papers[1].name, "Ann");
}

int main(void)
{
#define PAPER_TEST(f) BENCH_TEST(f, start, &bench)
    const struct CMUnitTest tests[] = {
        PAPER_TEST(a_vote_is_changed_and_withdrawn_until_it_is_closed),
        PAPER_TEST(people_at_one_laptop_vote_each_for_themselves),
        PAPER_TEST(a_school_has_one_paper_and_the_last_one_saved_stands),
        PAPER_TEST(what_is_on_paper_is_typed_in),
        PAPER_TEST(a_schools_paper_is_typed_in),
        PAPER_TEST(a_seat_on_another_laptop_is_not_told_its_vote),
        PAPER_TEST(a_removed_seat_takes_its_vote_along),
        PAPER_TEST(a_seat_that_changed_its_school),
        PAPER_TEST(a_paper_without_its_marks_holds_nobody_to_its_school),
        PAPER_TEST(a_vote_sent_again_is_one_vote),
        PAPER_TEST(named_votes_are_told_at_the_reveal),
    };
    int failed = room_create(&room) ? 1 : cmocka_run_group_tests(tests, NULL, NULL);
    room_destroy(&room);
    return failed;
}
