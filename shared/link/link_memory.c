#include "link/link_memory.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "link/link_kind.h"

/* The two ends of a wire. */
enum side {
    LISTENER,
    DIALLER,
};

enum {
    LOSSES_MAX = 64, /* of one message in a row */
};

/* What is on its way to one end; it comes when it is due and all before it have come. */
struct item {
    struct item *next;
    uint64_t due_ms;
    uint64_t number; /* order among items due at the same time */
    enum link_event_kind kind;
    size_t length;
    uint8_t bytes[];
};

struct queue {
    struct item *first, *last;
    size_t bytes;
};

struct wire {
    struct wire *next;
    struct queue to[2];
    struct memory_link *ends[2]; /* NULL: that end is done with it */
    uint16_t index[2];
    char address[LINK_ADDRESS_SIZE];
    bool cut;
};

struct link_memory {
    struct link_faults faults;
    uint64_t now_ms, number, random;
    struct wire *wires;
    struct memory_link *listener;
};

struct slot {
    struct wire *wire;
    uint16_t generation;
    bool live; /* the caller was told it is connected */
};

struct memory_link {
    struct link link;
    struct link_memory *memory;
    enum side side;
    struct item *held;
    size_t peers;
    struct slot slots[];
};

/* splitmix64: small, and the same everywhere */
static uint64_t draw(struct link_memory *memory, uint64_t below)
{
    uint64_t z = memory->random += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return below ? (z ^ (z >> 31)) % below : 0;
}

static void empty(struct queue *queue)
{
    while (queue->first) {
        struct item *item = queue->first;
        queue->first = item->next;
        free(item);
    }
    queue->last = NULL;
    queue->bytes = 0;
}

/* How long one message takes from now. */
static uint64_t travel_ms(struct link_memory *memory)
{
    const struct link_faults *faults = &memory->faults;
    uint64_t ms = faults->delay_ms;
    if (faults->jitter_ms)
        ms += draw(memory, (uint64_t)faults->jitter_ms + 1);
    for (int i = 0; i < LOSSES_MAX && faults->loss_percent; i++) {
        if (draw(memory, 100) >= faults->loss_percent)
            break;
        ms += faults->resend_ms;
    }
    return ms;
}

static enum error put(struct link_memory *memory, struct wire *wire, enum side to,
                      enum link_event_kind what, uint64_t after_ms, const uint8_t *bytes,
                      size_t length)
{
    struct queue *queue = &wire->to[to];
    struct item *item = calloc(1, sizeof *item + length);
    if (!item)
        return ERROR_MEMORY;
    item->kind = what;
    item->number = ++memory->number;
    item->due_ms = memory->now_ms + after_ms;
    item->length = length;
    if (length)
        memcpy(item->bytes, bytes, length);
    if (queue->last)
        queue->last->next = item;
    else
        queue->first = item;
    queue->last = item;
    queue->bytes += length;
    return ERROR_OK;
}

/* A note without bytes, in a test's own process: memory for it is taken for granted. */
static void note(struct link_memory *memory, struct wire *wire, enum side to,
                 enum link_event_kind what, uint64_t after_ms)
{
    enum error e = put(memory, wire, to, what, after_ms, NULL, 0);
    assert(e == ERROR_OK);
}

static void remove_wire(struct link_memory *memory, struct wire *wire)
{
    struct wire **at = &memory->wires;
    while (*at != wire)
        at = &(*at)->next;
    *at = wire->next;
    empty(&wire->to[LISTENER]);
    empty(&wire->to[DIALLER]);
    free(wire);
}

/* One end is done with the wire; the last one clears it away. */
static void leave(struct memory_link *me, struct wire *wire)
{
    struct slot *slot = &me->slots[wire->index[me->side]];
    slot->wire = NULL;
    slot->live = false;
    wire->ends[me->side] = NULL;
    empty(&wire->to[me->side]);
    if (!wire->ends[LISTENER] && !wire->ends[DIALLER])
        remove_wire(me->memory, wire);
}

static void hang_up(struct memory_link *me, struct wire *wire, enum link_when when)
{
    enum side other = me->side == LISTENER ? DIALLER : LISTENER;
    if (wire->ends[other] && !wire->cut) {
        if (when == LINK_AT_ONCE)
            empty(&wire->to[other]);
        note(me->memory, wire, other, LINK_GONE, travel_ms(me->memory));
    }
    leave(me, wire);
}

