#include "bench/net.h"

#include <enet/enet.h>
#include <poll.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "bench/bench.h"
#include "link/link_hurry.h"

enum {
    SOCKETS_MAX = 17,
    HEADERS = 28, /* of IPv4 and UDP, a datagram */
    BUFFER = 4 * 1024 * 1024,
    PATIENCE_MS = 60000, /* a busy machine is no dead peer */
};

struct net {
    struct net_ears ears;
    ENetAddress to;
    unsigned peer_count, host_count;
    ENetHost *hosts[SOCKETS_MAX];
    uint32_t sent[SOCKETS_MAX][2], received[SOCKETS_MAX][2]; /* ENet's counts: data, packets */
    ENetPeer **peers;
    struct net_bytes bytes;
};

static ENetHost *open_host(unsigned n)
{
    ENetAddress own = {.port = ENET_PORT_ANY};
    char address[16];
    snprintf(address, sizeof address, "127.0.1.%u", n + 1);
    bench_must(enet_address_set_host_ip(&own, address) == 0, address);
    ENetHost *host = enet_host_create(&own, NET_TO_SOCKET, 1, 0, 0);
    bench_must(host != NULL, "no socket");
    enet_socket_set_option(host->socket, ENET_SOCKOPT_RCVBUF, BUFFER);
    enet_socket_set_option(host->socket, ENET_SOCKOPT_SNDBUF, BUFFER);
    return host;
}

void net_create(struct net **out, unsigned peers, uint16_t port, const struct net_ears *ears)
{
    struct net *net = calloc(1, sizeof *net);
    bench_must(net && enet_initialize() == 0, "no network");
    net->ears = *ears;
    net->peer_count = peers;
    net->host_count = (peers + NET_TO_SOCKET - 1) / NET_TO_SOCKET;
    net->peers = calloc(peers, sizeof *net->peers);
    bench_must(net->peers && net->host_count <= SOCKETS_MAX, "so many peers are too many");
    net->to.port = port;
    enet_address_set_host_ip(&net->to, "127.0.0.1");
    for (unsigned i = 0; i < net->host_count; i++)
        net->hosts[i] = open_host(i);
    *out = net;
}

void net_destroy(struct net **out)
{
    struct net *net = *out;
    for (unsigned i = 0; i < net->peer_count; i++)
        if (net->peers[i])
            enet_peer_disconnect_now(net->peers[i], 0);
    for (unsigned i = 0; i < net->host_count; i++)
        enet_host_destroy(net->hosts[i]);
    free(net->peers);
    free(net);
    *out = NULL;
}

void net_connect(struct net *net, unsigned peer)
{
    if (net->peers[peer])
        enet_peer_reset(net->peers[peer]);
    ENetPeer *made = enet_host_connect(net->hosts[peer / NET_TO_SOCKET], &net->to, 1, 0);
    bench_must(made != NULL, "no peer is free");
    enet_peer_ping_interval(made, PATIENCE_MS); /* the kiosk's pings are enough */
    enet_peer_timeout(made, PATIENCE_MS, PATIENCE_MS, PATIENCE_MS);
    made->data = (void *)(uintptr_t)peer;
    net->peers[peer] = made;
}

void net_send(struct net *net, unsigned peer, const uint8_t *bytes, size_t length)
{
    ENetPacket *packet = enet_packet_create(bytes, length, ENET_PACKET_FLAG_RELIABLE);
    bench_must(packet && net->peers[peer], "nothing to send, or nobody to send it");
    bench_must(enet_peer_send(net->peers[peer], 0, packet) == 0, "a message was not taken");
}

/* What ENet has counted since it was last looked at; its counts begin again after 4 GiB. */
static uint64_t counted(uint32_t before[2], uint32_t data, uint32_t packets)
{
    uint64_t more = (uint32_t)(data - before[0]) + HEADERS * (uint64_t)(packets - before[1]);
    before[0] = data;
    before[1] = packets;
    return more;
}

static void count_bytes(struct net *net, unsigned i)
{
    const ENetHost *host = net->hosts[i];
    net->bytes.up += counted(net->sent[i], host->totalSentData, host->totalSentPackets);
    net->bytes.down +=
        counted(net->received[i], host->totalReceivedData, host->totalReceivedPackets);
}

void net_flush(struct net *net)
{
    for (unsigned i = 0; i < net->host_count; i++) {
        enet_host_flush(net->hosts[i]);
        count_bytes(net, i);
    }
}

static void take(struct net *net, const ENetEvent *event)
{
    unsigned peer = (unsigned)(uintptr_t)event->peer->data;
    switch (event->type) {
    case ENET_EVENT_TYPE_CONNECT:
        net->ears.connected(net->ears.context, peer);
        break;
    case ENET_EVENT_TYPE_RECEIVE:
        net->ears.heard(net->ears.context, peer, bench_seconds(), event->packet->data,
                        event->packet->dataLength);
        enet_packet_destroy(event->packet);
        break;
    case ENET_EVENT_TYPE_DISCONNECT:
        net->peers[peer] = NULL;
        net->ears.gone(net->ears.context, peer);
        break;
    case ENET_EVENT_TYPE_NONE:
        break;
    }
}

void net_serve(struct net *net, int wait_ms)
{
    struct pollfd fds[SOCKETS_MAX];
    ENetEvent event;
    for (unsigned i = 0; i < net->host_count; i++)
        fds[i] = (struct pollfd){.fd = net->hosts[i]->socket, .events = POLLIN};
    poll(fds, net->host_count, wait_ms);
    for (unsigned i = 0; i < net->host_count; i++) {
        while (enet_host_service(net->hosts[i], &event, 0) > 0)
            take(net, &event);
        count_bytes(net, i);
    }
}

void net_hurry(struct net *net)
{
    for (unsigned i = 0; i < net->host_count; i++)
        (void)link_hurry(net->hosts[i]);
}

struct net_bytes net_bytes(const struct net *net)
{
    return net->bytes;
}

void net_pin(unsigned core)
{
    cpu_set_t set;
    if (sysconf(_SC_NPROCESSORS_ONLN) < 2)
        return;
    CPU_ZERO(&set);
    CPU_SET(core, &set);
    bench_must(sched_setaffinity(0, sizeof set, &set) == 0, "no such core");
}
