#include "model/refused.h"
#include "model/training.h"
#include "testing.h"

/* Nothing of all this in a real review. */
static void of_real_reviews(struct refused *r)
{
    bench_open_workshop(&r->bench);
    bench_schools(&r->bench, 1);
    seat_id ours = bench_join(&r->bench, CODE_SCHOOL, 1);
    refused_expect(r, 0, ask_character(1, 1), REFUSAL_NOT_TRAINING);
    refused_expect(r, 0, ask_moment(1), REFUSAL_NOT_TRAINING);
    refused_expect(r, ours, ask_play(1, 0), REFUSAL_NOT_TRAINING);
    refused_expect(r, 0, ask_conduct(CONDUCT_PAUSE, 0), REFUSAL_NOT_TRAINING);
    bench_close(&r->bench);
}

/* Who may play whom. */
static void of_roles(struct refused *r)
{
    struct bench *b = &r->bench;
    character_id first = bench_character(b, 1), second = bench_character(b, 2);
    seat_id anybody = bench_join(b, CODE_ROOM, 0), other = bench_join(b, CODE_ROOM, 0);
    seat_id ours = bench_join(b, CODE_SCHOOL, 1), la = bench_join(b, CODE_OBSERVER, 0);
    seat_id screen = bench_join(b, CODE_DISPLAY, 0), front = bench_join(b, CODE_FACILITATOR, 0);
    refused_expect(r, anybody, ask_play(0, 0), REFUSAL_NO_CHARACTER);
    refused_expect(r, anybody, ask_play(3, 0), REFUSAL_NO_CHARACTER);
    refused_expect(r, anybody, ask_free(3, false), REFUSAL_NO_CHARACTER);
    refused_expect(r, ours, ask_play(second, 0), REFUSAL_OTHER_SCHOOL);
    refused_expect(r, la, ask_play(first, 0), REFUSAL_NOT_ALLOWED);
    refused_expect(r, screen, ask_play(first, 0), REFUSAL_NOT_ALLOWED);
    refused_expect(r, front, ask_play(first, 0), REFUSAL_NOT_ALLOWED);
    refused_expect(r, 0, ask_play(first, 0), REFUSAL_NOT_ALLOWED);
    refused_expect(r, front, ask_play(first, la), REFUSAL_NOT_ALLOWED);
    refused_expect(r, front, ask_play(second, ours), REFUSAL_OTHER_SCHOOL);
    refused_expect(r, front, ask_play(first, 99), REFUSAL_NO_SEAT);
    refused_expect(r, other, ask_play(first, anybody), REFUSAL_NOT_ALLOWED);
    assert_int_equal(bench_ask(b, anybody, ask_play(first, 0)), REFUSAL_NONE);
    refused_expect(r, ours, ask_play(first, 0), REFUSAL_CHARACTER_TAKEN);
    refused_expect(r, front, ask_play(first, ours), REFUSAL_CHARACTER_TAKEN);
    refused_expect(r, other, ask_free(first, false), REFUSAL_NOT_ALLOWED);
    assert_int_equal(bench_ask(b, other, ask_script(second)), REFUSAL_NONE);
    refused_expect(r, anybody, ask_free(second, true), REFUSAL_NOT_ALLOWED);
}

static void of_conducting(struct refused *r)
{
    bench_moment(&r->bench);
    refused_expect(r, 0, ask_conduct(CONDUCT_PACE, 0), REFUSAL_PACE_RANGE);
    refused_expect(r, 0, ask_conduct(CONDUCT_PACE, PACE_MOST + 1), REFUSAL_PACE_RANGE);
    refused_expect(r, 0, ask_conduct(CONDUCT_CALL, 0), REFUSAL_NO_MOMENT);
    refused_expect(r, 0, ask_conduct(CONDUCT_CALL, 2), REFUSAL_NO_MOMENT);
    refused_expect(r, 0, ask_conduct(CONDUCT_COUNT, 0), REFUSAL_NOT_UNDERSTOOD);
}

static void of_set_up(struct refused *r)
{
    struct bench *b = &r->bench;
    refused_expect(r, 0, ask_character(0, 1), REFUSAL_NO_SCHOOL);
    refused_expect(r, 0, ask_character(3, 1), REFUSAL_NO_SCHOOL);
    struct command c = ask_character(1, 1);
    c.change.character.content.name[0] = '\0';
    refused_expect(r, 0, c, REFUSAL_NO_CHARACTER);
    c = ask_character(1, 1);
    c.change.character.content.who[0] = '\0';
    refused_expect(r, 0, c, REFUSAL_NO_CHARACTER);
    c = ask_moment(1);
    c.change.moment.title[0] = '\0';
    refused_expect(r, 0, c, REFUSAL_NO_MOMENT);
    for (unsigned i = 0; i < CHARACTERS_MAX; i++)
        bench_character(b, 1);
    refused_expect(r, 0, ask_character(1, 1), REFUSAL_NO_CHARACTER);
    for (unsigned i = 0; i < MOMENTS_MAX; i++)
        bench_moment(b);
    refused_expect(r, 0, ask_moment(1), REFUSAL_NO_MOMENT);
}

void refused_training(struct refused *r)
{
    void (*const parts[])(struct refused *) = {of_roles, of_conducting, of_set_up};
    of_real_reviews(r);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        bench_open_training(&r->bench);
        bench_schools(&r->bench, 2);
        parts[i](r);
        bench_close(&r->bench);
    }
}
