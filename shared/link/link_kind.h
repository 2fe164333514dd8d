#ifndef PLENARY_LINK_LINK_KIND_H
#define PLENARY_LINK_LINK_KIND_H

/* What an implementation of link.h provides; only implementations and link.c include this. Each
 * puts a `struct link` first in its own struct. link.c has checked arguments and message length
 * before a call gets here. */

#include "link/link.h"

struct link_kind {
    bool (*next)(struct link *, struct link_event *);
    enum error (*send)(struct link *, struct link_peer, const uint8_t *, size_t);
    void (*flush)(struct link *);
    void (*disconnect)(struct link *, struct link_peer, enum link_when);
    void (*address)(struct link *, struct link_peer, char[LINK_ADDRESS_SIZE]);
    size_t (*waiting)(const struct link *, struct link_peer);
    size_t (*peers)(const struct link *);
    uint16_t (*port)(const struct link *);
    int (*poll_fd)(const struct link *);
    int (*poll_ms)(const struct link *);
    void (*destroy)(struct link *);
};

struct link {
    const struct link_kind *kind;
};

#endif
