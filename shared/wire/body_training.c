#include "wire/flat.h"

/* Trainings: whom people play, and how those who are scripted go on. */

#define CHARACTER_CONTENT(N, R, T)                                                                 \
    N(school)                                                                                      \
    T(name, NAME_VISIBLE) T(who, NOTE_VISIBLE) T(wants, NOTE_VISIBLE) T(unsaid, NOTE_VISIBLE)

static void character_content_out(plenary_CharacterContent *w, const struct character_content *m)
{
    CHARACTER_CONTENT(OUT_N, OUT_R, OUT_T)
}

static enum refusal character_content_in(struct character_content *m,
                                         const plenary_CharacterContent *w)
{
    enum refusal refusal = REFUSAL_NONE;
    CHARACTER_CONTENT(IN_N, IN_R, IN_T)
    return refusal;
}

void character_change_out(plenary_CharacterChange *w, const struct character_change *m)
{
    w->character = m->character;
    w->has_content = true;
    character_content_out(&w->content, &m->content);
}

enum refusal character_change_in(struct character_change *m, const plenary_CharacterChange *w)
{
    m->character = w->character;
    return character_content_in(&m->content, &w->content);
}

#define PLAY_CHANGE(N, R, T) N(character) N(on) N(scripted) N(seat) N(scripts)
FLAT(play_change, plenary_PlayChange, struct play_change, PLAY_CHANGE)

#define MOMENT_CHANGE(N, R, T) N(moment) T(title, TITLE_VISIBLE)
FLAT(moment_change, plenary_MomentChange, struct moment_change, MOMENT_CHANGE)

#define CONDUCT_CHANGE(N, R, T) R(what, CONDUCT_COUNT) N(value)
FLAT(conduct_change, plenary_ConductChange, struct conduct_change, CONDUCT_CHANGE)

#define CHARACTER(N, R, T)                                                                         \
    R(school, SCHOOLS_MAX + 1)                                                                     \
    N(played)                                                                                      \
    N(scripted) N(attended) R(player, SEATS_MAX + 1) R(script, SEATS_MAX + 1) N(scripts) T(name, 0)
FLAT(character, plenary_Character, struct character_item, CHARACTER)

#define CARD(N, R, T) T(who, 0) T(wants, 0) T(unsaid, 0)
FLAT(card, plenary_Card, struct card_item, CARD)

#define MOMENT(N, R, T) T(title, 0)
FLAT(moment, plenary_Moment, struct moment_item, MOMENT)

#define CONDUCTING(N, R, T)                                                                        \
    N(paused) R(pace, PACE_MOST + 1) N(steps) N(calls) R(moment, MOMENTS_MAX + 1)
FLAT(conducting, plenary_Conducting, struct conducting_item, CONDUCTING)
