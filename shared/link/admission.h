#ifndef PLENARY_LINK_ADMISSION_H
#define PLENARY_LINK_ADMISSION_H

/* From a typed code, or a kept token, to two encrypted streams. One `struct link_guest` per
 * connection on the client, one `struct link_door` per peer on the kiosk; either is fed each
 * message received and says in a `struct link_outcome` what follows. No I/O, no clock, no
 * allocation.
 *
 *   guest                                     door
 *     hello: version, name, sid, Ya    ---->
 *                                      <----  welcome: workshop id, Yb
 *     confirm: tag a                   ---->  (checks it: now the guest is admitted)
 *                                      <----  accept: tag b, stream header
 *     start: stream header             ---->
 *     sealed messages                  <--->  sealed messages
 *
 * The exchange is CPace (cpace.h) with the client as initiator. The name is a code's selector or a
 * token's public id. The tags and both stream keys are derived from CPace's key and the whole of
 * hello and welcome. The door sends nothing that depends on the secret before tag a has verified;
 * to a name it does not know it answers with a secret of its own making, and fails in the same
 * way. The guest says nothing else before tag b has verified. A refusal can be forged by anyone on
 * the network: it ends an attempt, it proves nothing. Secrets are compared in constant time and
 * wiped after use.
 *
 * Every message begins with its type and, until the streams begin, LINK_VERSION. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "link/code.h"
#include "link/cpace.h"
#include "link/guard.h"
#include "link/random.h"
#include "link/stream.h"
#include "link/token.h"

enum {
    LINK_VERSION = 1,
    LINK_WORKSHOP_ID = 16,
    LINK_NAME = 8,       /* selector, then zeros; or a token's id */
    LINK_REPLY_MAX = 64, /* longest message of the handshake is 59 bytes */
};

/* Why an attempt ended, as the client is told; the words are words/client.def's. */
#define LINK_NO_LIST(X)                                                                            \
    X(WRONG)   /* this code (or token) opens nothing here */                                       \
    X(WAIT)    /* too many wrong codes: try again in outcome.wait_s seconds */                     \
    X(RETIRED) /* this code is no longer used: ask for the new one */                              \
    X(OLDER)   /* the client's program is older than the kiosk's */                                \
    X(NEWER)   /* and newer */                                                                     \
    X(FULL)    /* no seat is free */                                                               \
    X(BUSY)    /* many are coming in, or this took too long on a bad network: try again by itself  \
                * in outcome.wait_s seconds */                                                     \
    X(BROKEN)  /* what arrived is not of this exchange, or was tampered with */

enum link_no {
    LINK_NO_NONE, /* not refused */
#define X(name) LINK_NO_##name,
    LINK_NO_LIST(X)
#undef X
        LINK_NO_COUNT
};

enum link_outcome_kind {
    LINK_NOTHING,  /* go on */
    LINK_REPLY,    /* send `reply` */
    LINK_ADMITTED, /* the streams are open; `reply` goes first */
    LINK_PLAIN,    /* a message arrived: plain_length bytes in the caller's `plain` */
    LINK_REFUSED,  /* send `reply` if there is one, then disconnect after sending */
};

struct link_outcome {
    enum link_outcome_kind kind;
    enum link_no no; /* LINK_REFUSED only */
    uint32_t wait_s; /* with LINK_NO_WAIT and LINK_NO_BUSY */
    bool retire;     /* door only: the code `id` has failed too often, retire it (said once) */
    uint32_t id;     /* door only: find's id, when admitted or with `retire` */
    size_t plain_length;
    size_t reply_length; /* 0: nothing to send */
    uint8_t reply[LINK_REPLY_MAX];
};

/* What the names of a hello mean. */
enum link_by {
    LINK_BY_CODE = 1,
    LINK_BY_TOKEN = 2,
};

/* Keys of the two ends, derived from one exchange; wiped as they are used. */
struct link_keys {
    uint8_t tag_a[32];
    uint8_t tag_b[32]; /* the key that makes tag b */
    uint8_t to_door[LINK_STREAM_KEY];
    uint8_t to_guest[LINK_STREAM_KEY];
};

/* ---- the client's side ---- */

