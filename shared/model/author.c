#include "model/author.h"

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

/* A move takes the number away: the new laptop counts its commands anew. */
bool author_is_here(struct author author)
{
    return author.seat && author.command;
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
