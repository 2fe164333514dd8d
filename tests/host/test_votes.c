/* Votes over the wire: saved before they are said to be, told to nobody before they are revealed,
 * and revealed to all at once. */

#include "host/hall.h"
#include "host/rows.h"
#include "testing.h"

static struct command add_ballot(bool named)
{
    struct command add = {.kind = COMMAND_ADD_BALLOT};
    struct ballot_content *content = &add.change.ballot.content;
    strcpy(content->question, "What shall we do first?");
    content->method = METHOD_DOTS;
    content->about = ABOUT_CONDITIONS;
    content->budget = 3;
    content->limit = 3;
    content->named = named;
    return add;
}

static struct command set_ballot(enum ballot_state state)
{
    return (struct command){.kind = COMMAND_SET_BALLOT,
                            .change.ballot_set = {.ballot = 1, .state = (uint8_t)state}};
}

static struct command cast(uint8_t first, uint8_t second)
{
    return (struct command){.kind = COMMAND_CAST_PAPER,
                            .change.paper = {.ballot = 1, .slot = 1, .marks.of = {first, second}}};
}

struct room_of_three {
    struct hall hall;
    struct person *leader, *one, *two;
};

static void begin(struct room_of_three *r, bool named)
{
    struct command add = add_ballot(named), open = set_ballot(BALLOT_OPEN);
    hall_begin(&r->hall, 3, 3, 16, true);
    r->leader = person_seated(&r->hall, CODE_FACILITATOR, 0);
    r->one = person_seated(&r->hall, CODE_SCHOOL, 1);
    r->two = person_seated(&r->hall, CODE_SCHOOL, 2);
    assert_int_equal(person_obeyed(&r->hall, r->leader, &add), REFUSAL_NONE);
    assert_int_equal(person_obeyed(&r->hall, r->leader, &open), REFUSAL_NONE);
}

static void end(struct room_of_three *r)
{
    assert_int_equal(
        rows_compare(store_journal(hall_store(&r->hall)), host_model(r->hall.host), NULL),
        ERROR_OK);
    hall_assert_replays(&r->hall);
    hall_end(&r->hall);
}

static unsigned voted(const struct room *room)
{
    return room->turnouts[1][0].voted;
}

/* The disk fails: the vote was not saved, and what was saved before stands. */
static void a_vote_is_saved_before_it_is_said_to_be(void **state)
{
    struct room_of_three r;
    struct command first = cast(2, 1), lost = cast(0, 3), back = cast(0, 0);
    (void)state;
    begin(&r, false);
    assert_int_equal(person_obeyed(&r.hall, r.one, &first), REFUSAL_NONE);
    assert_int_equal(voted(r.leader->room), 1);
    back.kind = COMMAND_WITHDRAW_PAPER;
    struct command *const tries[] = {&lost, &back};
    for (int i = 0; i < 2; i++) {
        journal_disk_fail(r.hall.disk, ERROR_FULL);
        assert_int_equal(person_obeyed(&r.hall, r.one, tries[i]), REFUSAL_NOT_SAVED);
        assert_int_equal(person_obeyed(&r.hall, r.two, &lost), REFUSAL_NOT_SAVED);
        assert_int_equal(voted(r.leader->room), 1);
        assert_int_equal(r.one->room->own_papers[1][1].marks.of[0], 2);
        assert_false(r.two->room->own_papers[1][1].cast);
        assert_int_equal(host_model(r.hall.host)->papers[1].marks.of[0], 2);
        journal_disk_fail(r.hall.disk, ERROR_OK);
    }
    assert_int_equal(person_obeyed(&r.hall, r.one, &lost), REFUSAL_NONE);
    assert_int_equal(r.one->room->own_papers[1][1].marks.of[1], 3);
    assert_int_equal(voted(r.leader->room), 1);
    end(&r);
}

/* The kiosk dies before the answer arrives: sent again the vote is saved and counted once, and the
 * seat finds it as it left it. */
