#include "model/refused.h"
#include "testing.h"

/* A vote on conditions that the command changes once before it is asked for. */
static void expect_terms(struct refused *r, void (*spoil)(struct ballot_content *content),
                         enum method method, enum refusal refusal)
{
    struct command c = ask_add_ballot(method, 3);
    spoil(&c.change.ballot.content);
    refused_expect(r, 0, c, refusal);
}

static void no_question(struct ballot_content *c)
{
    c->question[0] = '\0';
}

static void no_budget(struct ballot_content *c)
{
    c->budget = 0;
}

static void large_budget(struct ballot_content *c)
{
    c->budget = BUDGET_MAX + 1;
}

static void no_limit(struct ballot_content *c)
{
    c->limit = 0;
}

static void limit_over_budget(struct ballot_content *c)
{
    c->limit = (uint8_t)(c->budget + 1);
}

static void one_criterion(struct ballot_content *c)
{
    c->criteria[1][0] = '\0';
}

static void unknown_method(struct ballot_content *c)
{
    c->method = METHOD_COUNT;
}

static void unknown_about(struct ballot_content *c)
{
    c->about = ABOUT_COUNT;
}

static void unknown_thing(struct ballot_content *c)
{
    memset(c->texts, 0, sizeof c->texts);
    c->about = ABOUT_CONDITIONS;
    c->things[0] = 1;
    c->things[1] = 2;
    c->things[2] = 4;
}

static void thing_twice(struct ballot_content *c)
{
    unknown_thing(c);
    c->things[2] = 1;
}

static void empty_text(struct ballot_content *c)
{
    c->texts[1][0] = '\0';
}

static void text_twice(struct ballot_content *c)
{
    strcpy(c->texts[2], "OPTION 1");
}

static void beyond_count(struct ballot_content *c)
{
    strcpy(c->texts[3], "One more");
}

static void too_many(struct ballot_content *c)
{
    c->option_count = OPTIONS_MAX + 1;
}

static void again_none(struct ballot_content *c)
{
    c->again = 1;
}

static void of_terms(struct refused *r)
{
    struct bench *b = &r->bench;
    static const struct {
        void (*spoil)(struct ballot_content *content);
        uint8_t method;
        enum refusal refusal;
    } cases[] = {
        {no_question, METHOD_DOTS, REFUSAL_TEXT_EMPTY},
        {no_budget, METHOD_DOTS, REFUSAL_BALLOT_TERMS},
        {large_budget, METHOD_DOTS, REFUSAL_BALLOT_TERMS},
        {no_limit, METHOD_DOTS, REFUSAL_BALLOT_TERMS},
        {limit_over_budget, METHOD_DOTS, REFUSAL_BALLOT_TERMS},
        {limit_over_budget, METHOD_APPROVAL, REFUSAL_BALLOT_TERMS},
        {large_budget, METHOD_RANKING, REFUSAL_BALLOT_TERMS},
        {one_criterion, METHOD_SCORES, REFUSAL_BALLOT_TERMS},
        {unknown_method, METHOD_APPROVAL, REFUSAL_BALLOT_TERMS},
        {unknown_about, METHOD_APPROVAL, REFUSAL_BALLOT_TERMS},
        {unknown_thing, METHOD_APPROVAL, REFUSAL_BALLOT_TERMS},
        {thing_twice, METHOD_APPROVAL, REFUSAL_OPTION_TWICE},
        {empty_text, METHOD_RANKING, REFUSAL_BALLOT_TERMS},
        {text_twice, METHOD_RANKING, REFUSAL_OPTION_TWICE},
        {beyond_count, METHOD_RANKING, REFUSAL_BALLOT_TERMS},
        {too_many, METHOD_RANKING, REFUSAL_OPTIONS_MANY},
        {again_none, METHOD_DOTS, REFUSAL_BALLOT_TERMS},
    };
    assert_int_equal(bench_ask(b, 0, ask_add_ballot(METHOD_DOTS, 3)), 0);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_terms(r, cases[i].spoil, (enum method)cases[i].method, cases[i].refusal);
    struct command c = ask_add_ballot(METHOD_DOTS, 3);
    c.kind = COMMAND_CHANGE_BALLOT;
    strcpy(c.change.ballot.content.question, "What else?");
    refused_expect(r, 0, c, REFUSAL_NO_BALLOT);
    c.change.ballot.ballot = 1;
    refused_expect(r, 0, c, REFUSAL_CHANGED);
    c.change.ballot.content.budget = 0;
    refused_expect(r, 0, c, REFUSAL_BALLOT_TERMS);
    c.kind = COMMAND_REMOVE_BALLOT;
    refused_expect(r, 0, c, REFUSAL_CHANGED);
    c.change.ballot.ballot = 2;
    refused_expect(r, 0, c, REFUSAL_NO_BALLOT);
    c.change.ballot.ballot = 1;
    assert_int_equal(bench_ask(b, 0, ask_set_ballot(1, BALLOT_OPEN)), 0);
    refused_expect(r, 0, c, REFUSAL_BALLOT_STATE);
    c.kind = COMMAND_CHANGE_BALLOT;
    refused_expect(r, 0, c, REFUSAL_BALLOT_STATE);
}

