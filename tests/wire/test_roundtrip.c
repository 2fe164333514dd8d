#include "golden/golden.h"
#include "model/driver.h"
#include "testing.h"
#include "wire/fill.h"
#include "wire/wire.h"

#include <stdio.h>
#include <stdlib.h>

/* What goes out comes back the same: every body of an event, every command that clients may send,
 * every kind of item, each with its numbers and texts at their largest. And a few messages as
 * bytes, so that the format cannot drift unseen. */

static void every_event_body(void **state)
{
    (void)state;
    static struct event in, out;
    static uint8_t bytes[WIRE_ITEM_MAX];
    for (unsigned kind = 0; kind < EVENT_COUNT; kind++)
        for (int full = 0; full < 2; full++) {
            memset(&in, 0, sizeof in);
            in.kind = out.kind = (enum event_kind)kind;
            if (full || fill_cannot_be_empty((enum event_kind)kind))
                fill_event_body(&in.change, (enum event_kind)kind);
            size_t length = wire_event_encode(bytes, &in);
            memset(&out.change, 0xAA, sizeof out.change);
            if (!wire_event_decode(&out, bytes, length))
                fail_msg("%s", event_word((enum event_kind)kind));
            assert_memory_equal(&in.change, &out.change, sizeof in.change);
            assert_int_equal(wire_event_kind(event_word((enum event_kind)kind)), kind);
        }
    assert_int_equal(wire_event_kind("nonsense"), EVENT_COUNT);
}

static void every_command_of_clients(void **state)
{
    (void)state;
    static struct command in;
    static struct upward out;
    static uint8_t bytes[WIRE_UPWARD_MAX];
    for (unsigned kind = 0; kind < COMMAND_COUNT; kind++)
        for (int full = 0; full < 2 && fill_is_for_clients((enum command_kind)kind); full++) {
            memset(&in, 0, sizeof in);
            in.kind = (enum command_kind)kind;
            in.id = full ? UINT32_MAX : 1;
            if (full || kind == COMMAND_CHANGE_AGENDA_ITEM)
                fill_command_body(&in.change, (enum command_kind)kind);
            memset(in.secret.bytes, 0x5A, sizeof in.secret.bytes);
            in.secret.length = SECRET_SIZE;
            size_t length = wire_command_encode(bytes, &in);
            assert_true(wire_upward_decode(&out, bytes, length));
            assert_true(out.has_command);
            assert_int_equal(out.refusal, REFUSAL_NONE);
            assert_int_equal(out.command.id, in.id);
            assert_int_equal(out.command.kind, in.kind);
            assert_memory_equal(&in.change, &out.command.change, sizeof in.change);
            assert_int_equal(out.command.secret.length, 0); /* no secret travels */
            assert_null(memmem(bytes, length, "ZZZZ", 4));
        }
    size_t length = wire_beat_encode(bytes, UINT32_MAX);
    assert_true(wire_upward_decode(&out, bytes, length));
    assert_false(out.has_command);
    assert_int_equal(out.beat, UINT32_MAX);
}

static void every_kind_of_item(void **state)
{
    (void)state;
    static struct item in, out;
    static uint8_t bytes[WIRE_ITEM_MAX];
    for (unsigned kind = 0; kind < ITEM_COUNT; kind++) {
        memset(&in, 0, sizeof in);
        fill_item(&in, (enum item_kind)kind);
        size_t length = wire_item_encode(bytes, &in);
        if (!wire_item_decode(&out, bytes, length))
            fail_msg("%s", item_word((enum item_kind)kind));
        assert_int_equal(out.key.kind, kind);
        assert_int_equal(out.key.a, in.key.a);
        assert_int_equal(out.key.b, in.key.b);
        assert_memory_equal(&in.body, &out.body, sizeof in.body);
        /* one beyond is nowhere */
        in.key.b++;
        length = wire_item_encode(bytes, &in);
        assert_false(wire_item_decode(&out, bytes, length));
    }
}

