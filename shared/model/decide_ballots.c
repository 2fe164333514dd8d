#include "model/ballots.h"
#include "model/deciding.h"
#include "model/papers.h"

#include <string.h>

/* What the facilitator does with votes: prepares, opens, closes and reveals them. Nothing here is
 * decided by marks but the tally of the reveal. */

static enum refusal check_ballot(const struct deciding *d, ballot_id ballot)
{
    return ballot_exists(d->model, ballot) ? REFUSAL_NONE : REFUSAL_NO_BALLOT;
}

enum refusal decide_add_ballot(struct deciding *d)
{
    const struct ballot_content *content = &d->command->change.ballot.content;
    enum refusal refusal = ballot_check_terms(d->model, content);
    if (refusal != REFUSAL_NONE)
        return refusal;
    if (d->model->ballot_count == BALLOTS_MAX)
        return REFUSAL_BALLOTS_FULL;
    struct event *e = deciding_add(d, EVENT_BALLOT_ADDED, NULL);
    e->change.ballot.ballot = (ballot_id)(d->model->ballot_count + 1);
    e->change.ballot.content = *content;
    return REFUSAL_NONE;
}

/* It is there, and still being prepared. */
static enum refusal check_prepared(const struct deciding *d, ballot_id ballot)
{
    if (!ballot_exists(d->model, ballot))
        return REFUSAL_NO_BALLOT;
    return d->model->ballots[ballot].state == BALLOT_PREPARED ? REFUSAL_NONE : REFUSAL_BALLOT_STATE;
}

enum refusal decide_change_ballot(struct deciding *d)
{
    const struct ballot_change *c = &d->command->change.ballot;
    enum refusal refusal = check_prepared(d, c->ballot);
    if (refusal == REFUSAL_NONE)
        refusal = ballot_check_terms(d->model, &c->content);
    if (refusal != REFUSAL_NONE)
        return refusal;
    const struct ballot *ballot = &d->model->ballots[c->ballot];
    struct event *e = deciding_add(d, EVENT_BALLOT_CHANGED, NULL);
    e->change.ballot.ballot = c->ballot;
    e->change.ballot.content = c->content;
    memcpy(e->change.ballot.content.id, ballot->content.id, sizeof ballot->content.id);
    if (memcmp(&e->change.ballot.content, &ballot->content, sizeof ballot->content) == 0)
        d->out->count = 0;
    else if (c->revision != ballot->revision)
        return REFUSAL_CHANGED;
    return REFUSAL_NONE;
}

enum refusal decide_remove_ballot(struct deciding *d)
{
    const struct ballot_change *c = &d->command->change.ballot;
    enum refusal refusal = check_prepared(d, c->ballot);
    if (refusal != REFUSAL_NONE)
        return refusal;
    if (c->revision != d->model->ballots[c->ballot].revision)
        return REFUSAL_CHANGED;
    deciding_add(d, EVENT_BALLOT_REMOVED, NULL)->change.ballot.ballot = c->ballot;
    return REFUSAL_NONE;
}

static struct event *add_set(struct deciding *d, ballot_id ballot, enum ballot_state state)
{
    struct event *e = deciding_add(d, EVENT_BALLOT_SET, NULL);
    e->change.ballot_set.ballot = ballot;
    e->change.ballot_set.state = (uint8_t)state;
    return e;
}

/* The first opening settles what a vote is about that was to be about everything. */
static enum refusal open_first(struct deciding *d, ballot_id b)
{
    struct ballot_content content = d->model->ballots[b].content;
    bool settles = content.option_count == 0;
    enum refusal refusal = settles ? ballot_settle(d->model, &content) : REFUSAL_NONE;
    if (refusal == REFUSAL_NONE)
        refusal = ballot_check_options(d->model, &content);
    if (refusal != REFUSAL_NONE)
        return refusal;
    struct event *e = add_set(d, b, BALLOT_OPEN);
    if (settles) {
        e->change.ballot_set.option_count = content.option_count;
        memcpy(e->change.ballot_set.things, content.things, sizeof content.things);
    }
    return REFUSAL_NONE;
}

