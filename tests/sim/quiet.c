#include "sim/sim.h"

#include <stdlib.h>
#include <string.h>

/* ---- each room is what is projected for it */

struct expecting {
    struct room *room;
    int64_t ahead_ms; /* of the room's clock to the host's */
};

/* As it would come over the wire. */
static void expect(void *context, const struct item *item)
{
    static uint8_t bytes[WIRE_ITEM_MAX];
    static struct item back;
    const struct expecting *e = context;
    if (!wire_item_decode(&back, bytes, wire_item_encode(bytes, item)))
        abort();
    if (back.key.kind == ITEM_TIMER && back.body.timer.running)
        back.body.timer.ends_ms += e->ahead_ms;
    room_apply(e->room, &back);
}

/* A running timer's end is as exact as a beat and its answer are quick: here that is two steps,
 * whatever has held up letters and moved clocks before. */
enum { TIMER_SLACK_MS = 2 * SIM_QUIET_STEP_MS };

static void forgive_timer(struct room *expected, const struct room *room)
{
    int64_t off_ms = expected->timer.ends_ms - room->timer.ends_ms;
    if (off_ms >= -TIMER_SLACK_MS && off_ms <= TIMER_SLACK_MS)
        expected->timer.ends_ms = room->timer.ends_ms;
}

struct differing {
    unsigned count;
    struct item_key first;
};

static void differs(void *context, struct item_key key)
{
    struct differing *d = context;
    if (!d->count++)
        d->first = key;
}

static void check_room(struct sim *sim, const struct room *room, struct expecting *e,
                       const char *whose, unsigned number)
{
    struct differing d = {0};
    forgive_timer(e->room, room);
    room_compare(e->room, room, differs, &d);
    if (d.count)
        sim_fail(sim, "%s %u: %u items of its room are not what is projected, the first: %s %u %u",
                 whose, number, d.count, item_word((enum item_kind)d.first.kind), d.first.a,
                 d.first.b);
    sim->tally->rooms++;
}

static void project(struct sim *sim, struct expecting *e, enum audience_kind kind, uint16_t id)
{
    model_project(sim->shadow, &sim->host->live, (struct audience){kind, id}, expect, e);
}

void quiet_check_rooms(struct sim *sim)
{
    static const enum audience_kind viewers[VIEWER_COUNT] = {
        [VIEWER_PROJECTOR] = AUDIENCE_PROJECTOR, [VIEWER_FACILITATOR] = AUDIENCE_FACILITATOR};
    struct expecting e = {0};
    if (!sim->expected && room_create(&sim->expected) != ERROR_OK)
        abort();
    e.room = sim->expected;
    for (unsigned i = 0; i < SIM_CLIENTS; i++) {
        const struct sim_client *client = &sim->clients[i];
        if (!client->session->begun)
            continue;
        const struct seat *seat = &sim->shadow->seats[client->seat];
        room_clear(e.room);
        e.ahead_ms = sim->now_ms + client->ahead_ms - kiosk_now_ms(sim);
        project(sim, &e, audience_of_role((enum role)seat->role), 0);
        if (audience_school(sim->shadow, client->seat))
            project(sim, &e, AUDIENCE_SCHOOL, audience_school(sim->shadow, client->seat));
        project(sim, &e, AUDIENCE_SEAT, client->seat);
        check_room(sim, session_room(client->session), &e, "client", i);
    }
    for (unsigned v = 0; v < VIEWER_COUNT; v++) {
        room_clear(e.room);
        e.ahead_ms = 0;
        project(sim, &e, viewers[v], 0);
        check_room(sim, sim->viewers[v], &e, "viewer", v);
    }
}

/* ---- bounds */

/* Keys there can be in one feed: those that have a place in a room. */
enum {
    FEED_KEYS = 2 * (CONDITIONS_MAX + 1) * (SCHOOLS_MAX + 1) + 2 * (NOTES_MAX + 1) +
                2 * (ACTIONS_MAX + 1) + 4 * (CONDITIONS_MAX + 1) * FINDING_COUNT + SEATS_MAX +
                CODES_MAX + PAPERS_MAX + (BALLOTS_MAX + 1) * (SCHOOLS_MAX + LAPTOP_MAX + 4) +
                3 * (REVIEWS_MAX + 1) * (SCHOOLS_MAX + CONDITIONS_MAX + 2) + AGENDA_MAX + 64,
    FEED_ENTRY = 128, /* bytes of one beside its item */
    WAITING_MOST = LINK_WAITING_MAX,
    OWN_MOST = 1024,
};

static void check(struct sim *sim, size_t is, size_t most, const char *what)
{
    if (is > (sim->broken == BREAK_BOUND ? most / 100 : most))
        sim_fail(sim, "%s: %zu, and %zu is the most", what, is, most);
}

static void check_feeds(struct sim *sim)
{
    size_t most =
        (size_t)FEED_KEYS * (FEED_ENTRY + 600) + CONDITIONS_MAX * sizeof(struct condition);
    for (unsigned kind = 0; kind < AUDIENCE_SCHOOL; kind++)
        check(sim, feed_bytes(sim->host->feeds[kind]), most, "bytes of a feed");
    for (school_id s = 1; s <= SCHOOLS_MAX; s++)
        if (sim->host->school_feeds[s])
            check(sim, feed_bytes(sim->host->school_feeds[s]), most, "bytes of a school's feed");
}

void quiet_check_bounds(struct sim *sim)
{
    const struct host *host = sim->host;
    size_t open = 0;
    for (unsigned i = 0; i < SIM_CLIENTS; i++) {
        const struct session *s = sim->clients[i].session;
        check(sim, s->outbox.count, SESSION_OUTBOX_MAX, "commands in an outbox");
        if (s->link)
            check(sim, link_waiting(s->link, s->peer), WAITING_MOST, "bytes waiting at a client");
    }
    if (!host)
        return;
    for (size_t i = 0; i < host->peer_count; i++) {
        const struct peer *peer = &host->peers[i];
        open += peer->open;
        check(sim, peer->own.count, OWN_MOST, "a seat's own items");
        if (peer->open)
            check(sim, link_waiting(host->link, peer->handle), WAITING_MOST,
                  "bytes waiting at the kiosk");
    }
    if (open != host->open_count)
        sim_fail(sim, "%zu connections are open and the host counts %zu", open, host->open_count);
    check(sim, host->answer_count, 0, "answers owed after a tick");
    if (sim->step % 16 == 0)
        check_feeds(sim);
}
