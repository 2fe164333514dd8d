#include "model/applying.h"

#include <string.h>

static struct finding *finding_of(struct model *m, const struct event *e)
{
    return &m->findings[e->change.finding.kind][e->change.finding.number];
}

/* One that was added and is taken away leaves nothing but its count of wordings, so that nobody
 * changes a later one of the same number by mistake. */
void apply_finding_worded(struct model *m, const struct event *e)
{
    const struct finding_change *c = &e->change.finding;
    struct finding *finding = finding_of(m, e);
    bool added = c->kind == FINDING_ADDED;
    if (added && !c->text[0])
        *finding = (struct finding){.answer_revision = finding->answer_revision};
    finding->exists = added && c->text[0];
    finding->revision = c->revision;
    memcpy(finding->text, c->text, sizeof finding->text);
}

void apply_finding_set(struct model *m, const struct event *e)
{
    finding_of(m, e)->hidden = e->change.finding.hidden;
    finding_of(m, e)->for_la = e->change.finding.for_la;
}

static struct finding *find_at_rank(struct model *m, uint8_t rank, const struct finding *but)
{
    for (unsigned k = 0; k < FINDING_COUNT; k++)
        for (unsigned n = 1; n <= CONDITIONS_MAX; n++)
            if (m->findings[k][n].rank == rank && &m->findings[k][n] != but)
                return &m->findings[k][n];
    return NULL;
}

/* Two cannot have one place: the one that had it moves down by one, and the next as well if it is
 * there. At the very end it falls where it would by itself. */
void apply_finding_ranked(struct model *m, const struct event *e)
{
    struct finding *finding = finding_of(m, e);
    finding->rank = e->change.finding.rank;
    while (finding && finding->rank) {
        struct finding *next = find_at_rank(m, finding->rank, finding);
        if (next)
            next->rank = (uint8_t)(next->rank < FINDING_RANK_MAX ? next->rank + 1 : 0);
        finding = next;
    }
}

void apply_finding_answered(struct model *m, const struct event *e)
{
    struct finding *finding = finding_of(m, e);
    finding->answer_revision = e->change.finding.revision;
    memcpy(finding->answer, e->change.finding.text, sizeof finding->answer);
}
