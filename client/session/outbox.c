#include "session/outbox.h"

#include <assert.h>
#include <string.h>

void session_outbox_clear(struct session_outbox *outbox)
{
    outbox->count = 0;
    outbox->sent = 0;
    outbox->next_id = 0;
}

void session_outbox_count_on(struct session_outbox *outbox, uint32_t last_command)
{
    if (outbox->next_id <= last_command)
        outbox->next_id = last_command + 1;
}

uint32_t session_outbox_put(struct session_outbox *outbox, struct command *command, int64_t now_ms)
{
    if (outbox->count == SESSION_OUTBOX_MAX || !outbox->next_id)
        return 0;
    command->id = outbox->next_id++;
    struct session_pending *pending = &outbox->pending[outbox->count++];
    pending->command = *command;
    pending->asked_ms = now_ms;
    return command->id;
}

const struct command *session_outbox_unsent(const struct session_outbox *outbox)
{
    return outbox->sent < outbox->count ? &outbox->pending[outbox->sent].command : NULL;
}

void session_outbox_was_sent(struct session_outbox *outbox)
{
    assert(outbox->sent < outbox->count);
    outbox->sent++;
}

void session_outbox_resend(struct session_outbox *outbox)
{
    outbox->sent = 0;
}

bool session_outbox_answered(struct session_outbox *outbox, uint32_t id)
{
    unsigned at = 0;
    while (at < outbox->count && outbox->pending[at].command.id != id)
        at++;
    if (at == outbox->count)
        return false;
    outbox->count--;
    outbox->sent -= at < outbox->sent;
    memmove(&outbox->pending[at], &outbox->pending[at + 1],
            (outbox->count - at) * sizeof *outbox->pending);
    return true;
}
