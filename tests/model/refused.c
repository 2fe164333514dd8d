#include "model/refused.h"
#include "testing.h"

void refused_expect(struct refused *r, seat_id seat, struct command command, enum refusal refusal)
{
    uint64_t events = r->bench.model->event_count;
    enum refusal answer = bench_ask(&r->bench, seat, command);
    if (answer != refusal)
        fail_msg("%s: %s, not %s", command_word(command.kind), refusal_word(answer),
                 refusal_word(refusal));
    assert_int_equal(r->bench.model->event_count, events);
    r->given[answer] = true;
}

void refused_each(struct refused *r, void (*const parts[])(struct refused *), size_t count)
{
    for (size_t i = 0; i < count; i++) {
        bench_open_workshop(&r->bench);
        bench_schools(&r->bench, 2);
        parts[i](r);
        bench_close(&r->bench);
    }
}
