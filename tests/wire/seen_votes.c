#include "wire/seen_votes.h"

#include "testing.h"

#include <stdlib.h>

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
    for (uint16_t p = 1; p <= PAPERS_MAX; p++) {
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

/* ---- with other marks */

enum { ITEMS_MAX = 1 << 15 };

struct listed {
    size_t count;
    struct {
        struct item_key key;
        uint64_t digest;
    } at[ITEMS_MAX];
};

static void list(void *context, const struct item *item)
{
    struct listed *l = context;
    if (item->key.kind == ITEM_OWN_PAPER)
        return;
    assert_true(l->count < ITEMS_MAX);
    uint64_t digest = 0xCBF29CE484222325u; /* FNV-1a */
    const uint8_t *bytes = (const uint8_t *)&item->body;
    for (size_t i = 0; i < item_size((enum item_kind)item->key.kind); i++)
        digest = (digest ^ bytes[i]) * 0x100000001B3u;
    l->at[l->count].key = item->key;
    l->at[l->count++].digest = digest;
}

static void list_all(struct listed *l, const struct model *m, const struct live *live)
{
    l->count = 0;
    for (unsigned kind = 0; kind < AUDIENCE_COUNT; kind++) {
        uint16_t most = kind == AUDIENCE_SCHOOL ? m->school_count
                        : kind == AUDIENCE_SEAT ? m->seat_count
                                                : 0;
        for (uint16_t id = most > 0; id <= most; id++)
            model_project(m, live, (struct audience){(enum audience_kind)kind, id}, list, l);
    }
}

void seen_votes_hide_marks(const struct model *model, const struct live *live)
{
    struct model *other = malloc(sizeof *other);
    struct listed *lists = calloc(2, sizeof *lists);
    assert_true(other && lists);
    memcpy(other, model, sizeof *other);
    for (uint16_t p = 1; p <= other->paper_count; p++)
        if (other->papers[p].ballot && !is_revealed(other, other->papers[p].ballot))
            for (int i = 0; i < OPTIONS_MAX; i++)
                other->papers[p].marks.of[i] ^= 0x55;
    list_all(&lists[0], model, live);
    list_all(&lists[1], other, live);
    assert_int_equal(lists[0].count, lists[1].count);
    for (size_t i = 0; i < lists[0].count; i++)
        if (lists[0].at[i].digest != lists[1].at[i].digest)
            fail_msg("a %s tells of a vote", item_word((enum item_kind)lists[0].at[i].key.kind));
    free(other);
    free(lists);
}
