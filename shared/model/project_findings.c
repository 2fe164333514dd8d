#include "model/projecting.h"

#include <string.h>

static bool is_touched(const struct finding *f)
{
    return f->exists || f->hidden || f->for_la || f->rank || f->revision || f->answer_revision;
}

/* Of one that is hidden others learn no more than that it is: what a finding says by itself stands
 * in figures they have anyway, and their screens have to leave it out. */
static void project_finding(struct projecting *p, uint8_t kind, uint8_t number)
{
    const struct finding *f = &p->model->findings[kind][number];
    bool hidden = f->hidden && !projecting_for_facilitator(p);
    if (kind == FINDING_ADDED ? !f->exists || hidden : !is_touched(f))
        return;
    struct finding_item *item = projecting_start(p, ITEM_FINDING, kind, number);
    item->hidden = f->hidden;
    if (!hidden) {
        item->for_la = f->for_la;
        item->rank = f->rank;
        item->revision = f->revision;
        item->answer_revision = f->answer_revision;
        memcpy(item->text, f->text, sizeof item->text);
        memcpy(item->answer, f->answer, sizeof item->answer);
    }
    projecting_emit(p);
}

void project_findings(struct projecting *p)
{
    for (uint8_t k = 0; k < FINDING_COUNT; k++)
        for (uint8_t n = 1; n <= CONDITIONS_MAX; n++)
            project_finding(p, k, n);
}
