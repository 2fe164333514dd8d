#ifndef PLENARY_LINK_LINK_ENET_H
#define PLENARY_LINK_LINK_ENET_H

/* link.h over UDP with ENet: IPv4, one reliable channel, no compression. A silent peer is given up
 * after four to five seconds; what is not acknowledged is sent again twice a second. ENet's own
 * headers are not authenticated: someone on the path can end a connection, though not read or alter
 * what admission.h seals. */

#include "link/link.h"

enum {
    LINK_ENET_PEERS_MAX = 4095,         /* ENet's own limit */
    LINK_ENET_BUFFER = 4 * 1024 * 1024, /* socket buffers asked for, in bytes */
};

/* Listens on `address` (dotted; NULL or "": every interface) and `port` (0: any free one, told by
 * link_port()) for up to `peers` connections; size it to the session, every peer costs time at each
 * tick. ERROR_NETWORK, with trouble, when the port is taken or the address is not this machine's.
 * Owned by the caller: link_destroy(). */
CHECKED enum error link_enet_listen(struct link **out, const char *address, uint16_t port,
                                    size_t peers, struct trouble *trouble);

/* Begins to connect to `host` (dotted address or name): LINK_CONNECTED or, within four seconds,
 * LINK_GONE follows. A dialling link connects once; to try again, destroy it and dial anew.
 * ERROR_NETWORK, with trouble, when the name is not known or there is no network. */
CHECKED enum error link_enet_dial(struct link **out, const char *host, uint16_t port,
                                  struct trouble *trouble);

/* The smaller of the two socket buffers the system granted, in bytes. Below LINK_ENET_BUFFER a
 * burst of hundreds of peers loses datagrams and is resent: worth a line in the log. */
size_t link_enet_buffer(const struct link *link);

#endif
