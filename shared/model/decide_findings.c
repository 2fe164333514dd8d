#include "model/deciding.h"

#include <string.h>

/* What the facilitator made of a finding stays with its kind and condition, whether or not the
 * figures say it just now; one that was added has to be there. */
static bool has_finding(const struct model *m, const struct finding_change *c)
{
    if (c->kind == FINDING_ADDED)
        return c->number >= 1 && c->number <= ADDED_MAX && m->findings[c->kind][c->number].exists;
    return c->kind < FINDING_COUNT && model_has_condition(m, c->number);
}

static struct event *add_finding(struct deciding *d, enum event_kind kind)
{
    const struct finding_change *c = &d->command->change.finding;
    struct event *e = deciding_add(d, kind, NULL);
    e->change.finding.kind = c->kind;
    e->change.finding.number = c->number;
    return e;
}

static void add_wording(struct deciding *d, enum event_kind kind, uint8_t number, uint32_t revision)
{
    struct event *e = add_finding(d, kind);
    e->change.finding.number = number;
    e->change.finding.revision = revision + 1;
    memcpy(e->change.finding.text, d->command->change.finding.text, NOTE_SIZE);
}

static enum refusal add_new(struct deciding *d)
{
    if (!d->command->change.finding.text[0])
        return REFUSAL_TEXT_EMPTY;
    for (uint8_t n = 1; n <= ADDED_MAX; n++) {
        const struct finding *free = &d->model->findings[FINDING_ADDED][n];
        if (free->exists)
            continue;
        add_wording(d, EVENT_FINDING_WORDED, n, free->revision);
        return REFUSAL_NONE;
    }
    return REFUSAL_FINDINGS_FULL;
}

/* An empty text gives back the program's own, and takes away one that was added. */
enum refusal decide_word_finding(struct deciding *d)
{
    const struct finding_change *c = &d->command->change.finding;
    if (c->kind == FINDING_ADDED && c->number == 0)
        return add_new(d);
    if (!has_finding(d->model, c))
        return REFUSAL_NO_FINDING;
    const struct finding *finding = &d->model->findings[c->kind][c->number];
    if (c->revision != finding->revision)
        return REFUSAL_CHANGED;
    if (strcmp(c->text, finding->text) != 0)
        add_wording(d, EVENT_FINDING_WORDED, c->number, finding->revision);
    return REFUSAL_NONE;
}

enum refusal decide_set_finding(struct deciding *d)
{
    const struct finding_change *c = &d->command->change.finding;
    if (!has_finding(d->model, c))
        return REFUSAL_NO_FINDING;
    const struct finding *finding = &d->model->findings[c->kind][c->number];
    if (c->hidden == finding->hidden && c->for_la == finding->for_la)
        return REFUSAL_NONE;
    struct event *e = add_finding(d, EVENT_FINDING_SET);
    e->change.finding.hidden = c->hidden;
    e->change.finding.for_la = c->for_la;
    return REFUSAL_NONE;
}

enum refusal decide_rank_finding(struct deciding *d)
{
    const struct finding_change *c = &d->command->change.finding;
    if (!has_finding(d->model, c))
        return REFUSAL_NO_FINDING;
    if (c->rank > FINDING_RANK_MAX)
        return REFUSAL_NOT_UNDERSTOOD;
    if (c->rank != d->model->findings[c->kind][c->number].rank)
        add_finding(d, EVENT_FINDING_RANKED)->change.finding.rank = c->rank;
    return REFUSAL_NONE;
}

/* The local authority's answer: by its own people, or by the facilitator for them. An empty text
 * takes it back. */
enum refusal decide_answer_finding(struct deciding *d)
{
    const struct finding_change *c = &d->command->change.finding;
    if (!model_is_facilitator(d->model, d->seat) && d->model->seats[d->seat].role != ROLE_OBSERVER)
        return REFUSAL_NOT_LA;
    if (!has_finding(d->model, c))
        return REFUSAL_NO_FINDING;
    const struct finding *finding = &d->model->findings[c->kind][c->number];
    if (!finding->for_la || (finding->hidden && !model_is_facilitator(d->model, d->seat)))
        return REFUSAL_NOT_FOR_LA;
    if (c->revision != finding->answer_revision)
        return REFUSAL_CHANGED;
    if (strcmp(c->text, finding->answer) != 0)
        add_wording(d, EVENT_FINDING_ANSWERED, c->number, finding->answer_revision);
    return REFUSAL_NONE;
}
