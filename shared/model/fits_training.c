#include "model/fitting.h"

bool character_fits(const struct model *m, const struct event *e)
{
    const struct character_change *c = &e->change.character;
    return m->training && m->character_count < CHARACTERS_MAX &&
           c->character == m->character_count + 1 && model_has_school(m, c->content.school) &&
           c->content.name[0] && c->content.who[0];
}

bool play_fits(const struct model *m, const struct event *e)
{
    const struct play_change *c = &e->change.play;
    return model_has_character(m, c->character) && c->seat != SEAT_KIOSK &&
           model_has_seat(m, c->seat);
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
    unsigned most = c->what == CONDUCT_PACE   ? PACE_MOST
                    : c->what == CONDUCT_CALL ? m->moment_count
                                              : UINT8_MAX;
    bool counted = c->what == CONDUCT_PACE || c->what == CONDUCT_CALL;
    return m->training && c->what < CONDUCT_COUNT && c->value <= most && (!counted || c->value);
}