static void of_opening(struct refused *r)
{
    struct bench *b = &r->bench;
    refused_expect(r, 0, ask_set_ballot(1, BALLOT_OPEN), REFUSAL_NO_BALLOT);
    assert_int_equal(bench_ask(b, 0, ask_add_ballot(METHOD_RANKING, 1)), 0);
    refused_expect(r, 0, ask_set_ballot(1, BALLOT_OPEN), REFUSAL_OPTIONS_FEW);
    struct command actions = ask_add_ballot(METHOD_RANKING, 0);
    actions.change.ballot.content.about = ABOUT_ACTIONS;
    assert_int_equal(bench_ask(b, 0, actions), 0);
    refused_expect(r, 0, ask_set_ballot(2, BALLOT_OPEN), REFUSAL_OPTIONS_FEW);
    struct command propose = ask_action(COMMAND_ADD_ACTION, 0, 1, 0, "Share a trainer");
    propose.change.action.content.months = 0;
    propose.change.action.state = ACTION_PROPOSED;
    for (int i = 0; i <= OPTIONS_MAX; i++)
        assert_int_equal(bench_ask(b, 0, propose), 0);
    refused_expect(r, 0, ask_set_ballot(2, BALLOT_OPEN), REFUSAL_OPTIONS_MANY);
    /* an option that is not before the room any more */
    actions.change.ballot.content.option_count = 2;
    actions.change.ballot.content.things[0] = 1;
    actions.change.ballot.content.things[1] = 2;
    assert_int_equal(bench_ask(b, 0, actions), 0);
    assert_int_equal(bench_ask(b, 0, ask_action(COMMAND_REMOVE_ACTION, 2, 0, 0, "")), 0);
    refused_expect(r, 0, ask_set_ballot(3, BALLOT_OPEN), REFUSAL_BALLOT_TERMS);
    bench_ballot(b, ask_add_ballot(METHOD_DOTS, 3));
    assert_int_equal(bench_ask(b, 0, ask_add_ballot(METHOD_DOTS, 3)), 0);
    refused_expect(r, 0, ask_set_ballot(5, BALLOT_OPEN), REFUSAL_BALLOT_BUSY);
    refused_expect(r, 0, ask_set_ballot(5, BALLOT_CLOSED), REFUSAL_BALLOT_STATE);
    refused_expect(r, 0, ask_set_ballot(5, BALLOT_REVEALED), REFUSAL_BALLOT_STATE);
    refused_expect(r, 0, ask_set_ballot(4, BALLOT_REVEALED), REFUSAL_BALLOT_STATE);
    refused_expect(r, 0, ask_set_ballot(4, BALLOT_PREPARED), REFUSAL_BALLOT_STATE);
    refused_expect(r, 0, ask_set_ballot(4, BALLOT_NONE), REFUSAL_NOT_UNDERSTOOD);
    refused_expect(r, 0, ask_set_ballot(4, BALLOT_STATE_COUNT), REFUSAL_NOT_UNDERSTOOD);
    assert_int_equal(bench_ask(b, 0, ask_set_ballot(4, BALLOT_CLOSED)), 0);
    assert_int_equal(bench_ask(b, 0, ask_set_ballot(4, BALLOT_REVEALED)), 0);
    refused_expect(r, 0, ask_set_ballot(4, BALLOT_OPEN), REFUSAL_BALLOT_STATE);
    refused_expect(r, 0, ask_set_ballot(4, BALLOT_CLOSED), REFUSAL_BALLOT_STATE);
    while (b->model->ballot_count < BALLOTS_MAX)
        assert_int_equal(bench_ask(b, 0, ask_add_ballot(METHOD_DOTS, 3)), 0);
    refused_expect(r, 0, ask_add_ballot(METHOD_DOTS, 3), REFUSAL_BALLOTS_FULL);
}

