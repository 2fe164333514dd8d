#include "model/plan.h"
#include "model/portray.h"
#include "testing.h"

/* What is written from, once all is over: the reader of the cluster's summary and that of the local
 * authority get what the room saw in the end, and nobody's own part; a school its own. */

static struct bench bench;
static struct bench *b = &bench;
static seat_id ann, bob;
static uint8_t held_board, personal;
static ballot_id named_vote;

enum { SUMMARY = 1 << SCOPE_SUMMARY, LA = 1 << SCOPE_LA };

/* A little of everything that not everybody may see. */
static int hold_workshop(void **state)
{
    (void)state;
    bench_open_workshop(b);
    bench_schools(b, 6);
    bench_boards(b);
    held_board = 2;
    personal = 3;
    ann = bench_join(b, CODE_SCHOOL, 1);
    bob = bench_join(b, CODE_SCHOOL, 2);
    bench_join(b, CODE_OBSERVER, 0);
    bench_join(b, CODE_DISPLAY, 0);
    for (school_id s = 1; s <= 6; s++)
        bench_agree(b, 1, s, (uint8_t)(s + 2));
    bench_must(b, ann, ask_figure(COMMAND_RATE, 2, 1, 9));
    bench_must(b, ann, ask_share(ann, 3));
    bench_must(b, ann, ask_add_note(1, 1, "for everybody"));
    bench_must(b, ann, ask_add_note(held_board, 1, "waits for a yes"));
    bench_must(b, ann, ask_add_note(personal, 1, "to myself"));
    bench_set_board(b, personal, BOARD_CLOSED);
    struct command finding = ask_finding(COMMAND_SET_FINDING, FINDING_GAP, 1, 0, "");
    finding.change.finding.hidden = true;
    bench_must(b, SEAT_KIOSK, finding);
    bench_must(b, bob, plan_add(ACTION_WAITING, "not put before the room"));
    bench_must(b, SEAT_KIOSK, plan_add(ACTION_ADOPTED, "adopted by all"));
    bench_must(b, ann, ask_action(COMMAND_ADD_ACTION, 0, 1, 0, "our own"));
    struct command add = ask_add_ballot(METHOD_DOTS, 0);
    add.change.ballot.content.named = true;
    named_vote = bench_ballot(b, add);
    bench_must(b, ann, ask_paper(named_vote, 1, 0, "200"));
    bench_must(b, bob, ask_paper(named_vote, 1, 0, "020"));
    bench_must(b, SEAT_KIOSK, ask_set_ballot(named_vote, BALLOT_CLOSED));
    bench_must(b, SEAT_KIOSK, ask_set_ballot(named_vote, BALLOT_REVEALED));
    return 0;
}

static struct room *portray(enum audience_kind kind, school_id school)
{
    struct room *room;
    assert_int_equal(room_portray(&room, b->model, kind, school), ERROR_OK);
    return room;
}

static unsigned count_papers(const struct room *room)
{
    unsigned count = 0;
    for (unsigned i = 1; i <= PAPERS_MAX; i++)
        count += room->named_papers[i].ballot != 0;
    return count;
}

static void no_own_part(const struct room *room)
{
    for (unsigned i = 1; i <= SEATS_MAX; i++)
        assert_int_equal(room->seats[i].role, ROLE_NONE);
    for (unsigned i = 1; i <= CODES_MAX; i++)
        assert_int_equal(room->codes[i].symbols[0], '\0');
    for (school_id s = 1; s <= 6; s++) {
        for (condition_id c = 1; c <= 3; c++)
            assert_false(room->has_talk[c][s]);
        assert_int_equal(room->consents[s].answers[SCOPE_ROOM], ANSWER_NONE);
        assert_int_equal(room->missing[s].count, 0);
        assert_int_equal(room->turnouts[named_vote][s].expected, 0);
    }
    for (unsigned i = 1; i <= NOTES_MAX; i++)
        assert_int_equal(room->own_notes[i].board, 0);
    for (unsigned i = 1; i <= ACTIONS_MAX; i++)
        assert_false(room->own_actions[i].proposed || room->own_actions[i].asked);
    assert_int_equal(room->kiosk.port | room->me.seat, 0);
    assert_int_equal(room->undo.undo, 0);
}

