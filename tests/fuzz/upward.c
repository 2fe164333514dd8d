/* What clients send, once they are let in: message -> command -> decision -> events -> state ->
 * what everybody is shown. A piece is one message of seat `a`, `b` seconds after the one before it.
 * Every event that comes of one must be one that the workshop file takes, and read back as it was.
 */

#include "fuzz/busy.h"
#include "fuzz/fuzz.h"
#include "wire/fill.h"
#include "wire/wire.h"

#include <assert.h>
#include <string.h>

enum { DAY = 600 }; /* steps */

static struct busy busy;

void fuzz_begin(void)
{
    busy_begin(&busy, DAY);
}

static void write_down(const struct event *event)
{
    static uint8_t bytes[WIRE_ITEM_MAX], again[WIRE_ITEM_MAX];
    static struct event read;
    size_t length = wire_event_encode(bytes, event);
    read.kind = event->kind;
    bool taken = wire_event_decode(&read, bytes, length);
    assert(taken);
    size_t same = wire_event_encode(again, &read);
    assert(same == length && memcmp(bytes, again, length) == 0);
}

static bool take(const struct piece *piece, int64_t now_ms)
{
    static struct upward upward;
    static struct decision decision;
    struct model *model = busy.bench.model;
    if (!wire_upward_decode(&upward, piece->bytes, piece->length))
        return false;
    assert(upward.refusal < REFUSAL_COUNT && (upward.has_command || upward.beat));
    if (!upward.has_command || upward.refusal != REFUSAL_NONE)
        return false;
    seat_id seat = (seat_id)(piece->a % (model->seat_count + 1U));
    enum refusal refusal = model_decide(&decision, model, seat, &upward.command, now_ms);
    assert(refusal < REFUSAL_COUNT && decision.count <= DECISION_EVENTS_MAX);
    assert(refusal == REFUSAL_NONE || decision.count == 0);
    for (uint32_t i = 0; i < decision.count; i++) {
        write_down(&decision.events[i]);
        bool fits = model_fits(model, &decision.events[i]);
        assert(fits);
        model_apply(model, &decision.events[i]);
    }
    return decision.count > 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct piece piece;
    int64_t now_ms = busy.bench.now_ms;
    unsigned done = 0;
    for (unsigned n = 0; n < PIECES_MOST && piece_take(&piece, &bytes, &length); n++) {
        now_ms += piece.b * INT64_C(1000);
        done += take(&piece, now_ms);
    }
    if (done)
        busy_look(busy.bench.model, &busy.live, NULL, NULL);
    busy_back(&busy);
    return 0;
}

static struct pieces pieces;

static void keep(void *context, seat_id seat, const struct command *command)
{
    static uint8_t bytes[WIRE_UPWARD_MAX];
    (void)context;
    if (seat <= UINT8_MAX && fill_is_for_clients(command->kind))
        piece_put(&pieces,
                  (struct piece){0, (uint8_t)seat, 1, bytes, wire_command_encode(bytes, command)});
}

void fuzz_seeds(void)
{
    static uint8_t bytes[WIRE_UPWARD_MAX];
    for (unsigned kind = 0; kind < COMMAND_COUNT; kind++) {
        static struct command command;
        command = (struct command){.kind = (enum command_kind)kind, .id = 70000};
        if (!fill_is_for_clients(command.kind))
            continue;
        fill_command_body(&command.change, command.kind);
        piece_put(&pieces, (struct piece){0, 0, 1, bytes, wire_command_encode(bytes, &command)});
        pieces_seed(&pieces);
    }
    for (uint64_t seed = 1; seed <= 60; seed++) {
        busy_play(&busy, seed, 12, keep, NULL, NULL);
        pieces_seed(&pieces);
    }
    piece_put(&pieces, (struct piece){0, 1, 1, bytes, wire_beat_encode(bytes, 7)});
    pieces_seed(&pieces);
}
