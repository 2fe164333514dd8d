#include "model/author.h"

#include "model/undo.h"

struct secret author_to_secret(struct author author)
{
    struct secret secret = {.length = AUTHOR_SIZE};
    for (unsigned i = 0; i < 2; i++)
        secret.bytes[i] = (uint8_t)(author.seat >> 8 * i);
    for (unsigned i = 0; i < 4; i++)
        secret.bytes[2 + i] = (uint8_t)(author.command >> 8 * i);
    return secret;
}

struct author author_from_secret(const struct secret *secret)
{
    struct author author = {0};
    if (secret->length != AUTHOR_SIZE)
        return author;
    for (unsigned i = 0; i < 2; i++)
        author.seat = (seat_id)(author.seat | secret->bytes[i] << 8 * i);
    for (unsigned i = 0; i < 4; i++)
        author.command |= (uint32_t)secret->bytes[2 + i] << 8 * i;
    return author;
}

bool author_fits(const struct model *m, const struct secret *secret)
{
    return secret->length == 0 ||
           (secret->length == AUTHOR_SIZE && author_from_secret(secret).seat <= m->seat_count);
}

bool author_has_command(const struct model *m, seat_id seat, uint32_t command)
{
    for (note_id n = m->seats[seat].own_note; n; n = m->notes[n].next_own)
        if (m->notes[n].author.command == command)
            return true;
    for (uint16_t s = m->seats[seat].own_slip; s; s = m->slips[s].next_own)
        if (m->slips[s].author.command == command)
            return true;
    return false;
}

/* The board that closes with the event; 0: none. */
static uint8_t closing_board(const struct model *m, const struct event *event)
{
    if (event->kind == EVENT_BOARD_SET)
        return event->change.board_set.state == BOARD_CLOSED ? event->change.board_set.board : 0;
    return undo_closes(m, event);
}

void author_each_forgotten(const struct model *m, const struct event *event,
                           void (*forget)(void *context, uint64_t event), void *context)
{
    bool all = event->kind == EVENT_CLOSED;
    uint8_t board = closing_board(m, event);
    for (note_id n = 1; (all || board) && n <= m->note_count; n++)
        if (m->notes[n].author_event && (all || m->notes[n].board == board))
            forget(context, m->notes[n].author_event);
}

uint32_t author_last_command(const struct model *m, seat_id seat)
{
    uint32_t last = 0;
    for (note_id n = m->seats[seat].own_note; n; n = m->notes[n].next_own)
        if (m->notes[n].author.command > last)
            last = m->notes[n].author.command;
    for (uint16_t s = m->seats[seat].own_slip; s; s = m->slips[s].next_own)
        if (m->slips[s].author.command > last)
            last = m->slips[s].author.command;
    return last;
}
