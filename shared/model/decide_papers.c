#include "model/ballots.h"
#include "model/deciding.h"
#include "model/papers.h"
#include "model/rounds.h"

#include <string.h>

/* Votes are cast and taken back. Nothing here looks at marks that are there already: the same paper
 * saved again is saved again, so that not even the journal tells whether somebody changed their
 * mind. */

static bool is_by_hand(const struct deciding *d)
{
    return model_is_facilitator(d->model, d->seat);
}

static enum refusal check_voter(const struct deciding *d)
{
    return is_by_hand(d) || rounds_is_asked(d->model, d->seat) ? REFUSAL_NONE : REFUSAL_NOT_ALLOWED;
}

static enum refusal check_open(const struct deciding *d, ballot_id ballot)
{
    if (!ballot_exists(d->model, ballot))
        return REFUSAL_NO_BALLOT;
    switch ((enum ballot_state)d->model->ballots[ballot].state) {
    case BALLOT_OPEN:
        return REFUSAL_NONE;
    case BALLOT_CLOSED:
    case BALLOT_REVEALED:
        return REFUSAL_BALLOT_CLOSED;
    case BALLOT_NONE:
    case BALLOT_PREPARED:
    case BALLOT_STATE_COUNT:
        break;
    }
    return REFUSAL_BALLOT_STATE;
}

/* Whose paper it is: the school's that the seat speaks for, or of one of the people at its laptop.
 */
static enum refusal check_owner(const struct deciding *d)
{
    const struct paper_change *c = &d->command->change.paper;
    bool by_school = d->model->ballots[c->ballot].content.by_school;
    uint8_t people = d->model->seats[d->seat].people;
    if (by_school)
        return deciding_speaks_for(d, c->school);
    if (is_by_hand(d))
        return c->school == 0 || model_has_school(d->model, c->school) ? REFUSAL_NONE
                                                                       : REFUSAL_NO_SCHOOL;
    return c->slot >= 1 && c->slot <= (people ? people : 1) ? REFUSAL_NONE : REFUSAL_NO_SLOT;
}

static enum refusal check_paper(const struct deciding *d)
{
    enum refusal refusal = check_voter(d);
    if (refusal == REFUSAL_NONE)
        refusal = check_open(d, d->command->change.paper.ballot);
    return refusal == REFUSAL_NONE ? check_owner(d) : refusal;
}

/* What the event says of whose paper it is. */
static struct paper_change paper_of(const struct deciding *d)
{
    const struct paper_change *c = &d->command->change.paper;
    bool by_school = d->model->ballots[c->ballot].content.by_school, by_hand = is_by_hand(d);
    return (struct paper_change){
        .ballot = c->ballot,
        .slot = by_school ? 0 : c->slot,
        .school = by_school || by_hand ? c->school : 0,
        .by_hand = by_hand,
    };
}

/* A secret vote's marks are kept apart from what is said of it, always at one length. */
static void put_marks(struct event *e, const struct marks *marks, bool named)
{
    if (named) {
        e->change.paper.marks = *marks;
        return;
    }
    e->secret.length = OPTIONS_MAX;
    memcpy(e->secret.bytes, marks->of, OPTIONS_MAX);
}

enum refusal decide_cast_paper(struct deciding *d)
{
    const struct model *m = d->model;
    const struct paper_change *c = &d->command->change.paper;
    enum refusal refusal = check_paper(d);
    if (refusal != REFUSAL_NONE)
        return refusal;
    const struct ballot *ballot = &m->ballots[c->ballot];
    if (ballot->content.by_school && !is_by_hand(d) &&
        paper_elsewhere(m, c->ballot, d->seat, c->school))
        return REFUSAL_VOTED_ELSEWHERE;
    refusal = ballot_check_marks(&ballot->content, &c->marks);
    if (refusal != REFUSAL_NONE)
        return refusal;
    struct paper_change paper = paper_of(d);
    if (paper.by_hand && !ballot->content.by_school) {
        if (ballot->hand_count == UINT16_MAX)
            return REFUSAL_PAPERS_FULL;
        paper.slot = (uint16_t)(ballot->hand_count + 1);
    }
    if (!paper_meant(m, d->seat, &paper) && !paper_place(m))
        return REFUSAL_PAPERS_FULL;
    struct event *e = deciding_add(d, EVENT_PAPER_CAST, NULL);
    e->change.paper = paper;
    put_marks(e, &c->marks, ballot->content.named);
    return REFUSAL_NONE;
}

enum refusal decide_withdraw_paper(struct deciding *d)
{
    const struct model *m = d->model;
    enum refusal refusal = check_paper(d);
    if (refusal != REFUSAL_NONE)
        return refusal;
    struct paper_change paper = paper_of(d);
    uint16_t meant = paper_meant(m, d->seat, &paper);
    if (!meant || !paper_counts(m, meant))
        return REFUSAL_NO_PAPER;
    paper.slot = m->papers[meant].slot;
    paper.school = m->ballots[paper.ballot].content.by_school ? paper.school : 0;
    deciding_add(d, EVENT_PAPER_WITHDRAWN, NULL)->change.paper = paper;
    return REFUSAL_NONE;
}
