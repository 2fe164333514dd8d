#include "model/driver.h"

#include "model/training.h"

/* Few roles, so that people want the same one. */
static void fill_play(struct driver *d, struct play_change *p, seat_id seat)
{
    const struct model *m = d->bench->model;
    p->character = (character_id)driver_id(d, m->character_count);
    p->on = driver_pick(d, 4) != 0;
    p->scripted = driver_pick(d, 3) == 0;
    if (p->scripted && model_has_character(m, p->character) && m->event_count % 4)
        p->scripts = m->characters[p->character].scripts; /* else as it was shown once */
    p->seat = driver_pick(d, 3) ? 0 : driver_id(d, m->seat_count);
    if (seat == SEAT_KIOSK && driver_pick(d, 4))
        p->seat = driver_id(d, m->seat_count);
}

/* Up to a dozen roles; more moments than there is room for. */
bool driver_fill_training(struct driver *d, struct command *c, seat_id seat)
{
    const struct model *m = d->bench->model;
    switch (c->kind) {
    case COMMAND_ADD_CHARACTER:
        *c = ask_character(m->character_count < 12 ? driver_id(d, m->school_count) : 0,
                           m->character_count + 1U);
        return true;
    case COMMAND_ADD_MOMENT:
        *c = ask_moment(m->moment_count + 1U);
        return true;
    case COMMAND_PLAY:
        fill_play(d, &c->change.play, seat);
        return true;
    case COMMAND_CONDUCT:
        *c = ask_conduct((enum conduct)driver_number(d, 0, CONDUCT_COUNT - 1),
                         driver_number(d, 0, PACE_MOST));
        return true;
    default:
        return false;
    }
}
