#include "model/outcome.h"
#include "model/plan.h"
#include "testing.h"

/* What people are told of actions that are part of one another, that they once could read, or that
 * came from what they cannot. */

static struct bench bench;
static struct bench *b = &bench;
static struct live live;
static struct room *room;
static seat_id ann, bob;

static int start(void **state)
{
    (void)state;
    bench_open_workshop(b);
    bench_schools(b, 2);
    ann = bench_join(b, CODE_SCHOOL, 1);
    bob = bench_join(b, CODE_SCHOOL, 2);
    return 0;
}

static action_id add(seat_id seat, enum action_state state, const char *text)
{
    bench_must(b, seat, plan_add(state, text));
    return b->model->action_count;
}

static const struct action_item *seen_by(enum audience_kind kind, action_id action)
{
    bench_look(b, room, &live, kind, 0);
    return &room->actions[action];
}

static const struct own_action_item *own_of(seat_id seat, action_id action)
{
    bench_look(b, room, &live, AUDIENCE_SEAT, seat);
    return &room->own_actions[action];
}

static void everybody_supports_once(void **state)
{
    (void)state;
    action_id a = add(0, ACTION_PROPOSED, "Share the directory");
    bench_must(b, ann, plan_support(a, true));
    bench_must(b, ann, plan_support(a, true));
    bench_must(b, bob, plan_support(a, true));
    assert_int_equal(seen_by(AUDIENCE_PROJECTOR, a)->supports, 2);
    assert_true(own_of(ann, a)->supported);
    bench_must(b, 0, plan_support(a, true)); /* by hand each press is one more */
    bench_must(b, 0, plan_support(a, true));
    assert_int_equal(seen_by(AUDIENCE_PROJECTOR, a)->supports, 4);
    bench_must(b, 0, plan_support(a, false));
    bench_must(b, bob, plan_support(a, false));
    bench_must(b, bob, plan_support(a, false));
    assert_int_equal(seen_by(AUDIENCE_PROJECTOR, a)->supports, 2);
    assert_int_equal(own_of(bob, a)->revision, 0);
    bench_must(b, 0, plan_support(a, false));
    bench_must(b, 0, plan_support(a, false)); /* none is left */
    assert_int_equal(seen_by(AUDIENCE_PROJECTOR, a)->supports, 1);
    bench_must(b, 0, ask_seat(COMMAND_REMOVE_SEAT, ann, 0, false, ""));
    assert_int_equal(seen_by(AUDIENCE_PROJECTOR, a)->supports, 0);
}

static void who_supports_a_part_supports_the_whole(void **state)
{
    (void)state;
    action_id whole = add(0, ACTION_PROPOSED, "One directory"),
              part = add(0, ACTION_PROPOSED, "A list of services"),
              third = add(0, ACTION_PROPOSED, "A leaflet");
    bench_must(b, ann, plan_support(whole, true));
    bench_must(b, ann, plan_support(part, true));
    bench_must(b, bob, plan_support(part, true));
    bench_must(b, 0, plan_support(part, true));
    bench_must(b, 0, plan_support(third, true));
    bench_must(b, 0, plan_merge(part, whole));
    assert_int_equal(seen_by(AUDIENCE_PROJECTOR, whole)->supports, 3); /* Ann counts once */
    assert_true(own_of(bob, whole)->supported);
    const struct action_item *item = seen_by(AUDIENCE_PARTICIPANTS, part);
    assert_int_equal(item->merged, whole);
    assert_int_equal(item->supports, 0);
    assert_string_equal(item->content.text, "");
    assert_string_equal(seen_by(AUDIENCE_FACILITATOR, part)->content.text, "A list of services");
    bench_must(b, 0, plan_merge(whole, third)); /* what is part of it comes along */
    assert_int_equal(seen_by(AUDIENCE_PROJECTOR, third)->supports, 4);
    assert_int_equal(seen_by(AUDIENCE_FACILITATOR, part)->merged, third);
    bench_must(b, bob, plan_support(third, false)); /* his was for a part of a part */
    assert_int_equal(seen_by(AUDIENCE_PROJECTOR, third)->supports, 3);
    bench_must(b, bob, plan_support(third, true));
    bench_must(b, 0, plan_support(third, false));
    bench_must(b, 0, plan_support(third, false));
    assert_int_equal(seen_by(AUDIENCE_PROJECTOR, third)->supports, 2);
    bench_must(b, 0, plan_merge(whole, 0));
    assert_int_equal(seen_by(AUDIENCE_PROJECTOR, third)->supports, 1);
    assert_int_equal(seen_by(AUDIENCE_PROJECTOR, whole)->supports, 1);
    bench_must(b, 0,
               (struct command){.kind = COMMAND_REMOVE_ACTION, .change.action.action = whole});
    item = seen_by(AUDIENCE_PARTICIPANTS, part); /* it stands alone again */
    assert_int_equal(item->merged, 0);
    assert_string_equal(item->content.text, "A list of services");
}