static void of_marks(struct refused *r, seat_id seat)
{
    struct bench *b = &r->bench;
    static const struct {
        uint8_t method;
        const char *marks;
        enum refusal refusal;
    } cases[] = {
        {METHOD_DOTS, "000", REFUSAL_PAPER_EMPTY},
        {METHOD_DOTS, "1001", REFUSAL_NO_OPTION},
        {METHOD_DOTS, "300", REFUSAL_OVER_LIMIT},
        {METHOD_DOTS, "211", REFUSAL_OVER_BUDGET},
        {METHOD_APPROVAL, "020", REFUSAL_MARK_RANGE},
        {METHOD_APPROVAL, "", REFUSAL_PAPER_EMPTY},
        {METHOD_APPROVAL, "0001", REFUSAL_NO_OPTION},
        {METHOD_RANKING, "", REFUSAL_PAPER_EMPTY},
        {METHOD_RANKING, "00I", REFUSAL_MARK_RANGE}, /* 25 */
        {METHOD_RANKING, "12300000000000000000000G", REFUSAL_NO_OPTION},
        {METHOD_SCORES, "1", REFUSAL_MARK_RANGE},    /* nothing on the second criterion */
        {METHOD_SCORES, "\x40", REFUSAL_MARK_RANGE}, /* 0x10: nothing on the first */
        {METHOD_SCORES, "F", REFUSAL_MARK_RANGE},    /* 0x16 */
        {METHOD_SCORES, "\x91", REFUSAL_MARK_RANGE}, /* 0x61 */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ballot_id ballot = bench_ballot(b, ask_add_ballot((enum method)cases[i].method, 3));
        refused_expect(r, seat, ask_paper(ballot, 1, 0, cases[i].marks), cases[i].refusal);
        assert_int_equal(bench_ask(b, 0, ask_set_ballot(ballot, BALLOT_CLOSED)), 0);
    }
}

static void of_papers(struct refused *r)
{
    struct bench *b = &r->bench;
    seat_id ours = bench_join(b, CODE_SCHOOL, 1), la = bench_join(b, CODE_OBSERVER, 0);
    of_marks(r, ours);
    refused_expect(r, ours, ask_paper(99, 1, 0, "1"), REFUSAL_NO_BALLOT);
    refused_expect(r, ours, ask_withdraw(0, 1, 0), REFUSAL_NO_BALLOT);
    assert_int_equal(bench_ask(b, 0, ask_add_ballot(METHOD_DOTS, 3)), 0);
    ballot_id ballot = b->model->ballot_count;
    refused_expect(r, ours, ask_paper(ballot, 1, 0, "1"), REFUSAL_BALLOT_STATE);
    assert_int_equal(bench_ask(b, 0, ask_set_ballot(ballot, BALLOT_OPEN)), 0);
    refused_expect(r, la, ask_paper(ballot, 1, 0, "1"), REFUSAL_NOT_ALLOWED);
    refused_expect(r, ours, ask_paper(ballot, 0, 0, "1"), REFUSAL_NO_SLOT);
    refused_expect(r, ours, ask_paper(ballot, 2, 0, "1"), REFUSAL_NO_SLOT);
    refused_expect(r, 0, ask_paper(ballot, 0, 9, "1"), REFUSAL_NO_SCHOOL);
    refused_expect(r, ours, ask_withdraw(ballot, 1, 0), REFUSAL_NO_PAPER);
    refused_expect(r, 0, ask_withdraw(ballot, 0, 0), REFUSAL_NO_PAPER);
    refused_expect(r, ours, ask_share(ours, 0), REFUSAL_LAPTOP_RANGE);
    refused_expect(r, ours, ask_share(ours, LAPTOP_MAX + 1), REFUSAL_LAPTOP_RANGE);
    refused_expect(r, ours, ask_share(la, 2), REFUSAL_NOT_ALLOWED);
    refused_expect(r, la, ask_share(la, 2), REFUSAL_NO_SEAT);
    refused_expect(r, 0, ask_share(9, 2), REFUSAL_NO_SEAT);
    assert_int_equal(bench_ask(b, ours, ask_share(ours, 3)), 0);
    assert_int_equal(bench_ask(b, ours, ask_paper(ballot, 3, 0, "1")), 0);
    refused_expect(r, ours, ask_share(ours, 2), REFUSAL_SLOT_VOTED);
    for (int i = 1; i < PAPERS_MAX; i++)
        assert_int_equal(bench_ask(b, 0, ask_paper(ballot, 0, 0, "1")), 0);
    refused_expect(r, 0, ask_paper(ballot, 0, 0, "1"), REFUSAL_PAPERS_FULL);
    refused_expect(r, ours, ask_paper(ballot, 1, 0, "1"), REFUSAL_PAPERS_FULL);
    assert_int_equal(bench_ask(b, 0, ask_set_ballot(ballot, BALLOT_CLOSED)), 0);
    refused_expect(r, ours, ask_paper(ballot, 3, 0, "1"), REFUSAL_BALLOT_CLOSED);
    refused_expect(r, ours, ask_withdraw(ballot, 3, 0), REFUSAL_BALLOT_CLOSED);
    assert_int_equal(bench_ask(b, 0, ask_set_ballot(ballot, BALLOT_REVEALED)), 0);
    refused_expect(r, ours, ask_paper(ballot, 3, 0, "1"), REFUSAL_BALLOT_CLOSED);
    assert_int_equal(bench_ask(b, ours, ask_share(ours, 1)), 0);
}

