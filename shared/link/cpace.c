#include "link/cpace.h"

#include <assert.h>
#include <sodium.h>

#define DSI "CPaceRistretto255"

enum {
    HASH_BLOCK = 128, /* of SHA-512 */
};

static struct link_bytes text_bytes(const char *text, size_t length)
{
    return (struct link_bytes){.at = (const uint8_t *)text, .length = length};
}

/* LEB128: seven bits a byte, low ones first, the top bit says that more follow. */
static size_t write_length(uint8_t to[10], size_t length)
{
    size_t n = 0;
    do {
        to[n] = (uint8_t)(length & 0x7f);
        length >>= 7;
        if (length)
            to[n] |= 0x80;
        n++;
    } while (length);
    return n;
}

static void hash_bytes(crypto_hash_sha512_state *state, struct link_bytes bytes)
{
    if (bytes.length)
        crypto_hash_sha512_update(state, bytes.at, bytes.length);
}

/* The draft's lv(): length, then the bytes. Gives how many that was. */
static size_t hash_lv(crypto_hash_sha512_state *state, struct link_bytes bytes)
{
    uint8_t length[10];
    size_t n = write_length(length, bytes.length);
    crypto_hash_sha512_update(state, length, n);
    hash_bytes(state, bytes);
    return n + bytes.length;
}

void link_cpace_generator(uint8_t g[LINK_CPACE_POINT], struct link_bytes prs, struct link_bytes ci,
                          struct link_bytes sid)
{
    static const uint8_t zeros[HASH_BLOCK];
    crypto_hash_sha512_state state;
    uint8_t hash[crypto_hash_sha512_BYTES];

    crypto_hash_sha512_init(&state);
    size_t head = hash_lv(&state, text_bytes(DSI, sizeof DSI - 1)) + hash_lv(&state, prs);
    /* Zeros fill the first block, so that the secret is hashed in a block of its own. */
    size_t fill = head + 1 < HASH_BLOCK ? HASH_BLOCK - 1 - head : 0;
    hash_lv(&state, (struct link_bytes){zeros, fill});
    hash_lv(&state, ci);
    hash_lv(&state, sid);
    crypto_hash_sha512_final(&state, hash);
    int done = crypto_core_ristretto255_from_hash(g, hash);
    assert(done == 0); /* every 64 bytes map to a point */
    sodium_memzero(&state, sizeof state);
    sodium_memzero(hash, sizeof hash);
}

void link_cpace_scalar(uint8_t y[LINK_CPACE_SCALAR], const uint8_t wide[LINK_CPACE_WIDE])
{
    crypto_core_ristretto255_scalar_reduce(y, wide);
}

enum error link_cpace_multiply(uint8_t share[LINK_CPACE_POINT], const uint8_t y[LINK_CPACE_SCALAR],
                               const uint8_t point[LINK_CPACE_POINT])
{
    /* libsodium fails for an encoding that is no point and for the identity as the result. */
    return crypto_scalarmult_ristretto255(share, y, point) == 0 ? ERROR_OK : ERROR_CRYPTO;
}

void link_cpace_key(uint8_t isk[LINK_CPACE_KEY], struct link_bytes sid,
                    const uint8_t k[LINK_CPACE_POINT], const uint8_t ya[LINK_CPACE_POINT],
                    struct link_bytes ada, const uint8_t yb[LINK_CPACE_POINT],
                    struct link_bytes adb)
{
    crypto_hash_sha512_state state;
    crypto_hash_sha512_init(&state);
    hash_lv(&state, text_bytes(DSI "_ISK", sizeof DSI "_ISK" - 1));
    hash_lv(&state, sid);
    hash_lv(&state, (struct link_bytes){k, LINK_CPACE_POINT});
    hash_lv(&state, (struct link_bytes){ya, LINK_CPACE_POINT});
    hash_lv(&state, ada);
    hash_lv(&state, (struct link_bytes){yb, LINK_CPACE_POINT});
    hash_lv(&state, adb);
    crypto_hash_sha512_final(&state, isk);
    sodium_memzero(&state, sizeof state);
}
