#ifndef PLENARY_TESTS_FUZZ_PIECES_H
#define PLENARY_TESTS_FUZZ_PIECES_H

/* An input that is a sequence: of messages, records, keys pressed. Each piece has a kind, two
 * numbers that the target makes something of, and bytes. Every input whatever is such a sequence: a
 * length that is too long means what is left. Targets made of pieces link mutate.c, which changes
 * one piece and leaves the others whole, and where a piece's bytes are a protobuf message, one of
 * its fields, however deep, setting the lengths around it right again. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { PIECE_HEAD = 5, PIECE_MOST = UINT16_MAX, PIECES_MOST = 64 };

struct piece {
    uint8_t kind, a, b;
    const uint8_t *bytes;
    size_t length;
};

/* Takes the next piece off what is left; false when nothing is. */
bool piece_take(struct piece *piece, const uint8_t **bytes, size_t *length);

/* A sequence being written, for seeds. */
struct pieces {
    size_t length;
    uint8_t bytes[1 << 18];
};

/* What does not fit any more is left out. */
void piece_put(struct pieces *pieces, struct piece piece);

/* Gives it as a seed, where there is anything, and empties it. */
void pieces_seed(struct pieces *pieces);

#endif
