#ifndef PLENARY_HOST_PEER_H
#define PLENARY_HOST_PEER_H

/* One connection: the door it comes in by, the seat it sits on, and how far it has been sent what
 * it may see. A peer is a cursor into feeds; it owns no copy of the room. */

#include "host/feed.h"
#include "host/own.h"
#include "link/admission.h"
#include "link/link.h"

struct peer {
    struct link_peer handle;
    bool open;            /* connected */
    bool leaving;         /* said goodbye; nothing more is sent */
    seat_id seat;         /* 0: not seated yet */
    uint64_t token_event; /* that gave the seat the token it had then (struct seat) */
    bool caught_up;       /* has been told that it has been sent all there was */
    struct link_door door;
    uint64_t class_cursor;
    uint64_t school_cursor;
    school_id school;     /* whose private feed it is on, 0 none */
    school_id old_school; /* whose items it must forget, 0 none */
    uint32_t old_from;
    uint32_t tick; /* in which it was last heard, and how many messages it sent in it */
    uint32_t messages;
    struct own own; /* what its seat alone may see */
};

/* Seals and sends a letter. False when it could not be queued: the connection is then ended. */
bool peer_send(struct peer *peer, struct link *link, const struct letter *letter);

/* Says why and ends the connection once that is sent. */
void peer_say_goodbye(struct peer *peer, struct link *link, enum farewell farewell, int64_t now_ms);

#endif