struct link_guest {
    int stage;
    uint8_t hello[LINK_REPLY_MAX];
    uint8_t scalar[LINK_CPACE_SCALAR];
    uint8_t workshop_id[LINK_WORKSHOP_ID]; /* to be trusted once admitted */
    struct link_keys keys;
    struct link_stream sending, receiving;
};

/* Begins an attempt once connected: `first` says what to send. A code must be whole
 * (link_code_read()). ERROR_CRYPTO when the machine gives no randomness. */
CHECKED enum error link_guest_code(struct link_guest *guest, struct link_outcome *first,
                                   const char code[LINK_CODE_SIZE],
                                   const struct link_random *random);
CHECKED enum error link_guest_token(struct link_guest *guest, struct link_outcome *first,
                                    const struct link_token *token,
                                    const struct link_random *random);

/* Takes one message. `plain` has room for `length` bytes. After LINK_REFUSED the guest is spent. */
void link_guest_receive(struct link_guest *guest, struct link_outcome *outcome, uint8_t *plain,
                        const uint8_t *bytes, size_t length);

/* Seals a message for the kiosk, as link_stream_seal(); only after LINK_ADMITTED. */
CHECKED enum error link_guest_seal(uint8_t *sealed, size_t *sealed_length, struct link_guest *guest,
                                   const uint8_t *plain, size_t length);

/* Forgets every secret; the struct may then be used again. */
void link_guest_wipe(struct link_guest *guest);

/* ---- the kiosk's side ---- */

enum link_found {
    LINK_UNKNOWN,
    LINK_KNOWN,
    LINK_RETIRED, /* the name is of a code that is no longer used: this is told */
};

struct link_secret {
    uint8_t bytes[SECRET_SIZE]; /* a code's CODE_LENGTH symbols, or a token's hash */
    uint32_t id;                /* the kiosk's own, handed back in the outcome */
};

/* What all doors of one workshop share. The caller sets every field but the last two, which it
 * leaves zero, and keeps `full` up to date. */
struct link_house {
    uint8_t workshop_id[LINK_WORKSHOP_ID];
    struct link_random random;
    /* Looks up a name: LINK_SELECTOR_LENGTH symbols then zeros, or a token's id. Fills `secret`
     * when LINK_KNOWN. Where a live and a retired code share a selector, the live one is meant. */
    enum link_found (*find)(void *context, enum link_by by, const uint8_t name[LINK_NAME],
                            struct link_secret *secret);
    void *context;
    bool full; /* no free seat: codes are refused, tokens still served */
    struct link_guard guard;
};

struct link_door {
    int stage;
    enum link_by by;
    uint8_t name[LINK_NAME];
    uint32_t id;
    bool known;
    uint32_t number; /* the guard's */
    uint64_t opened_ms;
    char address[LINK_ADDRESS_SIZE];
    struct link_keys keys;
    struct link_stream sending, receiving;
};

/* A peer has connected. The outcome is LINK_NOTHING, or LINK_REFUSED when too many are coming in.
 * ERROR_CRYPTO when the machine gives no randomness. */
CHECKED enum error link_door_open(struct link_door *door, struct link_outcome *outcome,
                                  struct link_house *house, const char *address, uint64_t now_ms);

/* Takes one message. `plain` has room for `length` bytes. Admission happens here, once: id says
 * which code or seat it was. After LINK_REFUSED the door is closed. */
void link_door_receive(struct link_door *door, struct link_outcome *outcome, uint8_t *plain,
                       struct link_house *house, const uint8_t *bytes, size_t length,
                       uint64_t now_ms);

/* True when the door has waited LINK_OPEN_MS without admitting: disconnect the peer. */
bool link_door_late(const struct link_door *door, uint64_t now_ms);

/* True once admitted and until refused or closed. */
bool link_door_admitted(const struct link_door *door);

/* Seals a message for the client, as link_stream_seal(); only after LINK_ADMITTED. */
CHECKED enum error link_door_seal(uint8_t *sealed, size_t *sealed_length, struct link_door *door,
                                  const uint8_t *plain, size_t length);

/* The peer is gone or was disconnected: frees its place and forgets its secrets. Closing twice is
 * fine. */
void link_door_close(struct link_door *door, struct link_house *house);

#endif