static enum refusal reveal(struct deciding *d, ballot_id b)
{
    struct event *e = deciding_add(d, EVENT_BALLOT_REVEALED, NULL);
    e->change.ballot_reveal.ballot = b;
    paper_tally(&e->change.ballot_reveal.tally, d->model, b);
    return REFUSAL_NONE;
}

enum refusal decide_set_ballot(struct deciding *d)
{
    const struct ballot_set_change *c = &d->command->change.ballot_set;
    enum refusal refusal = check_ballot(d, c->ballot);
    if (refusal != REFUSAL_NONE)
        return refusal;
    if (c->state >= BALLOT_STATE_COUNT || c->state == BALLOT_NONE)
        return REFUSAL_NOT_UNDERSTOOD;
    enum ballot_state now = (enum ballot_state)d->model->ballots[c->ballot].state;
    if (c->state == now)
        return REFUSAL_NONE;
    bool opens = c->state == BALLOT_OPEN && (now == BALLOT_PREPARED || now == BALLOT_CLOSED);
    if (opens && ballot_open_one(d->model))
        return REFUSAL_BALLOT_BUSY;
    if (opens && now == BALLOT_PREPARED)
        return open_first(d, c->ballot);
    if (c->state == BALLOT_REVEALED && now == BALLOT_CLOSED)
        return reveal(d, c->ballot);
    if (!opens && !(c->state == BALLOT_CLOSED && now == BALLOT_OPEN))
        return REFUSAL_BALLOT_STATE;
    add_set(d, c->ballot, (enum ballot_state)c->state);
    return REFUSAL_NONE;
}

static enum refusal check_priorities(const struct model *m, const struct priorities_change *c)
{
    if (c->count > PRIORITIES_MAX)
        return REFUSAL_PRIORITIES_RANGE;
    if (c->ballot &&
        (!ballot_exists(m, c->ballot) || m->ballots[c->ballot].state != BALLOT_REVEALED))
        return REFUSAL_NO_BALLOT;
    for (unsigned i = 0; i < c->count; i++) {
        const struct priority *one = &c->list[i];
        if (one->condition && !model_has_condition(m, one->condition))
            return REFUSAL_NO_CONDITION;
        if (!one->condition && !one->text[0])
            return REFUSAL_TEXT_EMPTY;
        for (unsigned j = 0; j < i; j++)
            if (one->condition ? one->condition == c->list[j].condition
                               : !c->list[j].condition && strcmp(one->text, c->list[j].text) == 0)
                return REFUSAL_PRIORITIES_RANGE;
    }
    return REFUSAL_NONE;
}

/* Leaves nothing behind what counts, nor a text beside a condition. */
static void trim(struct priorities_change *c)
{
    for (unsigned i = 0; i < PRIORITIES_MAX; i++) {
        if (i >= c->count)
            c->list[i].condition = 0;
        if (i >= c->count || c->list[i].condition)
            memset(c->list[i].text, 0, sizeof c->list[i].text);
    }
}

enum refusal decide_set_priorities(struct deciding *d)
{
    const struct priorities_change *now = &d->model->priorities;
    enum refusal refusal = check_priorities(d->model, &d->command->change.priorities);
    if (refusal != REFUSAL_NONE)
        return refusal;
    struct event *e = deciding_add(d, EVENT_PRIORITIES_SET, &d->command->change);
    struct priorities_change *c = &e->change.priorities;
    trim(c);
    bool same = c->ballot == now->ballot && c->count == now->count &&
                memcmp(c->list, now->list, sizeof c->list) == 0;
    if (!same && c->revision != now->revision)
        return REFUSAL_CHANGED;
    c->revision = now->revision + 1;
    if (same)
        d->out->count = 0;
    return REFUSAL_NONE;
}
