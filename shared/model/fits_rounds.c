#include "model/author.h"
#include "model/fitting.h"
#include "model/rounds.h"

static bool slip_fits(const struct model *m, const struct slip_change *c)
{
    return c->kind < SLIP_COUNT && rounds_has_subject(m, (enum slip_kind)c->kind, c->subject) &&
           rounds_state(m, (enum slip_kind)c->kind, c->subject) == ROUND_OPEN &&
           c->value <= rounds_value_most((enum slip_kind)c->kind) &&
           (c->school == 0 || (c->kind == SLIP_READING && model_has_school(m, c->school)));
}

bool slip_filled_fits(const struct model *m, const struct event *e)
{
    const struct slip_change *c = &e->change.slip;
    return slip_fits(m, c) && c->value > 0 && m->slip_count < SLIPS_MAX &&
           c->slip == m->slip_count + 1 && author_fits(m, &e->secret);
}

bool slip_changed_fits(const struct model *m, const struct event *e)
{
    const struct slip_change *c = &e->change.slip;
    return slip_fits(m, c) && c->slip >= 1 && c->slip <= m->slip_count &&
           m->slips[c->slip].kind == c->kind && m->slips[c->slip].subject == c->subject;
}

bool round_called_fits(const struct model *m, const struct event *e)
{
    const struct round_change *c = &e->change.round;
    if (c->kind >= SLIP_COUNT || c->state >= ROUND_STATE_COUNT ||
        !rounds_has_subject(m, (enum slip_kind)c->kind, c->subject))
        return false;
    return c->subject == rounds_key((enum slip_kind)c->kind, c->subject) &&
           (c->state != ROUND_SHOWN ||
            rounds_state(m, (enum slip_kind)c->kind, c->subject) != ROUND_NONE);
}
