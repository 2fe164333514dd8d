#include "wire/body.h"
#include "wire/item_tags.h"
#include "wire/one_of.h"
#include "wire/wire.h"

#include "model/room.h"

#include <assert.h>
#include <string.h>

/* item kind, member of both bodies, converter */
#define ITEM_BODIES(X)                                                                             \
    X(WORKSHOP, workshop, workshop)                                                                \
    X(CONDITION, condition, content)                                                               \
    X(AGENDA_ITEM, agenda_item, agenda_item)                                                       \
    X(PLACE, place, place)                                                                         \
    X(TIMER, timer, timer)                                                                         \
    X(VIEW, view, view)                                                                            \
    X(SCHOOL, school, school)                                                                      \
    X(CELL, cell, cell)                                                                            \
    X(TALK, talk, talk)                                                                            \
    X(SUMMARY, summary, summary)                                                                   \
    X(PROGRESS, progress, progress)                                                                \
    X(CONSENT, consent, consent)                                                                   \
    X(SEAT, seat, seat)                                                                            \
    X(CODE, code, code)                                                                            \
    X(ME, me, me)                                                                                  \
    X(KIOSK, kiosk, kiosk)                                                                         \
    X(BOARD, board, board)                                                                         \
    X(QUESTION, question, question)                                                                \
    X(NOTE, note, note)                                                                            \
    X(OWN_NOTE, own_note, own_note)                                                                \
    X(ROUND, round, round)                                                                         \
    X(TALLY, tally, tally)                                                                         \
    X(READINGS, readings, tally)                                                                   \
    X(MISSING, missing, missing)                                                                   \
    X(OWN_SLIP, own_slip, own_slip)                                                                \
    X(FINDING, finding, finding)                                                                   \
    X(ACTION, action, action)                                                                      \
    X(UNDO, undo, undo)                                                                            \
    X(BALLOT, ballot, ballot)                                                                      \
    X(TURNOUT, turnout, turnout)                                                                   \
    X(BALLOT_TALLY, ballot_tally, ballot_tally)                                                    \
    X(OWN_PAPER, own_paper, own_paper)                                                             \
    X(NAMED_PAPER, named_paper, named_paper)                                                       \
    X(PRIORITIES, priorities, priorities_change)                                                   \
    X(OWN_ACTION, own_action, own_action)                                                          \
    X(REVIEW, review, review)                                                                      \
    X(PAST, past, past)                                                                            \
    X(PAST_SUMMARY, past_summary, summary)                                                         \
    X(OWN_PAST, own_past, past)                                                                    \
    X(CHARACTER, character, character)                                                             \
    X(CARD, card, card)                                                                            \
    X(MOMENT, moment, moment)                                                                      \
    X(CONDUCTING, conducting, conducting)

static const pb_size_t tags[ITEM_COUNT] = {
#define X(kind, member, body) [ITEM_##kind] = plenary_Item_##member##_tag,
    ITEM_BODIES(X)
#undef X
};

uint8_t item_tag(enum item_kind kind)
{
    assert((unsigned)kind < ITEM_COUNT);
    return (uint8_t)tags[kind];
}

enum item_kind item_kind_of_tag(uint32_t tag)
{
    unsigned kind = 0;
    while (kind < ITEM_COUNT && tags[kind] != tag)
        kind++;
    return (enum item_kind)kind;
}

/* In the order of their tags, and nothing for a zero, as nanopb would. */
static bool encode_key(pb_ostream_t *stream, const struct item_key *key)
{
    return (!key->a || (pb_encode_tag(stream, PB_WT_VARINT, plenary_Item_a_tag) &&
                        pb_encode_varint(stream, key->a))) &&
           (!key->b || (pb_encode_tag(stream, PB_WT_VARINT, plenary_Item_b_tag) &&
                        pb_encode_varint(stream, key->b)));
}

static void body_out(plenary_Item *w, const struct item *m)
{
    switch ((enum item_kind)m->key.kind) {
#define X(kind, member, converter)                                                                 \
    case ITEM_##kind:                                                                              \
        converter##_out(&w->body.member, &m->body.member);                                         \
        break;
        ITEM_BODIES(X)
#undef X
    case ITEM_COUNT:
        break;
    }
}

size_t wire_item_encode(uint8_t to[WIRE_ITEM_MAX], const struct item *item)
{
    plenary_Item w;
    pb_field_iter_t body;
    pb_ostream_t stream = pb_ostream_from_buffer(to, WIRE_ITEM_MAX);
    bool fits =
        one_of_begin(&body, plenary_Item_fields, item_tag((enum item_kind)item->key.kind), &w);
    assert(fits);
    body_out(&w, item);
    fits = encode_key(&stream, &item->key) && one_of_encode(&stream, &body);
    assert(fits);
    return fits ? stream.bytes_written : 0;
}

static enum refusal body_in(struct item *m, const plenary_Item *w)
{
    switch ((enum item_kind)m->key.kind) {
#define X(kind, member, converter)                                                                 \
    case ITEM_##kind:                                                                              \
        return converter##_in(&m->body.member, &w->body.member);
        ITEM_BODIES(X)
#undef X
    case ITEM_COUNT:
        break;
    }
    return REFUSAL_NOT_UNDERSTOOD;
}

bool wire_item_decode(struct item *out, const uint8_t *bytes, size_t length)
{
    memset(out, 0, sizeof *out);
    plenary_Item w = plenary_Item_init_zero;
    pb_istream_t stream = pb_istream_from_buffer(bytes, length);
    if (!one_of_decode(&stream, plenary_Item_fields, &w))
        return false;
    out->key =
        (struct item_key){.kind = (uint8_t)item_kind_of_tag(w.which_body), .a = w.a, .b = w.b};
    return room_has_place(out->key) && body_in(out, &w) == REFUSAL_NONE;
}
