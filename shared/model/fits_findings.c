#include "model/fitting.h"

static bool has_place(const struct model *m, const struct finding_change *c)
{
    if (c->kind == FINDING_ADDED)
        return c->number >= 1 && c->number <= ADDED_MAX;
    return c->kind < FINDING_COUNT && model_has_condition(m, c->number);
}

/* One that was added must be there, other findings always are. */
static bool is_there(const struct model *m, const struct finding_change *c)
{
    return has_place(m, c) && (c->kind != FINDING_ADDED || m->findings[c->kind][c->number].exists);
}

bool finding_worded_fits(const struct model *m, const struct event *e)
{
    const struct finding_change *c = &e->change.finding;
    return has_place(m, c) && c->revision == m->findings[c->kind][c->number].revision + 1;
}

bool finding_set_fits(const struct model *m, const struct event *e)
{
    return is_there(m, &e->change.finding);
}

bool finding_ranked_fits(const struct model *m, const struct event *e)
{
    return is_there(m, &e->change.finding) && e->change.finding.rank <= FINDING_RANK_MAX;
}

bool finding_answered_fits(const struct model *m, const struct event *e)
{
    const struct finding_change *c = &e->change.finding;
    return is_there(m, c) && c->revision == m->findings[c->kind][c->number].answer_revision + 1;
}
