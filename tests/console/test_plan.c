#include "testing.h"

#include "console/plan.h"

enum { MINUTE = 60 * 1000, NINE = 9 * 60 };

/* 9:00 to 9:20 welcome, 9:20 to 10:10 findings, a break of ten minutes, 10:20 to 11:00 the rest. */
static struct room *room;

static int set_up(void **state)
{
    (void)state;
    assert_int_equal(room_create(&room), ERROR_OK);
    room->workshop.item_count = 3;
    static const struct {
        uint16_t start, minutes;
    } items[] = {{NINE, 20}, {NINE + 20, 50}, {NINE + 80, 40}};
    for (unsigned i = 0; i < 3; i++) {
        room->items[i + 1].start = items[i].start;
        room->items[i + 1].minutes = items[i].minutes;
        room->items[i + 1].step_count = 1;
    }
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    room_destroy(&room);
    return 0;
}

/* At an item, so many minutes left on its timer. */
static struct plan at(uint8_t item, int left, int clock)
{
    room->place = (struct place){item, 1};
    room->timer = (struct timer_item){.shown = true, .left_ms = (int64_t)left * MINUTE};
    return plan_of(room, clock, 0);
}

static void test_says_how_far_behind(void **state)
{
    (void)state;
    assert_int_equal(at(1, 12, NINE + 15).behind, 7);
    assert_int_equal(at(1, 12, NINE + 15).ends, 11 * 60 + 7);
    assert_int_equal(at(1, -3, NINE + 23).behind, 3); /* over: it ends now */
    assert_int_equal(at(3, 40, NINE + 90).behind, 10);
}

static void test_a_minute_is_on_time(void **state)
{
    (void)state;
    assert_int_equal(at(1, 12, NINE + 9).behind, 0);
    assert_int_equal(at(1, 12, NINE + 7).behind, 0);
    assert_int_equal(at(1, 10, NINE + 5).behind, -5);
}

static void test_a_break_swallows_delay(void **state)
{
    (void)state;
    assert_int_equal(at(2, 10, NINE + 66).behind, 0);  /* six late, ten to spare */
    assert_int_equal(at(2, 10, NINE + 85).behind, 15); /* beyond it */
    assert_int_equal(at(2, 10, NINE + 50).behind, 0);  /* early: the break is longer */
}

static void test_replanned_it_is_on_time(void **state)
{
    (void)state;
    struct plan plan = at(1, 12, NINE + 15);
    room->items[2].start = (uint16_t)(room->items[2].start + plan.behind);
    assert_int_equal(plan_of(room, NINE + 15, 0).behind, 0);
    plan = at(1, 2, NINE + 5); /* 20 ahead of the new plan */
    assert_int_equal(plan.behind, 0);
}

static void test_early_replanned_it_is_on_time(void **state)
{
    (void)state;
    struct plan plan = at(1, 10, NINE + 5);
    room->items[2].start = (uint16_t)(room->items[2].start + plan.behind);
    assert_int_equal(plan_of(room, NINE + 5, 0).behind, 0);
}

static void test_steps_with_times_add_up(void **state)
{
    (void)state;
    room->items[1].step_count = 3;
    room->items[1].steps[0].minutes = 5;
    room->items[1].steps[1].minutes = 8;
    room->items[1].steps[2].minutes = 7;
    assert_int_equal(at(1, 5, NINE).behind, 0);
    assert_int_equal(at(1, 5, NINE + 4).behind, 4);
}

static void test_nothing_is_said_without_a_plan(void **state)
{
    (void)state;
    assert_false(at(0, 5, NINE).known);
    room->items[1].start = 0;
    assert_false(at(1, 5, NINE).known);
    assert_false(at(3, 5, 3 * 60).known); /* in the middle of the night */
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_says_how_far_behind),
        TEST(test_a_minute_is_on_time),
        TEST(test_a_break_swallows_delay),
        TEST(test_replanned_it_is_on_time),
        TEST(test_early_replanned_it_is_on_time),
        TEST(test_steps_with_times_add_up),
        TEST(test_nothing_is_said_without_a_plan),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
