#include "link/link_enet.h"

#include <assert.h>
#include <enet/enet.h>
#include <enet/time.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <time.h>

#include "link/link_hurry.h"
#include "link/link_kind.h"

enum {
    TIMEOUT_TRIES = 8,
    TIMEOUT_MIN_MS = 4000,
    TIMEOUT_MAX_MS = 5000,
    DIAL_MS = 4000,      /* ENet by itself would notice after seven and a half seconds */
    DIAL_RETRY_MS = 125, /* then twice and four times that, then LINK_HURRY_MS */
    HURRY_EVERY_MS = 100,
    CLOCK_APART_MS = 50, /* ENet's clock and ours, before it is set: see set_clock */
    SEND_ATTEMPTS = 8,   /* of one service: see link_enet_next */
    FLUSH_LEAST = 32,    /* messages queued, or this part of all peers: see link_enet_send */

    /* Longest sleeps: with something to resend, while connecting, to keep alive, with nobody. */
    SLEEP_SENDING_MS = 5,
    SLEEP_DIALLING_MS = 20,
    SLEEP_QUIET_MS = 100,
    SLEEP_EMPTY_MS = 500,
};

/* One per ENet peer. ENet may hold a peer longer than the caller knows it (`live`). */
struct slot {
    struct link_enet *owner;
    size_t waiting; /* bytes in ENet's hands; falls as it frees the packets */
    uint16_t generation;
    bool live;
};

struct link_enet {
    struct link link;
    ENetHost *host;
    ENetPacket *held; /* what the last event lent */
    size_t waiting;   /* of all slots */
    unsigned queued;  /* messages and goodbyes, since ENet last sent */
    bool dialling;    /* and not answered yet */
    enet_uint32 dialled_at;
    enet_uint32 hurried_at;
    bool resends; /* something may have to be sent again */
    struct slot slots[];
};

static struct link_enet *self(struct link *link)
{
    return (struct link_enet *)link;
}

static const struct link_enet *self_const(const struct link *link)
{
    return (const struct link_enet *)link;
}

static struct slot *find(const struct link_enet *me, struct link_peer peer)
{
    if (peer.index >= me->host->peerCount)
        return NULL;
    const struct slot *slot = &me->slots[peer.index];
    return slot->live && slot->generation == peer.generation ? (struct slot *)slot : NULL;
}

static void on_packet_freed(ENetPacket *packet)
{
    struct slot *slot = packet->userData;
    slot->waiting -= packet->dataLength;
    slot->owner->waiting -= packet->dataLength;
}

static void drop_held(struct link_enet *me)
{
    if (me->held)
        enet_packet_destroy(me->held);
    me->held = NULL;
}

/* True when what ENet reports concerns a peer the caller knows. */
static bool translate(struct link_enet *me, const ENetEvent *from, struct link_event *event)
{
    uint16_t index = from->peer->incomingPeerID;
    struct slot *slot = &me->slots[index];
    bool known = slot->live;

    switch (from->type) {
    case ENET_EVENT_TYPE_CONNECT:
        enet_peer_timeout(from->peer, TIMEOUT_TRIES, TIMEOUT_MIN_MS, TIMEOUT_MAX_MS);
        if (++slot->generation == 0)
            slot->generation = 1;
        slot->live = known = true;
        me->dialling = false;
        event->kind = LINK_CONNECTED;
        break;
    case ENET_EVENT_TYPE_RECEIVE:
        me->held = from->packet;
        event->kind = LINK_MESSAGE;
        event->bytes = from->packet->data;
        event->length = from->packet->dataLength;
        known = known && from->packet->dataLength > 0;
        break;
    default:
        /* A dialling end also hears that nobody answered. */
        known = known || me->dialling;
        slot->live = me->dialling = false;
        event->kind = LINK_GONE;
        break;
    }
    event->peer = (struct link_peer){index, slot->generation};
    if (!known)
        drop_held(me);
    return known;
}

/* ENet goes by the wall clock. Set back by an hour (a laptop that finds the venue's network asks it
 * for the time) it would send nothing again for that hour; set forward, give up everybody. So it is
 * given one that nobody sets, and that goes on while the machine sleeps. ENet has one clock for the
 * whole program: it is touched only when it must be. */
static void set_clock(void)
{
    struct timespec t;
    clock_gettime(CLOCK_BOOTTIME, &t);
    enet_uint32 now = (enet_uint32)((uint64_t)t.tv_sec * 1000 + (uint64_t)t.tv_nsec / 1000000);
    enet_uint32 apart = enet_time_get() - now;
    if (apart + CLOCK_APART_MS > 2 * CLOCK_APART_MS)
        enet_time_set(now);
}

