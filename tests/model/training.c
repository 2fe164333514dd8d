#include "model/training.h"

#include "testing.h"

#include <stdio.h>

void bench_open_training(struct bench *b)
{
    bench_open(b);
    b->training = true;
    bench_fill_workshop(b);
}

struct command ask_character(school_id school, unsigned number)
{
    struct command c = {.kind = COMMAND_ADD_CHARACTER};
    struct character_content *content = &c.change.character.content;
    content->school = school;
    snprintf(content->name, sizeof content->name, "Leader %02u", number);
    snprintf(content->who, sizeof content->who, "card: %02u has led it for years", number);
    snprintf(content->wants, sizeof content->wants, "card: %02u wants money", number);
    snprintf(content->unsaid, sizeof content->unsaid, "card: %02u is leaving", number);
    return c;
}

struct command ask_moment(unsigned number)
{
    struct command c = {.kind = COMMAND_ADD_MOMENT};
    snprintf(c.change.moment.title, sizeof c.change.moment.title, "Moment %u", number);
    return c;
}

character_id bench_character(struct bench *b, school_id school)
{
    struct command c = ask_character(school, b->model->character_count + 1U);
    assert_int_equal(bench_ask(b, SEAT_KIOSK, c), REFUSAL_NONE);
    return b->model->character_count;
}

uint8_t bench_moment(struct bench *b)
{
    struct command c = ask_moment(b->model->moment_count + 1U);
    assert_int_equal(bench_ask(b, SEAT_KIOSK, c), REFUSAL_NONE);
    return b->model->moment_count;
}

struct command ask_play(character_id character, seat_id seat)
{
    return (struct command){.kind = COMMAND_PLAY,
                            .change.play = {.character = character, .on = true, .seat = seat}};
}

struct command ask_script(character_id character)
{
    struct command c = ask_play(character, 0);
    c.change.play.scripted = true;
    return c;
}

struct command ask_free(character_id character, bool scripted)
{
    return (struct command){.kind = COMMAND_PLAY,
                            .change.play = {.character = character, .scripted = scripted}};
}

struct command ask_conduct(enum conduct what, uint8_t value)
{
    return (struct command){.kind = COMMAND_CONDUCT,
                            .change.conduct = {.what = (uint8_t)what, .value = value}};
}
