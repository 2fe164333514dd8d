#include "model/deciding.h"

/* Only the kiosk asks for these two, out of a pack that holds no more than there is room for. */
enum refusal decide_add_character(struct deciding *d)
{
    struct event *e = deciding_add(d, EVENT_CHARACTER_ADDED, &d->command->change);
    e->change.character.character = (character_id)(d->model->character_count + 1);
    if (!d->model->training)
        return REFUSAL_NOT_TRAINING;
    if (!model_has_school(d->model, e->change.character.content.school))
        return REFUSAL_NO_SCHOOL;
    return model_fits(d->model, e) ? REFUSAL_NONE : REFUSAL_NO_CHARACTER;
}

enum refusal decide_add_moment(struct deciding *d)
{
    struct event *e = deciding_add(d, EVENT_MOMENT_ADDED, &d->command->change);
    e->change.moment.moment = (uint8_t)(d->model->moment_count + 1);
    if (!d->model->training)
        return REFUSAL_NOT_TRAINING;
    return model_fits(d->model, e) ? REFUSAL_NONE : REFUSAL_NO_MOMENT;
}

/* Whoever plays a leader speaks for that leader's school: nothing here is real. */
static void bring_to_school(struct deciding *d, seat_id seat, school_id school)
{
    const struct seat *s = &d->model->seats[seat];
    if (s->school == school && s->speaks)
        return;
    struct event *e = deciding_add(d, EVENT_SEAT_PLACED, NULL);
    e->change.seat = (struct seat_change){.seat = seat, .school = school, .speaks = true};
}

/* People do not take a role from each other. A script follows another that is gone, as after one
 * was started anew; of two that ask in the same moment the second has not yet been shown that the
 * first one's seat is here, and is to look again. */
static enum refusal may_follow(const struct character *character, const struct play_change *c,
                               seat_id has, seat_id seat)
{
    if (!has || has == seat)
        return REFUSAL_NONE;
    if (!c->scripted)
        return REFUSAL_CHARACTER_TAKEN;
    return c->scripts == character->scripts ? REFUSAL_NONE : REFUSAL_CHANGED;
}

static enum refusal take_up(struct deciding *d, const struct play_change *c, seat_id seat)
{
    const struct character *character = &d->model->characters[c->character];
    const struct seat *s = &d->model->seats[seat];
    if (s->role != ROLE_ROOM && s->role != ROLE_SCHOOL)
        return REFUSAL_NOT_ALLOWED;
    if (s->role == ROLE_SCHOOL && s->school != character->content.school)
        return REFUSAL_OTHER_SCHOOL;
    seat_id has = c->scripted ? character->script : character->player;
    enum refusal refusal = may_follow(character, c, has, seat);
    if (refusal != REFUSAL_NONE)
        return refusal;
    if (has != seat) {
        struct event *e = deciding_add(d, EVENT_CHARACTER_PLAYED, &d->command->change);
        e->change.play.seat = seat;
        e->change.play.scripts = 0;
    }
    bring_to_school(d, seat, character->content.school);
    return REFUSAL_NONE;
}

static enum refusal lay_down(struct deciding *d, const struct play_change *c)
{
    const struct character *character = &d->model->characters[c->character];
    seat_id has = c->scripted ? character->script : character->player;
    if (!has)
        return REFUSAL_NONE;
    if (has != d->seat && !model_is_facilitator(d->model, d->seat))
        return REFUSAL_NOT_ALLOWED;
    struct event *e = deciding_add(d, EVENT_CHARACTER_PLAYED, &d->command->change);
    e->change.play.seat = has;
    return REFUSAL_NONE;
}

enum refusal decide_play(struct deciding *d)
{
    const struct play_change *c = &d->command->change.play;
    if (!d->model->training)
        return REFUSAL_NOT_TRAINING;
    if (!model_has_character(d->model, c->character))
        return REFUSAL_NO_CHARACTER;
    if (!c->on)
        return lay_down(d, c);
    if (!c->seat || c->seat == d->seat)
        return take_up(d, c, d->seat);
    if (!model_is_facilitator(d->model, d->seat))
        return REFUSAL_NOT_ALLOWED;
    return model_has_seat(d->model, c->seat) ? take_up(d, c, c->seat) : REFUSAL_NO_SEAT;
}

enum refusal decide_conduct(struct deciding *d)
{
    const struct conduct_change *c = &d->command->change.conduct;
    const struct model *m = d->model;
    bool counted = c->what == CONDUCT_PACE || c->what == CONDUCT_CALL;
    if (!m->training)
        return REFUSAL_NOT_TRAINING;
    if (c->what >= CONDUCT_COUNT)
        return REFUSAL_NOT_UNDERSTOOD;
    if (c->what == CONDUCT_PACE && (c->value < 1 || c->value > PACE_MOST))
        return REFUSAL_PACE_RANGE;
    if (c->what == CONDUCT_CALL && (c->value < 1 || c->value > m->moment_count))
        return REFUSAL_NO_MOMENT;
    bool is_so = (c->what == CONDUCT_PAUSE && m->conducting.paused) ||
                 (c->what == CONDUCT_GO_ON && !m->conducting.paused) ||
                 (c->what == CONDUCT_PACE && m->conducting.pace == c->value);
    if (!is_so)
        deciding_add(d, EVENT_CONDUCTED, NULL)->change.conduct =
            (struct conduct_change){.what = c->what, .value = counted ? c->value : 0};
    return REFUSAL_NONE;
}