static void hurry(struct link_enet *me)
{
    enet_uint32 now = enet_time_get();
    if (ENET_TIME_DIFFERENCE(now, me->hurried_at) < HURRY_EVERY_MS)
        return;
    me->hurried_at = now;
    me->resends = link_hurry(me->host);
}

/* Asked only once all that has arrived was looked at: a machine that was busy or asleep finds the
 * kiosk's answer waiting. */
static bool gave_up(struct link_enet *me, struct link_event *event)
{
    /* either way: where ENet's clock was a little ahead it has been set back since */
    if (!me->dialling || ENET_TIME_DIFFERENCE(enet_time_get(), me->dialled_at) < DIAL_MS)
        return false;
    enet_peer_reset(&me->host->peers[0]);
    me->dialling = false;
    event->kind = LINK_GONE;
    return true;
}

static bool link_enet_next(struct link *link, struct link_event *event)
{
    struct link_enet *me = self(link);
    ENetEvent from;
    int failures = 0;

    drop_held(me);
    if (enet_list_empty(&me->host->dispatchQueue)) { /* else nothing is sent and nothing due */
        set_clock();
        hurry(me);
        me->queued = 0;
    }
    while (failures < SEND_ATTEMPTS) {
        int got = enet_host_check_events(me->host, &from);
        if (got == 0)
            got = enet_host_service(me->host, &from, 0);
        /* ENet stops at the first peer it cannot send to (a network that is gone); that peer's
         * data is then marked sent, so the next attempt gets on to the others. */
        if (got < 0)
            failures++;
        else if (got == 0)
            break;
        else if (translate(me, &from, event))
            return true;
    }
    return gave_up(me, event);
}

static void link_enet_flush(struct link *link)
{
    struct link_enet *me = self(link);
    if (!me->queued)
        return;
    me->queued = 0;
    set_clock();
    enet_host_flush(me->host);
}

/* Where there is much to send, the first of it goes while the rest is made: those who get it have
 * something to do meanwhile. Each time looks at all peers: the more there are, the less often. */
static bool is_much(const struct link_enet *me)
{
    return me->queued >= FLUSH_LEAST && me->queued >= me->host->peerCount / FLUSH_LEAST;
}

static enum error link_enet_send(struct link *link, struct link_peer peer, const uint8_t *bytes,
                                 size_t length)
{
    struct link_enet *me = self(link);
    struct slot *slot = find(me, peer);
    if (!slot)
        return ERROR_ABSENT;
    if (slot->waiting + length > LINK_WAITING_MAX)
        return ERROR_RANGE;
    ENetPacket *packet = enet_packet_create(bytes, length, ENET_PACKET_FLAG_RELIABLE);
    if (!packet)
        return ERROR_MEMORY;
    packet->userData = slot;
    packet->freeCallback = on_packet_freed;
    slot->waiting += length;
    me->waiting += length;
    if (enet_peer_send(&me->host->peers[peer.index], 0, packet) < 0) {
        /* ENet has begun to end this connection; its event is yet to come. */
        enet_packet_destroy(packet);
        return ERROR_ABSENT;
    }
    me->queued++;
    if (is_much(me))
        link_enet_flush(link);
    return ERROR_OK;
}

static void link_enet_disconnect(struct link *link, struct link_peer peer, enum link_when when)
{
    struct link_enet *me = self(link);
    struct slot *slot = find(me, peer);
    if (!slot)
        return;
    slot->live = false;
    me->queued++;
    if (when == LINK_AT_ONCE)
        enet_peer_disconnect_now(&me->host->peers[peer.index], 0);
    else
        enet_peer_disconnect_later(&me->host->peers[peer.index], 0);
}

static void link_enet_address(struct link *link, struct link_peer peer,
                              char address[LINK_ADDRESS_SIZE])
{
    struct link_enet *me = self(link);
    if (find(me, peer) && enet_address_get_host_ip(&me->host->peers[peer.index].address, address,
                                                   LINK_ADDRESS_SIZE) < 0)
        address[0] = '\0';
}

static size_t link_enet_waiting(const struct link *link, struct link_peer peer)
{
    const struct slot *slot = find(self_const(link), peer);
    return slot ? slot->waiting : 0;
}

static size_t link_enet_peers(const struct link *link)
{
    return self_const(link)->host->peerCount;
}

static uint16_t link_enet_port(const struct link *link)
{
    return self_const(link)->host->address.port;
}

static int link_enet_poll_fd(const struct link *link)
{
    return self_const(link)->host->socket;
}

static int link_enet_poll_ms(const struct link *link)
{
    const struct link_enet *me = self_const(link);
    if (!enet_list_empty(&me->host->dispatchQueue))
        return 0;
    if (me->waiting)
        return SLEEP_SENDING_MS;
    if (me->dialling || me->resends)
        return SLEEP_DIALLING_MS;
    return me->host->connectedPeers ? SLEEP_QUIET_MS : SLEEP_EMPTY_MS;
}

