#include "fuzz/pieces.h"

#include <string.h>

/* Changes inputs made of pieces (pieces.h), by libFuzzer's leave ("structure-aware fuzzing" in its
 * documentation): it decides what is kept, here is decided what is tried. */

size_t LLVMFuzzerMutate(uint8_t *bytes, size_t length, size_t most);
size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t length, size_t most, unsigned seed);

enum { WORK = 1 << 17, FIELDS_MOST = 256, DEPTH_MOST = 6 };

static uint64_t state;

static uint32_t below(uint32_t count)
{
    state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)((state >> 33) % count);
}

/* ---- protobuf: fields one after the other, each its number and type, then a varint (0), eight
 * bytes (1), a length and as many bytes (2), or four bytes (5) */

struct field {
    size_t at, body, end; /* its head, what it says, the next */
    unsigned type;
};

static bool varint(uint64_t *value, const uint8_t *bytes, size_t length, size_t *at)
{
    *value = 0;
    for (unsigned shift = 0; shift < 64 && *at < length; shift += 7) {
        uint8_t byte = bytes[(*at)++];
        *value |= (uint64_t)(byte & 0x7F) << shift;
        if (!(byte & 0x80))
            return true;
    }
    return false;
}

static size_t put_varint(uint8_t *to, uint64_t value)
{
    size_t used = 0;
    for (; value > 0x7F; value >>= 7)
        to[used++] = (uint8_t)(value | 0x80);
    to[used++] = (uint8_t)value;
    return used;
}

/* How many fields; 0 when it is no message. */
static unsigned fields_of(struct field fields[FIELDS_MOST], const uint8_t *bytes, size_t length)
{
    unsigned count = 0;
    for (size_t at = 0; at < length && count < FIELDS_MOST; count++) {
        struct field *f = &fields[count];
        uint64_t head, value = 0;
        f->at = at;
        if (!varint(&head, bytes, length, &at) || head >> 3 == 0)
            return 0;
        f->type = (unsigned)(head & 7);
        if (f->type == 2 && !varint(&value, bytes, length, &at))
            return 0;
        f->body = at;
        if (f->type == 0 && !varint(&value, bytes, length, &at))
            return 0;
        size_t more = f->type == 1 ? 8 : f->type == 5 ? 4 : f->type == 2 ? (size_t)value : 0;
        if (f->type == 3 || f->type == 4 || f->type > 5 || value > length + UINT32_MAX ||
            (f->type && more > length - at))
            return 0;
        f->end = at += more;
    }
    return count;
}

/* Puts `length` bytes in the place of those from `from` to `to`; the new length of the whole. */
static size_t replace(uint8_t *bytes, size_t whole, size_t most, size_t from, size_t to,
                      const uint8_t *by, size_t length)
{
    if (whole - (to - from) + length > most)
        return whole;
    memmove(bytes + from + length, bytes + to, whole - to);
    memcpy(bytes + from, by, length);
    return whole - (to - from) + length;
}

/* Mostly small, or at the edge of something. */
static uint64_t any_number(void)
{
    static const uint64_t edges[] = {0,         1,          2,          11,        127,
                                     128,       255,        256,        1024,      4000,
                                     65535,     65536,      UINT32_MAX, INT32_MAX, UINT64_MAX,
                                     INT64_MAX, 1ull << 52, 1ull << 53, 86400000,  1441};
    switch (below(4)) {
    case 0:
        return edges[below(sizeof edges / sizeof *edges)];
    case 1:
        return (uint64_t)below(UINT32_MAX) << below(32);
    default:
        return below(24);
    }
}

static size_t change_message(uint8_t *bytes, size_t length, size_t most, int depth);

