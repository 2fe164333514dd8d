#include "model/applying.h"
#include "model/author.h"
#include "model/rounds.h"

static void chain(struct model *m, uint16_t slip)
{
    struct slip *s = &m->slips[slip];
    s->next_own = 0;
    if (!s->author.seat)
        return;
    s->next_own = m->seats[s->author.seat].own_slip;
    m->seats[s->author.seat].own_slip = slip;
}

/* An author is known until the secret is wiped; so is that it was the facilitator, for somebody
 * else. */
void apply_slip_filled(struct model *m, const struct event *e)
{
    const struct slip_change *c = &e->change.slip;
    struct slip *s = &m->slips[++m->slip_count];
    *s = (struct slip){
        .kind = c->kind, .subject = c->subject, .value = c->value, .school = c->school};
    if (e->secret.length) {
        s->author = author_from_secret(&e->secret);
        s->author_event = m->event_count + 1;
        s->by_facilitator = m->seats[s->author.seat].role == ROLE_FACILITATOR;
    }
    chain(m, m->slip_count);
}

void apply_slip_changed(struct model *m, const struct event *e)
{
    m->slips[e->change.slip.slip].value = e->change.slip.value;
    m->slips[e->change.slip.slip].school = e->change.slip.school;
}

static bool belongs(const struct slip *s, const struct round_change *round)
{
    return s->kind == round->kind &&
           rounds_key((enum slip_kind)s->kind, s->subject) == round->subject;
}

static void forget_author(struct slip *s)
{
    s->author = (struct author){0};
    s->author_event = 0;
    s->by_facilitator = false;
}

static void chain_all(struct model *m)
{
    for (seat_id s = 1; s <= m->seat_count; s++)
        m->seats[s].own_slip = 0;
    for (uint16_t i = 1; i <= m->slip_count; i++)
        chain(m, i);
}

/* Shown, nobody is known any more; put away or asked again, no answer is left. What is asked again
 * while still open goes on. */
static void call(struct model *m, const struct round_change *c)
{
    struct asking *asking = &m->asking[c->kind];
    bool goes_on = c->state == ROUND_OPEN && asking->states[c->subject] == ROUND_OPEN;
    for (uint16_t i = 1; i <= m->slip_count && !goes_on; i++)
        if (belongs(&m->slips[i], c)) {
            forget_author(&m->slips[i]);
            if (c->state != ROUND_SHOWN)
                m->slips[i].value = 0;
        }
    chain_all(m);
    asking->states[c->subject] = c->state;
    if (c->state != ROUND_NONE)
        asking->subject = c->subject;
    else if (asking->subject == c->subject)
        asking->subject = 0;
}

void apply_round_called(struct model *m, const struct event *e)
{
    call(m, &e->change.round);
}

void applying_close_rounds(struct model *m)
{
    for (uint8_t kind = 0; kind < SLIP_COUNT; kind++)
        for (uint8_t s = 1; s <= CONDITIONS_MAX; s++) {
            struct round_change end = {kind, s, kind == SLIP_OBJECTIVE ? ROUND_SHOWN : ROUND_NONE};
            if (m->asking[kind].states[s] == ROUND_OPEN)
                call(m, &end);
        }
}
