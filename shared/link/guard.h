#ifndef PLENARY_LINK_GUARD_H
#define PLENARY_LINK_GUARD_H

/* Limits on guessing and flooding: plain tables of fixed size, time injected, no I/O. Nothing here
 * depends on a secret, only on how often attempts failed, so what it makes the kiosk say tells an
 * attacker nothing new.
 *
 * - LINK_PAIR_FAILURES wrong codes from one address on one selector within a minute: that pair
 *   waits a minute. Others behind the same address or with another code are not held up.
 * - LINK_CODE_FAILURES wrong codes on one selector: its code is to be retired.
 * - Hellos are served at a bounded rate, overall and per address; connections that are not yet
 *   admitted are bounded in number, overall and per address, and lapse after LINK_OPEN_MS.
 *
 * A full table gives up its oldest row. An attacker with very many addresses can make it forget a
 * pair, never a code's count. The struct is some 150 KB and may be copied; zeros are a fresh one.
 */

#include <stdbool.h>
#include <stdint.h>

#include "link/code.h"
#include "link/link.h"

enum {
    LINK_PAIR_FAILURES = 10,
    LINK_PAIR_MS = 60 * 1000,
    LINK_CODE_FAILURES = 50,
    LINK_OPEN_MS = 5000,

    LINK_HELLO_RATE = 1000,        /* a second, overall */
    LINK_HELLO_BURST = 4096,       /* everybody at once; see SEATS_MAX */
    LINK_HELLO_ADDRESS_RATE = 250, /* a second, from one address: a room shares one */
    LINK_HELLO_ADDRESS_BURST = 500,

    LINK_OPEN_ROWS = 2048,
    LINK_OPEN_ADDRESS_MAX = 512,
    LINK_PAIR_ROWS = 1024,
    LINK_ADDRESS_ROWS = 256,
};

struct link_guard_open {
    char address[LINK_ADDRESS_SIZE];
    uint32_t number; /* 0: free row */
    uint64_t until_ms;
};

struct link_guard_pair {
    char address[LINK_ADDRESS_SIZE];
    uint16_t selector;
    uint16_t failures; /* since first_ms; 0: free row */
    uint64_t first_ms, last_ms;
    uint64_t until_ms; /* waits until then; 0: does not */
};

/* Hellos in hand, in thousandths, refilled as time passes. */
struct link_guard_bucket {
    uint64_t spent;
    uint64_t at_ms;
};

struct link_guard_address {
    char address[LINK_ADDRESS_SIZE]; /* empty: free row */
    struct link_guard_bucket hellos;
};

struct link_guard {
    struct link_guard_open open[LINK_OPEN_ROWS];
    struct link_guard_pair pairs[LINK_PAIR_ROWS];
    struct link_guard_address addresses[LINK_ADDRESS_ROWS];
    struct link_guard_bucket hellos;
    uint16_t code_failures[LINK_SELECTORS];
    uint32_t last_number;
};

/* A connection that is to be admitted arrives: gives it a number for link_guard_leave(), or 0 when
 * there are too many. The place lapses at now + LINK_OPEN_MS. */
uint32_t link_guard_enter(struct link_guard *guard, const char *address, uint64_t now_ms);

/* It was admitted, refused or is gone. A number that has lapsed is ignored. */
void link_guard_leave(struct link_guard *guard, uint32_t number);

/* May another hello from this address be answered now? Counts it when so. */
bool link_guard_hello(struct link_guard *guard, const char *address, uint64_t now_ms);

/* Seconds, rounded up, that this address must wait before it may try this selector; 0: none. */
uint32_t link_guard_wait(const struct link_guard *guard, const char *address, int selector,
                         uint64_t now_ms);

/* True when the code has failed so often that it must not be tried any more. */
bool link_guard_spent(const struct link_guard *guard, int selector);

/* Counts a wrong code. True exactly once per code: it is to be retired now. */
bool link_guard_failed(struct link_guard *guard, const char *address, int selector,
                       uint64_t now_ms);

/* A new code was issued under this selector: its count starts anew. */
void link_guard_renew(struct link_guard *guard, int selector);

#endif
