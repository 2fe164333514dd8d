#include "link/handshake.h"

#include <assert.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>

/* The kiosk's side of admission.h: what it expects next. */
enum stage {
    CLOSED, /* nothing any more */
    AWAITS_HELLO,
    AWAITS_CONFIRM,
    AWAITS_START, /* admitted: may send already */
    OPEN,
};

enum {
    BUSY_WAIT_S = 1,
};

static void refuse(struct link_door *door, struct link_outcome *outcome, struct link_house *house,
                   enum link_no no, uint32_t wait_s)
{
    link_door_close(door, house);
    outcome->kind = LINK_REFUSED;
    outcome->no = no;
    outcome->wait_s = wait_s > UINT16_MAX ? UINT16_MAX : wait_s;
    uint8_t *reply = link_reply(outcome, LINK_TYPE_REFUSE, LINK_REFUSE_LENGTH);
    reply[LINK_REFUSE_NO] = (uint8_t)no;
    reply[LINK_REFUSE_WAIT] = (uint8_t)(outcome->wait_s >> 8);
    reply[LINK_REFUSE_WAIT + 1] = (uint8_t)outcome->wait_s;
}

enum error link_door_open(struct link_door *door, struct link_outcome *outcome,
                          struct link_house *house, const char *address, uint64_t now_ms)
{
    if (sodium_init() < 0)
        return ERROR_CRYPTO;
    sodium_memzero(door, sizeof *door);
    *outcome = (struct link_outcome){.kind = LINK_NOTHING};
    snprintf(door->address, sizeof door->address, "%s", address);
    door->opened_ms = now_ms;
    door->number = link_guard_enter(&house->guard, door->address, now_ms);
    if (door->number)
        door->stage = AWAITS_HELLO;
    else
        refuse(door, outcome, house, LINK_NO_BUSY, BUSY_WAIT_S);
    return ERROR_OK;
}

/* A code's row in the guard's tables; -1 for tokens, whose 32 bytes nobody guesses. */
static int selector_of(const struct link_door *door)
{
    return door->by == LINK_BY_CODE ? link_code_selector((const char *)door->name) : -1;
}

/* Anything that may be told without looking at the secret. */
static enum link_no check_limits(const struct link_door *door, const struct link_house *house,
                                 uint64_t now_ms, uint32_t *wait_s)
{
    int selector = selector_of(door);
    if (door->by == LINK_BY_TOKEN)
        return LINK_NO_NONE;
    if (link_guard_spent(&house->guard, selector))
        return LINK_NO_RETIRED;
    *wait_s = link_guard_wait(&house->guard, door->address, selector, now_ms);
    if (*wait_s)
        return LINK_NO_WAIT;
    return house->full ? LINK_NO_FULL : LINK_NO_NONE;
}

static bool take_name(struct link_door *door, const uint8_t *hello)
{
    static const uint8_t zeros[LINK_NAME];
    memcpy(door->name, hello + LINK_HELLO_NAME, LINK_NAME);
    door->by = hello[LINK_HELLO_BY];
    if (door->by == LINK_BY_TOKEN)
        return true;
    return door->by == LINK_BY_CODE && selector_of(door) >= 0 &&
           memcmp(door->name + LINK_SELECTOR_LENGTH, zeros, LINK_NAME - LINK_SELECTOR_LENGTH) == 0;
}

/* Draws the kiosk's scalar and derives both ends' keys; `welcome` gets Yb. */
static enum error exchange(struct link_door *door, const struct link_house *house,
                           const uint8_t *hello, uint8_t *welcome, const uint8_t *secret)
{
    uint8_t g[LINK_CPACE_POINT], wide[LINK_CPACE_WIDE], y[LINK_CPACE_SCALAR];
    house->random.fill(house->random.context, wide, sizeof wide);
    link_cpace_scalar(y, wide);
    link_handshake_generator(g, hello, (struct link_bytes){secret, link_secret_length(door->by)});
    enum error e = link_cpace_multiply(welcome + LINK_WELCOME_YB, y, g);
    if (!e)
        e = link_keys_derive(&door->keys, y, hello + LINK_HELLO_YA, hello, welcome);
    sodium_memzero(g, sizeof g);
    sodium_memzero(wide, sizeof wide);
    sodium_memzero(y, sizeof y);
    return e;
}