static void link_enet_destroy(struct link *link)
{
    struct link_enet *me = self(link);
    drop_held(me);
    for (size_t i = 0; i < me->host->peerCount; i++)
        enet_peer_disconnect_now(&me->host->peers[i], 0);
    enet_host_destroy(me->host); /* frees the packets, which still count themselves off */
    free(me);
}

static const struct link_kind kind = {
    .next = link_enet_next,
    .send = link_enet_send,
    .flush = link_enet_flush,
    .disconnect = link_enet_disconnect,
    .address = link_enet_address,
    .waiting = link_enet_waiting,
    .peers = link_enet_peers,
    .port = link_enet_port,
    .poll_fd = link_enet_poll_fd,
    .poll_ms = link_enet_poll_ms,
    .destroy = link_enet_destroy,
};

static enum error create(struct link_enet **out, const ENetAddress *address, size_t peers,
                         struct trouble *trouble)
{
    struct link_enet *me = calloc(1, sizeof *me + peers * sizeof me->slots[0]);
    if (!me || enet_initialize() != 0) {
        free(me);
        return trouble_set(trouble, ERROR_MEMORY, "There is not enough memory to use the network.");
    }
    me->link.kind = &kind;
    set_clock();
    errno = 0;
    me->host = enet_host_create(address, peers, 1, 0, 0);
    if (!me->host) {
        free(me);
        if (address && errno == EADDRINUSE)
            return trouble_set(trouble, ERROR_NETWORK,
                               "Port %u is in use by another program, perhaps another kiosk. "
                               "Close that program or choose another port.",
                               address->port);
        return trouble_set(trouble, ERROR_NETWORK,
                           "The network could not be opened. Check that this machine has the "
                           "address asked for, and may use that port.");
    }
    me->host->maximumPacketSize = LINK_MESSAGE_MAX;
    me->host->maximumWaitingData = LINK_WAITING_MAX;
    /* The system may grant less: link_enet_buffer() tells. */
    enet_socket_set_option(me->host->socket, ENET_SOCKOPT_RCVBUF, LINK_ENET_BUFFER);
    enet_socket_set_option(me->host->socket, ENET_SOCKOPT_SNDBUF, LINK_ENET_BUFFER);
    for (size_t i = 0; i < peers; i++)
        me->slots[i].owner = me;
    *out = me;
    return ERROR_OK;
}

enum error link_enet_listen(struct link **out, const char *address, uint16_t port, size_t peers,
                            struct trouble *trouble)
{
    ENetAddress at = {.host = ENET_HOST_ANY, .port = port};
    struct link_enet *me;

    *out = NULL;
    assert(peers > 0 && peers <= LINK_ENET_PEERS_MAX);
    if (address && address[0] && enet_address_set_host_ip(&at, address) < 0)
        return trouble_set(trouble, ERROR_NETWORK,
                           "\"%s\" is not an address of the form 192.168.1.20.", address);
    enum error e = create(&me, &at, peers, trouble);
    if (!e)
        *out = &me->link;
    return e;
}

enum error link_enet_dial(struct link **out, const char *host, uint16_t port,
                          struct trouble *trouble)
{
    ENetAddress to = {.port = port};
    struct link_enet *me;

    *out = NULL;
    if (enet_address_set_host(&to, host) < 0)
        return trouble_set(trouble, ERROR_NETWORK,
                           "No machine called \"%s\" was found on the network.", host);
    enum error e = create(&me, NULL, 1, trouble);
    if (e)
        return e;
    ENetPeer *peer = enet_host_connect(me->host, &to, 1, 0);
    if (!peer) {
        link_enet_destroy(&me->link);
        return trouble_set(trouble, ERROR_MEMORY, "There is not enough memory to connect.");
    }
    enet_peer_timeout(peer, TIMEOUT_TRIES, TIMEOUT_MIN_MS, TIMEOUT_MAX_MS);
    peer->roundTripTime = DIAL_RETRY_MS; /* until it is measured */
    me->dialling = true;
    me->dialled_at = enet_time_get();
    *out = &me->link;
    return ERROR_OK;
}

size_t link_enet_buffer(const struct link *link)
{
    assert(link->kind == &kind);
    int receive = 0, send = 0;
    socklen_t size = sizeof receive;
    if (getsockopt(link_poll_fd(link), SOL_SOCKET, SO_RCVBUF, &receive, &size) < 0)
        return 0;
    size = sizeof send;
    if (getsockopt(link_poll_fd(link), SOL_SOCKET, SO_SNDBUF, &send, &size) < 0)
        return 0;
    /* Linux reports twice what it grants, the other half being for its own records. */
    return (size_t)(receive < send ? receive : send) / 2;
}
