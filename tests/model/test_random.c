#include "model/driver.h"
#include "model/trace.h"
#include "model/training.h"
#include "testing.h"

#include <stdlib.h>

/* Thousands of sensible and senseless commands: nothing in the model depends on anything but them,
 * and events are all there is to a state. */

enum { STEPS = TEST_ROUNDS(12000, 6000), EVENTS_MAX = 3 * STEPS };

struct run {
    struct bench bench;
    struct trace trace;
    uint32_t event_count;
    struct event *events;
    uint32_t answers[REFUSAL_COUNT], kinds[EVENT_COUNT];
};

static void keep(void *context, const struct event *event)
{
    struct run *run = context;
    assert_true(run->event_count < EVENTS_MAX);
    run->events[run->event_count++] = *event;
    run->kinds[event->kind]++;
    trace_add(&run->trace, event);
}

/* Every other room is in training. */
static void open_room(struct bench *bench, uint64_t seed)
{
    if (seed % 2)
        bench_open_training(bench);
    else
        bench_open_workshop(bench);
    bench_schools(bench, 4);
    bench_boards(bench);
}

static struct run *start_run(uint64_t seed)
{
    struct run *run = calloc(1, sizeof *run);
    open_room(&run->bench, seed);
    run->events = calloc(EVENTS_MAX, sizeof *run->events);
    run->bench.seen = keep;
    run->bench.context = run;
    struct driver driver;
    driver_start(&driver, &run->bench, seed);
    for (int i = 0; i < STEPS; i++)
        run->answers[driver_step(&driver)]++;
    return run;
}

static void end_run(struct run *run)
{
    bench_close(&run->bench);
    free(run->events);
    free(run);
}

static void the_same_seed_gives_the_same_review(void **state)
{
    (void)state;
    struct run *one = start_run(1), *two = start_run(1), *other = start_run(2);
    assert_string_equal(one->trace.text, two->trace.text);
    assert_memory_equal(one->bench.model, two->bench.model, sizeof *one->bench.model);
    assert_string_not_equal(one->trace.text, other->trace.text);
    end_run(one);
    end_run(two);
    end_run(other);
}

/* A fresh model, the workshop set up alike, then the events and nothing but the events. */
static void replaying_the_events_gives_the_state(void **state)
{
    (void)state;
    for (uint64_t seed = 10; seed < 13; seed++) {
        struct run *run = start_run(seed);
        struct bench again;
        open_room(&again, seed);
        for (uint32_t i = 0; i < run->event_count; i++) {
            assert_true(model_fits(again.model, &run->events[i]));
            model_apply(again.model, &run->events[i]);
        }
        assert_memory_equal(again.model, run->bench.model, sizeof *again.model);
        bench_close(&again);
        end_run(run);
    }
}

