#include "wire/change.h"

#include "wire/one_of.h"
#include "wire/wire.h"

#include <assert.h>
#include <string.h>

/* member of union change, converter */
#define CHANGE_LIST(X)                                                                             \
    X(workshop, workshop_change)                                                                   \
    X(condition, condition_change)                                                                 \
    X(agenda, agenda_change)                                                                       \
    X(school, school_change)                                                                       \
    X(join, join_change)                                                                           \
    X(seat, seat_change)                                                                           \
    X(code, code_change)                                                                           \
    X(rating, rating_change)                                                                       \
    X(consent, consent_change)                                                                     \
    X(place, place)                                                                                \
    X(timer, timer_change)                                                                         \
    X(view, view)                                                                                  \
    X(setting, setting_change)                                                                     \
    X(board, board_change)                                                                         \
    X(question, question_change)                                                                   \
    X(board_set, board_set_change)                                                                 \
    X(note, note_change)                                                                           \
    X(slip, slip_change)                                                                           \
    X(round, round_change)                                                                         \
    X(finding, finding_change)                                                                     \
    X(action, action_change)                                                                       \
    X(replan, replan_change)                                                                       \
    X(undo, undo_change)                                                                           \
    X(ballot, ballot_change)                                                                       \
    X(ballot_set, ballot_set_change)                                                               \
    X(ballot_reveal, ballot_reveal_change)                                                         \
    X(paper, paper_change)                                                                         \
    X(priorities, priorities_change)                                                               \
    X(review, review_change)                                                                       \
    X(past, past_change)                                                                           \
    X(character, character_change)                                                                 \
    X(play, play_change)                                                                           \
    X(moment, moment_change)                                                                       \
    X(conduct, conduct_change)

void change_out(plenary_Change *w, pb_size_t tag, const union change *m)
{
    w->which_body = tag;
    switch (tag) {
#define X(member, converter)                                                                       \
    case plenary_Change_##member##_tag:                                                            \
        converter##_out(&w->body.member, &m->member);                                              \
        break;
        CHANGE_LIST(X)
#undef X
    default:
        assert(!"a kind without a body");
    }
}

enum refusal change_in(union change *m, pb_size_t tag, const plenary_Change *w)
{
    if (w->which_body != tag)
        return REFUSAL_NOT_UNDERSTOOD;
    switch (tag) {
#define X(member, converter)                                                                       \
    case plenary_Change_##member##_tag:                                                            \
        return converter##_in(&m->member, &w->body.member);
        CHANGE_LIST(X)
#undef X
    default:
        return REFUSAL_NOT_UNDERSTOOD;
    }
}

static const struct {
    const char *word;
    pb_size_t tag;
} events[EVENT_COUNT] = {
#define X(name, word, member) [EVENT_##name] = {word, plenary_Change_##member##_tag},
    EVENT_LIST(X)
#undef X
};

size_t wire_event_encode(uint8_t to[WIRE_ITEM_MAX], const struct event *event)
{
    pb_size_t tag = events[event->kind].tag;
    plenary_Change w;
    pb_field_iter_t body;
    pb_ostream_t stream = pb_ostream_from_buffer(to, WIRE_ITEM_MAX);
    bool fits = one_of_begin(&body, plenary_Change_fields, tag, &w);
    assert(fits);
    change_out(&w, tag, &event->change);
    fits = one_of_encode(&stream, &body);
    assert(fits);
    return fits ? stream.bytes_written : 0;
}

bool wire_event_decode(struct event *event, const uint8_t *bytes, size_t length)
{
    plenary_Change w = plenary_Change_init_zero;
    pb_istream_t stream = pb_istream_from_buffer(bytes, length);
    memset(&event->change, 0, sizeof event->change);
    return (unsigned)event->kind < EVENT_COUNT &&
           one_of_decode(&stream, plenary_Change_fields, &w) &&
           change_in(&event->change, events[event->kind].tag, &w) == REFUSAL_NONE;
}

enum event_kind wire_event_kind(const char *word)
{
    unsigned kind = 0;
    while (kind < EVENT_COUNT && strcmp(events[kind].word, word) != 0)
        kind++;
    return (enum event_kind)kind;
}
