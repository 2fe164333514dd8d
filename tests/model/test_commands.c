#include "model/bench.h"
#include "testing.h"

/* Sending a command twice changes nothing the second time, in whatever order they come. */

static struct bench bench;
static struct bench *b = &bench;
static seat_id ours;

static int open_review(void **state)
{
    (void)state;
    bench_open_workshop(b);
    bench_schools(b, 1);
    ours = bench_join(b, CODE_SCHOOL, 1);
    return 0;
}

static enum refusal rate(uint32_t id, uint8_t now)
{
    struct command c = ask_figure(COMMAND_RATE, 1, 1, now);
    c.id = id;
    return bench_ask(b, ours, c);
}

static uint32_t revision(void)
{
    return b->model->ratings[1][1].revision;
}

static void a_retry_changes_nothing(void **state)
{
    (void)state;
    assert_int_equal(rate(1, 4), REFUSAL_NONE);
    assert_int_equal(rate(2, 5), REFUSAL_NONE);
    /* a retry of the first must not bring its figure back */
    assert_int_equal(rate(1, 4), REFUSAL_NONE);
    assert_int_equal(b->model->ratings[1][1].proposals[SIDE_SCHOOL].figure.now, 5);
    assert_int_equal(revision(), 2);
    assert_true(model_obeyed(b->model, ours, 1) && model_obeyed(b->model, ours, 2));
    assert_false(model_obeyed(b->model, ours, 3) || model_obeyed(b->model, ours, 0));
}

static void out_of_order_within_the_window(void **state)
{
    (void)state;
    assert_int_equal(rate(100, 4), REFUSAL_NONE);
    assert_int_equal(rate(100 - COMMANDS_REMEMBERED + 1, 5), REFUSAL_NONE);
    assert_int_equal(rate(99, 6), REFUSAL_NONE);
    assert_int_equal(revision(), 3);
    assert_int_equal(b->model->seats[ours].last_command, 100);
    assert_int_equal(rate(100 - COMMANDS_REMEMBERED + 1, 5), REFUSAL_NONE);
    assert_int_equal(rate(99, 5), REFUSAL_NONE);
    assert_int_equal(rate(100, 5), REFUSAL_NONE);
    assert_int_equal(revision(), 3);
    assert_int_equal(rate(100 - COMMANDS_REMEMBERED, 7), REFUSAL_TOO_OLD);
    assert_int_equal(revision(), 3);
}

static void the_window_moves(void **state)
{
    (void)state;
    for (uint32_t id = 1; id <= 200; id++)
        assert_int_equal(rate(id, (uint8_t)(1 + id % 10)), REFUSAL_NONE);
    for (uint32_t id = 1; id <= 200; id++)
        assert_int_equal(rate(id, 3),
                         id > 200 - COMMANDS_REMEMBERED ? REFUSAL_NONE : REFUSAL_TOO_OLD);
    assert_int_equal(revision(), 200);
    /* a leap beyond the window forgets all of it */
    assert_int_equal(rate(1000, 4), REFUSAL_NONE);
    assert_int_equal(rate(200, 5), REFUSAL_TOO_OLD);
    assert_int_equal(rate(999, 5), REFUSAL_NONE);
    assert_int_equal(revision(), 202);
}

static void what_was_refused_may_be_tried_again(void **state)
{
    (void)state;
    struct command c = ask_agree(1, 1, 1);
    c.id = 7;
    assert_int_equal(bench_ask(b, ours, c), REFUSAL_NO_PROPOSAL);
    assert_false(model_obeyed(b->model, ours, 7));
    assert_int_equal(bench_ask(b, SEAT_KIOSK, ask_figure(COMMAND_RATE, 1, 1, 5)), REFUSAL_NONE);
    assert_int_equal(bench_ask(b, ours, c), REFUSAL_NONE);
    assert_true(b->model->ratings[1][1].settled);
    assert_true(model_obeyed(b->model, ours, 7));
}

static void the_last_ids_are_ids_too(void **state)
{
    (void)state;
    assert_int_equal(rate(UINT32_MAX - 1, 4), REFUSAL_NONE);
    assert_int_equal(rate(UINT32_MAX, 5), REFUSAL_NONE);
    assert_int_equal(rate(UINT32_MAX, 6), REFUSAL_NONE);
    assert_int_equal(revision(), 2);
    assert_int_equal(rate(1, 6), REFUSAL_TOO_OLD);
}

/* One seat's numbers are not another's. */
static void each_seat_counts_for_itself(void **state)
{
    (void)state;
    seat_id colleague = bench_join(b, CODE_SCHOOL, 1);
    assert_int_equal(rate(5, 4), REFUSAL_NONE);
    struct command c = ask_figure(COMMAND_RATE, 1, 1, 8);
    c.id = 5;
    assert_int_equal(bench_ask(b, colleague, c), REFUSAL_NONE);
    assert_int_equal(revision(), 2);
}

/* Two events of one command are obeyed together. */
static void a_code_issued_twice_is_one_code(void **state)
{
    (void)state;
    bench_code(b, CODE_ROOM, 0, 0);
    uint16_t codes = b->model->code_count;
    struct command c = ask_code(CODE_ROOM, 0, 0);
    c.id = ++b->last_id;
    assert_int_equal(bench_ask(b, SEAT_KIOSK, c), REFUSAL_NONE);
    assert_int_equal(bench_ask(b, SEAT_KIOSK, c), REFUSAL_NONE);
    assert_int_equal(b->model->code_count, codes + 1);
}

int main(void)
{
#define REVIEW_TEST(f) BENCH_TEST(f, open_review, &bench)
    const struct CMUnitTest tests[] = {
        REVIEW_TEST(a_retry_changes_nothing),
        REVIEW_TEST(out_of_order_within_the_window),
        REVIEW_TEST(the_window_moves),
        REVIEW_TEST(what_was_refused_may_be_tried_again),
        REVIEW_TEST(the_last_ids_are_ids_too),
        REVIEW_TEST(each_seat_counts_for_itself),
        REVIEW_TEST(a_code_issued_twice_is_one_code),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
