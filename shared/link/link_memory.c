#include "link/link_memory.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "link/link_kind.h"
#include "link/link_wire.h"

struct link_memory {
    struct link_air air;
    struct link_wire *wires;
    struct memory_link *listener;
};

struct slot {
    struct link_wire *wire;
    uint16_t generation;
    bool live; /* the caller was told it is connected */
};

struct memory_link {
    struct link link;
    struct link_memory *memory;
    enum link_side side;
    struct link_message *held;
    size_t peers;
    struct slot slots[];
};

static enum link_side other(enum link_side side)
{
    return side == LINK_WIRE_LISTENER ? LINK_WIRE_DIALLER : LINK_WIRE_LISTENER;
}

/* Word of a connection, without bytes, in a test's own process: memory for it is taken for granted.
 */
static void note(struct link_memory *memory, struct link_wire *wire, enum link_side to,
                 enum link_event_kind what)
{
    enum error e = link_wire_put(&memory->air, wire, to, what, NULL, 0);
    assert(e == ERROR_OK);
}

static void remove_wire(struct link_memory *memory, struct link_wire *wire)
{
    struct link_wire **at = &memory->wires;
    while (*at != wire)
        at = &(*at)->next;
    *at = wire->next;
    link_wire_destroy(&wire);
}

/* One end is done with the wire; the last one clears it away. */
static void leave(struct memory_link *me, struct link_wire *wire, bool says_so)
{
    struct slot *slot = &me->slots[wire->index[me->side]];
    slot->wire = NULL;
    slot->live = false;
    link_wire_leave(&me->memory->air, wire, me->side, says_so);
    if (!wire->ends[other(me->side)])
        remove_wire(me->memory, wire);
}

static void hang_up(struct memory_link *me, struct link_wire *wire, enum link_when when)
{
    bool now = when == LINK_AT_ONCE;
    if (now)
        link_wire_drop(wire, other(me->side));
    else if (wire->ends[other(me->side)])
        note(me->memory, wire, other(me->side), LINK_GONE);
    leave(me, wire, now);
}

static void cut(struct link_memory *memory, struct link_wire *wire)
{
    if (wire->cut)
        return;
    wire->cut = true;
    for (int side = LINK_WIRE_LISTENER; side <= LINK_WIRE_DIALLER; side++) {
        link_wire_drop(wire, (enum link_side)side);
        wire->gone_ms[side] = memory->air.now_ms + LINK_MEMORY_SILENCE_MS;
    }
}

static struct memory_link *self(struct link *link)
{
    return (struct memory_link *)link;
}

static const struct slot *find(const struct link *link, struct link_peer peer)
{
    const struct memory_link *me = (const struct memory_link *)link;
    if (peer.index >= me->peers)
        return NULL;
    const struct slot *slot = &me->slots[peer.index];
    return slot->live && slot->generation == peer.generation ? slot : NULL;
}

/* When what comes next for this end was due; 0 where the other is found to be gone; LINK_WIRE_NEVER
 * where nothing has come. */
static uint64_t due(const struct memory_link *me, struct link_wire *wire, uint64_t *serial)
{
    const struct link_datagram *next = link_wire_next(&me->memory->air, wire, me->side);
    *serial = next ? next->serial : 0;
    if (next)
        return next->due_ms;
    return wire->gone_ms[me->side] <= me->memory->air.now_ms ? wire->gone_ms[me->side]
                                                             : LINK_WIRE_NEVER;
}

/* The wire on which the earliest has come for this end. */
static struct link_wire *next_wire(const struct memory_link *me)
{
    struct link_wire *best = NULL;
    uint64_t best_ms = LINK_WIRE_NEVER, best_serial = 0, serial;
    for (size_t i = 0; i < me->peers; i++) {
        struct link_wire *wire = me->slots[i].wire;
        uint64_t due_ms = wire ? due(me, wire, &serial) : LINK_WIRE_NEVER;
        if (due_ms > best_ms || due_ms == LINK_WIRE_NEVER ||
            (due_ms == best_ms && serial >= best_serial))
            continue;
        best = wire;
        best_ms = due_ms;
        best_serial = serial;
    }
    return best;
}

