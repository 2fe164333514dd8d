#include "fuzz/pieces.h"

#include "fuzz/fuzz.h"

#include <assert.h>
#include <string.h>

bool piece_take(struct piece *piece, const uint8_t **bytes, size_t *length)
{
    if (*length < PIECE_HEAD)
        return false;
    const uint8_t *at = *bytes;
    size_t said = at[3] | (size_t)at[4] << 8, left = *length - PIECE_HEAD;
    *piece = (struct piece){at[0], at[1], at[2], at + PIECE_HEAD, said < left ? said : left};
    *bytes += PIECE_HEAD + piece->length;
    *length -= PIECE_HEAD + piece->length;
    return true;
}

void piece_put(struct pieces *pieces, struct piece piece)
{
    assert(piece.length <= PIECE_MOST);
    if (pieces->length + PIECE_HEAD + piece.length > sizeof pieces->bytes)
        return;
    uint8_t *at = pieces->bytes + pieces->length;
    at[0] = piece.kind, at[1] = piece.a, at[2] = piece.b;
    at[3] = (uint8_t)piece.length, at[4] = (uint8_t)(piece.length >> 8);
    if (piece.length)
        memcpy(at + PIECE_HEAD, piece.bytes, piece.length);
    pieces->length += PIECE_HEAD + piece.length;
}

void pieces_seed(struct pieces *pieces)
{
    if (pieces->length)
        fuzz_seed(pieces->bytes, pieces->length);
    pieces->length = 0;
}
