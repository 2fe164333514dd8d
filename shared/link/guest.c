#include "link/handshake.h"

#include <assert.h>
#include <sodium.h>
#include <string.h>

/* The client's side of admission.h: what it expects next. */
enum stage {
    SPENT, /* nothing any more */
    AWAITS_WELCOME,
    AWAITS_ACCEPT,
    OPEN,
};

static void refuse(struct link_guest *guest, struct link_outcome *outcome, enum link_no no)
{
    link_guest_wipe(guest);
    *outcome = (struct link_outcome){.kind = LINK_REFUSED, .no = no};
}

static enum error begin(struct link_guest *guest, struct link_outcome *first, enum link_by by,
                        struct link_bytes name, struct link_bytes secret,
                        const struct link_random *random)
{
    uint8_t g[LINK_CPACE_POINT], wide[LINK_CPACE_WIDE];

    *first = (struct link_outcome){.kind = LINK_REPLY};
    uint8_t *hello = link_reply(first, LINK_TYPE_HELLO, LINK_HELLO_LENGTH);
    hello[LINK_HELLO_BY] = (uint8_t)by;
    memcpy(hello + LINK_HELLO_NAME, name.at, name.length);
    random->fill(random->context, hello + LINK_HELLO_SID, LINK_CPACE_SID);
    random->fill(random->context, wide, sizeof wide);
    link_cpace_scalar(guest->scalar, wide);
    link_handshake_generator(g, hello, secret);
    enum error e = link_cpace_multiply(hello + LINK_HELLO_YA, guest->scalar, g);
    sodium_memzero(wide, sizeof wide);
    sodium_memzero(g, sizeof g);
    if (e) {
        refuse(guest, first, LINK_NO_BROKEN);
        return e;
    }
    memcpy(guest->hello, hello, LINK_HELLO_LENGTH);
    guest->stage = AWAITS_WELCOME;
    return ERROR_OK;
}

enum error link_guest_code(struct link_guest *guest, struct link_outcome *first,
                           const char code[LINK_CODE_SIZE], const struct link_random *random)
{
    const uint8_t *symbols = (const uint8_t *)code;
    assert(strlen(code) == CODE_LENGTH && link_code_selector(code) >= 0);
    link_guest_wipe(guest);
    if (sodium_init() < 0)
        return ERROR_CRYPTO;
    return begin(guest, first, LINK_BY_CODE, (struct link_bytes){symbols, LINK_SELECTOR_LENGTH},
                 (struct link_bytes){symbols, CODE_LENGTH}, random);
}

enum error link_guest_token(struct link_guest *guest, struct link_outcome *first,
                            const struct link_token *token, const struct link_random *random)
{
    uint8_t hash[SECRET_SIZE];
    link_guest_wipe(guest);
    if (sodium_init() < 0)
        return ERROR_CRYPTO;
    link_token_hash(hash, token);
    enum error e =
        begin(guest, first, LINK_BY_TOKEN, (struct link_bytes){token->id, sizeof token->id},
              (struct link_bytes){hash, sizeof hash}, random);
    sodium_memzero(hash, sizeof hash);
    return e;
}

static void on_refuse(struct link_guest *guest, struct link_outcome *outcome, const uint8_t *bytes)
{
    enum link_no no = bytes[LINK_REFUSE_NO];
    uint32_t wait_s = (uint32_t)bytes[LINK_REFUSE_WAIT] << 8 | bytes[LINK_REFUSE_WAIT + 1];
    refuse(guest, outcome, no > LINK_NO_NONE && no < LINK_NO_COUNT ? no : LINK_NO_BROKEN);
    outcome->wait_s = wait_s;
}

static void on_welcome(struct link_guest *guest, struct link_outcome *outcome, const uint8_t *bytes)
{
    enum error e =
        link_keys_derive(&guest->keys, guest->scalar, bytes + LINK_WELCOME_YB, guest->hello, bytes);
    sodium_memzero(guest->scalar, sizeof guest->scalar);
    if (e) {
        refuse(guest, outcome, LINK_NO_BROKEN);
        return;
    }
    memcpy(guest->workshop_id, bytes + LINK_WELCOME_ID, LINK_WORKSHOP_ID);
    guest->stage = AWAITS_ACCEPT;
    outcome->kind = LINK_REPLY;
    uint8_t *confirm = link_reply(outcome, LINK_TYPE_CONFIRM, LINK_CONFIRM_LENGTH);
    memcpy(confirm + LINK_CONFIRM_TAG, guest->keys.tag_a, LINK_TAG);
}

static void on_accept(struct link_guest *guest, struct link_outcome *outcome, const uint8_t *bytes)
{
    uint8_t tag[LINK_TAG];
    link_keys_accept(tag, &guest->keys, bytes + LINK_ACCEPT_HEADER);
    bool same = sodium_memcmp(tag, bytes + LINK_ACCEPT_TAG, LINK_TAG) == 0;
    sodium_memzero(tag, sizeof tag);
    if (!same ||
        link_stream_follow(&guest->receiving, bytes + LINK_ACCEPT_HEADER, guest->keys.to_guest)) {
        refuse(guest, outcome, LINK_NO_BROKEN);
        return;
    }
    outcome->kind = LINK_ADMITTED;
    uint8_t *start = link_reply(outcome, LINK_TYPE_START, LINK_START_LENGTH);
    link_stream_begin(&guest->sending, start + LINK_START_HEADER, guest->keys.to_door);
    sodium_memzero(&guest->keys, sizeof guest->keys);
    guest->stage = OPEN;
}

void link_guest_receive(struct link_guest *guest, struct link_outcome *outcome, uint8_t *plain,
                        const uint8_t *bytes, size_t length)
{
    *outcome = (struct link_outcome){.kind = LINK_NOTHING};
    /* A refusal keeps its form in every version, so that an older program can understand it. */
    bool refused = length == LINK_REFUSE_LENGTH && bytes[0] == LINK_TYPE_REFUSE;

    if ((guest->stage == AWAITS_WELCOME || guest->stage == AWAITS_ACCEPT) && refused)
        on_refuse(guest, outcome, bytes);
    else if (guest->stage == AWAITS_WELCOME &&
             link_is(bytes, length, LINK_TYPE_WELCOME, LINK_WELCOME_LENGTH))
        on_welcome(guest, outcome, bytes);
    else if (guest->stage == AWAITS_ACCEPT &&
             link_is(bytes, length, LINK_TYPE_ACCEPT, LINK_ACCEPT_LENGTH))
        on_accept(guest, outcome, bytes);
    else if (guest->stage == OPEN &&
             !link_stream_open(plain, &outcome->plain_length, &guest->receiving, bytes, length))
        outcome->kind = LINK_PLAIN;
    else
        refuse(guest, outcome, LINK_NO_BROKEN);
}

enum error link_guest_seal(uint8_t *sealed, size_t *sealed_length, struct link_guest *guest,
                           const uint8_t *plain, size_t length)
{
    assert(guest->stage == OPEN);
    return link_stream_seal(sealed, sealed_length, &guest->sending, plain, length);
}

void link_guest_wipe(struct link_guest *guest)
{
    sodium_memzero(guest, sizeof *guest);
}
