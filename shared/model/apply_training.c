#include "model/applying.h"

#include <string.h>

void apply_character_added(struct model *m, const struct event *e)
{
    m->characters[++m->character_count].content = e->change.character.content;
}

void applying_end_play(struct model *m, seat_id seat, school_id keep)
{
    for (character_id i = 1; i <= m->character_count; i++) {
        struct character *character = &m->characters[i];
        if (character->content.school == keep)
            continue;
        character->player = character->player == seat ? 0 : character->player;
        character->script = character->script == seat ? 0 : character->script;
    }
}

/* A seat plays one character at most. */
void apply_character_played(struct model *m, const struct event *e)
{
    const struct play_change *c = &e->change.play;
    struct character *character = &m->characters[c->character];
    applying_end_play(m, c->seat, 0);
    character->scripts += c->on && c->scripted;
    if (c->on && c->scripted)
        character->script = c->seat;
    else if (c->on)
        character->player = c->seat;
}

void apply_moment_added(struct model *m, const struct event *e)
{
    memcpy(m->moments[++m->moment_count], e->change.moment.title, TITLE_SIZE);
}

void apply_conducted(struct model *m, const struct event *e)
{
    const struct conduct_change *c = &e->change.conduct;
    struct conducting_item *conducting = &m->conducting;
    switch ((enum conduct)c->what) {
    case CONDUCT_PAUSE:
    case CONDUCT_GO_ON:
        conducting->paused = c->what == CONDUCT_PAUSE;
        break;
    case CONDUCT_PACE:
        conducting->pace = c->value;
        break;
    case CONDUCT_STEP:
        conducting->steps++;
        break;
    case CONDUCT_CALL:
        conducting->calls++;
        conducting->moment = c->value;
        break;
    case CONDUCT_COUNT:
        break;
    }
}
