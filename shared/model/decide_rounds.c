#include "model/deciding.h"
#include "model/rounds.h"

#include <stddef.h>

static enum refusal check_slip(const struct deciding *d, const struct slip_change *c)
{
    const struct seat *seat = &d->model->seats[d->seat];
    if (c->kind >= SLIP_COUNT)
        return REFUSAL_NOT_UNDERSTOOD;
    if (seat->role != ROLE_FACILITATOR && seat->role != ROLE_SCHOOL && seat->role != ROLE_ROOM)
        return REFUSAL_NOT_ALLOWED;
    if (!rounds_has_subject(d->model, (enum slip_kind)c->kind, c->subject) ||
        rounds_state(d->model, (enum slip_kind)c->kind, c->subject) != ROUND_OPEN)
        return REFUSAL_NOT_ASKED;
    if (c->value > rounds_value_most((enum slip_kind)c->kind))
        return c->kind == SLIP_READING ? REFUSAL_RATING_RANGE : REFUSAL_NOT_UNDERSTOOD;
    return REFUSAL_NONE;
}

static struct event *add_slip(struct deciding *d, enum event_kind kind, uint16_t slip,
                              school_id school)
{
    const struct slip_change *c = &d->command->change.slip;
    struct event *e = deciding_add(d, kind, NULL);
    e->change.slip = (struct slip_change){
        .slip = slip, .kind = c->kind, .subject = c->subject, .school = school, .value = c->value};
    return e;
}

static enum refusal add_new(struct deciding *d, school_id school)
{
    if (d->model->slip_count == SLIPS_MAX)
        return REFUSAL_SLIPS_FULL;
    uint16_t slip = (uint16_t)(d->model->slip_count + 1);
    deciding_unsign(d, add_slip(d, EVENT_SLIP_FILLED, slip, school), true);
    return REFUSAL_NONE;
}

/* For somebody without a laptop: each one more, or the newest of them taken back. Taking back is
 * signed, so that asking for it again takes back no other. */
static enum refusal fill_for_somebody(struct deciding *d)
{
    const struct slip_change *c = &d->command->change.slip;
    if (c->kind != SLIP_READING ? c->school != 0
                                : c->school && !model_has_school(d->model, c->school))
        return REFUSAL_NO_SCHOOL;
    if (c->value)
        return add_new(d, c->school);
    for (uint16_t i = d->model->slip_count; i > 0; i--) {
        const struct slip *s = &d->model->slips[i];
        if (s->by_facilitator && s->value && s->kind == c->kind && s->subject == c->subject &&
            s->school == c->school) {
            add_slip(d, EVENT_SLIP_CHANGED, i, c->school);
            break;
        }
    }
    return REFUSAL_NONE;
}

enum refusal decide_fill_slip(struct deciding *d)
{
    const struct slip_change *c = &d->command->change.slip;
    enum refusal refusal = check_slip(d, c);
    if (refusal != REFUSAL_NONE)
        return refusal;
    const struct seat *seat = &d->model->seats[d->seat];
    if (seat->role == ROLE_FACILITATOR)
        return fill_for_somebody(d);
    school_id school = c->kind == SLIP_READING && seat->speaks ? seat->school : 0;
    uint16_t own = rounds_own(d->model, d->seat, (enum slip_kind)c->kind, c->subject);
    if (!own)
        return c->value ? add_new(d, school) : REFUSAL_NONE;
    if (d->model->slips[own].value != c->value || d->model->slips[own].school != school)
        deciding_unsign(d, add_slip(d, EVENT_SLIP_CHANGED, own, school), false);
    return REFUSAL_NONE;
}

enum refusal decide_call_round(struct deciding *d)
{
    const struct round_change *c = &d->command->change.round;
    if (c->kind >= SLIP_COUNT || c->state >= ROUND_STATE_COUNT)
        return REFUSAL_NOT_UNDERSTOOD;
    enum slip_kind kind = (enum slip_kind)c->kind;
    if (!rounds_has_subject(d->model, kind, c->subject))
        return kind == SLIP_READING ? REFUSAL_NO_CONDITION : REFUSAL_NOT_ASKED;
    enum round_state now = rounds_state(d->model, kind, c->subject);
    if (c->state == ROUND_SHOWN && now == ROUND_NONE)
        return REFUSAL_NOT_ASKED;
    bool current = d->model->asking[kind].subject == rounds_key(kind, c->subject);
    if (now == c->state && (current || now == ROUND_NONE))
        return REFUSAL_NONE;
    struct event *e = deciding_add(d, EVENT_ROUND_CALLED, NULL);
    e->change.round = (struct round_change){
        .kind = c->kind, .subject = rounds_key(kind, c->subject), .state = c->state};
    return REFUSAL_NONE;
}
