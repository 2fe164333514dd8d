#include "link/link_wire.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* splitmix64: small, and the same everywhere */
uint64_t link_wire_draw(struct link_air *air, uint64_t below)
{
    uint64_t z = air->random += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return below ? (z ^ (z >> 31)) % below : 0;
}

/* Of a hundred. A fault that is switched off draws nothing. */
static bool happens(struct link_air *air, uint32_t percent)
{
    return percent && link_wire_draw(air, 100) < percent;
}

static enum link_side other(enum link_side side)
{
    return side == LINK_WIRE_LISTENER ? LINK_WIRE_DIALLER : LINK_WIRE_LISTENER;
}

enum error link_wire_create(struct link_wire **out)
{
    *out = calloc(1, sizeof **out);
    if (!*out)
        return ERROR_MEMORY;
    for (int side = 0; side < 2; side++) {
        (*out)->to[side].again_ms = LINK_WIRE_NEVER;
        (*out)->gone_ms[side] = LINK_WIRE_NEVER;
    }
    return ERROR_OK;
}

static void drop_datagrams(struct link_way *way)
{
    while (way->first) {
        struct link_datagram *datagram = way->first;
        way->first = datagram->next;
        free(datagram);
    }
    way->last = NULL;
}

void link_wire_drop(struct link_wire *wire, enum link_side to)
{
    struct link_way *way = &wire->to[to];
    drop_datagrams(way);
    while (way->unsure) {
        struct link_message *message = way->unsure;
        way->unsure = message->next;
        free(message);
    }
    way->newest = NULL;
    way->waiting = 0;
    way->again_ms = LINK_WIRE_NEVER;
}

void link_wire_destroy(struct link_wire **wire)
{
    link_wire_drop(*wire, LINK_WIRE_LISTENER);
    link_wire_drop(*wire, LINK_WIRE_DIALLER);
    free(*wire);
    *wire = NULL;
}

/* Puts a datagram among those under way, where it is due. Memory for a few bytes in a test's own
 * process is taken for granted. */
static void add_datagram(struct link_air *air, struct link_way *way, uint64_t number,
                         bool acknowledges)
{
    struct link_datagram *datagram = calloc(1, sizeof *datagram);
    assert(datagram);
    datagram->number = number;
    datagram->acknowledges = acknowledges;
    datagram->serial = ++air->serial;
    datagram->due_ms = air->now_ms + air->faults.delay_ms;
    if (air->faults.jitter_ms)
        datagram->due_ms += link_wire_draw(air, (uint64_t)air->faults.jitter_ms + 1);
    if (!way->last || way->last->due_ms <= datagram->due_ms) {
        *(way->last ? &way->last->next : &way->first) = datagram;
        way->last = datagram;
        return;
    }
    struct link_datagram **at = &way->first;
    while ((*at)->due_ms <= datagram->due_ms)
        at = &(*at)->next;
    datagram->next = *at;
    *at = datagram;
}

/* False when the datagram, or both where it is doubled, is lost. */
static bool send_datagram(struct link_air *air, struct link_wire *wire, enum link_side to,
                          uint64_t number, bool acknowledges)
{
    bool some = false;
    if (wire->cut || !wire->ends[to])
        return true; /* nobody there: that is noticed in other ways */
    for (int copies = 1 + happens(air, air->faults.double_percent); copies > 0; copies--) {
        if (happens(air, air->faults.loss_percent))
            continue;
        add_datagram(air, &wire->to[to], number, acknowledges);
        some = true;
    }
    return some;
}

/* Neither it nor a word of it arrives: it is sent again by and by. */
static void lose(struct link_air *air, struct link_wire *wire, enum link_side to,
                 struct link_message *message)
{
    struct link_way *way = &wire->to[to];
    message->again_ms = air->now_ms + air->faults.resend_ms + 1;
    if (message->again_ms < way->again_ms)
        way->again_ms = message->again_ms;
    if (++message->tries >= LINK_WIRE_TRIES && air->now_ms < wire->gone_ms[other(to)])
        wire->gone_ms[other(to)] = air->now_ms;
}

enum error link_wire_put(struct link_air *air, struct link_wire *wire, enum link_side to,
                         enum link_event_kind kind, const uint8_t *bytes, size_t length)
{
    struct link_way *way = &wire->to[to];
    struct link_message *message = calloc(1, sizeof *message + length);
    if (!message)
        return ERROR_MEMORY;
    message->kind = kind;
    message->number = ++way->sent;
    message->again_ms = LINK_WIRE_NEVER;
    message->length = length;
    if (length)
        memcpy(message->bytes, bytes, length);
    *(way->newest ? &way->newest->next : &way->unsure) = message;
    way->newest = message;
    way->waiting += length;
    if (!send_datagram(air, wire, to, message->number, false))
        lose(air, wire, to, message);
    return ERROR_OK;
}

/* All messages up to that number have arrived. */
static void acknowledge(struct link_way *way, uint64_t number)
{
    while (way->unsure && way->unsure->number <= number) {
        struct link_message *message = way->unsure;
        way->unsure = message->next;
        way->waiting -= message->length;
        free(message);
    }
    if (!way->unsure)
        way->newest = NULL;
}

