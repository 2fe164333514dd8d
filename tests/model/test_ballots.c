#include "model/ballots.h"
#include "model/bench.h"
#include "model/papers.h"
#include "testing.h"

/* The life of a vote: prepared, opened, closed, opened again, revealed; and what a review does with
 * it: shows it, takes it back, makes priorities of it. */

static struct bench bench;
static struct bench *b = &bench;
static struct live live;
static struct room *room;

static void set(ballot_id ballot, enum ballot_state state)
{
    bench_must(b, 0, ask_set_ballot(ballot, state));
    assert_int_equal(b->model->ballots[ballot].state, state);
}

static void look(enum audience_kind kind, uint16_t id)
{
    bench_look(b, room, &live, kind, id);
}

static void from_prepared_to_revealed(void **state)
{
    (void)state;
    seat_id ours = bench_join(b, CODE_SCHOOL, 1);
    bench_must(b, 0, ask_add_ballot(METHOD_DOTS, 3));
    assert_int_equal(b->model->ballots[1].state, BALLOT_PREPARED);
    assert_int_equal(b->model->ballots[1].revision, 1);
    set(1, BALLOT_OPEN);
    bench_must(b, ours, ask_paper(1, 1, 0, "021"));
    set(1, BALLOT_CLOSED);
    set(1, BALLOT_OPEN); /* and nothing was lost */
    assert_int_equal(b->model->papers[1].marks.of[1], 2);
    set(1, BALLOT_CLOSED);
    uint64_t events = b->model->event_count;
    set(1, BALLOT_CLOSED);
    assert_int_equal(b->model->event_count, events);
    set(1, BALLOT_REVEALED);
    assert_int_equal(b->model->ballots[1].tally.papers, 1);
    assert_int_equal(b->model->ballots[1].tally.points[2], 2);
    assert_int_equal(b->model->ballots[1].tally.points[3], 1);
    assert_int_equal(b->model->ballots[1].tally.chosen[2], 1);
    assert_int_equal(b->model->papers[1].ballot, 0);
    assert_int_equal(b->model->seats[ours].own_paper, 0);
    assert_int_equal(b->model->ballots[1].took_part[ours / 8], 1 << ours % 8);
}

/* What there is when it is opened, not when it was prepared; and then it stays. */
static void the_first_opening_settles_the_options(void **state)
{
    (void)state;
    bench_must(b, 0, ask_add_ballot(METHOD_RANKING, 0));
    assert_int_equal(b->model->ballots[1].content.option_count, 0);
    set(1, BALLOT_OPEN);
    assert_int_equal(b->model->ballots[1].content.option_count, 3);
    for (uint16_t c = 1; c <= 3; c++)
        assert_int_equal(b->model->ballots[1].content.things[c - 1], c);
    set(1, BALLOT_CLOSED);
    struct command about = ask_add_ballot(METHOD_APPROVAL, 0);
    about.change.ballot.content.about = ABOUT_ACTIONS;
    bench_must(b, 0, about);
    struct command propose = ask_action(COMMAND_ADD_ACTION, 0, 0, 0, "Share a trainer");
    propose.change.action.content.months = 0;
    static const uint8_t states[] = {ACTION_WAITING, ACTION_PROPOSED, ACTION_ADOPTED,
                                     ACTION_PROPOSED, ACTION_PROPOSED};
    for (size_t i = 0; i < sizeof states; i++) {
        propose.change.action.state = states[i];
        bench_must(b, 0, propose);
    }
    struct command merge = {.kind = COMMAND_MERGE_ACTION,
                            .change.action = {.action = 5, .other = 4}};
    bench_must(b, 0, merge);
    set(2, BALLOT_OPEN);
    const struct ballot_content *content = &b->model->ballots[2].content;
    assert_int_equal(content->option_count, 2);
    assert_int_equal(content->things[0], 2);
    assert_int_equal(content->things[1], 4);
    assert_true(ballot_holds_action(b->model, 4));
    assert_false(ballot_holds_action(b->model, 3) || ballot_holds_action(b->model, 5));
    set(2, BALLOT_CLOSED);
    assert_true(ballot_holds_action(b->model, 4));
    propose.change.action.state = ACTION_PROPOSED;
    bench_must(b, 0, propose);
    set(2, BALLOT_OPEN);
    assert_int_equal(content->option_count, 2);
    set(2, BALLOT_CLOSED);
    set(2, BALLOT_REVEALED);
    assert_false(ballot_holds_action(b->model, 4));
}

