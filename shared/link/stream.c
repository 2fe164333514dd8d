#include "link/stream.h"

#include <assert.h>

#include "link/handshake.h"

void link_stream_begin(struct link_stream *stream, uint8_t header[LINK_STREAM_HEADER],
                       const uint8_t key[LINK_STREAM_KEY])
{
    int done = crypto_secretstream_xchacha20poly1305_init_push(&stream->state, header, key);
    assert(done == 0); /* it has no way to fail */
}

enum error link_stream_follow(struct link_stream *stream, const uint8_t header[LINK_STREAM_HEADER],
                              const uint8_t key[LINK_STREAM_KEY])
{
    int done = crypto_secretstream_xchacha20poly1305_init_pull(&stream->state, header, key);
    return done == 0 ? ERROR_OK : ERROR_CRYPTO;
}

enum error link_stream_seal(uint8_t *sealed, size_t *sealed_length, struct link_stream *stream,
                            const uint8_t *plain, size_t length)
{
    if (length > LINK_PLAIN_MAX)
        return ERROR_RANGE;
    sealed[0] = LINK_TYPE_SEALED;
    int done = crypto_secretstream_xchacha20poly1305_push(
        &stream->state, sealed + 1, NULL, plain, length, sealed, 1,
        crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
    *sealed_length = length + LINK_STREAM_EXTRA;
    return done == 0 ? ERROR_OK : ERROR_CRYPTO;
}

enum error link_stream_open(uint8_t *plain, size_t *plain_length, struct link_stream *stream,
                            const uint8_t *sealed, size_t length)
{
    unsigned char tag;
    if (length < LINK_STREAM_EXTRA || length > LINK_MESSAGE_MAX || sealed[0] != LINK_TYPE_SEALED)
        return ERROR_CRYPTO;
    int done = crypto_secretstream_xchacha20poly1305_pull(&stream->state, plain, NULL, &tag,
                                                          sealed + 1, length - 1, sealed, 1);
    if (done != 0 || tag != crypto_secretstream_xchacha20poly1305_TAG_MESSAGE)
        return ERROR_CRYPTO;
    *plain_length = length - LINK_STREAM_EXTRA;
    return ERROR_OK;
}
