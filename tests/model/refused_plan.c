#include "model/refused.h"

#include "base/day.h"
#include "testing.h"

static struct command of_action(enum command_kind kind, action_id action)
{
    return (struct command){.kind = kind, .change.action = {.action = action, .revision = 1}};
}

static action_id add_proposal(struct bench *b, seat_id seat, enum action_state state)
{
    struct command c = ask_action(COMMAND_ADD_ACTION, 0, 0, 0, "Share the directory");
    c.change.action.state = (uint8_t)state;
    assert_int_equal(bench_ask(b, seat, c), REFUSAL_NONE);
    return b->model->action_count;
}

/* What people propose. */
static void of_proposals(struct refused *r)
{
    struct bench *b = &r->bench;
    seat_id ours = bench_join(b, CODE_ROOM, 0), other = bench_join(b, CODE_ROOM, 0);
    seat_id screen = bench_join(b, CODE_DISPLAY, 0);
    struct command c = ask_action(COMMAND_ADD_ACTION, 0, 0, 0, "Share the directory");
    struct action_change *a = &c.change.action;
    a->state = ACTION_PROPOSED;
    refused_expect(r, ours, c, REFUSAL_NOT_ALLOWED);
    a->state = ACTION_PARKED;
    refused_expect(r, 0, c, REFUSAL_ACTION_STATE);
    a->state = ACTION_STATE_COUNT;
    refused_expect(r, 0, c, REFUSAL_NOT_UNDERSTOOD);
    a->state = ACTION_WAITING;
    refused_expect(r, screen, c, REFUSAL_NOT_ALLOWED);
    a->earlier = true;
    refused_expect(r, ours, c, REFUSAL_NOT_ALLOWED);
    refused_expect(r, 0, c, REFUSAL_ACTION_STATE);
    a->earlier = false;
    a->content.level = ACTION_LEVEL_COUNT;
    refused_expect(r, ours, c, REFUSAL_NOT_UNDERSTOOD);
    a->content.level = ACTION_LEVEL_SCHOOL;
    a->content.school = 9;
    refused_expect(r, ours, c, REFUSAL_NO_SCHOOL);
    a->content.school = 0;
    a->content.condition = 4;
    refused_expect(r, ours, c, REFUSAL_NO_CONDITION);
    a->content.condition = 0;
    a->content.source = SOURCE_NOTE;
    refused_expect(r, ours, c, REFUSAL_NO_NOTE);
    a->content.source = SOURCE_IDEA;
    refused_expect(r, ours, c, REFUSAL_NO_CONDITION);
    a->content.source = SOURCE_FINDING;
    refused_expect(r, ours, c, REFUSAL_NO_FINDING);
    a->content.source_a = FINDING_ADDED;
    a->content.source_b = 255;
    refused_expect(r, ours, c, REFUSAL_NO_FINDING);
    a->content.source = SOURCE_COUNT;
    refused_expect(r, ours, c, REFUSAL_NOT_UNDERSTOOD);
    a->content.source = SOURCE_NONE;
    a->content.owner = OWNER_COUNT;
    refused_expect(r, ours, c, REFUSAL_NOT_UNDERSTOOD);
    a->content.owner = OWNER_NAME;
    refused_expect(r, ours, c, REFUSAL_NAME_EMPTY);
    a->content.owner = OWNER_SCHOOL;
    refused_expect(r, ours, c, REFUSAL_NO_SCHOOL);
    a->content.owner = OWNER_SEAT;
    refused_expect(r, 0, c, REFUSAL_NO_SEAT);
    a->content.owner_seat = screen;
    refused_expect(r, 0, c, REFUSAL_NO_SEAT);
    a->content.owner_seat = other;
    refused_expect(r, ours, c, REFUSAL_NOT_ALLOWED);
    a->content.owner = OWNER_NOBODY;
    a->content.due = day_of_time(b->now_ms) - 1;
    refused_expect(r, ours, c, REFUSAL_DATE_UNLIKELY);
    a->content.due = UINT32_MAX;
    a->sure = true;
    refused_expect(r, ours, c, REFUSAL_DATE_UNLIKELY);
    for (int i = 0; i < ACTIONS_EACH; i++)
        add_proposal(b, ours, ACTION_WAITING);
    a->content.due = 0;
    refused_expect(r, ours, c, REFUSAL_ACTIONS_ENOUGH);
}

