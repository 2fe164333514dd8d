#include "link/handshake.h"

#include <assert.h>
#include <sodium.h>
#include <string.h>

static_assert((int)LINK_HELLO_LENGTH <= (int)LINK_REPLY_MAX, "the longest handshake message fits");
static_assert((int)LINK_ACCEPT_LENGTH <= (int)LINK_REPLY_MAX, "accept fits");
static_assert(LINK_TAG == crypto_generichash_BYTES && LINK_STREAM_KEY == 32, "one size of key");
static_assert(LINK_CPACE_KEY <= crypto_generichash_KEYBYTES_MAX, "CPace's key can key BLAKE2b");

uint8_t *link_reply(struct link_outcome *outcome, enum link_type type, size_t length)
{
    assert(length >= 2 && length <= sizeof outcome->reply);
    memset(outcome->reply, 0, sizeof outcome->reply);
    outcome->reply[0] = (uint8_t)type;
    outcome->reply[1] = LINK_VERSION;
    outcome->reply_length = length;
    return outcome->reply;
}

bool link_is(const uint8_t *bytes, size_t length, enum link_type type, size_t expected)
{
    return length == expected && bytes[0] == (uint8_t)type && bytes[1] == LINK_VERSION;
}

size_t link_secret_length(enum link_by by)
{
    return by == LINK_BY_CODE ? CODE_LENGTH : SECRET_SIZE;
}

void link_handshake_generator(uint8_t g[LINK_CPACE_POINT], const uint8_t hello[LINK_HELLO_LENGTH],
                              struct link_bytes secret)
{
    static const char protocol[] = "plenary/1"; /* goes with LINK_VERSION */
    uint8_t ci[sizeof protocol - 1 + 1 + LINK_NAME];
    memcpy(ci, protocol, sizeof protocol - 1);
    memcpy(ci + sizeof protocol - 1, hello + LINK_HELLO_BY, 1 + LINK_NAME);
    link_cpace_generator(g, secret, (struct link_bytes){ci, sizeof ci},
                         (struct link_bytes){hello + LINK_HELLO_SID, LINK_CPACE_SID});
}

/* One key per purpose, each bound to the whole of both opening messages. */
static void derive(uint8_t key[32], const uint8_t isk[LINK_CPACE_KEY], const char *purpose,
                   const uint8_t *hello, const uint8_t *welcome)
{
    crypto_generichash_state state;
    crypto_generichash_init(&state, isk, LINK_CPACE_KEY, 32);
    crypto_generichash_update(&state, hello, LINK_HELLO_LENGTH);
    crypto_generichash_update(&state, welcome, LINK_WELCOME_LENGTH);
    crypto_generichash_update(&state, (const uint8_t *)purpose, strlen(purpose));
    crypto_generichash_final(&state, key, 32);
    sodium_memzero(&state, sizeof state);
}

enum error link_keys_derive(struct link_keys *keys, const uint8_t y[LINK_CPACE_SCALAR],
                            const uint8_t theirs[LINK_CPACE_POINT],
                            const uint8_t hello[LINK_HELLO_LENGTH],
                            const uint8_t welcome[LINK_WELCOME_LENGTH])
{
    uint8_t k[LINK_CPACE_POINT];
    uint8_t isk[LINK_CPACE_KEY];
    enum error e = link_cpace_multiply(k, y, theirs);
    if (e)
        return e;
    link_cpace_key(isk, (struct link_bytes){hello + LINK_HELLO_SID, LINK_CPACE_SID}, k,
                   hello + LINK_HELLO_YA, (struct link_bytes){hello, LINK_HELLO_SID},
                   welcome + LINK_WELCOME_YB, (struct link_bytes){welcome, LINK_WELCOME_YB});
    derive(keys->tag_a, isk, "plenary confirm", hello, welcome);
    derive(keys->tag_b, isk, "plenary accept", hello, welcome);
    derive(keys->to_door, isk, "plenary to kiosk", hello, welcome);
    derive(keys->to_guest, isk, "plenary to client", hello, welcome);
    sodium_memzero(k, sizeof k);
    sodium_memzero(isk, sizeof isk);
    return ERROR_OK;
}

void link_keys_accept(uint8_t tag[LINK_TAG], const struct link_keys *keys,
                      const uint8_t header[LINK_STREAM_HEADER])
{
    crypto_generichash(tag, LINK_TAG, header, LINK_STREAM_HEADER, keys->tag_b, sizeof keys->tag_b);
}
