#include "model/driver.h"
#include "testing.h"
#include "wire/wire.h"

/* The state that events give after they have been bytes is the state they gave before. */

enum { STEPS = 4000 };

struct replay {
    struct model *copy;
    struct event back;
    uint8_t bytes[WIRE_ITEM_MAX];
};

static struct replay replay;

static void by_way_of_bytes(void *context, const struct event *event)
{
    struct replay *r = context;
    size_t length = wire_event_encode(r->bytes, event);
    r->back = *event;
    memset(&r->back.change, 0x55, sizeof r->back.change);
    assert_true(wire_event_decode(&r->back, r->bytes, length));
    assert_true(model_fits(r->copy, &r->back));
    model_apply(r->copy, &r->back);
}

static void the_file_gives_the_same_state(void **state)
{
    (void)state;
    struct bench bench, copy;
    bench_open_workshop(&bench);
    bench_open_workshop(&copy);
    replay.copy = copy.model;
    bench.seen = by_way_of_bytes;
    bench.context = &replay;
    bench_schools(&bench, 5);
    bench_boards(&bench);
    struct driver driver;
    driver_start(&driver, &bench, 2024);
    for (int i = 0; i < STEPS; i++)
        driver_step(&driver);
    assert_true(bench.model->event_count > STEPS / 10);
    assert_memory_equal(bench.model, copy.model, sizeof *bench.model);
    bench_close(&bench);
    bench_close(&copy);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_file_gives_the_same_state)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
