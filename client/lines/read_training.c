#include "lines/forms.h"

#include "base/text.h"
#include "words/words.h"

/* Trainings: who plays whom, and how those who are scripted go on. */

/* A role by its number or by its name. */
static bool take_role(struct lines_reader *r, character_id *role)
{
    const char *typed = lines_peek(r);
    *role = 0;
    for (character_id i = 1; typed && i <= CHARACTERS_MAX && !*role; i++)
        if (r->room->characters[i].school && text_same(r->room->characters[i].name, typed))
            *role = i;
    unsigned id = *role;
    if (*role ? !lines_take_any(r)
              : !lines_take_id(r, &id, CHARACTERS_MAX, word(WORD_LINES_A_ROLE)))
        return false;
    *role = (character_id)id;
    return true;
}

bool read_play(struct lines_reader *r)
{
    struct play_change *c = &r->command->change.play;
    unsigned seat = 0;
    r->command->kind = COMMAND_PLAY;
    if (!take_role(r, &c->character))
        return false;
    c->on = !lines_take(r, "off");
    if (!lines_is_facilitator(r))
        return true;
    if (!c->on) {
        c->scripted = lines_take(r, "script");
        return true;
    }
    if (!lines_take_named_number(r, "seat", &seat, SEATS_MAX, word(WORD_LINES_A_SEAT)))
        return false;
    c->seat = (seat_id)seat;
    return c->seat || lines_unclear(r, lines_peek(r), word(WORD_LINES_A_SEAT_FOR));
}

static bool read_conduct(struct lines_reader *r, enum conduct what)
{
    r->command->kind = COMMAND_CONDUCT;
    r->command->change.conduct.what = (uint8_t)what;
    return true;
}

static bool read_counted(struct lines_reader *r, enum conduct what, unsigned most,
                         const char *expected)
{
    unsigned value;
    if (!read_conduct(r, what) || !lines_take_id(r, &value, most, expected))
        return false;
    r->command->change.conduct.value = (uint8_t)value;
    return true;
}

bool read_pause(struct lines_reader *r)
{
    return read_conduct(r, CONDUCT_PAUSE);
}

bool read_go_on(struct lines_reader *r)
{
    return read_conduct(r, CONDUCT_GO_ON);
}

bool read_pace(struct lines_reader *r)
{
    return read_counted(r, CONDUCT_PACE, PACE_MOST, word(WORD_LINES_A_PACE));
}

bool read_step(struct lines_reader *r)
{
    return read_conduct(r, CONDUCT_STEP);
}

bool read_call(struct lines_reader *r)
{
    return read_counted(r, CONDUCT_CALL, MOMENTS_MAX, word(WORD_LINES_A_MOMENT));
}
