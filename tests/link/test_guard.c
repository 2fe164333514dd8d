#include <stdio.h>

#include "link/guard.h"
#include "testing.h"

static struct link_guard guard;
static const char *const here = "10.0.0.7", *const there = "10.0.0.8";

static int begin(void **state)
{
    (void)state;
    memset(&guard, 0, sizeof guard);
    return 0;
}

static void fail_times(const char *address, int selector, int times, uint64_t now_ms)
{
    for (int i = 0; i < times; i++)
        assert_false(link_guard_failed(&guard, address, selector, now_ms));
}

static void makes_a_pair_wait_a_minute(void **state)
{
    (void)state;
    fail_times(here, 3, LINK_PAIR_FAILURES - 1, 1000);
    assert_int_equal(link_guard_wait(&guard, here, 3, 1000), 0);
    fail_times(here, 3, 1, 2000);
    assert_int_equal(link_guard_wait(&guard, here, 3, 2000), 60);
    assert_int_equal(link_guard_wait(&guard, here, 3, 2001), 60);
    assert_int_equal(link_guard_wait(&guard, here, 3, 61999), 1);
    assert_int_equal(link_guard_wait(&guard, here, 3, 62000), 0);
    assert_int_equal(link_guard_wait(&guard, there, 3, 2000), 0);
    assert_int_equal(link_guard_wait(&guard, here, 4, 2000), 0);
}

static void begins_anew_after_the_wait(void **state)
{
    (void)state;
    fail_times(here, 3, LINK_PAIR_FAILURES, 0);
    fail_times(here, 3, LINK_PAIR_FAILURES - 1, LINK_PAIR_MS);
    assert_int_equal(link_guard_wait(&guard, here, 3, LINK_PAIR_MS), 0);
    fail_times(here, 3, 1, LINK_PAIR_MS);
    assert_int_equal(link_guard_wait(&guard, here, 3, LINK_PAIR_MS), 60);
}

static void forgives_slow_mistakes(void **state)
{
    (void)state;
    for (uint64_t i = 0; i < 30; i++)
        fail_times(here, 3, 1, i * 10000); /* six a minute */
    assert_int_equal(link_guard_wait(&guard, here, 3, 300000), 0);
}

static void retires_a_code_once(void **state)
{
    (void)state;
    char address[LINK_ADDRESS_SIZE];
    for (int i = 1; i <= LINK_CODE_FAILURES + 5; i++) {
        snprintf(address, sizeof address, "10.0.1.%d", i); /* each its own: nobody waits */
        assert_int_equal(link_guard_spent(&guard, 9), i > LINK_CODE_FAILURES);
        assert_int_equal(link_guard_failed(&guard, address, 9, 0), i == LINK_CODE_FAILURES);
    }
    assert_false(link_guard_spent(&guard, 8));
    link_guard_renew(&guard, 9);
    assert_false(link_guard_spent(&guard, 9));
}

static void renewing_ends_the_wait(void **state)
{
    (void)state;
    fail_times(here, 3, LINK_PAIR_FAILURES, 0);
    fail_times(here, 4, LINK_PAIR_FAILURES, 0);
    link_guard_renew(&guard, 3);
    assert_int_equal(link_guard_wait(&guard, here, 3, 0), 0);
    assert_int_equal(link_guard_wait(&guard, here, 4, 0), 60);
}

static void keeps_those_who_wait_when_flooded(void **state)
{
    (void)state;
    char address[LINK_ADDRESS_SIZE];
    fail_times(here, 3, LINK_PAIR_FAILURES, 0);
    for (int i = 0; i < LINK_PAIR_ROWS + 100; i++) {
        snprintf(address, sizeof address, "10.1.%d.%d", i / 250, i % 250);
        fail_times(address, 100 + i % 400, 1, (uint64_t)i);
    }
    assert_int_equal(link_guard_wait(&guard, here, 3, 2000), 58);
    /* The most recent of the others is still known, too. */
    fail_times(address, 100 + (LINK_PAIR_ROWS + 99) % 400, LINK_PAIR_FAILURES - 1, 2000);
    assert_int_equal(link_guard_wait(&guard, address, 100 + (LINK_PAIR_ROWS + 99) % 400, 2000), 60);
}

