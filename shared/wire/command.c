#include "wire/change.h"
#include "wire/one_of.h"
#include "wire/wire.h"

#include <assert.h>
#include <string.h>

/* The kinds that clients may send; the kiosk's own have no number on the wire. */
static const struct {
    plenary_CommandKind wire;
    pb_size_t tag;
} commands[COMMAND_COUNT] = {
#define FACILITATOR(name, member)                                                                  \
    [COMMAND_##name] = {plenary_CommandKind_COMMAND_##name, plenary_Change_##member##_tag},
#define SEAT(name, member) FACILITATOR(name, member)
#define KIOSK(name, member)
#define X(name, word, member, who) who(name, member)
    COMMAND_LIST(X)
#undef X
#undef FACILITATOR
#undef SEAT
#undef KIOSK
};

static size_t encode(uint8_t *to, const plenary_Upward *w)
{
    pb_ostream_t stream = pb_ostream_from_buffer(to, WIRE_UPWARD_MAX);
    bool fits = pb_encode(&stream, plenary_Upward_fields, w);
    assert(fits);
    return fits ? stream.bytes_written : 0;
}

size_t wire_command_encode(uint8_t to[WIRE_UPWARD_MAX], const struct command *command)
{
    assert(commands[command->kind].wire != plenary_CommandKind_COMMAND_NONE);
    plenary_Upward w = plenary_Upward_init_zero;
    w.has_command = true;
    w.command.id = command->id;
    w.command.kind = commands[command->kind].wire;
    w.command.has_change = true;
    change_out(&w.command.change, commands[command->kind].tag, &command->change);
    return encode(to, &w);
}

size_t wire_beat_encode(uint8_t to[WIRE_UPWARD_MAX], uint32_t beat)
{
    plenary_Upward w = plenary_Upward_init_zero;
    w.beat = beat;
    return encode(to, &w);
}

static enum refusal command_in(struct command *m, const plenary_Command *w)
{
    m->id = w->id;
    if (!w->id || w->kind == plenary_CommandKind_COMMAND_NONE)
        return REFUSAL_NOT_UNDERSTOOD;
    for (unsigned kind = 0; kind < COMMAND_COUNT; kind++)
        if (commands[kind].wire == w->kind) {
            m->kind = (enum command_kind)kind;
            return change_in(&m->change, commands[kind].tag, &w->change);
        }
    return REFUSAL_NOT_UNDERSTOOD;
}

/* A message that is too much for its fixed sizes may still say which command it was, and what was
 * wrong: a text, or a number. */
static bool salvage_id(struct upward *out, const char *fault, const uint8_t *bytes, size_t length)
{
    plenary_UpwardId w = plenary_UpwardId_init_zero;
    pb_istream_t stream = pb_istream_from_buffer(bytes, length);
    if (!pb_decode(&stream, plenary_UpwardId_fields, &w) || !w.command.id)
        return false;
    out->has_command = true;
    out->command.id = w.command.id;
    out->refusal =
        strcmp(fault, "string overflow") == 0 ? REFUSAL_TEXT_LONG : REFUSAL_NOT_UNDERSTOOD;
    return true;
}

bool wire_upward_decode(struct upward *out, const uint8_t *bytes, size_t length)
{
    memset(out, 0, sizeof *out);
    plenary_Upward w = plenary_Upward_init_zero;
    pb_istream_t stream = pb_istream_from_buffer(bytes, length);
    if (!one_of_decode(&stream, plenary_Upward_fields, &w))
        return salvage_id(out, PB_GET_ERROR(&stream), bytes, length);
    out->beat = w.beat;
    out->has_command = w.has_command;
    if (w.has_command)
        out->refusal = command_in(&out->command, &w.command);
    return w.has_command ? out->command.id != 0 : w.beat != 0;
}
