#include "link/token.h"

#include <assert.h>
#include <sodium.h>

static_assert(SECRET_SIZE == crypto_generichash_BYTES, "a token's hash fills a secret");

void link_token_make(struct link_token *token, const struct link_random *random)
{
    random->fill(random->context, token->id, sizeof token->id);
    random->fill(random->context, token->secret, sizeof token->secret);
}

void link_token_hash(uint8_t hash[SECRET_SIZE], const struct link_token *token)
{
    crypto_generichash_state state;
    crypto_generichash_init(&state, NULL, 0, SECRET_SIZE);
    crypto_generichash_update(&state, token->id, sizeof token->id);
    crypto_generichash_update(&state, token->secret, sizeof token->secret);
    crypto_generichash_final(&state, hash, SECRET_SIZE);
    link_wipe(&state, sizeof state);
}

void link_wipe(void *secret, size_t length)
{
    sodium_memzero(secret, length);
}
