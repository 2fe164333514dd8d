#include "rehearse/parts.h"

/* Unsigned answers: to the icebreaker, readings of one's own school, the objectives of the day. */

enum { YES = 1, NO = 2, MOSTLY = 2, NOT_YET = 3 };

static uint8_t reading(const struct player *p, condition_id c)
{
    int now = p->school->now[c];
    int more = p->role && p->role->defends == c ? 2 : temper_of(p->temperament)->generosity;
    if (!p->role)
        more = (int)player_choice(p, DOING_ANSWER, 600U + c, 3) - 1;
    now += more;
    return (uint8_t)(now < 1 ? 1 : now > RATING_MAX ? RATING_MAX : now);
}

static uint8_t view_of(const struct player *p, uint8_t objective)
{
    uint8_t pleased = temper_of(p->temperament)->pleased;
    if (player_would(p, DOING_ANSWER, 300U + objective, pleased))
        return YES;
    return player_would(p, DOING_ANSWER, 400U + objective, 70) ? MOSTLY : NOT_YET;
}

static uint8_t value_of(const struct player *p, enum slip_kind kind, uint8_t subject)
{
    switch (kind) {
    case SLIP_ICEBREAKER:
        return player_would(p, DOING_ANSWER, 100U + subject, 55) ? YES : NO;
    case SLIP_READING:
        return reading(p, subject);
    case SLIP_OBJECTIVE:
        return view_of(p, subject);
    case SLIP_COUNT:
        break;
    }
    return 0;
}

static bool fill(const struct player *p, const struct room *room, enum slip_kind kind,
                 uint8_t subject, struct act *act)
{
    uint32_t what = (uint32_t)kind << 8 | subject;
    if (room->own_slips[kind][subject].value || player_has_done(p, DOING_ANSWER, what))
        return false;
    act->command.kind = COMMAND_FILL_SLIP;
    act->command.change.slip = (struct slip_change){
        .kind = (uint8_t)kind, .subject = subject, .value = value_of(p, kind, subject)};
    act->subject = what;
    return true;
}

/* The objectives that are looked back on: of the item that the evaluation names. */
static uint8_t objectives(const struct room *room)
{
    const struct agenda_item *item = &room->items[room->place.item];
    uint8_t step = room->place.step;
    if (step < 1 || step > item->step_count || item->steps[step - 1].stage != STAGE_EVALUATION)
        return 0;
    uint8_t of = item->steps[step - 1].subject;
    return of <= AGENDA_MAX ? room->items[of].objective_count : 0;
}

bool deed_answer(const struct player *p, const struct room *room, struct act *act)
{
    const struct round_item *rounds = room->rounds;
    if (room->me.role != ROLE_ROOM && room->me.role != ROLE_SCHOOL)
        return false;
    for (unsigned k = 0; k < SLIP_OBJECTIVE; k++) {
        uint8_t subject = rounds[k].state == ROUND_OPEN ? rounds[k].subject : 0;
        bool known = k != SLIP_READING || subject <= p->pack->condition_count;
        if (subject && subject <= CONDITIONS_MAX && known &&
            fill(p, room, (enum slip_kind)k, subject, act))
            return true;
    }
    if (rounds[SLIP_OBJECTIVE].state != ROUND_OPEN)
        return false;
    for (uint8_t o = 1; o <= objectives(room) && o <= OBJECTIVES_MAX; o++)
        if (fill(p, room, SLIP_OBJECTIVE, o, act))
            return true;
    return false;
}
