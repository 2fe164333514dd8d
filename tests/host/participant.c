#include "host/participant.h"

#include "host/clock.h"
#include "testing.h"

static void on_seated(void *context, const struct seated *seated)
{
    ((struct participant *)context)->seat = seated->seat;
}

static void on_receipt(void *context, uint32_t id, enum refusal refusal)
{
    (void)id;
    assert_int_equal(refusal, REFUSAL_NONE);
    ((struct participant *)context)->saved++;
}

static void on_item(void *context, const struct item *item)
{
    room_apply(((struct participant *)context)->room, item);
}

static void on_removed(void *context, struct item_key key)
{
    room_remove(((struct participant *)context)->room, key);
}

static void on_caught_up(void *context)
{
    ((struct participant *)context)->caught_up = true;
}

static void on_beat(void *context, uint32_t beat)
{
    (void)context, (void)beat;
}

static void on_farewell(void *context, enum farewell farewell)
{
    ((struct participant *)context)->farewell = farewell;
}

struct letter_reader participant_reader(struct participant *participant)
{
    return (struct letter_reader){.context = participant,
                                  .seated = on_seated,
                                  .receipt = on_receipt,
                                  .item = on_item,
                                  .removed = on_removed,
                                  .caught_up = on_caught_up,
                                  .beat = on_beat,
                                  .farewell = on_farewell};
}

static void on_message(struct participant *p, const uint8_t *bytes, size_t length)
{
    static uint8_t plain[LINK_MESSAGE_MAX];
    struct link_outcome outcome;
    link_guest_receive(&p->guest, &outcome, plain, bytes, length);
    assert_int_not_equal(outcome.kind, LINK_REFUSED);
    if (outcome.reply_length)
        assert_int_equal(link_send(p->link, p->peer, outcome.reply, outcome.reply_length),
                         ERROR_OK);
    struct letter_reader reader = participant_reader(p);
    if (outcome.kind == LINK_PLAIN)
        assert_true(letter_read(&reader, clock_monotonic(), plain, outcome.plain_length));
}

void participant_serve(struct participant *p)
{
    struct link_random random = link_random_system();
    struct link_event event;
    struct link_outcome first;
    while (link_next(p->link, &event)) {
        if (event.kind == LINK_MESSAGE)
            on_message(p, event.bytes, event.length);
        if (event.kind != LINK_CONNECTED)
            continue;
        p->peer = event.peer;
        assert_int_equal(link_guest_code(&p->guest, &first, p->code, &random), ERROR_OK);
        assert_int_equal(link_send(p->link, p->peer, first.reply, first.reply_length), ERROR_OK);
    }
}

void participant_ask(struct participant *p, const struct command *command)
{
    static uint8_t bytes[WIRE_UPWARD_MAX], sealed[WIRE_UPWARD_MAX + LINK_STREAM_EXTRA];
    size_t length = wire_command_encode(bytes, command), sealed_length;
    assert_int_equal(link_guest_seal(sealed, &sealed_length, &p->guest, bytes, length), ERROR_OK);
    assert_int_equal(link_send(p->link, p->peer, sealed, sealed_length), ERROR_OK);
}

void participant_rate(struct participant *p, uint32_t id, condition_id condition)
{
    struct command command = {.id = id, .kind = COMMAND_RATE};
    command.change.rating.school = p->school;
    command.change.rating.condition = condition;
    command.change.rating.figure.now = (uint8_t)(p->school + condition);
    participant_ask(p, &command);
}