/* What becomes of what was proposed. */
static void of_the_plan(struct refused *r)
{
    struct bench *b = &r->bench;
    seat_id ours = bench_join(b, CODE_SCHOOL, 1), other = bench_join(b, CODE_SCHOOL, 2);
    seat_id la = bench_join(b, CODE_OBSERVER, 0);
    action_id waits = add_proposal(b, ours, ACTION_WAITING),
              open = add_proposal(b, 0, ACTION_PROPOSED);
    action_id adopted = add_proposal(b, 0, ACTION_ADOPTED);
    refused_expect(r, other, of_action(COMMAND_REMOVE_ACTION, waits), REFUSAL_NO_ACTION);
    refused_expect(r, other, of_action(COMMAND_REMOVE_ACTION, open), REFUSAL_OTHER_ACTION);
    refused_expect(r, 0, of_action(COMMAND_REMOVE_ACTION, adopted), REFUSAL_ACTION_STATE);
    refused_expect(r, 0, of_action(COMMAND_SET_ACTION, open),
                   REFUSAL_ACTION_STATE); /* OWN is none of these */
    refused_expect(r, 0, of_action(COMMAND_SET_ACTION, 9), REFUSAL_NO_ACTION);
    refused_expect(r, ours, of_action(COMMAND_SUPPORT_ACTION, waits), REFUSAL_ACTION_STATE);
    refused_expect(r, other, of_action(COMMAND_SUPPORT_ACTION, waits), REFUSAL_NO_ACTION);
    refused_expect(r, la, of_action(COMMAND_SUPPORT_ACTION, open), REFUSAL_NOT_ALLOWED);
    refused_expect(r, ours, of_action(COMMAND_ACCEPT_ACTION, open), REFUSAL_NOT_OWNER);
    refused_expect(r, 0, of_action(COMMAND_ACCEPT_ACTION, open),
                   REFUSAL_ACTION_STATE); /* nobody's */
    refused_expect(r, ours, of_action(COMMAND_PROGRESS_ACTION, adopted), REFUSAL_NOT_OWNER);
    refused_expect(r, 0, of_action(COMMAND_PROGRESS_ACTION, open), REFUSAL_ACTION_STATE);
    struct command c = of_action(COMMAND_PROGRESS_ACTION, adopted);
    c.change.action.progress = PROGRESS_COUNT;
    refused_expect(r, 0, c, REFUSAL_NOT_UNDERSTOOD);
    c = of_action(COMMAND_MERGE_ACTION, open);
    c.change.action.other = 9;
    refused_expect(r, 0, c, REFUSAL_NO_ACTION);
    c.change.action.other = open;
    refused_expect(r, 0, c, REFUSAL_ACTION_STATE);
    c.change.action.other = waits; /* nobody may see that one */
    refused_expect(r, 0, c, REFUSAL_ACTION_STATE);
    c.change.action.other = adopted;
    assert_int_equal(bench_ask(b, 0, c), REFUSAL_NONE);
    refused_expect(r, 0, ask_action(COMMAND_CHANGE_ACTION, open, 0, 1, "x"), REFUSAL_ACTION_STATE);
    c = of_action(COMMAND_MERGE_ACTION, adopted);
    c.change.action.other = open; /* round in a circle */
    refused_expect(r, 0, c, REFUSAL_ACTION_STATE);
    struct command look = ask_look(false, 0);
    look.change.view.action = waits;
    refused_expect(r, 0, look, REFUSAL_NO_ACTION);
}

