#include "model/bench.h"
#include "testing.h"

/* Where the workshop is, and its timers: item 1 has 30 minutes, item 2 has 20, item 3 none. */

static struct bench bench;
static struct bench *b = &bench;

enum { MINUTE = 60000 };

static int open_review(void **state)
{
    (void)state;
    bench_open_workshop(b);
    return 0;
}

static int close_review(void **state)
{
    (void)state;
    bench_close(b);
    return 0;
}

static void ask(struct command c)
{
    assert_int_equal(bench_ask(b, SEAT_KIOSK, c), REFUSAL_NONE);
}

static int64_t left(unsigned item)
{
    return model_timer_left(&b->model->timers[item][0], b->now_ms);
}

static void going_through_the_agenda(void **state)
{
    (void)state;
    ask(ask_go(1, 1));
    ask(ask_go(1, 3));
    assert_int_equal(b->model->place.item, 1);
    assert_int_equal(b->model->place.step, 3);
    uint64_t events = b->model->event_count;
    ask(ask_go(1, 3)); /* there already */
    assert_int_equal(b->model->event_count, events);
    ask(ask_go(0, 1));
    assert_int_equal(b->model->place.item, 0);
}

static void coming_to_an_item_starts_its_timer(void **state)
{
    (void)state;
    ask(ask_go(1, 1));
    b->now_ms += 10 * MINUTE;
    assert_int_equal(left(1), 20 * MINUTE);
    ask(ask_go(1, 2)); /* another screen, the same timer */
    assert_int_equal(left(1), 20 * MINUTE);
    b->now_ms += 25 * MINUTE;
    assert_int_equal(left(1), -5 * MINUTE);
}

static void pausing_and_going_on(void **state)
{
    (void)state;
    ask(ask_go(1, 1));
    b->now_ms += 10 * MINUTE;
    ask(ask_time(TIMER_PAUSE, 0));
    b->now_ms += 7 * MINUTE;
    assert_int_equal(left(1), 20 * MINUTE);
    uint64_t events = b->model->event_count;
    ask(ask_time(TIMER_PAUSE, 0));
    assert_int_equal(b->model->event_count, events);
    ask(ask_time(TIMER_START, 0));
    b->now_ms += MINUTE;
    assert_int_equal(left(1), 19 * MINUTE);
}

static void adding_and_taking_away(void **state)
{
    (void)state;
    ask(ask_go(1, 1));
    ask(ask_time(TIMER_ADD, 5 * MINUTE));
    assert_int_equal(left(1), 35 * MINUTE);
    assert_true(b->model->timers[1][0].running);
    ask(ask_time(TIMER_PAUSE, 0));
    ask(ask_time(TIMER_ADD, -40 * MINUTE));
    assert_int_equal(left(1), -5 * MINUTE);
    assert_false(b->model->timers[1][0].running);
}

/* Lunch does not eat the time of the item it interrupts. */
static void leaving_stops_and_coming_back_goes_on(void **state)
{
    (void)state;
    ask(ask_go(1, 1));
    b->now_ms += 10 * MINUTE;
    ask(ask_go(3, 1));
    assert_false(b->model->timers[3][0].running);
    b->now_ms += 45 * MINUTE;
    assert_int_equal(left(1), 20 * MINUTE);
    ask(ask_go(1, 1));
    b->now_ms += 2 * MINUTE;
    assert_int_equal(left(1), 18 * MINUTE);
    ask(ask_go(2, 1));
    assert_int_equal(left(2), 20 * MINUTE);
}

static void a_clock_set_back_gives_no_time(void **state)
{
    (void)state;
    ask(ask_go(1, 1));
    b->now_ms -= 60 * MINUTE;
    assert_int_equal(left(1), 30 * MINUTE);
    ask(ask_time(TIMER_PAUSE, 0));
    assert_int_equal(left(1), 30 * MINUTE);
    ask(ask_time(TIMER_START, 0));
    b->now_ms += MINUTE;
    assert_int_equal(left(1), 29 * MINUTE);
}

/* Nothing overflows, however absurd the clock is. */
static void absurd_clocks_are_borne(void **state)
{
    (void)state;
    static const int64_t clocks[] = {TIME_MOST_MS, -TIME_MOST_MS, 0, TIME_MOST_MS, -TIME_MOST_MS};
    for (int item = 1; item <= 2; item++)
        for (size_t i = 0; i < 5; i++) {
            b->now_ms = clocks[i];
            ask(ask_go((unsigned)item, 1));
            ask(ask_time(TIMER_ADD, -24 * 60 * MINUTE));
            ask(ask_time(TIMER_PAUSE, 0));
            ask(ask_time(TIMER_ADD, 24 * 60 * MINUTE));
            ask(ask_time(TIMER_START, 0));
            assert_true(left((unsigned)item) >= -TIME_MOST_MS);
            ask(ask_go(0, 1));
        }
}

int main(void)
{
#define REVIEW_TEST(f) cmocka_unit_test_setup_teardown(f, open_review, close_review)
    const struct CMUnitTest tests[] = {
        REVIEW_TEST(going_through_the_agenda),
        REVIEW_TEST(coming_to_an_item_starts_its_timer),
        REVIEW_TEST(pausing_and_going_on),
        REVIEW_TEST(adding_and_taking_away),
        REVIEW_TEST(leaving_stops_and_coming_back_goes_on),
        REVIEW_TEST(a_clock_set_back_gives_no_time),
        REVIEW_TEST(absurd_clocks_are_borne),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
