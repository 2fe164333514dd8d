#include "model/rounds.h"

uint8_t rounds_key(enum slip_kind kind, uint8_t subject)
{
    return kind == SLIP_OBJECTIVE ? 1 : subject;
}

bool rounds_has_subject(const struct model *model, enum slip_kind kind, uint8_t subject)
{
    uint8_t most = kind == SLIP_ICEBREAKER ? model->question_count
                   : kind == SLIP_READING  ? model->condition_count
                                           : OBJECTIVES_MAX;
    return subject >= 1 && subject <= most;
}

uint8_t rounds_value_most(enum slip_kind kind)
{
    return kind == SLIP_READING ? RATING_MAX : kind == SLIP_OBJECTIVE ? 3 : 2;
}

enum round_state rounds_state(const struct model *model, enum slip_kind kind, uint8_t subject)
{
    return (enum round_state)model->asking[kind].states[rounds_key(kind, subject)];
}

uint16_t rounds_own(const struct model *model, seat_id seat, enum slip_kind kind, uint8_t subject)
{
    for (uint16_t s = model->seats[seat].own_slip; s; s = model->slips[s].next_own)
        if (model->slips[s].kind == kind && model->slips[s].subject == subject)
            return s;
    return 0;
}

bool rounds_has_answered(const struct model *model, seat_id seat, enum slip_kind kind,
                         uint8_t subject)
{
    for (uint16_t i = model->seats[seat].own_slip; i; i = model->slips[i].next_own) {
        const struct slip *s = &model->slips[i];
        if (s->kind == kind && s->value &&
            rounds_key(kind, s->subject) == rounds_key(kind, subject))
            return true;
    }
    return false;
}

bool rounds_is_asked(const struct model *model, seat_id seat)
{
    const struct seat *s = &model->seats[seat];
    return model_has_seat(model, seat) && (s->role == ROLE_ROOM || s->role == ROLE_SCHOOL);
}