/* Changes what a field says. */
static size_t change_field(uint8_t *bytes, size_t length, size_t most, const struct field *f,
                           int depth)
{
    static uint8_t work[DEPTH_MOST][WORK];
    uint8_t *by = work[depth];
    size_t used = f->end - f->body;
    if (used > WORK / 2)
        return length;
    if (f->type == 0) {
        uint64_t now = 0;
        size_t at = f->body;
        if (varint(&now, bytes, length, &at) && below(3) == 0)
            now += below(2) ? 1 : UINT64_MAX;
        else
            now = any_number();
        used = put_varint(by, now);
        return replace(bytes, length, most, f->body, f->end, by, used);
    }
    memcpy(by, bytes + f->body, used);
    if (f->type != 2) {
        LLVMFuzzerMutate(by, used, used);
        return replace(bytes, length, most, f->body, f->end, by, used);
    }
    used = change_message(by, used, WORK / 2, depth + 1);
    /* head and length anew */
    uint8_t head[20];
    uint64_t number;
    size_t at = f->at;
    if (!varint(&number, bytes, length, &at))
        return length;
    size_t heads = put_varint(head, number);
    heads += put_varint(head + heads, used);
    memmove(by + heads, by, used);
    memcpy(by, head, heads);
    return replace(bytes, length, most, f->at, f->end, by, heads + used);
}

/* Changes a message in one place, or whatever bytes these are. */
static size_t change_message(uint8_t *bytes, size_t length, size_t most, int depth)
{
    static struct field all[DEPTH_MOST][FIELDS_MOST];
    static uint8_t work[WORK];
    struct field *fields = all[depth < DEPTH_MOST ? depth : 0];
    unsigned count = depth + 1 < DEPTH_MOST ? fields_of(fields, bytes, length) : 0;
    if (!count || below(12) == 0)
        return LLVMFuzzerMutate(bytes, length, most);
    const struct field *f = &fields[below(count)], *g = &fields[below(count)];
    switch (below(12)) {
    case 0: /* gone */
        return replace(bytes, length, most, f->at, f->end, work, 0);
    case 1: /* said twice, somewhere */
        memcpy(work, bytes + f->at, f->end - f->at);
        return replace(bytes, length, most, g->at, g->at, work, f->end - f->at);
    case 2: /* as another number */
        bytes[f->at] = (uint8_t)((bytes[f->at] & 7) | below(16) << 3);
        return length;
    case 3: { /* one that was not there */
        size_t used = put_varint(work, (uint64_t)(1 + below(30)) << 3);
        used += put_varint(work + used, any_number());
        return replace(bytes, length, most, g->at, g->at, work, used);
    }
    default:
        return change_field(bytes, length, most, f, depth);
    }
}

/* ---- pieces */

static unsigned pieces_of(size_t starts[PIECES_MOST + 1], const uint8_t *bytes, size_t length)
{
    struct piece piece;
    const uint8_t *at = bytes;
    size_t left = length;
    unsigned count = 0;
    while (count < PIECES_MOST && piece_take(&piece, &at, &left))
        starts[count++] = (size_t)(piece.bytes - bytes) - PIECE_HEAD;
    starts[count] = (size_t)(at - bytes);
    return count;
}

/* Changes the bytes of the piece from `from` to `to`. */
static size_t change_piece(uint8_t *bytes, size_t length, size_t most, size_t from, size_t to)
{
    static uint8_t work[WORK];
    size_t used = to - from - PIECE_HEAD;
    size_t room = used + (most - length);
    if (room > PIECE_MOST)
        room = PIECE_MOST;
    if (!room)
        return length;
    memcpy(work, bytes + from, PIECE_HEAD + used);
    used = change_message(work + PIECE_HEAD, used, room, 0);
    work[3] = (uint8_t)used, work[4] = (uint8_t)(used >> 8);
    return replace(bytes, length, most, from, to, work, PIECE_HEAD + used);
}

size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t length, size_t most, unsigned seed)
{
    static uint8_t work[WORK];
    size_t starts[PIECES_MOST + 1];
    state = seed + UINT64_C(0x9E3779B97F4A7C15);
    unsigned count = pieces_of(starts, bytes, length);
    if (!count || below(30) == 0)
        return LLVMFuzzerMutate(bytes, length, most);
    unsigned one = below(count), other = below(count);
    size_t from = starts[one], to = starts[one + 1], before = starts[other];
    switch (below(16)) {
    case 0:
        return count > 1 ? replace(bytes, length, most, from, to, work, 0) : length;
    case 1: /* again, before another */
        memcpy(work, bytes + from, to - from);
        return replace(bytes, length, most, before, before, work, to - from);
    case 2:
        bytes[from] = (uint8_t)below(64);
        return length;
    case 3:
    case 4:
        bytes[from + 1 + below(2)] = (uint8_t)(below(3) ? below(16) : below(256));
        return length;
    default:
        return change_piece(bytes, length, most, from, to);
    }
}
