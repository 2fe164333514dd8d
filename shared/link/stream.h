#ifndef PLENARY_LINK_STREAM_H
#define PLENARY_LINK_STREAM_H

/* One direction of an admitted connection: libsodium's secretstream_xchacha20poly1305. Messages
 * must be opened in the order they were sealed, each once and whole: anything altered, cut, left
 * out, repeated or out of turn fails to open, and after a failure the connection is to be ended. */

#include <sodium.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "link/link.h"

enum {
    LINK_STREAM_KEY = crypto_secretstream_xchacha20poly1305_KEYBYTES,
    LINK_STREAM_HEADER = crypto_secretstream_xchacha20poly1305_HEADERBYTES,
    LINK_STREAM_EXTRA = 1 + crypto_secretstream_xchacha20poly1305_ABYTES,
    LINK_PLAIN_MAX = LINK_MESSAGE_MAX - LINK_STREAM_EXTRA,
};

struct link_stream {
    crypto_secretstream_xchacha20poly1305_state state;
};

/* The sending end draws a header, which the receiving end needs before the first message. */
void link_stream_begin(struct link_stream *stream, uint8_t header[LINK_STREAM_HEADER],
                       const uint8_t key[LINK_STREAM_KEY]);
CHECKED enum error link_stream_follow(struct link_stream *stream,
                                      const uint8_t header[LINK_STREAM_HEADER],
                                      const uint8_t key[LINK_STREAM_KEY]);

/* Seals `length` bytes (at most LINK_PLAIN_MAX, else ERROR_RANGE) into `sealed`, which has room for
 * length + LINK_STREAM_EXTRA; `*sealed_length` is set to exactly that. */
CHECKED enum error link_stream_seal(uint8_t *sealed, size_t *sealed_length,
                                    struct link_stream *stream, const uint8_t *plain,
                                    size_t length);

/* Opens one message into `plain`, which has room for `length` bytes. ERROR_CRYPTO when it is not
 * the very next message of this stream. */
CHECKED enum error link_stream_open(uint8_t *plain, size_t *plain_length,
                                    struct link_stream *stream, const uint8_t *sealed,
                                    size_t length);

#endif
