/* The handshake, both its sides, and what follows it: every message may be cut, changed, doubled or
 * made up before it arrives. A piece is a step of one of three connections: `a` says which and who
 * has knocked, by code, by token or not knowing either. What is not changed must get through: a
 * connection that nothing was done to ends admitted. */

#include "fuzz/fuzz.h"
#include "fuzz/pieces.h"
#include "link/admission.h"
#include "link/link.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { CONNECTIONS = 3, CODE_ID = 7, TOKEN_ID = 9 };

enum kind {
    GO_ON,   /* deliver what waits, as it is */
    CHANGE,  /* the same, the bytes xored in from `b` on */
    CUT,     /* the same, `b` bytes short */
    MAKE_UP, /* to the door: these bytes instead */
    ANSWER,  /* to the guest: these bytes instead */
    SEAL,    /* to the door, sealed, where the guest may seal */
    HANG_UP, /* and knock again, `b` saying as whom */
    WAIT,    /* `b` times 100 ms */
    KINDS
};

static const char code[LINK_CODE_SIZE] = "KTRM7XPD", wrong[LINK_CODE_SIZE] = "KTRM7XPE";
static struct link_token token;

struct connection {
    bool spoilt; /* something was done to it: it need not come to an end */
    bool wrong;  /* it must not be let in: another code, or a message that was changed */
    bool to_door;
    struct link_door door;
    struct link_guest guest;
    size_t length; /* of what waits; 0: nothing */
    uint8_t waiting[LINK_REPLY_MAX];
};

static struct link_house house;
static struct connection connections[CONNECTIONS];
static uint64_t now_ms, seed;

static void fill(void *context, uint8_t *to, size_t length)
{
    (void)context;
    for (size_t i = 0; i < length; i++) {
        seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407u;
        to[i] = (uint8_t)(seed >> 56);
    }
}

static enum link_found find(void *context, enum link_by by, const uint8_t name[LINK_NAME],
                            struct link_secret *secret)
{
    (void)context;
    bool is_token = by == LINK_BY_TOKEN && memcmp(name, token.id, LINK_NAME) == 0;
    if (is_token)
        link_token_hash(secret->bytes, &token);
    else if (by == LINK_BY_CODE && memcmp(name, "AA", 2) == 0)
        return LINK_RETIRED;
    else if (by != LINK_BY_CODE || memcmp(name, code, LINK_SELECTOR_LENGTH) != 0)
        return LINK_UNKNOWN;
    else
        memcpy(secret->bytes, code, CODE_LENGTH);
    secret->id = is_token ? TOKEN_ID : CODE_ID;
    return LINK_KNOWN;
}

void fuzz_begin(void)
{
    const struct link_random random = {fill, NULL};
    link_token_make(&token, &random);
}

static void wait_for(struct connection *c, const struct link_outcome *outcome, bool to_door)
{
    assert(outcome->reply_length <= sizeof c->waiting);
    c->length = outcome->reply_length;
    c->to_door = to_door;
    memcpy(c->waiting, outcome->reply, c->length);
}

static void knock(struct connection *c, unsigned as)
{
    struct link_outcome outcome;
    enum error e = link_door_open(&c->door, &outcome, &house, "10.0.0.2", now_ms);
    assert(e == ERROR_OK && outcome.kind != LINK_ADMITTED);
    c->wrong = as % 3 == 1;
    c->spoilt = c->wrong || outcome.kind == LINK_REFUSED;
    e = as % 3 == 2 ? link_guest_token(&c->guest, &outcome, &token, &house.random)
                    : link_guest_code(&c->guest, &outcome, as % 3 ? wrong : code, &house.random);
    assert(e == ERROR_OK);
    wait_for(c, &outcome, true);
}

static void to_door(struct connection *c, const uint8_t *bytes, size_t length)
{
    struct link_outcome outcome;
    uint8_t *plain = malloc(length + 1);
    bool was_in = link_door_admitted(&c->door);
    link_door_receive(&c->door, &outcome, plain, &house, bytes, length, now_ms);
    assert(outcome.plain_length <= length);
    if (outcome.kind == LINK_ADMITTED) {
        assert(!was_in && !c->wrong);
        assert(outcome.id == CODE_ID || outcome.id == TOKEN_ID);
    }
    if (outcome.kind == LINK_REFUSED)
        c->spoilt = true;
    assert(outcome.kind != LINK_PLAIN || was_in);
    if (outcome.reply_length)
        wait_for(c, &outcome, false);
    free(plain);
}