static void on_hello(struct link_door *door, struct link_outcome *outcome, struct link_house *house,
                     const uint8_t *hello, uint64_t now_ms)
{
    struct link_secret secret;
    uint32_t wait_s = 0;

    if (!take_name(door, hello)) {
        refuse(door, outcome, house, LINK_NO_BROKEN, 0);
        return;
    }
    enum link_no no = check_limits(door, house, now_ms, &wait_s);
    if (no) {
        refuse(door, outcome, house, no, wait_s);
        return;
    }
    /* An unknown name goes the same way, with a secret nobody has. */
    memset(&secret, 0, sizeof secret);
    house->random.fill(house->random.context, secret.bytes, sizeof secret.bytes);
    enum link_found found = house->find(house->context, door->by, door->name, &secret);
    if (found == LINK_RETIRED) {
        sodium_memzero(&secret, sizeof secret);
        refuse(door, outcome, house, LINK_NO_RETIRED, 0);
        return;
    }
    door->known = found == LINK_KNOWN;
    door->id = secret.id;

    uint8_t *welcome = link_reply(outcome, LINK_TYPE_WELCOME, LINK_WELCOME_LENGTH);
    memcpy(welcome + LINK_WELCOME_ID, house->workshop_id, LINK_WORKSHOP_ID);
    enum error e = exchange(door, house, hello, welcome, secret.bytes);
    sodium_memzero(&secret, sizeof secret);
    if (e) {
        refuse(door, outcome, house, LINK_NO_BROKEN, 0);
        return;
    }
    outcome->kind = LINK_REPLY;
    door->stage = AWAITS_CONFIRM;
}

/* Between hello and confirm a code may have been replaced or a seat removed. */
static bool still_stands(const struct link_door *door, const struct link_house *house)
{
    struct link_secret secret;
    memset(&secret, 0, sizeof secret);
    bool known = house->find(house->context, door->by, door->name, &secret) == LINK_KNOWN;
    bool same = known && secret.id == door->id;
    sodium_memzero(&secret, sizeof secret);
    return same;
}

static void on_confirm(struct link_door *door, struct link_outcome *outcome,
                       struct link_house *house, const uint8_t *confirm, uint64_t now_ms)
{
    /* Limits again: many hellos may have been answered before the first of their guesses failed. */
    uint32_t wait_s = 0;
    enum link_no no = check_limits(door, house, now_ms, &wait_s);
    if (no) {
        refuse(door, outcome, house, no, wait_s);
        return;
    }
    bool right = sodium_memcmp(confirm + LINK_CONFIRM_TAG, door->keys.tag_a, LINK_TAG) == 0;
    if (!right && door->by == LINK_BY_CODE) {
        bool last = link_guard_failed(&house->guard, door->address, selector_of(door), now_ms);
        outcome->retire = last && door->known;
        outcome->id = door->id;
    }
    if (!right || !still_stands(door, house)) {
        refuse(door, outcome, house, LINK_NO_WRONG, 0);
        return;
    }
    outcome->kind = LINK_ADMITTED;
    outcome->id = door->id;
    uint8_t *accept = link_reply(outcome, LINK_TYPE_ACCEPT, LINK_ACCEPT_LENGTH);
    link_stream_begin(&door->sending, accept + LINK_ACCEPT_HEADER, door->keys.to_guest);
    link_keys_accept(accept + LINK_ACCEPT_TAG, &door->keys, accept + LINK_ACCEPT_HEADER);
    sodium_memzero(door->keys.tag_a, sizeof door->keys.tag_a);
    sodium_memzero(door->keys.tag_b, sizeof door->keys.tag_b);
    sodium_memzero(door->keys.to_guest, sizeof door->keys.to_guest);
    link_guard_leave(&house->guard, door->number);
    door->number = 0;
    door->stage = AWAITS_START;
}