static void of_papers_of_schools(struct refused *r)
{
    struct bench *b = &r->bench;
    seat_id guest = bench_join(b, CODE_ROOM, 0), ours = bench_join(b, CODE_SCHOOL, 1);
    struct command add = ask_add_ballot(METHOD_APPROVAL, 0);
    add.change.ballot.content.by_school = true;
    ballot_id ballot = bench_ballot(b, add);
    refused_expect(r, guest, ask_paper(ballot, 0, 1, "1"), REFUSAL_NO_SEAT_SCHOOL);
    assert_int_equal(bench_ask(b, guest, ask_seat(COMMAND_PLACE_SEAT, guest, 1, false, "")), 0);
    refused_expect(r, guest, ask_paper(ballot, 0, 1, "1"), REFUSAL_NOT_ADMITTED);
    refused_expect(r, ours, ask_paper(ballot, 0, 2, "1"), REFUSAL_OTHER_SCHOOL);
    refused_expect(r, ours, ask_withdraw(ballot, 0, 2), REFUSAL_OTHER_SCHOOL);
    refused_expect(r, ours, ask_paper(ballot, 0, 0, "1"), REFUSAL_NO_SCHOOL);
    refused_expect(r, 0, ask_paper(ballot, 0, 3, "1"), REFUSAL_NO_SCHOOL);
    assert_int_equal(bench_ask(b, ours, ask_paper(ballot, 0, 1, "1")), 0);
    assert_int_equal(bench_ask(b, 0, ask_seat(COMMAND_PLACE_SEAT, ours, 2, true, "")), 0);
    refused_expect(r, ours, ask_paper(ballot, 0, 1, "1"), REFUSAL_OTHER_SCHOOL);
    refused_expect(r, ours, ask_paper(ballot, 0, 2, "1"), REFUSAL_VOTED_ELSEWHERE);
    struct command look = ask_look(false, 0);
    look.change.view.ballot = 2;
    refused_expect(r, 0, look, REFUSAL_NO_BALLOT);
    look.change.view.ballot = 1;
    look.change.view.sight = SIGHT_COUNT;
    refused_expect(r, 0, look, REFUSAL_NOT_UNDERSTOOD);
}

static void of_priorities(struct refused *r)
{
    struct bench *b = &r->bench;
    struct command c = {.kind = COMMAND_SET_PRIORITIES};
    struct priorities_change *p = &c.change.priorities;
    p->count = PRIORITIES_MAX + 1;
    refused_expect(r, 0, c, REFUSAL_PRIORITIES_RANGE);
    p->count = 2;
    p->list[0].condition = 1;
    refused_expect(r, 0, c, REFUSAL_TEXT_EMPTY);
    p->list[1].condition = 4;
    refused_expect(r, 0, c, REFUSAL_NO_CONDITION);
    p->list[1].condition = 1;
    refused_expect(r, 0, c, REFUSAL_PRIORITIES_RANGE);
    p->list[0].condition = p->list[1].condition = 0;
    strcpy(p->list[0].text, "Breakfast clubs");
    strcpy(p->list[1].text, "Breakfast clubs");
    refused_expect(r, 0, c, REFUSAL_PRIORITIES_RANGE);
    p->list[1].condition = 2;
    p->revision = 1;
    refused_expect(r, 0, c, REFUSAL_CHANGED);
    bench_ballot(b, ask_add_ballot(METHOD_DOTS, 0));
    p->ballot = 1;
    p->revision = 0;
    refused_expect(r, 0, c, REFUSAL_NO_BALLOT);
}

void refused_votes(struct refused *r)
{
    static void (*const groups[])(struct refused * r) = {of_terms, of_opening, of_papers,
                                                         of_papers_of_schools, of_priorities};
    refused_each(r, groups, sizeof groups / sizeof *groups);
}
