#include "model/bench.h"
#include "testing.h"

/* Events as no program of ours writes them, which a file may hold nevertheless: found by
 * tests/fuzz/event.c. */

static struct bench bench, *const b = &bench;

static int set_up(void **state)
{
    (void)state;
    bench_open_workshop(b);
    return 0;
}

static int put_away(void **state)
{
    (void)state;
    bench_close(b);
    return 0;
}

static bool code_fits(const char *symbols, uint8_t length)
{
    struct event e = {.kind = EVENT_CODE_ISSUED, .at_ms = b->now_ms};
    e.change.code = (struct code_change){.code = (uint16_t)(b->model->code_count + 1)};
    e.secret.length = length;
    memcpy(e.secret.bytes, symbols, length);
    return model_fits(b->model, &e);
}

/* What is shown on the wall and printed on cards are capitals and digits. */
static void a_code_is_made_of_symbols(void **state)
{
    (void)state;
    assert_true(code_fits("KTRM7XPD", CODE_LENGTH));
    assert_true(code_fits("", 0)); /* wiped */
    assert_false(code_fits("KTRM7XP", CODE_LENGTH - 1));
    assert_false(code_fits("KTRM7XPDA", CODE_LENGTH + 1));
    assert_false(code_fits("KTRM7xPD", CODE_LENGTH));
    assert_false(code_fits("KTRM\0XPD", CODE_LENGTH));
    assert_false(code_fits("KTRM7XP\xCF", CODE_LENGTH));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_code_is_made_of_symbols, set_up, put_away),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