static struct link_message *find_message(const struct link_way *way, uint64_t number)
{
    struct link_message *message = way->unsure;
    while (message && message->number < number)
        message = message->next;
    return message && message->number == number ? message : NULL;
}

/* Says how far things have arrived; where that is lost the newest of them is sent once more. */
static void say_arrived(struct link_air *air, struct link_wire *wire, enum link_side side)
{
    struct link_way *way = &wire->to[side];
    if (!wire->ends[other(side)]) {
        acknowledge(way, way->taken);
        return;
    }
    struct link_message *newest = find_message(way, way->taken);
    if (!send_datagram(air, wire, other(side), way->taken, true) && newest)
        lose(air, wire, side, newest);
}

static void remove_datagram(struct link_way *way, struct link_datagram **at,
                            struct link_datagram *before)
{
    struct link_datagram *datagram = *at;
    *at = datagram->next;
    if (way->last == datagram)
        way->last = before;
    free(datagram);
}

/* What can be no next message, taken in: true when it was one of these. */
static bool take_in(struct link_air *air, struct link_wire *wire, enum link_side side,
                    const struct link_datagram *datagram)
{
    if (datagram->acknowledges)
        acknowledge(&wire->to[other(side)], datagram->number);
    else if (datagram->number && datagram->number <= wire->to[side].taken)
        say_arrived(air, wire, side);
    else
        return false;
    return true;
}

static bool is_next(const struct link_way *way, const struct link_datagram *datagram)
{
    return !datagram->acknowledges && (!datagram->number || datagram->number == way->taken + 1);
}

const struct link_datagram *link_wire_next(struct link_air *air, struct link_wire *wire,
                                           enum link_side side)
{
    struct link_way *way = &wire->to[side];
    struct link_datagram **at = &way->first, *before = NULL;
    while (*at && (*at)->due_ms <= air->now_ms) {
        if (is_next(way, *at))
            return *at;
        if (take_in(air, wire, side, *at)) {
            remove_datagram(way, at, before);
        } else {
            before = *at;
            at = &(*at)->next;
        }
    }
    return NULL;
}

/* A copy: the sender keeps its own until it knows. */
static struct link_message *copy(const struct link_message *message)
{
    struct link_message *mine = malloc(sizeof *mine + message->length);
    if (mine)
        memcpy(mine, message, sizeof *mine + message->length);
    return mine;
}

struct link_message *link_wire_take(struct link_air *air, struct link_wire *wire,
                                    enum link_side side)
{
    static const struct link_message goodbye = {.kind = LINK_GONE};
    struct link_way *way = &wire->to[side];
    struct link_datagram **at = &way->first, *before = NULL;
    while (!is_next(way, *at)) {
        before = *at;
        at = &(*at)->next;
    }
    const struct link_message *message =
        (*at)->number ? find_message(way, (*at)->number) : &goodbye;
    assert(message);
    struct link_message *mine = copy(message);
    if (!mine)
        return NULL;
    way->taken += message->number > 0;
    remove_datagram(way, at, before);
    if (message->number)
        say_arrived(air, wire, side);
    return mine;
}

void link_wire_resend(struct link_air *air, struct link_wire *wire)
{
    for (int to = LINK_WIRE_LISTENER; to <= LINK_WIRE_DIALLER; to++) {
        struct link_way *way = &wire->to[to];
        if (way->again_ms > air->now_ms)
            continue;
        way->again_ms = LINK_WIRE_NEVER;
        for (struct link_message *m = way->unsure; m; m = m->next) {
            if (m->again_ms <= air->now_ms) {
                m->again_ms = LINK_WIRE_NEVER;
                if (!send_datagram(air, wire, (enum link_side)to, m->number, false))
                    lose(air, wire, (enum link_side)to, m);
            } else if (m->again_ms < way->again_ms) {
                way->again_ms = m->again_ms;
            }
        }
    }
}

void link_wire_leave(struct link_air *air, struct link_wire *wire, enum link_side side,
                     bool says_so)
{
    enum link_side to = other(side);
    wire->ends[side] = NULL;
    link_wire_drop(wire, side);
    if (!wire->ends[to])
        return;
    if (says_so && !send_datagram(air, wire, to, 0, false))
        says_so = false; /* it is lost */
    if (wire->gone_ms[to] > air->now_ms + LINK_MEMORY_SILENCE_MS)
        wire->gone_ms[to] = air->now_ms + LINK_MEMORY_SILENCE_MS;
}

uint64_t link_wire_next_ms(const struct link_air *air, const struct link_wire *wire)
{
    uint64_t next = LINK_WIRE_NEVER;
    for (int side = LINK_WIRE_LISTENER; side <= LINK_WIRE_DIALLER; side++) {
        const struct link_way *way = &wire->to[side];
        if (wire->ends[side] && wire->gone_ms[side] < next)
            next = wire->gone_ms[side];
        if (way->again_ms < next)
            next = way->again_ms;
        for (const struct link_datagram *d = way->first; d; d = d->next) {
            bool blocked =
                d->due_ms <= air->now_ms && !d->acknowledges && d->number > way->taken + 1;
            if (!blocked && d->due_ms < next)
                next = d->due_ms;
            if (d->due_ms > air->now_ms)
                break;
        }
    }
    return next;
}