/* The driver is worth something only if it gets everywhere. */
static void the_driver_gets_everywhere(void **state)
{
    (void)state;
    uint32_t kinds[EVENT_COUNT] = {0}, answers[REFUSAL_COUNT] = {0};
    for (uint64_t seed = 3; seed < 7; seed++) {
        struct run *run = start_run(seed);
        for (unsigned k = 0; k < EVENT_COUNT; k++)
            kinds[k] += run->kinds[k];
        for (unsigned r = 0; r < REFUSAL_COUNT; r++)
            answers[r] += run->answers[r];
        end_run(run);
    }
    for (unsigned k = EVENT_SCHOOL_ADDED; k < EVENT_COUNT; k++)
        if (!kinds[k] && k != EVENT_CLOSED)
            fail_msg("no %s", event_word((enum event_kind)k));
    static const enum refusal met[] = {
        REFUSAL_NOT_ALLOWED,   REFUSAL_NOT_ADMITTED,  REFUSAL_OTHER_SCHOOL,    REFUSAL_NO_SCHOOL,
        REFUSAL_CHANGED,       REFUSAL_OWN_PROPOSAL,  REFUSAL_NOT_UNDERSTOOD,  REFUSAL_TOO_OLD,
        REFUSAL_REMOVED,       REFUSAL_RATING_RANGE,  REFUSAL_TARGET_RANGE,    REFUSAL_CODE_USED,
        REFUSAL_NOT_AGREED,    REFUSAL_BOARD_CLOSED,  REFUSAL_NO_HEADING,      REFUSAL_NO_NOTE,
        REFUSAL_OTHER_NOTE,    REFUSAL_TEXT_EMPTY,    REFUSAL_NO_GROUP,        REFUSAL_TIMES_RANGE,
        REFUSAL_NO_STEP,       REFUSAL_ACTION_STATE,  REFUSAL_OTHER_ACTION,    REFUSAL_NOT_OWNER,
        REFUSAL_DATE_UNLIKELY, REFUSAL_BALLOT_CLOSED, REFUSAL_BALLOT_STATE,    REFUSAL_BALLOT_TERMS,
        REFUSAL_NO_BALLOT,     REFUSAL_NO_OPTION,     REFUSAL_NO_SLOT,         REFUSAL_SLOT_VOTED,
        REFUSAL_NOT_TRAINING,  REFUSAL_NO_CHARACTER,  REFUSAL_CHARACTER_TAKEN, REFUSAL_NO_MOMENT};
    for (size_t i = 0; i < sizeof met / sizeof *met; i++)
        if (!answers[met[i]])
            fail_msg("nobody was told %s", refusal_word(met[i]));
}

/* One wrong byte among the numbers of an event, which stand first in each; not in a bool, which no
 * decoder leaves other than 0 or 1. */
static void spoil(struct driver *dice, struct event *e)
{
    uint32_t at = driver_pick(dice, 4);
    if (e->kind == EVENT_TIMER_SET)
        at = offsetof(struct timer_change, item);
    else if (e->kind == EVENT_VIEW_CHOSEN)
        at = offsetof(struct view, focus);
    else if (e->kind == EVENT_SETTING_MADE)
        at = offsetof(struct setting_change, setting);
    else if (e->kind == EVENT_BOARD_SET)
        at = driver_pick(dice, offsetof(struct board_set_change, held));
    else if (e->kind == EVENT_AGENDA_ITEM_CHANGED)
        at = offsetof(struct agenda_change, item);
    else if (e->change.rating.figure.now && e->kind == EVENT_RATING_PROPOSED)
        at = driver_pick(dice, offsetof(struct rating_change, figure) + 3);
    ((uint8_t *)&e->change)[at] = (uint8_t)driver_pick(dice, 256);
}

/* Events as a damaged file might hold them: refused by model_fits, or applied without harm. */
static void what_fits_can_be_applied(void **state)
{
    (void)state;
    struct run *run = start_run(4);
    struct driver dice;
    driver_start(&dice, &run->bench, 99);
    static struct event e;
    unsigned fitted = 0;
    for (int i = 0; i < 20000; i++) {
        e = run->events[driver_pick(&dice, run->event_count)];
        spoil(&dice, &e);
        if (driver_pick(&dice, 8) == 0)
            e.kind = (enum event_kind)(EVENT_COUNT + driver_pick(&dice, 2));
        if (driver_pick(&dice, 8) == 0)
            e.seat = (seat_id)driver_pick(&dice, 65536);
        if (driver_pick(&dice, 8) == 0)
            e.at_ms = (int64_t)((uint64_t)driver_pick(&dice, UINT32_MAX) << 32);
        if (model_fits(run->bench.model, &e) && e.kind != EVENT_CLOSED) {
            model_apply(run->bench.model, &e);
            fitted++;
        }
    }
    assert_in_range(fitted, 200, 15000); /* spoilt neither too much nor too little */
    end_run(run);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_seed_gives_the_same_review),
        cmocka_unit_test(replaying_the_events_gives_the_state),
        cmocka_unit_test(the_driver_gets_everywhere),
        cmocka_unit_test(what_fits_can_be_applied),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