static void to_guest(struct connection *c, const uint8_t *bytes, size_t length, bool made_up)
{
    struct link_outcome outcome;
    uint8_t *plain = malloc(length + 1);
    link_guest_receive(&c->guest, &outcome, plain, bytes, length);
    assert(outcome.plain_length <= length);
    assert(outcome.kind != LINK_ADMITTED || link_door_admitted(&c->door));
    c->wrong |= made_up && outcome.reply_length;
    if (outcome.reply_length)
        wait_for(c, &outcome, true);
    free(plain);
}

/* Hands over what waits in memory of just its size, so that reading past it shows. */
static void deliver(struct connection *c, const struct piece *piece, size_t short_by)
{
    size_t length = c->length > short_by ? c->length - short_by : 0;
    if (!length)
        return;
    uint8_t *bytes = malloc(length);
    memcpy(bytes, c->waiting, length);
    for (size_t i = 0; piece->kind % KINDS == CHANGE && i < piece->length; i++)
        bytes[(piece->b + i) % length] ^= piece->bytes[i];
    bool changed = length < c->length || memcmp(bytes, c->waiting, length) != 0;
    bool before = !link_door_admitted(&c->door);
    c->spoilt |= changed;
    c->wrong |= changed && before;
    c->length = 0;
    if (c->to_door)
        to_door(c, bytes, length);
    else
        to_guest(c, bytes, length, changed);
    free(bytes);
}

static void step(struct connection *c, const struct piece *piece)
{
    uint8_t sealed[512 + LINK_STREAM_EXTRA];
    size_t length = piece->length < 512 ? piece->length : 512;
    switch ((enum kind)(piece->kind % KINDS)) {
    case GO_ON:
    case CHANGE:
        deliver(c, piece, 0);
        break;
    case CUT:
        deliver(c, piece, piece->b);
        break;
    case MAKE_UP:
        if (!piece->length)
            break;
        c->spoilt = c->wrong = true;
        to_door(c, piece->bytes, piece->length);
        break;
    case ANSWER:
        if (!piece->length)
            break;
        c->spoilt = true;
        to_guest(c, piece->bytes, piece->length, true);
        break;
    case SEAL:
        if (link_door_admitted(&c->door) && !c->length && !c->spoilt && length &&
            link_guest_seal(sealed, &length, &c->guest, piece->bytes, length) == ERROR_OK)
            to_door(c, sealed, length);
        break;
    case HANG_UP:
        link_door_close(&c->door, &house);
        link_guest_wipe(&c->guest);
        knock(c, piece->b);
        break;
    case WAIT:
        now_ms += piece->b * 100U;
        if (link_door_late(&c->door, now_ms)) {
            link_door_close(&c->door, &house);
            c->spoilt = true;
        }
        break;
    case KINDS:
        break;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct piece piece;
    const struct piece nothing = {.kind = GO_ON};
    memset(&house, 0, sizeof house);
    memset(connections, 0, sizeof connections);
    memset(house.workshop_id, 0xAB, sizeof house.workshop_id);
    house.random = (struct link_random){fill, NULL};
    house.find = find;
    now_ms = 1000, seed = 42;
    for (unsigned i = 0; i < CONNECTIONS; i++)
        knock(&connections[i], i);
    for (unsigned n = 0; n < PIECES_MOST && piece_take(&piece, &bytes, &length); n++)
        step(&connections[piece.a % CONNECTIONS], &piece);
    for (unsigned i = 0; i < CONNECTIONS; i++) {
        struct connection *c = &connections[i];
        for (unsigned k = 0; k < 6 && !c->spoilt; k++)
            deliver(c, &nothing, 0);
        assert(c->spoilt || link_door_admitted(&c->door));
        link_door_close(&c->door, &house);
        link_guest_wipe(&c->guest);
    }
    return 0;
}

void fuzz_seeds(void)
{
    static struct pieces pieces;
    static const uint8_t bytes[] = {1, 1, 1, 'K', 'T', 0, 0, 0, 0, 0, 0, 7, 8, 9};
    for (uint8_t kind = 0; kind < KINDS; kind++)
        for (uint8_t after = 0; after < 5; after++) {
            for (uint8_t i = 0; i < after; i++)
                piece_put(&pieces, (struct piece){.kind = GO_ON, .a = kind % CONNECTIONS});
            piece_put(&pieces,
                      (struct piece){kind, kind % CONNECTIONS, after, bytes, sizeof bytes});
            piece_put(&pieces, (struct piece){SEAL, kind % CONNECTIONS, 0, bytes, sizeof bytes});
            pieces_seed(&pieces);
        }
}
