#include "fuzz/busy.h"

#include "fuzz/fuzz.h"
#include "fuzz/rewind.h"
#include "model/training.h"
#include "wire/wire.h"

#include <assert.h>
#include <string.h>

enum { SCHOOLS = 6, SEATS_LOOKED_AT = 6 };

void busy_begin(struct busy *busy, unsigned steps)
{
    struct bench bench;
    struct driver driver;
    bench_open_training(&bench);
    bench_schools(&bench, SCHOOLS);
    for (school_id school = 1; school <= 3; school++)
        bench_character(&bench, school);
    bench_moment(&bench);
    bench_boards(&bench);
    for (unsigned kind = 0; kind < CODE_SEAT; kind++)
        bench_join(&bench, (enum code_kind)kind, kind == CODE_SCHOOL ? 1 : 0);
    driver_start(&driver, &bench, 2009);
    driver.votes = true;
    for (unsigned i = 0; i < steps; i++)
        fuzz_sink += (uint64_t)driver_step(&driver);
    *busy = (struct busy){.bench = bench, .live = {.address = "192.168.4.20", .port = KIOSK_PORT}};
    busy->bench.model = rewind_keep(bench.model, sizeof *bench.model);
    bench_close(&bench);
}

void busy_back(struct busy *busy)
{
    rewind_back(busy->bench.model, sizeof *busy->bench.model);
}

void busy_play(struct busy *busy, uint64_t seed, unsigned steps,
               void (*asked)(void *context, seat_id seat, const struct command *command),
               void (*happened)(void *context, const struct event *event), void *context)
{
    struct driver driver;
    struct bench bench = busy->bench;
    bench.seen = happened;
    bench.context = context;
    driver_start(&driver, &bench, seed);
    driver.votes = seed % 2;
    for (unsigned i = 0; i < steps; i++) {
        enum refusal refusal = driver_step(&driver);
        if (asked && refusal == REFUSAL_NONE)
            asked(context, driver.last_seat, &driver.last);
    }
    busy_back(busy);
}

struct looking {
    struct audience audience;
    void (*seen)(void *context, struct audience audience, const struct item *item);
    void *context;
};

static void look_at(void *context, const struct item *item)
{
    static uint8_t bytes[WIRE_ITEM_MAX], again[WIRE_ITEM_MAX];
    static struct item read;
    const struct looking *looking = context;
    size_t length = wire_item_encode(bytes, item);
    bool taken = wire_item_decode(&read, bytes, length);
    assert(taken);
    size_t same = wire_item_encode(again, &read);
    assert(same == length && memcmp(bytes, again, length) == 0);
    if (looking->seen)
        looking->seen(looking->context, looking->audience, &read);
}

void busy_look(const struct model *model, const struct live *live,
               void (*seen)(void *context, struct audience audience, const struct item *item),
               void *context)
{
    struct looking looking = {.seen = seen, .context = context};
    for (unsigned kind = 0; kind < AUDIENCE_COUNT; kind++) {
        unsigned first = 0, last = 0;
        if (kind == AUDIENCE_SCHOOL)
            first = 1, last = model->school_count < 2 ? model->school_count : 2;
        if (kind == AUDIENCE_SEAT)
            first = 1,
            last = model->seat_count < SEATS_LOOKED_AT ? model->seat_count : SEATS_LOOKED_AT;
        for (unsigned id = first; id <= last; id++) {
            looking.audience = (struct audience){(enum audience_kind)kind, (uint16_t)id};
            model_project(model, live, looking.audience, look_at, &looking);
        }
    }
}