static size_t count_hellos(const char *address, size_t tries, uint64_t now_ms)
{
    size_t served = 0;
    for (size_t i = 0; i < tries; i++)
        served += link_guard_hello(&guard, address, now_ms);
    return served;
}

static void serves_hellos_at_a_bounded_rate(void **state)
{
    (void)state;
    assert_int_equal(count_hellos(here, 5000, 1000), LINK_HELLO_ADDRESS_BURST);
    assert_int_equal(count_hellos(here, 5000, 2000), LINK_HELLO_ADDRESS_RATE);
    assert_int_equal(count_hellos(here, 5000, 2100), LINK_HELLO_ADDRESS_RATE / 10);
    assert_int_equal(count_hellos(there, 5000, 2100), LINK_HELLO_ADDRESS_BURST);
    assert_int_equal(count_hellos(here, 5000, 100000), LINK_HELLO_ADDRESS_BURST);
}

static void serves_hellos_at_a_bounded_rate_overall(void **state)
{
    (void)state;
    size_t served = 0;
    char address[LINK_ADDRESS_SIZE];
    for (int i = 0; i < 1000; i++) { /* more addresses than rows */
        snprintf(address, sizeof address, "10.2.%d.%d", i / 250, i % 250);
        served += count_hellos(address, 100, 1000);
    }
    assert_int_equal(served, LINK_HELLO_BURST);
    assert_int_equal(count_hellos(here, 5000, 1100), LINK_HELLO_RATE / 10);
}

static void bounds_half_open_ones(void **state)
{
    (void)state;
    uint32_t first = link_guard_enter(&guard, here, 0);
    assert_int_not_equal(first, 0);
    for (int i = 1; i < LINK_OPEN_ADDRESS_MAX; i++)
        assert_int_not_equal(link_guard_enter(&guard, here, 10), 0);
    assert_int_equal(link_guard_enter(&guard, here, 10), 0);
    for (int i = LINK_OPEN_ADDRESS_MAX; i < LINK_OPEN_ROWS; i++) {
        char others[LINK_ADDRESS_SIZE];
        snprintf(others, sizeof others, "10.1.0.%d", i / LINK_OPEN_ADDRESS_MAX);
        assert_int_not_equal(link_guard_enter(&guard, others, 10), 0);
    }
    assert_int_equal(link_guard_enter(&guard, "10.0.0.9", 10), 0);

    link_guard_leave(&guard, first);
    uint32_t second = link_guard_enter(&guard, "10.0.0.9", 10);
    assert_int_not_equal(second, 0);
    assert_int_equal(link_guard_enter(&guard, "10.0.0.9", 10), 0);
    link_guard_leave(&guard, first); /* long gone: frees nobody else's place */
    assert_int_equal(link_guard_enter(&guard, "10.0.0.9", 10), 0);

    assert_int_not_equal(link_guard_enter(&guard, here, 10 + LINK_OPEN_MS), 0); /* they lapsed */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(makes_a_pair_wait_a_minute, begin),
        cmocka_unit_test_setup(begins_anew_after_the_wait, begin),
        cmocka_unit_test_setup(forgives_slow_mistakes, begin),
        cmocka_unit_test_setup(retires_a_code_once, begin),
        cmocka_unit_test_setup(renewing_ends_the_wait, begin),
        cmocka_unit_test_setup(keeps_those_who_wait_when_flooded, begin),
        cmocka_unit_test_setup(serves_hellos_at_a_bounded_rate, begin),
        cmocka_unit_test_setup(serves_hellos_at_a_bounded_rate_overall, begin),
        cmocka_unit_test_setup(bounds_half_open_ones, begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
