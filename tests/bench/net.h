#ifndef PLENARY_TESTS_NET_H
#define PLENARY_TESTS_NET_H

/* Many ENet peers in one process, all connected to one port of this machine: the load generator's
 * end of what is measured, and of its floor. Each few hundred share a socket with an address of its
 * own (127.0.1.1, ...), as laptops have theirs. Runs in the caller's thread. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { NET_TO_SOCKET = 250 };

struct net;

/* What is told of peer `peer`, counted from 0, while net_serve runs. `at` is on bench_seconds'
 * clock; bytes are borrowed. */
struct net_ears {
    void *context;
    void (*connected)(void *context, unsigned peer);
    void (*heard)(void *context, unsigned peer, double at, const uint8_t *bytes, size_t length);
    void (*gone)(void *context, unsigned peer);
};

void net_create(struct net **out, unsigned peers, uint16_t port, const struct net_ears *ears);
void net_destroy(struct net **net);

/* Begins to connect, anew if it had been. */
void net_connect(struct net *net, unsigned peer);
/* Queues a copy; net_flush brings all that is queued onto the wire. */
void net_send(struct net *net, unsigned peer, const uint8_t *bytes, size_t length);
void net_flush(struct net *net);
/* Takes what has come, waiting for it up to that long. */
void net_serve(struct net *net, int wait_ms);

/* What has no answer is sent again as soon as the program's own clients would; to be called several
 * times in LINK_HURRY_MS. */
void net_hurry(struct net *net);

/* All datagrams so far with their IP and UDP headers: 28 bytes each. */
struct net_bytes {
    uint64_t up, down;
};
struct net_bytes net_bytes(const struct net *net);

/* This process from now on runs on that core alone, where there is one. */
void net_pin(unsigned core);

#endif