static void what_waited_and_was_merged_nobody_learns_of(void **state)
{
    (void)state;
    action_id waits = add(ann, ACTION_WAITING, "A list"),
              open = add(0, ACTION_PROPOSED, "One directory");
    bench_must(b, 0, plan_merge(waits, open));
    assert_int_equal(seen_by(AUDIENCE_PARTICIPANTS, waits)->revision, 0);
    assert_int_equal(seen_by(AUDIENCE_FACILITATOR, waits)->merged, open);
    assert_true(own_of(ann, waits)->proposed);
}

/* Her support went to what was put back to wait and is now part of what nobody else has read. */
static void who_supports_a_part_of_what_waits_learns_of_neither(void **state)
{
    (void)state;
    action_id waits = add(bob, ACTION_WAITING, "A list"),
              open = add(0, ACTION_PROPOSED, "One directory");
    bench_must(b, ann, plan_support(open, true));
    bench_must(b, 0, plan_set(open, ACTION_WAITING));
    assert_int_equal(own_of(ann, open)->revision, 0);
    bench_must(b, 0, plan_merge(open, waits));
    assert_int_equal(own_of(ann, waits)->revision, 0);
    assert_int_equal(own_of(ann, open)->revision, 0);
    bench_must(b, 0, plan_set(waits, ACTION_PROPOSED));
    assert_true(own_of(ann, waits)->supported);
    assert_int_equal(seen_by(AUDIENCE_PARTICIPANTS, waits)->supports, 1);
}

static action_id add_from(enum source_kind source, uint16_t a, uint8_t number)
{
    struct command c = plan_add(ACTION_PROPOSED, "Share the directory");
    c.change.action.content.source = (uint8_t)source;
    c.change.action.content.source_a = a;
    c.change.action.content.source_b = number;
    bench_must(b, 0, c);
    return b->model->action_count;
}