/* A vote on two actions is under way: they stay what they are until it is revealed. */
static void of_actions_in_votes(struct refused *r)
{
    struct bench *b = &r->bench;
    action_id first = add_proposal(b, 0, ACTION_WAITING),
              second = add_proposal(b, 0, ACTION_PROPOSED);
    action_id third = add_proposal(b, 0, ACTION_PROPOSED);
    struct command c = of_action(COMMAND_SET_ACTION, first);
    c.change.action.state = ACTION_PROPOSED;
    assert_int_equal(bench_ask(b, 0, c), REFUSAL_NONE);
    struct command ballot = {.kind = COMMAND_ADD_BALLOT};
    ballot.change.ballot.content = (struct ballot_content){.question = "Which first?",
                                                           .about = ABOUT_ACTIONS,
                                                           .method = METHOD_APPROVAL,
                                                           .option_count = 2,
                                                           .things = {first, second}};
    assert_int_equal(bench_ask(b, 0, ballot), REFUSAL_NONE);
    struct command open = {.kind = COMMAND_SET_BALLOT,
                           .change.ballot_set = {1, BALLOT_OPEN, 0, {0}}};
    assert_int_equal(bench_ask(b, 0, open), REFUSAL_NONE);
    refused_expect(r, 0, ask_undo(b, false), REFUSAL_IN_BALLOT);
    refused_expect(r, 0, ask_action(COMMAND_CHANGE_ACTION, second, 0, 1, "x"), REFUSAL_IN_BALLOT);
    refused_expect(r, 0, of_action(COMMAND_REMOVE_ACTION, second), REFUSAL_IN_BALLOT);
    c = of_action(COMMAND_SET_ACTION, second);
    c.change.action.state = ACTION_PARKED;
    refused_expect(r, 0, c, REFUSAL_IN_BALLOT);
    c.change.action.state = ACTION_WAITING;
    refused_expect(r, 0, c, REFUSAL_IN_BALLOT);
    c = of_action(COMMAND_MERGE_ACTION, second);
    c.change.action.other = third;
    refused_expect(r, 0, c, REFUSAL_IN_BALLOT);
    open.change.ballot_set.state = BALLOT_CLOSED;
    assert_int_equal(bench_ask(b, 0, open), REFUSAL_NONE);
    refused_expect(r, 0, c, REFUSAL_IN_BALLOT);
    open.change.ballot_set.state = BALLOT_REVEALED;
    assert_int_equal(bench_ask(b, 0, open), REFUSAL_NONE);
    assert_int_equal(bench_ask(b, 0, c), REFUSAL_NONE);
}

/* An option that stands alone because what it was part of has been removed: bringing that back
 * would take the option out of the hands of those who vote. */
static void of_parts_in_votes(struct refused *r)
{
    struct bench *b = &r->bench;
    action_id whole = add_proposal(b, 0, ACTION_PROPOSED),
              part = add_proposal(b, 0, ACTION_PROPOSED);
    add_proposal(b, 0, ACTION_PROPOSED);
    struct command merge = of_action(COMMAND_MERGE_ACTION, part);
    merge.change.action.other = whole;
    assert_int_equal(bench_ask(b, 0, merge), REFUSAL_NONE);
    assert_int_equal(bench_ask(b, 0, of_action(COMMAND_REMOVE_ACTION, whole)), REFUSAL_NONE);
    struct command ballot = ask_add_ballot(METHOD_APPROVAL, 0);
    ballot.change.ballot.content.about = ABOUT_ACTIONS;
    ballot_id v = bench_ballot(b, ballot);
    assert_int_equal(b->model->ballots[v].content.things[0], part);
    refused_expect(r, 0, ask_undo(b, false), REFUSAL_IN_BALLOT);
    assert_int_equal(bench_ask(b, 0, ask_set_ballot(v, BALLOT_CLOSED)), REFUSAL_NONE);
    refused_expect(r, 0, ask_undo(b, false), REFUSAL_IN_BALLOT);
    assert_int_equal(bench_ask(b, 0, ask_set_ballot(v, BALLOT_REVEALED)), REFUSAL_NONE);
    assert_int_equal(bench_ask(b, 0, ask_undo(b, false)), REFUSAL_NONE);
}

void refused_plan(struct refused *r)
{
    void (*const parts[])(struct refused *) = {of_proposals, of_the_plan, of_actions_in_votes,
                                               of_parts_in_votes};
    refused_each(r, parts, sizeof parts / sizeof *parts);
}