static size_t print_hex(char *to, const char *name, const uint8_t *bytes, size_t length)
{
    size_t n = (size_t)sprintf(to, "%s\n", name);
    for (size_t i = 0; i < length; i++)
        n += (size_t)sprintf(to + n, "%02x%s", bytes[i], i % 32 == 31 ? "\n" : "");
    return n + (size_t)sprintf(to + n, "\n");
}

/* Files and clients of other versions hold these very bytes. */
static void the_bytes_stay_as_they_are(void **state)
{
    (void)state;
    static uint8_t bytes[WIRE_ITEM_MAX];
    static char text[1 << 16];
    size_t used = 0;
    struct command rate = ask_figure(COMMAND_RATE, 3, 12, 4);
    rate.id = 300;
    rate.change.rating.figure.target = 7;
    rate.change.rating.figure.months = 12;
    used += print_hex(text + used, "rate", bytes, wire_command_encode(bytes, &rate));
    struct command consent = ask_consent(2, 5, ANSWER_YES);
    consent.id = 1;
    used += print_hex(text + used, "consent", bytes, wire_command_encode(bytes, &consent));
    used += print_hex(text + used, "beat", bytes, wire_beat_encode(bytes, 77));
    struct event e = {.kind = EVENT_RATING_AGREED_IN_PERSON};
    e.change = ask_figure(COMMAND_AGREE_IN_PERSON, 10, 128, 10).change;
    e.change.rating.revision = 2;
    used += print_hex(text + used, "agreed-in-person", bytes, wire_event_encode(bytes, &e));
    struct event timer = {.kind = EVENT_TIMER_SET};
    timer.change.timer.item = 3;
    timer.change.timer.running = true;
    timer.change.timer.milliseconds = -90000;
    used += print_hex(text + used, "timer-set", bytes, wire_event_encode(bytes, &timer));
    struct item cell = {.key = {ITEM_CELL, 10, 128}, .body.cell = {RATING_AGREED, 5, 8, 18}};
    used += print_hex(text + used, "cell", bytes, wire_item_encode(bytes, &cell));
    struct item summary = {.key = {ITEM_SUMMARY, 1, 0}};
    fill_summary(&summary.body.summary);
    used += print_hex(text + used, "summary", bytes, wire_item_encode(bytes, &summary));
    golden_check("wire/messages", text);
}

/* The number of every kind and of its body, by the least that can be said of it. */
static void every_kind_keeps_its_number(void **state)
{
    (void)state;
    static uint8_t bytes[WIRE_ITEM_MAX];
    static char text[1 << 16];
    static struct item item;
    static struct event event;
    size_t used = 0;
    for (unsigned kind = 0; kind < ITEM_COUNT; kind++) {
        memset(&item, 0, sizeof item);
        fill_least_item(&item, (enum item_kind)kind);
        used += (size_t)sprintf(text + used, "item ");
        used += print_hex(text + used, item_word((enum item_kind)kind), bytes,
                          wire_item_encode(bytes, &item));
    }
    for (unsigned kind = 0; kind < COMMAND_COUNT; kind++) {
        struct command command = {.kind = (enum command_kind)kind, .id = 1};
        if (!fill_is_for_clients(command.kind))
            continue;
        used += (size_t)sprintf(text + used, "command ");
        used += print_hex(text + used, command_word(command.kind), bytes,
                          wire_command_encode(bytes, &command));
    }
    for (unsigned kind = 0; kind < EVENT_COUNT; kind++) {
        event.kind = (enum event_kind)kind;
        used += (size_t)sprintf(text + used, "event ");
        used +=
            print_hex(text + used, event_word(event.kind), bytes, wire_event_encode(bytes, &event));
    }
    golden_check("wire/numbers", text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_event_body),
        cmocka_unit_test(every_command_of_clients),
        cmocka_unit_test(every_kind_of_item),
        cmocka_unit_test(the_bytes_stay_as_they_are),
        cmocka_unit_test(every_kind_keeps_its_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