static void cut(struct link_memory *memory, struct wire *wire)
{
    if (wire->cut)
        return;
    wire->cut = true;
    for (int side = LISTENER; side <= DIALLER; side++) {
        empty(&wire->to[side]);
        if (wire->ends[side])
            note(memory, wire, (enum side)side, LINK_GONE, LINK_MEMORY_SILENCE_MS);
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

/* The wire whose next item for this end is due and the earliest. */
static struct wire *next_wire(const struct memory_link *me)
{
    struct wire *best = NULL;
    for (size_t i = 0; i < me->peers; i++) {
        struct wire *wire = me->slots[i].wire;
        const struct item *item = wire ? wire->to[me->side].first : NULL;
        if (!item || item->due_ms > me->memory->now_ms)
            continue;
        const struct item *other = best ? best->to[me->side].first : NULL;
        if (!other || item->due_ms < other->due_ms ||
            (item->due_ms == other->due_ms && item->number < other->number))
            best = wire;
    }
    return best;
}

static bool memory_next(struct link *link, struct link_event *event)
{
    struct memory_link *me = self(link);
    free(me->held);
    me->held = NULL;
    struct wire *wire = next_wire(me);
    if (!wire)
        return false;

    struct queue *queue = &wire->to[me->side];
    struct item *item = queue->first;
    queue->first = item->next;
    if (!queue->first)
        queue->last = NULL;
    queue->bytes -= item->length;

    struct slot *slot = &me->slots[wire->index[me->side]];
    bool told = slot->live || item->kind == LINK_CONNECTED || me->side == DIALLER;
    if (item->kind == LINK_CONNECTED) {
        if (++slot->generation == 0)
            slot->generation = 1;
        slot->live = true;
    }
    *event = (struct link_event){
        .kind = item->kind,
        .peer = {wire->index[me->side], slot->generation},
        .bytes = item->kind == LINK_MESSAGE ? item->bytes : NULL,
        .length = item->length,
    };
    me->held = item;
    if (item->kind == LINK_GONE)
        leave(me, wire);
    /* A dialler may have gone before this end knew it: then there is nothing to tell. */
    return told || memory_next(link, event);
}

static enum error memory_send(struct link *link, struct link_peer peer, const uint8_t *bytes,
                              size_t length)
{
    struct memory_link *me = self(link);
    const struct slot *slot = find(link, peer);
    if (!slot)
        return ERROR_ABSENT;
    struct wire *wire = slot->wire;
    enum side other = me->side == LISTENER ? DIALLER : LISTENER;
    if (wire->to[other].bytes + length > LINK_WAITING_MAX)
        return ERROR_RANGE;
    if (me->memory->faults.cut_per_million &&
        draw(me->memory, 1000000) < me->memory->faults.cut_per_million)
        cut(me->memory, wire);
    if (wire->cut || !wire->ends[other])
        return ERROR_OK; /* as on a wire: sent, and the news of its end is on the way */
    return put(me->memory, wire, other, LINK_MESSAGE, travel_ms(me->memory), bytes, length);
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
    return slot ? slot->wire->to[me->side == LISTENER ? DIALLER : LISTENER].bytes : 0;
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

static void memory_destroy(struct link *link)
{
    struct memory_link *me = self(link);
    for (size_t i = 0; i < me->peers; i++)
        if (me->slots[i].wire)
            hang_up(me, me->slots[i].wire, LINK_AT_ONCE);
    if (me->memory->listener == me)
        me->memory->listener = NULL;
    free(me->held);
    free(me);
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
        (*out)->faults = *faults;
    (*out)->random = (*out)->faults.seed;
    assert((*out)->faults.loss_percent < 100);
    return ERROR_OK;
}

void link_memory_destroy(struct link_memory **memory)
{
    assert(!*memory || (!(*memory)->wires && !(*memory)->listener));
    free(*memory);
    *memory = NULL;
}

void link_memory_advance(struct link_memory *memory, uint64_t now_ms)
{
    assert(now_ms >= memory->now_ms);
    memory->now_ms = now_ms;
}

uint64_t link_memory_next_ms(const struct link_memory *memory)
{
    uint64_t next = UINT64_MAX;
    for (const struct wire *wire = memory->wires; wire; wire = wire->next)
        for (int side = LISTENER; side <= DIALLER; side++)
            if (wire->to[side].first && wire->to[side].first->due_ms < next)
                next = wire->to[side].first->due_ms;
    return next;
}

static struct memory_link *create(struct link_memory *memory, enum side side, size_t peers)
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
    memory->listener = create(memory, LISTENER, peers);
    if (!memory->listener)
        return ERROR_MEMORY;
    *out = &memory->listener->link;
    return ERROR_OK;
}

/* Puts the wire into a free place of the listening end, if there is one. */
static bool reach_listener(struct link_memory *memory, struct wire *wire)
{
    struct memory_link *listener = memory->listener;
    for (size_t i = 0; listener && i < listener->peers; i++) {
        if (listener->slots[i].wire)
            continue;
        listener->slots[i].wire = wire;
        wire->ends[LISTENER] = listener;
        wire->index[LISTENER] = (uint16_t)i;
        return true;
    }
    return false;
}

enum error link_memory_dial(struct link **out, struct link_memory *memory, const char *address)
{
    *out = NULL;
    struct memory_link *me = create(memory, DIALLER, 1);
    struct wire *wire = calloc(1, sizeof *wire);
    if (!me || !wire) {
        free(me);
        free(wire);
        return ERROR_MEMORY;
    }
    snprintf(wire->address, sizeof wire->address, "%s", address);
    wire->ends[DIALLER] = me;
    wire->next = memory->wires;
    memory->wires = wire;
    me->slots[0].wire = wire;
    if (reach_listener(memory, wire)) {
        uint64_t there_ms = travel_ms(memory);
        note(memory, wire, LISTENER, LINK_CONNECTED, there_ms);
        note(memory, wire, DIALLER, LINK_CONNECTED, there_ms + travel_ms(memory));
    } else {
        note(memory, wire, DIALLER, LINK_GONE, LINK_MEMORY_SILENCE_MS);
    }
    *out = &me->link;
    return ERROR_OK;
}

void link_memory_cut(struct link *dialled)
{
    struct memory_link *me = self(dialled);
    assert(dialled->kind == &kind && me->side == DIALLER);
    if (me->slots[0].wire)
        cut(me->memory, me->slots[0].wire);
}