static void a_vote_sent_again_counts_once(void **state)
{
    struct room_of_three r;
    struct command vote = cast(1, 2);
    (void)state;
    begin(&r, false);
    struct link_token token = r.one->token;
    vote.id = person_ask(r.one, &vote);
    r.one->deaf = true;
    hall_step(&r.hall);
    assert_int_equal(person_answer(r.one, vote.id), -1);
    uint64_t events = host_model(r.hall.host)->event_count;
    hall_crash(&r.hall);
    person_go(&r.hall, &r.one);
    hall_reopen(&r.hall);
    r.one = person_come(&r.hall, NULL, &token, "10.0.0.9");
    hall_run(&r.hall, 100);
    assert_int_equal(r.one->last_command, vote.id);
    assert_true(r.one->room->own_papers[1][1].cast);
    assert_int_equal(r.one->room->own_papers[1][1].marks.of[1], 2);
    assert_int_equal(person_obeyed(&r.hall, r.one, &vote), REFUSAL_NONE);
    assert_int_equal(host_model(r.hall.host)->event_count, events);
    assert_int_equal(host_model(r.hall.host)->paper_count, 1);
    end(&r);
}

static void nobody_knows(const struct room_of_three *r)
{
    const struct room *rooms[] = {r->leader->room, r->one->room, r->two->room, r->hall.projector,
                                  r->hall.console};
    for (int i = 0; i < 5; i++) {
        assert_int_not_equal(rooms[i]->ballots[1].state, BALLOT_REVEALED);
        assert_int_equal(rooms[i]->ballot_tallies[1].papers, 0);
        for (int p = 1; p <= 4; p++)
            assert_int_equal(rooms[i]->named_papers[p].ballot, 0);
    }
}

/* While the disk keeps the papers from being overwritten nothing of the result is shown, to nobody;
 * the facilitator is told why, and it goes on by itself. */
static void a_result_is_shown_once_its_papers_are_gone(void **state)
{
    struct room_of_three r;
    struct command one = cast(2, 1), two = cast(0, 3), close = set_ballot(BALLOT_CLOSED),
                   reveal = set_ballot(BALLOT_REVEALED);
    (void)state;
    begin(&r, false);
    assert_int_equal(person_obeyed(&r.hall, r.one, &one), REFUSAL_NONE);
    assert_int_equal(person_obeyed(&r.hall, r.two, &two), REFUSAL_NONE);
    assert_int_equal(person_obeyed(&r.hall, r.leader, &close), REFUSAL_NONE);
    nobody_knows(&r);
    journal_disk_fail_after(r.hall.disk, 1, 2, ERROR_IO); /* saved, and twice not scrubbed */
    uint32_t id = person_ask(r.leader, &reveal);
    for (int64_t until = r.hall.now_ms + 1500; r.hall.now_ms < until;) {
        hall_step(&r.hall);
        nobody_knows(&r);
    }
    assert_int_equal(person_answer(r.leader, id), REFUSAL_NONE);
    assert_true(strstr(r.leader->room->kiosk.trouble, "could not be wiped"));
    struct person *late = person_come(&r.hall, NULL, &r.two->token, "10.0.0.9");
    hall_run(&r.hall, 100);
    assert_int_equal(late->room->ballot_tallies[1].papers, 0);
    hall_run(&r.hall, 1500);
    assert_int_equal(r.leader->room->kiosk.trouble[0], '\0');
    const struct room *rooms[] = {r.leader->room, r.one->room, late->room, r.hall.projector};
    for (int i = 0; i < 4; i++) {
        assert_int_equal(rooms[i]->ballot_tallies[1].papers, 2);
        assert_int_equal(rooms[i]->ballot_tallies[1].points[1], 2);
        assert_int_equal(rooms[i]->ballot_tallies[1].points[2], 4);
    }
    end(&r);
}

/* A named vote is hidden as well until it is revealed, and then told whose is whose. */
static void a_named_vote_is_told_at_the_reveal(void **state)
{
    struct room_of_three r;
    struct command one = cast(2, 1), close = set_ballot(BALLOT_CLOSED),
                   reveal = set_ballot(BALLOT_REVEALED), name = {.kind = COMMAND_NAME_SEAT};
    (void)state;
    begin(&r, true);
    name.change.seat.seat = r.one->seat;
    strcpy(name.change.seat.name, "Robin");
    assert_int_equal(person_obeyed(&r.hall, r.one, &name), REFUSAL_NONE);
    assert_int_equal(person_obeyed(&r.hall, r.one, &one), REFUSAL_NONE);
    nobody_knows(&r);
    assert_int_equal(person_obeyed(&r.hall, r.leader, &close), REFUSAL_NONE);
    nobody_knows(&r);
    assert_int_equal(person_obeyed(&r.hall, r.leader, &reveal), REFUSAL_NONE);
    assert_string_equal(r.two->room->named_papers[1].name, "Robin");
    assert_int_equal(r.two->room->named_papers[1].marks.of[0], 2);
    end(&r);
}