/* A note that is put away, a note of the evaluation, a finding that is hidden. */
static void where_it_came_from_is_told_to_those_who_can_read_that(void **state)
{
    (void)state;
    bench_boards(b);
    bench_must(b, ann, ask_add_note(1, 1, "who knows whom?"));
    bench_must(b, ann, ask_add_note(3, 1, "it was too long"));
    bench_must(b, 0, ask_board(3, BOARD_CLOSED, false));
    struct command hide = ask_finding(COMMAND_SET_FINDING, FINDING_NEED, 2, 0, "");
    struct command added = ask_finding(COMMAND_WORD_FINDING, FINDING_ADDED, 0, 0, "Mind the gap");
    hide.change.finding.hidden = true;
    bench_must(b, 0, added);
    action_id shown = add_from(SOURCE_NOTE, 1, 0), personal = add_from(SOURCE_NOTE, 2, 0),
              finding = add_from(SOURCE_FINDING, FINDING_NEED, 2),
              own = add_from(SOURCE_FINDING, FINDING_ADDED, 1);
    assert_int_equal(seen_by(AUDIENCE_PARTICIPANTS, shown)->content.source_a, 1);
    assert_int_equal(seen_by(AUDIENCE_PARTICIPANTS, finding)->content.source, SOURCE_FINDING);
    assert_int_equal(seen_by(AUDIENCE_PARTICIPANTS, own)->content.source_b, 1);
    bench_must(b, 0, ask_note(b, COMMAND_REMOVE_NOTE, 1));
    bench_must(b, 0, hide);
    hide.id = 0;
    hide.change.finding.kind = FINDING_ADDED;
    hide.change.finding.number = 1;
    bench_must(b, 0, hide);
    static const enum audience_kind others[] = {AUDIENCE_PROJECTOR, AUDIENCE_OBSERVER,
                                                AUDIENCE_PARTICIPANTS};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        bench_look(b, room, &live, others[i], 0);
        assert_int_equal(room->actions[shown].content.source, SOURCE_NOTE);
        assert_int_equal(room->actions[shown].content.source_a, 0);
        assert_int_equal(room->actions[personal].content.source_a, 0);
        assert_int_equal(room->actions[finding].content.source, SOURCE_NONE);
        assert_int_equal(room->actions[own].content.source, SOURCE_NONE);
        assert_int_equal(room->actions[own].content.source_b, 0);
    }
    bench_look(b, room, &live, AUDIENCE_FACILITATOR, 0);
    assert_int_equal(room->actions[personal].content.source_a, 2);
    assert_int_equal(room->actions[own].content.source_b, 1);
    struct command guess = plan_add(ACTION_WAITING, "Is there one?");
    guess.change.action.content.source = SOURCE_FINDING;
    guess.change.action.content.source_a = FINDING_ADDED;
    guess.change.action.content.source_b = 1;
    assert_int_equal(bench_ask(b, ann, guess), REFUSAL_NO_FINDING);
}

/* Alike ones are made one after the vote, others are put back or removed: the result still says
 * what people chose, and nothing else of what they may not see. */
static void a_result_keeps_its_words(void **state)
{
    (void)state;
    static const char *const texts[] = {"A list", "One directory", "A leaflet", "A fair"};
    static const enum audience_kind everybody[] = {AUDIENCE_PROJECTOR, AUDIENCE_FACILITATOR,
                                                   AUDIENCE_OBSERVER, AUDIENCE_PARTICIPANTS};
    for (size_t i = 0; i < 4; i++)
        add(ann, ACTION_WAITING, texts[i]);
    for (action_id i = 1; i <= 4; i++)
        bench_must(b, 0, plan_set(i, ACTION_PROPOSED));
    struct command c = ask_add_ballot(METHOD_APPROVAL, 0);
    c.change.ballot.content.about = ABOUT_ACTIONS;
    ballot_id v = bench_ballot(b, c);
    bench_must(b, 0, ask_set_ballot(v, BALLOT_CLOSED));
    bench_must(b, 0, ask_set_ballot(v, BALLOT_REVEALED));
    bench_must(b, 0, plan_merge(1, 2));
    bench_must(b, 0, plan_set(3, ACTION_WAITING));
    bench_must(b, 0, (struct command){.kind = COMMAND_REMOVE_ACTION, .change.action.action = 4});
    for (size_t i = 0; i < 4; i++) {
        bench_look(b, room, &live, everybody[i], 0);
        for (uint8_t option = 1; option <= 4; option++)
            assert_string_equal(outcome_option(room, &room->ballots[v].content, option),
                                texts[option - 1]);
        assert_int_equal(room->actions[1].merged, 2);
        assert_int_equal(room->actions[3].revision != 0, everybody[i] == AUDIENCE_FACILITATOR);
        assert_int_equal(room->actions[3].content.condition,
                         everybody[i] == AUDIENCE_FACILITATOR ? 1 : 0);
        assert_int_equal(room->actions[4].revision, 0);
    }
}

#define TEST(name) BENCH_TEST(name, start, &bench)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(everybody_supports_once),
        TEST(who_supports_a_part_supports_the_whole),
        TEST(what_waited_and_was_merged_nobody_learns_of),
        TEST(who_supports_a_part_of_what_waits_learns_of_neither),
        TEST(where_it_came_from_is_told_to_those_who_can_read_that),
        TEST(a_result_keeps_its_words),
    };
    int failed = room_create(&room) ? 1 : cmocka_run_group_tests(tests, NULL, NULL);
    room_destroy(&room);
    return failed;
}
