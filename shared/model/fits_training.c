#include "model/fitting.h"

bool character_fits(const struct model *m, const struct event *e)
{
    const struct character_change *c = &e->change.character;
    return m->training && m->character_count < CHARACTERS_MAX &&
           c->character == m->character_count + 1 && model_has_school(m, c->content.school) &&
           c->content.name[0] && c->content.who[0];
}

/* Taken up by somebody who may, from nobody but a script; or laid down by whoever has it. */
bool play_fits(const struct model *m, const struct event *e)
{
    const struct play_change *c = &e->change.play;
    if (!m->training || !model_has_character(m, c->character) || c->seat == SEAT_KIOSK ||
        !model_has_seat(m, c->seat))
        return false;
    const struct character *character = &m->characters[c->character];
    const struct seat *seat = &m->seats[c->seat];
    seat_id has = c->scripted ? character->script : character->player;
    if (!c->on)
        return has == c->seat;
    bool own = seat->role == ROLE_SCHOOL && seat->school == character->content.school;
    return (seat->role == ROLE_ROOM || own) && has != c->seat && (!has || c->scripted);
}

bool moment_fits(const struct model *m, const struct event *e)
{
    const struct moment_change *c = &e->change.moment;
    return m->training && m->moment_count < MOMENTS_MAX && c->moment == m->moment_count + 1 &&
           c->title[0];
}

bool conduct_fits(const struct model *m, const struct event *e)
{
    const struct conduct_change *c = &e->change.conduct;
    if (!m->training)
        return false;
    switch ((enum conduct)c->what) {
    case CONDUCT_PAUSE:
    case CONDUCT_GO_ON:
        return c->value == 0 && m->conducting.paused == (c->what == CONDUCT_GO_ON);
    case CONDUCT_PACE:
        return c->value >= 1 && c->value <= PACE_MOST && c->value != m->conducting.pace;
    case CONDUCT_STEP:
        return c->value == 0;
    case CONDUCT_CALL:
        return c->value >= 1 && c->value <= m->moment_count;
    case CONDUCT_COUNT:
        break;
    }
    return false;
}