static void one_is_open_at_a_time(void **state)
{
    (void)state;
    bench_ballot(b, ask_add_ballot(METHOD_DOTS, 0));
    bench_must(b, 0, ask_add_ballot(METHOD_APPROVAL, 2));
    assert_int_equal(ballot_open_one(b->model), 1);
    assert_int_equal(bench_ask(b, 0, ask_set_ballot(2, BALLOT_OPEN)), REFUSAL_BALLOT_BUSY);
    set(1, BALLOT_CLOSED);
    assert_int_equal(ballot_open_one(b->model), 0);
    set(2, BALLOT_OPEN);
    assert_int_equal(bench_ask(b, 0, ask_set_ballot(1, BALLOT_OPEN)), REFUSAL_BALLOT_BUSY);
}

/* A revealed vote is run again, or its tie decided, as a new one that names it. */
static void a_run_off_names_what_it_decides(void **state)
{
    (void)state;
    bench_ballot(b, ask_add_ballot(METHOD_DOTS, 0));
    set(1, BALLOT_CLOSED);
    struct command again = ask_add_ballot(METHOD_DOTS, 0);
    again.change.ballot.content.again = 1;
    again.change.ballot.content.option_count = 2;
    again.change.ballot.content.things[0] = 3;
    again.change.ballot.content.things[1] = 1;
    assert_int_equal(bench_ask(b, 0, again), REFUSAL_BALLOT_TERMS);
    set(1, BALLOT_REVEALED);
    bench_ballot(b, again);
    assert_int_equal(b->model->ballots[2].content.again, 1);
    assert_int_equal(b->model->ballots[2].content.things[0], 3);
    assert_int_equal(b->model->ballots[2].content.option_count, 2);
}

static struct command ask_change(ballot_id ballot, uint32_t revision, const char *question)
{
    struct command c = ask_add_ballot(METHOD_DOTS, 3);
    c.kind = COMMAND_CHANGE_BALLOT;
    c.change.ballot.ballot = ballot;
    c.change.ballot.revision = revision;
    memset(c.change.ballot.content.question, 0, LINE_SIZE);
    strcpy(c.change.ballot.content.question, question);
    return c;
}

static void what_is_prepared_can_be_changed_and_taken_back(void **state)
{
    (void)state;
    const struct ballot *ballot = &b->model->ballots[1];
    struct command add = ask_add_ballot(METHOD_DOTS, 3);
    strcpy(add.change.ballot.content.id, "first-vote");
    bench_must(b, 0, add);
    bench_must(b, 0, ask_change(1, 1, "What next?"));
    assert_string_equal(ballot->content.question, "What next?");
    assert_string_equal(ballot->content.id, "first-vote"); /* an agenda may go by it */
    assert_int_equal(ballot->revision, 2);
    uint64_t events = b->model->event_count;
    bench_must(b, 0, ask_change(1, 1, "What next?")); /* as it is by now */
    assert_int_equal(b->model->event_count, events);
    bench_must(b, 0, ask_undo(b, false));
    assert_string_equal(ballot->content.question, "What shall we do first?");
    bench_must(b, 0, ask_undo(b, true));
    assert_string_equal(ballot->content.question, "What next?");
    struct command remove = {.kind = COMMAND_REMOVE_BALLOT,
                             .change.ballot = {.ballot = 1, .revision = ballot->revision}};
    bench_must(b, 0, remove);
    assert_false(ballot_exists(b->model, 1));
    look(AUDIENCE_FACILITATOR, 0);
    assert_int_equal(room->ballots[1].state, BALLOT_NONE);
    bench_must(b, 0, ask_undo(b, false));
    assert_int_equal(ballot->state, BALLOT_PREPARED);
    /* once people vote on it, it is not taken back any more */
    set(1, BALLOT_OPEN);
    assert_int_equal(bench_ask(b, 0, ask_undo(b, false)), REFUSAL_CHANGED);
}

/* The view brings a vote up in place of what the step would show; going on puts it away. */
static void a_vote_is_looked_at(void **state)
{
    (void)state;
    bench_must(b, 0, ask_add_ballot(METHOD_DOTS, 3));
    bench_must(b, 0, ask_go(1, 2));
    struct command brought = ask_look(false, 0);
    brought.change.view.ballot = 1;
    brought.change.view.sight = SIGHT_COUNTING;
    bench_must(b, 0, brought);
    look(AUDIENCE_PROJECTOR, 0);
    assert_int_equal(room_stage(room), STAGE_BALLOT);
    assert_int_equal(room_ballot(room), 1);
    assert_int_equal(room->view.sight, SIGHT_COUNTING);
    bench_must(b, 0, ask_go(1, 3));
    look(AUDIENCE_PROJECTOR, 0);
    assert_int_equal(room_stage(room), STAGE_GRID);
    assert_int_equal(room->view.ballot + room->view.sight, 0);
    bench_must(b, 0, brought);
    bench_must(b, 0,
               (struct command){.kind = COMMAND_REMOVE_BALLOT,
                                .change.ballot = {.ballot = 1, .revision = 1}});
    look(AUDIENCE_PROJECTOR, 0);
    assert_int_equal(room->view.ballot, 0);
    assert_int_equal(room_stage(room), STAGE_GRID);
}

