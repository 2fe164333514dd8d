#include "model/bench.h"
#include "model/project.h"
#include "model/training.h"
#include "testing.h"

#include <stdlib.h>

/* Every table filled to its last place, and everybody given all of it. */

static void count(void *context, const struct item *item)
{
    unsigned *counts = context;
    counts[item->key.kind]++;
}

static void add_content(struct bench *b)
{
    struct command create = {.kind = COMMAND_CREATE};
    strcpy(create.change.workshop.title, "Full house");
    create.change.workshop.training = true;
    assert_int_equal(bench_ask(b, 0, create), REFUSAL_NONE);
    struct command c = {.kind = COMMAND_ADD_CONDITION};
    strcpy(c.change.condition.content.name, "Condition");
    c.change.condition.content.prompt_count = PROMPTS_MAX;
    c.change.condition.content.resource_count = RESOURCES_MAX;
    for (int i = 0; i < CONDITIONS_MAX; i++)
        assert_int_equal(bench_ask(b, 0, c), REFUSAL_NONE);
    assert_int_equal(bench_ask(b, 0, c), REFUSAL_NO_CONDITION);
    struct command item = {.kind = COMMAND_ADD_AGENDA_ITEM};
    item.change.agenda.content.step_count = STEPS_MAX;
    item.change.agenda.content.objective_count = OBJECTIVES_MAX;
    for (int i = 0; i < AGENDA_MAX; i++)
        assert_int_equal(bench_ask(b, 0, item), REFUSAL_NONE);
    assert_int_equal(bench_ask(b, 0, item), REFUSAL_NO_ITEM);
    item.change.agenda.content.step_count = STEPS_MAX + 1;
    assert_int_equal(bench_ask(b, 0, item), REFUSAL_NO_ITEM);
}

static void a_full_house(void **state)
{
    (void)state;
    struct bench bench, *b = &bench;
    bench_open(b);
    add_content(b);
    bench_schools(b, SCHOOLS_MAX);
    assert_int_equal(bench_ask(b, 0, ask_school(COMMAND_ADD_SCHOOL, 0, "No room")),
                     REFUSAL_SCHOOLS_FULL);
    for (school_id s = 1; s <= SCHOOLS_MAX; s++)
        bench_code(b, CODE_SCHOOL, s, 0);
    while (b->model->code_count < CODES_MAX)
        bench_code(b, CODE_ROOM, 0, 0);
    assert_int_equal(bench_ask(b, 0, ask_code(CODE_ROOM, 0, 0)), REFUSAL_CODES_FULL);
    for (seat_id s = 1; s <= SEATS_MAX; s++)
        assert_int_equal(bench_join(b, CODE_SCHOOL, (school_id)(1 + s % SCHOOLS_MAX)), s);
    assert_int_equal(bench_ask(b, 0, ask_join(CODES_MAX)), REFUSAL_SEATS_FULL);
    for (condition_id c = 1; c <= CONDITIONS_MAX; c++)
        for (school_id s = 1; s <= SCHOOLS_MAX; s++)
            bench_agree(b, c, s, RATING_MAX);
    bench_consent_all(b, 7, ANSWER_YES);
    for (seat_id s = 1; s <= CHARACTERS_MAX; s++) {
        character_id c = bench_character(b, b->model->seats[s].school);
        assert_int_equal(bench_ask(b, s, ask_play(c, 0)), REFUSAL_NONE);
    }
    for (unsigned i = 0; i < MOMENTS_MAX; i++)
        bench_moment(b);
    assert_int_equal(
        bench_ask(b, SEATS_MAX,
                  ask_figure(COMMAND_RATE, CONDITIONS_MAX, 1 + SEATS_MAX % SCHOOLS_MAX, 1)),
        REFUSAL_NONE);

    struct live *live = calloc(1, sizeof *live);
    unsigned all[ITEM_COUNT] = {0}, front[ITEM_COUNT] = {0};
    model_project(b->model, live, (struct audience){AUDIENCE_PARTICIPANTS, 0}, count, all);
    assert_int_equal(all[ITEM_CELL], CONDITIONS_MAX * SCHOOLS_MAX);
    assert_int_equal(all[ITEM_SUMMARY], CONDITIONS_MAX);
    assert_int_equal(all[ITEM_AGENDA_ITEM], AGENDA_MAX);
    assert_int_equal(all[ITEM_CHARACTER], CHARACTERS_MAX);
    assert_int_equal(all[ITEM_CARD] + all[ITEM_MOMENT], 0);
    model_project(b->model, live, (struct audience){AUDIENCE_FACILITATOR, 0}, count, front);
    assert_int_equal(front[ITEM_TALK], CONDITIONS_MAX * SCHOOLS_MAX);
    assert_int_equal(front[ITEM_SEAT], SEATS_MAX);
    assert_int_equal(front[ITEM_CARD], CHARACTERS_MAX);
    assert_int_equal(front[ITEM_MOMENT], MOMENTS_MAX);
    assert_int_equal(front[ITEM_CODE], SCHOOLS_MAX + 1);
    free(live);
    bench_close(b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_full_house)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