static void on_start(struct link_door *door, struct link_outcome *outcome, struct link_house *house,
                     const uint8_t *start)
{
    enum error e =
        link_stream_follow(&door->receiving, start + LINK_START_HEADER, door->keys.to_door);
    sodium_memzero(&door->keys, sizeof door->keys);
    door->stage = OPEN;
    if (e)
        refuse(door, outcome, house, LINK_NO_BROKEN, 0);
}

/* A hello keeps its first two bytes in every version. Gives why it is not to be read further. */
static enum link_no judge_hello(const struct link_door *door, struct link_house *house,
                                const uint8_t *bytes, size_t length, uint64_t now_ms)
{
    if (length < 2 || bytes[0] != LINK_TYPE_HELLO)
        return LINK_NO_BROKEN;
    if (bytes[1] != LINK_VERSION)
        return bytes[1] < LINK_VERSION ? LINK_NO_OLDER : LINK_NO_NEWER;
    if (length != LINK_HELLO_LENGTH)
        return LINK_NO_BROKEN;
    return link_guard_hello(&house->guard, door->address, now_ms) ? LINK_NO_NONE : LINK_NO_BUSY;
}

void link_door_receive(struct link_door *door, struct link_outcome *outcome, uint8_t *plain,
                       struct link_house *house, const uint8_t *bytes, size_t length,
                       uint64_t now_ms)
{
    *outcome = (struct link_outcome){.kind = LINK_NOTHING};
    if (link_door_late(door, now_ms)) {
        refuse(door, outcome, house, LINK_NO_BUSY, BUSY_WAIT_S);
    } else if (door->stage == AWAITS_HELLO) {
        enum link_no no = judge_hello(door, house, bytes, length, now_ms);
        if (no)
            refuse(door, outcome, house, no, no == LINK_NO_BUSY ? BUSY_WAIT_S : 0);
        else
            on_hello(door, outcome, house, bytes, now_ms);
    } else if (door->stage == AWAITS_CONFIRM &&
               link_is(bytes, length, LINK_TYPE_CONFIRM, LINK_CONFIRM_LENGTH)) {
        on_confirm(door, outcome, house, bytes, now_ms);
    } else if (door->stage == AWAITS_START &&
               link_is(bytes, length, LINK_TYPE_START, LINK_START_LENGTH)) {
        on_start(door, outcome, house, bytes);
    } else if (door->stage == OPEN &&
               !link_stream_open(plain, &outcome->plain_length, &door->receiving, bytes, length)) {
        outcome->kind = LINK_PLAIN;
    } else {
        refuse(door, outcome, house, LINK_NO_BROKEN, 0);
    }
}

bool link_door_late(const struct link_door *door, uint64_t now_ms)
{
    return (door->stage == AWAITS_HELLO || door->stage == AWAITS_CONFIRM) &&
           now_ms - door->opened_ms >= LINK_OPEN_MS;
}

bool link_door_admitted(const struct link_door *door)
{
    return door->stage == AWAITS_START || door->stage == OPEN;
}

enum error link_door_seal(uint8_t *sealed, size_t *sealed_length, struct link_door *door,
                          const uint8_t *plain, size_t length)
{
    assert(link_door_admitted(door));
    return link_stream_seal(sealed, sealed_length, &door->sending, plain, length);
}

void link_door_close(struct link_door *door, struct link_house *house)
{
    if (door->number)
        link_guard_leave(&house->guard, door->number);
    sodium_memzero(door, sizeof *door);
}