/* A step names the vote that it is about. */
static void a_step_is_about_a_vote(void **state)
{
    (void)state;
    static struct command item;
    item = (struct command){.kind = COMMAND_CHANGE_AGENDA_ITEM};
    item.change.agenda.item = 2;
    item.change.agenda.content = b->model->items[2];
    item.change.agenda.content.steps[0].stage = STAGE_BALLOT;
    item.change.agenda.content.steps[0].subject = 1;
    assert_int_equal(bench_ask(b, 0, item), REFUSAL_NO_BALLOT);
    bench_must(b, 0, ask_add_ballot(METHOD_DOTS, 3));
    bench_must(b, 0, item);
    bench_must(b, 0, ask_go(2, 1));
    look(AUDIENCE_PARTICIPANTS, 0);
    assert_int_equal(room_stage(room), STAGE_BALLOT);
    assert_int_equal(room_ballot(room), 1);
    struct command add = {.kind = COMMAND_ADD_AGENDA_ITEM};
    add.change.agenda.content = item.change.agenda.content;
    add.change.agenda.content.steps[0].subject = BALLOTS_MAX + 1;
    assert_int_equal(bench_ask(b, 0, add), REFUSAL_NO_ITEM);
}

/* Closing the workshop ends votes without a result. */
static void the_end_leaves_no_papers(void **state)
{
    (void)state;
    seat_id ours = bench_join(b, CODE_SCHOOL, 1);
    bench_ballot(b, ask_add_ballot(METHOD_DOTS, 3));
    bench_must(b, ours, ask_paper(1, 1, 0, "1"));
    set(1, BALLOT_CLOSED);
    struct command add = ask_add_ballot(METHOD_APPROVAL, 3);
    add.change.ballot.content.by_school = add.change.ballot.content.named = true;
    bench_ballot(b, add);
    bench_must(b, ours, ask_paper(2, 0, 1, "1"));
    bench_must(b, 0, ask_add_ballot(METHOD_DOTS, 3));
    bench_must(b, 0, (struct command){.kind = COMMAND_CLOSE});
    assert_int_equal(b->model->ballots[1].state, BALLOT_CLOSED);
    assert_int_equal(b->model->ballots[2].state, BALLOT_CLOSED);
    assert_int_equal(b->model->ballots[3].state, BALLOT_PREPARED);
    static const struct paper none;
    for (uint16_t p = 1; p <= b->model->paper_count; p++)
        assert_memory_equal(&b->model->papers[p], &none, sizeof none);
    assert_int_equal(b->model->ballots[2].school_papers[1], 0);
    assert_int_equal(b->model->ballots[1].tally.papers, 0);
    assert_int_equal(b->model->seats[ours].own_paper, 0);
}

static void priorities_are_taken_on(void **state)
{
    (void)state;
    struct command c = {.kind = COMMAND_SET_PRIORITIES};
    struct priorities_change *p = &c.change.priorities;
    look(AUDIENCE_PARTICIPANTS, 0);
    assert_int_equal(room->priorities.revision, 0);
    p->count = 2;
    p->list[0].condition = 3;
    strcpy(p->list[0].text, "not asked for");
    strcpy(p->list[1].text, "Breakfast clubs");
    strcpy(p->list[2].text, "beyond the count");
    bench_must(b, 0, c);
    static const enum audience_kind everyone[] = {AUDIENCE_PROJECTOR, AUDIENCE_FACILITATOR,
                                                  AUDIENCE_OBSERVER, AUDIENCE_PARTICIPANTS};
    for (size_t i = 0; i < sizeof everyone / sizeof *everyone; i++) {
        look(everyone[i], 0);
        assert_int_equal(room->priorities.revision, 1);
        assert_int_equal(room->priorities.count, 2);
        assert_int_equal(room->priorities.list[0].condition, 3);
        assert_string_equal(room->priorities.list[0].text, "");
        assert_string_equal(room->priorities.list[1].text, "Breakfast clubs");
        assert_string_equal(room->priorities.list[2].text, "");
    }
    uint64_t events = b->model->event_count;
    bench_must(b, 0, c); /* the same once more, whatever revision was seen */
    assert_int_equal(b->model->event_count, events);
    p->count = 0;
    assert_int_equal(bench_ask(b, 0, c), REFUSAL_CHANGED);
    p->revision = 1;
    bench_must(b, 0, c);
    look(AUDIENCE_PARTICIPANTS, 0);
    assert_int_equal(room->priorities.count, 0);
    bench_must(b, 0, ask_undo(b, false));
    look(AUDIENCE_PARTICIPANTS, 0);
    assert_int_equal(room->priorities.count, 2);
    assert_int_equal(room->priorities.revision, 3);
    /* chosen in a vote that has been revealed */
    bench_ballot(b, ask_add_ballot(METHOD_DOTS, 0));
    p->ballot = 1;
    p->revision = 3;
    assert_int_equal(bench_ask(b, 0, c), REFUSAL_NO_BALLOT);
    set(1, BALLOT_CLOSED);
    set(1, BALLOT_REVEALED);
    bench_must(b, 0, c);
    assert_int_equal(b->model->priorities.ballot, 1);
}