static void readers_get_what_the_room_saw(void **state)
{
    (void)state;
    static const enum audience_kind readers[] = {AUDIENCE_SUMMARY, AUDIENCE_LA};
    for (int i = 0; i < 2; i++) {
        struct room *room = portray(readers[i], 0);
        no_own_part(room);
        assert_string_equal(room->notes[1].text, "for everybody");
        assert_int_equal(room->notes[2].state | room->notes[3].state, NOTE_NONE);
        assert_int_equal(room->boards[held_board].waiting, 0);
        assert_true(room->findings[FINDING_GAP][1].hidden);
        assert_int_equal(room->actions[1].revision | room->actions[3].revision, 0);
        assert_string_equal(room->actions[2].content.text, "adopted by all");
        assert_int_equal(room->ballot_tallies[named_vote].papers, 2);
        assert_int_equal(room->turnouts[named_vote][0].voted, 2);
        assert_int_equal(room->workshop.school_count, 6);
        for (uint8_t n = 1; n <= 3; n++)
            assert_int_equal(room->items[n].notes[0], '\0');
        room_destroy(&room);
    }
}

/* How many took part: those at a shared laptop each, and neither displays nor observers. */
static void people_of_each_school(void **state)
{
    (void)state;
    static const struct {
        enum audience_kind kind;
        bool told;
    } cases[] = {{AUDIENCE_SUMMARY, true},       {AUDIENCE_LA, true},
                 {AUDIENCE_FACILITATOR, true},   {AUDIENCE_PROJECTOR, false},
                 {AUDIENCE_PARTICIPANTS, false}, {AUDIENCE_OBSERVER, false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct room *room = portray(cases[i].kind, 0);
        assert_int_equal(room->schools[1].people, cases[i].told ? 3 : 0);
        assert_int_equal(room->schools[2].people, cases[i].told);
        assert_int_equal(room->schools[3].people, 0);
        assert_int_equal(room->schools[1].here | room->schools[1].away, 0);
        room_destroy(&room);
    }
    bench_must(b, SEAT_KIOSK, ask_seat(COMMAND_REMOVE_SEAT, ann, 0, false, ""));
    struct room *room = portray(AUDIENCE_SUMMARY, 0);
    assert_int_equal(room->schools[1].people, 0);
    room_destroy(&room);
}

/* Names stand beside ratings and papers for whom every school has said yes; the room's own yes is
 * neither's. */
static void names_for_each_reader(void **state)
{
    (void)state;
    static const struct {
        enum audience_kind kind;
        unsigned scope;
    } readers[] = {{AUDIENCE_SUMMARY, SUMMARY}, {AUDIENCE_LA, LA}};
    for (unsigned scopes = 0; scopes < 8; scopes++) {
        bench_consent_all(b, 7, ANSWER_NO);
        if (scopes)
            bench_consent_all(b, scopes, ANSWER_YES);
        for (int i = 0; i < 2; i++) {
            struct room *room = portray(readers[i].kind, 0);
            bool named = scopes & readers[i].scope;
            assert_int_equal(room->workshop.named, named);
            assert_int_equal(room_cell(room, 1, 3).now, named ? 5 : 0);
            assert_int_equal(room_cell(room, 2, 1).now, named ? 9 : 0);
            assert_int_equal(count_papers(room), named ? 2 : 0);
            assert_int_equal(room->ballot_tallies[named_vote].points[1], 2);
            assert_true(room->summaries[1].has_figures); /* six agreed: the spread is everybody's */
            assert_int_equal(room->progress[0].proposed, named);
            room_destroy(&room);
        }
    }
    bench_must(b, ann, ask_consent(1, SUMMARY, ANSWER_NO)); /* one is enough */
    struct room *room = portray(AUDIENCE_SUMMARY, 0);
    assert_false(room->workshop.named);
    room_destroy(&room);
}

/* What a school takes home: what all participants see, and its own part alone. */
static void a_school_takes_home_its_own(void **state)
{
    (void)state;
    struct room *room = portray(AUDIENCE_PARTICIPANTS, 1);
    assert_int_equal(room_cell(room, 2, 1).now, 9);
    assert_int_equal(room_cell(room, 1, 1).now, 3);
    assert_int_equal(room_cell(room, 1, 2).now, 0);
    assert_string_equal(room->actions[3].content.text, "our own");
    assert_int_equal(room->actions[1].revision, 0);
    assert_int_equal(room->consents[1].answers[SCOPE_ROOM], ANSWER_NONE);
    assert_string_equal(room->notes[1].text, "for everybody");
    assert_int_equal(room->notes[2].state | room->notes[3].state, NOTE_NONE);
    room_destroy(&room);
    room = portray(AUDIENCE_PARTICIPANTS, 2);
    assert_int_equal(room_cell(room, 2, 1).now, 0);
    assert_int_equal(room->actions[3].revision, 0);
    room_destroy(&room);
}

int main(void)
{
#define READER_TEST(f) BENCH_TEST(f, hold_workshop, &bench)
    const struct CMUnitTest tests[] = {
        READER_TEST(readers_get_what_the_room_saw),
        READER_TEST(people_of_each_school),
        READER_TEST(names_for_each_reader),
        READER_TEST(a_school_takes_home_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
