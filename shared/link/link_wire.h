#ifndef PLENARY_LINK_LINK_WIRE_H
#define PLENARY_LINK_LINK_WIRE_H

/* Within link/ only: the wires of link_memory.h. Each has two ends and a way to either, on which
 * numbered datagrams travel. A datagram may be lost, come twice or be overtaken; what is taken out
 * at the end of a way are whole messages, each once and in order. A datagram only names its
 * message: the bytes stay with the sender until their arrival has been acknowledged, by a datagram
 * of the other way that may be lost like any. What was lost is sent again after the faults'
 * resend_ms, and a message that is lost LINK_WIRE_TRIES times in a row ends the connection for its
 * sender. */

#include "link/link_memory.h"

enum link_side { LINK_WIRE_LISTENER, LINK_WIRE_DIALLER };

enum { LINK_WIRE_TRIES = 10 };

#define LINK_WIRE_NEVER UINT64_MAX

/* What all wires of a network share. */
struct link_air {
    struct link_faults faults;
    uint64_t now_ms, serial, random;
};

struct link_message {
    struct link_message *next;
    uint64_t number;   /* from 1 */
    uint64_t again_ms; /* when to send it again, as it is known to be lost; LINK_WIRE_NEVER */
    unsigned tries;
    enum link_event_kind kind;
    size_t length;
    uint8_t bytes[];
};

struct link_datagram {
    struct link_datagram *next;
    uint64_t due_ms, serial;
    uint64_t number; /* of the message; acknowledged: up to which; 0: goodbye, the end is gone */
    bool acknowledges;
};

struct link_way {
    struct link_datagram *first, *last;   /* under way, by when they are due */
    struct link_message *unsure, *newest; /* sent and not known to have arrived */
    uint64_t again_ms;                    /* the earliest of theirs */
    uint64_t sent, taken;                 /* the highest numbers */
    size_t waiting;                       /* bytes of those unsure */
};

struct link_wire {
    struct link_wire *next;
    struct link_way to[2];
    void *ends[2];       /* whose they are; NULL: that end is done with it */
    uint64_t gone_ms[2]; /* when that end notices by itself that the other is gone */
    uint16_t index[2];
    char address[LINK_ADDRESS_SIZE];
    bool cut;
};

/* Below `below`, by chance; 0 for 0. */
uint64_t link_wire_draw(struct link_air *air, uint64_t below);

CHECKED enum error link_wire_create(struct link_wire **out);
void link_wire_destroy(struct link_wire **wire);

/* Sends a message towards that side. */
CHECKED enum error link_wire_put(struct link_air *air, struct link_wire *wire, enum link_side to,
                                 enum link_event_kind kind, const uint8_t *bytes, size_t length);

/* Takes in what has come to that side but can be no message of its own: acknowledgements, what has
 * come before. Gives the datagram that comes next in order, NULL when it is not there; its
 * message, by link_wire_take(). */
const struct link_datagram *link_wire_next(struct link_air *air, struct link_wire *wire,
                                           enum link_side side);

/* Takes the message that link_wire_next() announced, a copy owned by the caller (free()). NULL:
 * memory is short. */
struct link_message *link_wire_take(struct link_air *air, struct link_wire *wire,
                                    enum link_side side);

/* Sends again what is due for it. */
void link_wire_resend(struct link_air *air, struct link_wire *wire);

/* The end on that side leaves: nothing comes to it any more. With `says_so` a goodbye goes to the
 * other, which may be lost; at the latest the other notices after LINK_MEMORY_SILENCE_MS. */
void link_wire_leave(struct link_air *air, struct link_wire *wire, enum link_side side,
                     bool says_so);

/* Drops everything on the way to that side. */
void link_wire_drop(struct link_wire *wire, enum link_side to);

/* When something will happen here; LINK_WIRE_NEVER. */
uint64_t link_wire_next_ms(const struct link_air *air, const struct link_wire *wire);

#endif