/* The next message of the wire, or word that its other end is gone. Short of memory, that too. */
static struct link_message *take(const struct memory_link *me, struct link_wire *wire)
{
    if (link_wire_next(&me->memory->air, wire, me->side))
        return link_wire_take(&me->memory->air, wire, me->side);
    return NULL;
}

static bool memory_next(struct link *link, struct link_event *event)
{
    struct memory_link *me = self(link);
    free(me->held);
    me->held = NULL;
    struct link_wire *wire = next_wire(me);
    if (!wire)
        return false;

    me->held = take(me, wire);
    enum link_event_kind what = me->held ? me->held->kind : LINK_GONE;
    struct slot *slot = &me->slots[wire->index[me->side]];
    bool told = slot->live || what == LINK_CONNECTED || me->side == LINK_WIRE_DIALLER;
    if (what == LINK_CONNECTED) {
        if (++slot->generation == 0)
            slot->generation = 1;
        slot->live = true;
        if (me->side == LINK_WIRE_LISTENER)
            note(me->memory, wire, LINK_WIRE_DIALLER, LINK_CONNECTED);
    }
    *event = (struct link_event){
        .kind = what,
        .peer = {wire->index[me->side], slot->generation},
        .bytes = what == LINK_MESSAGE ? me->held->bytes : NULL,
        .length = what == LINK_MESSAGE ? me->held->length : 0,
    };
    if (what == LINK_GONE)
        leave(me, wire, true);
    /* A dialler may have gone before this end knew it: then there is nothing to tell. */
    return told || memory_next(link, event);
}

static enum error memory_send(struct link *link, struct link_peer peer, const uint8_t *bytes,
                              size_t length)
{
    struct memory_link *me = self(link);
    struct link_air *air = &me->memory->air;
    const struct slot *slot = find(link, peer);
    if (!slot)
        return ERROR_ABSENT;
    struct link_wire *wire = slot->wire;
    enum link_side to = other(me->side);
    if (wire->to[to].waiting + length > LINK_WAITING_MAX)
        return ERROR_RANGE;
    if (air->faults.cut_per_million && link_wire_draw(air, 1000000) < air->faults.cut_per_million)
        cut(me->memory, wire);
    if (wire->cut || !wire->ends[to])
        return ERROR_OK; /* as on a wire: sent, and the news of its end is on the way */
    return link_wire_put(air, wire, to, LINK_MESSAGE, bytes, length);
}

static void memory_flush(struct link *link)
{
    (void)link;
}

static void memory_disconnect(struct link *link, struct link_peer peer, enum link_when when)
{
    const struct slot *slot = find(link, peer);
    if (slot)
        hang_up(self(link), slot->wire, when);
}

static void memory_address(struct link *link, struct link_peer peer,
                           char address[LINK_ADDRESS_SIZE])
{
    const struct slot *slot = find(link, peer);
    if (slot)
        memcpy(address, slot->wire->address, LINK_ADDRESS_SIZE);
}

static size_t memory_waiting(const struct link *link, struct link_peer peer)
{
    const struct memory_link *me = (const struct memory_link *)link;
    const struct slot *slot = find(link, peer);
    return slot ? slot->wire->to[other(me->side)].waiting : 0;
}

static size_t memory_peers(const struct link *link)
{
    return ((const struct memory_link *)link)->peers;
}

static uint16_t memory_port(const struct link *link)
{
    (void)link;
    return 0;
}

static int memory_poll_fd(const struct link *link)
{
    (void)link;
    return -1;
}

static int memory_poll_ms(const struct link *link)
{
    (void)link;
    return 0;
}

/* Frees a link whose wires it has left. */
static void release(struct memory_link *me)
{
    if (me->memory->listener == me)
        me->memory->listener = NULL;
    free(me->held);
    free(me);
}

static void memory_destroy(struct link *link)
{
    struct memory_link *me = self(link);
    for (size_t i = 0; i < me->peers; i++)
        if (me->slots[i].wire)
            hang_up(me, me->slots[i].wire, LINK_AT_ONCE);
    release(me);
}

static const struct link_kind kind = {
    .next = memory_next,
    .send = memory_send,
    .flush = memory_flush,
    .disconnect = memory_disconnect,
    .address = memory_address,
    .waiting = memory_waiting,
    .peers = memory_peers,
    .port = memory_port,
    .poll_fd = memory_poll_fd,
    .poll_ms = memory_poll_ms,
    .destroy = memory_destroy,
};

