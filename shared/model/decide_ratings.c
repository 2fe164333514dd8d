#include "model/deciding.h"

#include <string.h>

static const struct rating *rating_of(const struct deciding *d)
{
    const struct rating_change *c = &d->command->change.rating;
    return &d->model->ratings[c->condition][c->school];
}

static enum side side_of(const struct deciding *d)
{
    return model_is_facilitator(d->model, d->seat) ? SIDE_MANAGER : SIDE_SCHOOL;
}

static enum refusal check_cell(const struct deciding *d)
{
    const struct rating_change *c = &d->command->change.rating;
    enum refusal refusal = deciding_speaks_for(d, c->school);
    if (refusal != REFUSAL_NONE)
        return refusal;
    return model_has_condition(d->model, c->condition) ? REFUSAL_NONE : REFUSAL_NO_CONDITION;
}

static enum refusal check_figure(const struct figure *f)
{
    if (f->now < 1 || f->now > RATING_MAX)
        return REFUSAL_RATING_RANGE;
    if (f->target && (f->target < f->now || f->target > RATING_MAX))
        return REFUSAL_TARGET_RANGE;
    if (f->months > MONTHS_MAX || (f->months && !f->target))
        return REFUSAL_MONTHS_RANGE;
    return REFUSAL_NONE;
}

static bool same_figure(const struct figure *a, const struct figure *b)
{
    return a->now == b->now && a->target == b->target && a->months == b->months &&
           strcmp(a->note, b->note) == 0;
}

/* The fields of a command's figure, and nothing else of its change. */
static struct event *add_rating(struct deciding *d, enum event_kind kind, enum side side,
                                uint32_t revision)
{
    const struct rating_change *c = &d->command->change.rating;
    struct event *e = deciding_add(d, kind, NULL);
    e->change.rating = (struct rating_change){.school = c->school,
                                              .condition = c->condition,
                                              .side = (uint8_t)side,
                                              .revision = revision};
    return e;
}

enum refusal decide_rate(struct deciding *d)
{
    const struct rating_change *c = &d->command->change.rating;
    enum refusal refusal = check_cell(d);
    if (refusal == REFUSAL_NONE)
        refusal = check_figure(&c->figure);
    if (refusal != REFUSAL_NONE)
        return refusal;
    enum side side = side_of(d);
    const struct rating *rating = rating_of(d);
    const struct proposal *mine = &rating->proposals[side];
    if (mine->revision && model_newest_proposal(rating) == side &&
        same_figure(&mine->figure, &c->figure))
        return REFUSAL_NONE;
    add_rating(d, EVENT_RATING_PROPOSED, side, rating->revision + 1)->change.rating.figure =
        c->figure;
    return REFUSAL_NONE;
}

enum refusal decide_withdraw(struct deciding *d)
{
    enum refusal refusal = check_cell(d);
    if (refusal != REFUSAL_NONE)
        return refusal;
    enum side side = side_of(d);
    uint32_t revision = rating_of(d)->proposals[side].revision;
    if (!revision)
        return REFUSAL_NO_PROPOSAL;
    add_rating(d, EVENT_RATING_WITHDRAWN, side, revision);
    return REFUSAL_NONE;
}

/* The other side agrees, naming the revision it has seen. */
enum refusal decide_agree(struct deciding *d)
{
    enum refusal refusal = check_cell(d);
    if (refusal != REFUSAL_NONE)
        return refusal;
    enum side mine = side_of(d), theirs = mine == SIDE_SCHOOL ? SIDE_MANAGER : SIDE_SCHOOL;
    const struct rating *rating = rating_of(d);
    uint32_t revision = d->command->change.rating.revision;
    if (rating->proposals[theirs].revision == 0)
        return rating->proposals[mine].revision ? REFUSAL_OWN_PROPOSAL : REFUSAL_NO_PROPOSAL;
    if (revision && revision == rating->proposals[mine].revision)
        return REFUSAL_OWN_PROPOSAL;
    if (revision != rating->proposals[theirs].revision)
        return REFUSAL_CHANGED;
    add_rating(d, EVENT_RATING_AGREED, theirs, revision);
    return REFUSAL_NONE;
}

enum refusal decide_agree_in_person(struct deciding *d)
{
    const struct rating_change *c = &d->command->change.rating;
    enum refusal refusal = check_cell(d);
    if (refusal == REFUSAL_NONE)
        refusal = check_figure(&c->figure);
    if (refusal == REFUSAL_NONE)
        refusal = deciding_name(c->with);
    if (refusal != REFUSAL_NONE)
        return refusal;
    struct event *e =
        add_rating(d, EVENT_RATING_AGREED_IN_PERSON, SIDE_MANAGER, rating_of(d)->revision + 1);
    e->change.rating.figure = c->figure;
    memcpy(e->change.rating.with, c->with, sizeof c->with);
    return REFUSAL_NONE;
}

enum refusal decide_reopen(struct deciding *d)
{
    enum refusal refusal = check_cell(d);
    if (refusal != REFUSAL_NONE)
        return refusal;
    if (!rating_of(d)->settled)
        return REFUSAL_NOT_AGREED;
    add_rating(d, EVENT_RATING_REOPENED, SIDE_MANAGER, rating_of(d)->revision + 1);
    return REFUSAL_NONE;
}

enum refusal decide_consent(struct deciding *d)
{
    const struct consent_change *c = &d->command->change.consent;
    enum refusal refusal = deciding_speaks_for(d, c->school);
    if (refusal != REFUSAL_NONE)
        return refusal;
    if (c->answer >= ANSWER_COUNT || !c->scopes || c->scopes >= 1 << SCOPE_COUNT)
        return REFUSAL_NOT_UNDERSTOOD;
    for (unsigned scope = 0; scope < SCOPE_COUNT; scope++)
        if (c->scopes & 1U << scope && d->model->schools[c->school].consent[scope] != c->answer) {
            deciding_add(d, EVENT_CONSENT_GIVEN, &d->command->change);
            break;
        }
    return REFUSAL_NONE;
}
