#ifndef PLENARY_LINK_LINK_H
#define PLENARY_LINK_LINK_H

/* A transport of ordered, reliable messages, as a small table of functions, so that host and client
 * run unchanged over ENet (link_enet.h) and inside one process with virtual time and seeded faults
 * (link_memory.h). A listening link has many peers, a dialling one has a single peer.
 *
 * A peer is named by an index and a generation. The index is below the number of peers the link was
 * made for and is used again; the pair never comes back within 65,535 connections on that index, so
 * a late answer cannot reach the newcomer. What arrives is unauthenticated: see admission.h.
 *
 * Nothing here blocks, except that dialling a host by name asks the resolver. A link belongs to one
 * thread. Messages have 1 to LINK_MESSAGE_MAX bytes; what waits for one peer is bounded by
 * LINK_WAITING_MAX, so a peer that never reads costs a fixed amount. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

enum {
    LINK_MESSAGE_MAX = 64 * 1024,
    LINK_WAITING_MAX = 256 * 1024, /* bytes sent to one peer and not yet acknowledged by it */
    LINK_ADDRESS_SIZE = 16,        /* a dotted IPv4 address and the final zero */
};

struct link;

struct link_peer {
    uint16_t index;
    uint16_t generation; /* 0 only in a handle that was never connected */
};

enum link_event_kind {
    LINK_CONNECTED, /* the peer may be sent to */
    LINK_MESSAGE,
    LINK_GONE, /* closed by the other end, timed out, or (dialling) never answered */
};

struct link_event {
    enum link_event_kind kind;
    struct link_peer peer;
    const uint8_t *bytes; /* LINK_MESSAGE only; borrowed until the next call of link_next() */
    size_t length;
};

enum link_when {
    LINK_AT_ONCE,       /* what still waits is dropped */
    LINK_AFTER_SENDING, /* what waits is delivered first, or the peer times out */
};

/* Serves the transport and takes the next event. False when nothing is left to do now. A busy
 * sender can keep this returning true: callers bound how many events they take in one go. */
bool link_next(struct link *link, struct link_event *event);

/* Queues a copy of one message; where many are queued the first go at once. ERROR_RANGE: empty,
 * longer than LINK_MESSAGE_MAX, or more than LINK_WAITING_MAX would be waiting; ERROR_ABSENT: that
 * peer is gone. */
CHECKED enum error link_send(struct link *link, struct link_peer peer, const uint8_t *bytes,
                             size_t length);

/* Puts what is queued on the wire now; otherwise the next link_next() does at the latest. */
void link_flush(struct link *link);

/* Ends a connection. To the caller the peer is gone from this moment: no event bears its handle any
 * more and sending to it is ERROR_ABSENT. Its index is free again once the transport is done. A
 * peer already gone is left alone. */
void link_disconnect(struct link *link, struct link_peer peer, enum link_when when);

/* The peer's address without port, as text, for rate limits. Empty when the peer is gone. */
void link_address(struct link *link, struct link_peer peer, char address[LINK_ADDRESS_SIZE]);

/* Bytes queued for the peer and not yet acknowledged; 0 when it is gone. */
size_t link_waiting(const struct link *link, struct link_peer peer);

/* Peers this link has room for: every index is below it. */
size_t link_peers(const struct link *link);

/* The UDP port in use, 0 in memory. */
uint16_t link_port(const struct link *link);

/* What to wait on: a descriptor for poll(), readable when something arrived (-1 in memory), and the
 * longest to wait before link_next() must run again for resending and time-outs, in milliseconds.
 */
int link_poll_fd(const struct link *link);
int link_poll_ms(const struct link *link);

/* Drops every connection, telling the peers if that can be done without waiting. */
void link_destroy(struct link **link);

#endif
