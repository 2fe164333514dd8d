#ifndef PLENARY_LINK_BEACON_H
#define PLENARY_LINK_BEACON_H

/* Finding the kiosk on the network without typing its address. A kiosk calls out every two seconds
 * in one small UDP datagram, to the broadcast address of each interface and to this machine; a
 * client listens and lists whom it heard in the last six. What is heard is unauthenticated: a
 * convenience for filling in an address; whoever lies in it still cannot pass for the kiosk
 * (admission.h). Networks that drop broadcasts are common, so both ends work without.
 *
 * The datagram: "PLNY", version (one byte), port and the title's length in bytes (16 bits each,
 * high byte first), title (clean UTF-8, at most TITLE_VISIBLE characters), and nothing after it. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "link/link.h"
#include "model/limits.h"

enum {
    LINK_BEACON_PORT = 47330,
    LINK_BEACON_EVERY_MS = 2000,
    LINK_BEACON_FORGET_MS = 6000,
    LINK_BEACON_MAX = 9 + TITLE_SIZE - 1, /* bytes of a datagram */
    LINK_CALLERS_MAX = 16,
};

/* ---- calling ---- */

struct link_beacon;

/* Prepares to call out from the address `from` (NULL: from each interface), to UDP port `to`
 * (LINK_BEACON_PORT but in tests), a workshop's title and the kiosk's port. Failing is no reason to
 * stop: people can type the address. */
CHECKED enum error link_beacon_open(struct link_beacon **out, uint16_t to, const char *from,
                                    const char *title, uint16_t port, struct trouble *trouble);

/* Calls out when two seconds have passed since the last time; interfaces may come and go. */
void link_beacon_tick(struct link_beacon *beacon, uint64_t now_ms);

void link_beacon_destroy(struct link_beacon **beacon);

/* ---- listening ---- */

struct link_caller {
    char title[TITLE_SIZE];
    char address[LINK_ADDRESS_SIZE];
    uint16_t port;
    uint64_t heard_ms;
};

struct link_finder;

/* Listens on UDP port `on` (LINK_BEACON_PORT; 0: any, for tests), beside other clients of the same
 * machine. Failing is no reason to stop. */
CHECKED enum error link_finder_open(struct link_finder **out, uint16_t on, struct trouble *trouble);

/* Takes in what has arrived and forgets who has gone quiet. True when the list changed. */
bool link_finder_tick(struct link_finder *finder, uint64_t now_ms);

/* The kiosks heard, in the order they were first heard; borrowed until the next tick. A kiosk on
 * this machine that is also heard over the network is listed once. */
const struct link_caller *link_finder_list(const struct link_finder *finder, size_t *count);

/* For poll(), and the port listened on. */
int link_finder_poll_fd(const struct link_finder *finder);
uint16_t link_finder_port(const struct link_finder *finder);

void link_finder_destroy(struct link_finder **finder);

/* ---- the datagram and the list, without a network ---- */

/* Writes a datagram; gives its length. `title` is clean text of 1 to TITLE_VISIBLE characters. */
size_t link_beacon_write(uint8_t to[LINK_BEACON_MAX], const char *title, uint16_t port);

/* Reads one into title and port of `caller`. False unless it is exactly of the form above. */
bool link_beacon_read(struct link_caller *caller, const uint8_t *bytes, size_t length);

/* ---- this machine ---- */

/* The address to show people: the first IPv4 address of an interface that is up and not loopback;
 * empty when there is no network. */
void link_own_address(char address[LINK_ADDRESS_SIZE]);

#endif