enum error link_memory_create(struct link_memory **out, const struct link_faults *faults)
{
    *out = calloc(1, sizeof **out);
    if (!*out)
        return ERROR_MEMORY;
    if (faults)
        link_memory_trouble(*out, faults);
    (*out)->air.random = (*out)->air.faults.seed;
    return ERROR_OK;
}

void link_memory_destroy(struct link_memory **memory)
{
    assert(!*memory || (!(*memory)->wires && !(*memory)->listener));
    free(*memory);
    *memory = NULL;
}

void link_memory_trouble(struct link_memory *memory, const struct link_faults *faults)
{
    memory->air.faults = faults ? *faults : (struct link_faults){0};
    assert(memory->air.faults.loss_percent < 100 && memory->air.faults.double_percent <= 100);
}

void link_memory_advance(struct link_memory *memory, uint64_t now_ms)
{
    assert(now_ms >= memory->air.now_ms);
    memory->air.now_ms = now_ms;
    for (struct link_wire *wire = memory->wires; wire; wire = wire->next)
        link_wire_resend(&memory->air, wire);
}

uint64_t link_memory_next_ms(const struct link_memory *memory)
{
    uint64_t next = LINK_WIRE_NEVER;
    for (const struct link_wire *wire = memory->wires; wire; wire = wire->next) {
        uint64_t ms = link_wire_next_ms(&memory->air, wire);
        if (ms < next)
            next = ms;
    }
    return next;
}

static struct memory_link *create(struct link_memory *memory, enum link_side side, size_t peers)
{
    struct memory_link *me = calloc(1, sizeof *me + peers * sizeof me->slots[0]);
    if (me) {
        me->link.kind = &kind;
        me->memory = memory;
        me->side = side;
        me->peers = peers;
    }
    return me;
}

enum error link_memory_listen(struct link **out, struct link_memory *memory, size_t peers)
{
    *out = NULL;
    assert(peers > 0 && peers <= UINT16_MAX);
    if (memory->listener)
        return ERROR_NETWORK;
    memory->listener = create(memory, LINK_WIRE_LISTENER, peers);
    if (!memory->listener)
        return ERROR_MEMORY;
    *out = &memory->listener->link;
    return ERROR_OK;
}

/* Puts the wire into a free place of the listening end, if there is one. */
static bool reach_listener(struct link_memory *memory, struct link_wire *wire)
{
    struct memory_link *listener = memory->listener;
    for (size_t i = 0; listener && i < listener->peers; i++) {
        if (listener->slots[i].wire)
            continue;
        listener->slots[i].wire = wire;
        wire->ends[LINK_WIRE_LISTENER] = listener;
        wire->index[LINK_WIRE_LISTENER] = (uint16_t)i;
        return true;
    }
    return false;
}

enum error link_memory_dial(struct link **out, struct link_memory *memory, const char *address)
{
    *out = NULL;
    struct memory_link *me = create(memory, LINK_WIRE_DIALLER, 1);
    struct link_wire *wire = NULL;
    if (!me || link_wire_create(&wire) != ERROR_OK) {
        free(me);
        return ERROR_MEMORY;
    }
    snprintf(wire->address, sizeof wire->address, "%s", address);
    wire->ends[LINK_WIRE_DIALLER] = me;
    wire->next = memory->wires;
    memory->wires = wire;
    me->slots[0].wire = wire;
    if (reach_listener(memory, wire))
        note(memory, wire, LINK_WIRE_LISTENER, LINK_CONNECTED);
    else
        wire->gone_ms[LINK_WIRE_DIALLER] = memory->air.now_ms + LINK_MEMORY_SILENCE_MS;
    *out = &me->link;
    return ERROR_OK;
}

void link_memory_cut(struct link *dialled)
{
    struct memory_link *me = self(dialled);
    assert(dialled->kind == &kind && me->side == LINK_WIRE_DIALLER);
    if (me->slots[0].wire)
        cut(me->memory, me->slots[0].wire);
}

void link_memory_crash(struct link **link)
{
    struct memory_link *me = self(*link);
    assert((*link)->kind == &kind);
    for (size_t i = 0; i < me->peers; i++)
        if (me->slots[i].wire)
            leave(me, me->slots[i].wire, false);
    release(me);
    *link = NULL;
}