/* Whoever has got the code that moves a seat is not told how it voted. */
static void another_laptop_is_not_told_the_vote(void **state)
{
    struct room_of_three r;
    struct command vote = cast(1, 2), again = cast(3, 0);
    struct command issue = {.kind = COMMAND_ISSUE_CODE, .change.code.kind = CODE_SEAT};
    (void)state;
    begin(&r, false);
    assert_int_equal(person_obeyed(&r.hall, r.one, &vote), REFUSAL_NONE);
    issue.change.code.seat = r.one->seat;
    assert_int_equal(person_obeyed(&r.hall, r.leader, &issue), REFUSAL_NONE);
    const struct model *m = host_model(r.hall.host);
    uint16_t code = model_find_code(m, CODE_SEAT, 0, r.one->seat);
    char symbols[LINK_CODE_SIZE] = "";
    memcpy(symbols, m->codes[code].symbols.bytes, CODE_LENGTH);
    struct person *other = person_come(&r.hall, symbols, NULL, "10.0.0.7");
    hall_run(&r.hall, 200);
    assert_true(other->caught_up && other->seat == r.one->seat);
    assert_true(other->room->own_papers[1][1].cast && other->room->own_papers[1][1].hidden);
    assert_int_equal(other->room->own_papers[1][1].marks.of[1], 0);
    assert_int_equal(person_obeyed(&r.hall, other, &again), REFUSAL_NONE);
    assert_false(other->room->own_papers[1][1].hidden);
    assert_int_equal(other->room->own_papers[1][1].marks.of[0], 3);
    assert_int_equal(voted(r.leader->room), 1);
    end(&r);
}

/* At rest a vote costs little on the way up, and each change of it little on the way down. */
static void a_vote_costs_little(void **state)
{
    struct room_of_three r;
    struct command vote = cast(2, 1), other = cast(1, 1);
    static uint8_t bytes[WIRE_UPWARD_MAX];
    (void)state;
    begin(&r, false);
    assert_int_equal(person_obeyed(&r.hall, r.two, &other), REFUSAL_NONE);
    person_forget_heard(r.one), person_forget_heard(r.two), person_forget_heard(r.leader);
    vote.id = 1;
    size_t up = wire_command_encode(bytes, &vote);
    assert_int_equal(person_obeyed(&r.hall, r.one, &vote), REFUSAL_NONE);
    print_message("a vote: %zu bytes up; down to the voter %zu in %u letters, to the facilitator "
                  "%zu in %u, to the others %zu in %u (plain; %d more a letter sealed)\n",
                  up, r.one->heard_length, r.one->letters, r.leader->heard_length,
                  r.leader->letters, r.two->heard_length, r.two->letters, LINK_STREAM_EXTRA);
    assert_in_range(up + LINK_STREAM_EXTRA, 1, 120);
    assert_in_range(r.one->heard_length + r.one->letters * LINK_STREAM_EXTRA, 1, 200);
    assert_in_range(r.leader->heard_length + r.leader->letters * LINK_STREAM_EXTRA, 1, 200);
    assert_in_range(r.two->heard_length + r.two->letters * LINK_STREAM_EXTRA, 1, 200);
    end(&r);
}

/* The console's commands come by no network; texts are taken in as from there, so that the file can
 * be read again. */
static void what_the_console_asks_is_as_the_file_takes_it(void **state)
{
    struct hall hall;
    struct command blank = add_ballot(false), loose = add_ballot(false);
    (void)state;
    hall_begin(&hall, 2, 3, 16, true);
    strcpy(blank.change.ballot.content.question, "   ");
    strcpy(loose.change.ballot.content.question, "  What\nfirst? ");
    hall_console(&hall, &blank);
    hall_console(&hall, &loose);
    hall_run(&hall, 100);
    const struct model *model = host_model(hall.host);
    assert_int_equal(model->ballot_count, 1);
    assert_string_equal(model->ballots[1].content.question, "What first?");
    hall_assert_replays(&hall);
    hall_end(&hall);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_vote_is_saved_before_it_is_said_to_be),
        cmocka_unit_test(a_vote_sent_again_counts_once),
        cmocka_unit_test(a_result_is_shown_once_its_papers_are_gone),
        cmocka_unit_test(a_named_vote_is_told_at_the_reveal),
        cmocka_unit_test(another_laptop_is_not_told_the_vote),
        cmocka_unit_test(a_vote_costs_little),
        cmocka_unit_test(what_the_console_asks_is_as_the_file_takes_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