/* What the journal says openly of a secret vote is the same whatever was chosen. */
static struct event newest;

static void keep(void *context, const struct event *event)
{
    (void)context;
    newest = *event;
}

static void marks_of_a_secret_vote_are_its_events_secret(void **state)
{
    (void)state;
    static const struct marks none;
    b->seen = keep;
    seat_id ann = bench_join(b, CODE_SCHOOL, 1);
    ballot_id v = bench_ballot(b, ask_add_ballot(METHOD_DOTS, 0));
    bench_must(b, ann, ask_paper(v, 1, 0, "021"));
    assert_int_equal(newest.kind, EVENT_PAPER_CAST);
    assert_int_equal(newest.seat, ann);
    assert_int_equal(newest.command, b->last_id);
    assert_int_equal(newest.at_ms, b->now_ms);
    assert_memory_equal(&newest.change.paper.marks, &none, sizeof none);
    assert_int_equal(newest.secret.length, OPTIONS_MAX);
    assert_memory_equal(newest.secret.bytes, "\0\2\1\0\0\0", 6);
    assert_int_equal(b->model->papers[1].event, b->model->event_count);
    /* pressed again it is an event again, or that there was one would tell of a change of mind */
    uint64_t events = b->model->event_count;
    bench_must(b, ann, ask_paper(v, 1, 0, "021"));
    assert_int_equal(b->model->event_count, events + 1);
    assert_int_equal(b->model->papers[1].event, events + 1);
    bench_must(b, 0, ask_set_ballot(v, BALLOT_CLOSED));
    struct command named = ask_add_ballot(METHOD_DOTS, 0);
    named.change.ballot.content.named = true;
    ballot_id open = bench_ballot(b, named);
    bench_must(b, ann, ask_paper(open, 1, 0, "021"));
    assert_int_equal(newest.change.paper.marks.of[1], 2);
    assert_int_equal(newest.secret.length, 0);
    assert_int_equal(b->model->papers[2].event, 0);
}

static void places_are_used_again(void **state)
{
    (void)state;
    seat_id ann = bench_join(b, CODE_SCHOOL, 1), bob = bench_join(b, CODE_SCHOOL, 1),
            cas = bench_join(b, CODE_SCHOOL, 2);
    ballot_id v = bench_ballot(b, ask_add_ballot(METHOD_DOTS, 0));
    bench_must(b, ann, ask_paper(v, 1, 0, "1"));
    bench_must(b, bob, ask_paper(v, 1, 0, "1"));
    bench_must(b, cas, ask_paper(v, 1, 0, "1"));
    bench_must(b, bob, ask_withdraw(v, 1, 0));
    bench_must(b, ann, ask_paper(v, 1, 0, "01")); /* stays where it is */
    assert_int_equal(paper_of_seat(b->model, v, ann, 1), 1);
    bench_must(b, 0, ask_paper(v, 0, 0, "1"));
    assert_int_equal(paper_by_hand(b->model, v, 1), 2);
    set(v, BALLOT_CLOSED);
    set(v, BALLOT_REVEALED);
    v = bench_ballot(b, ask_add_ballot(METHOD_DOTS, 0));
    bench_must(b, bob, ask_paper(v, 1, 0, "1"));
    assert_int_equal(paper_of_seat(b->model, v, bob, 1), 1);
    assert_int_equal(b->model->paper_count, 3);
}

int main(void)
{
#define BALLOT_TEST(f) BENCH_TEST(f, bench_set_up, &bench)
    const struct CMUnitTest tests[] = {
        BALLOT_TEST(from_prepared_to_revealed),
        BALLOT_TEST(the_first_opening_settles_the_options),
        BALLOT_TEST(one_is_open_at_a_time),
        BALLOT_TEST(a_run_off_names_what_it_decides),
        BALLOT_TEST(what_is_prepared_can_be_changed_and_taken_back),
        BALLOT_TEST(a_vote_is_looked_at),
        BALLOT_TEST(a_step_is_about_a_vote),
        BALLOT_TEST(the_end_leaves_no_papers),
        BALLOT_TEST(priorities_are_taken_on),
        BALLOT_TEST(marks_of_a_secret_vote_are_its_events_secret),
        BALLOT_TEST(places_are_used_again),
    };
    int failed = room_create(&room) ? 1 : cmocka_run_group_tests(tests, NULL, NULL);
    room_destroy(&room);
    return failed;
}
