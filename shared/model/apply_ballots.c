#include "model/applying.h"

#include <string.h>

void apply_ballot_added(struct model *m, const struct event *e)
{
    m->ballot_count++;
    struct ballot *ballot = &m->ballots[m->ballot_count];
    ballot->content = e->change.ballot.content;
    ballot->state = BALLOT_PREPARED;
    ballot->revision = 1;
}

void apply_ballot_changed(struct model *m, const struct event *e)
{
    struct ballot *ballot = &m->ballots[e->change.ballot.ballot];
    ballot->content = e->change.ballot.content;
    ballot->revision++;
}

void apply_ballot_removed(struct model *m, const struct event *e)
{
    struct ballot *ballot = &m->ballots[e->change.ballot.ballot];
    ballot->state = BALLOT_NONE;
    ballot->revision++;
}

void apply_ballot_set(struct model *m, const struct event *e)
{
    const struct ballot_set_change *c = &e->change.ballot_set;
    struct ballot *ballot = &m->ballots[c->ballot];
    ballot->state = c->state;
    if (!c->option_count)
        return;
    ballot->content.option_count = c->option_count;
    memcpy(ballot->content.things, c->things, sizeof ballot->content.things);
}

void apply_ballot_revealed(struct model *m, const struct event *e)
{
    const struct ballot_reveal_change *c = &e->change.ballot_reveal;
    struct ballot *ballot = &m->ballots[c->ballot];
    ballot->state = BALLOT_REVEALED;
    ballot->tally = c->tally;
    if (!ballot->content.named)
        applying_forget_papers(m, c->ballot);
}

void applying_close_ballots(struct model *m)
{
    for (ballot_id b = 1; b <= m->ballot_count; b++)
        if (m->ballots[b].state == BALLOT_OPEN || m->ballots[b].state == BALLOT_CLOSED) {
            m->ballots[b].state = BALLOT_CLOSED;
            applying_forget_papers(m, b);
        }
}

void apply_priorities_set(struct model *m, const struct event *e)
{
    m->priorities = e->change.priorities;
}
