#include "wire/seen_votes.h"

#include "testing.h"

static bool is_revealed(const struct model *m, ballot_id ballot)
{
    assert_in_range(ballot, 1, m->ballot_count);
    return m->ballots[ballot].state == BALLOT_REVEALED;
}

/* The papers of a vote that say something, of one school or (0) of all. */
static unsigned count_papers(const struct model *m, ballot_id ballot, school_id school)
{
    const struct ballot_content *content = &m->ballots[ballot].content;
    unsigned count = 0;
    for (uint16_t p = 1; p <= m->paper_count; p++) {
        const struct paper *paper = &m->papers[p];
        school_id of =
            content->by_school || paper->by_hand ? paper->school : m->seats[paper->seat].school;
        count += paper->ballot == ballot && (content->named || paper->event) &&
                 (!school || of == school);
    }
    return count;
}

static void see_turnout(const struct model *m, struct audience audience, const struct item *item)
{
    const struct turnout_item *turnout = &item->body.turnout;
    ballot_id ballot = (ballot_id)item->key.a;
    assert_true(item->key.b == 0 || audience.kind == AUDIENCE_FACILITATOR);
    assert_true(turnout->voted <= turnout->expected && turnout->by_hand <= turnout->voted &&
                turnout->shared <= turnout->expected);
    if (is_revealed(m, ballot))
        assert_int_equal(turnout->voted, m->ballots[ballot].tally.papers);
    else
        assert_int_equal(turnout->voted, count_papers(m, ballot, item->key.b));
}

/* One's own, or one's school's; not what was cast from another laptop. */
static void see_own_paper(struct seen_votes *seen, const struct model *m, struct audience audience,
                          const struct item *item)
{
    const struct ballot *ballot = &m->ballots[item->key.a];
    const struct own_paper_item *own = &item->body.own_paper;
    bool found = false, empty = true;
    assert_true(ballot->state == BALLOT_OPEN || ballot->state == BALLOT_CLOSED);
    assert_int_equal(ballot->content.by_school, audience.kind == AUDIENCE_SCHOOL);
    for (uint16_t p = 1; p <= m->paper_count && !found; p++) {
        const struct paper *paper = &m->papers[p];
        found = paper->ballot == item->key.a &&
                (ballot->content.by_school
                     ? paper->school == audience.id
                     : !paper->by_hand && paper->seat == audience.id && paper->slot == item->key.b);
        if (found)
            assert_int_equal(own->hidden, paper->moved);
        if (found && !own->hidden)
            assert_memory_equal(&own->marks, &paper->marks, sizeof own->marks);
    }
    assert_true(found && own->cast);
    for (int i = 0; i < OPTIONS_MAX; i++)
        empty &= own->marks.of[i] == 0;
    assert_int_equal(empty, own->hidden);
    seen->own++;
}

void seen_vote(struct seen_votes *seen, const struct model *m, struct audience audience,
               const struct item *item)
{
    switch (item->key.kind) {
    case ITEM_BALLOT_TALLY:
        assert_true(is_revealed(m, (ballot_id)item->key.a));
        seen->tallies += item->body.ballot_tally.papers > 0;
        break;
    case ITEM_NAMED_PAPER:
        assert_true(is_revealed(m, item->body.named_paper.ballot));
        assert_true(m->ballots[item->body.named_paper.ballot].content.named);
        seen->named++;
        break;
    case ITEM_TURNOUT:
        see_turnout(m, audience, item);
        break;
    case ITEM_OWN_PAPER:
        see_own_paper(seen, m, audience, item);
        break;
    default:
        break;
    }
}
