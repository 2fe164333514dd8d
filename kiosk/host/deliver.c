#include "host/state.h"

#include <poll.h>
#include <string.h>

enum { BACKLOG_MAX = 96 * 1024 }; /* bytes waiting for one client beyond which it is put off */

static struct feed *class_feed(struct host *host, const struct peer *peer)
{
    const struct seat *seat = &store_model(host->store)->seats[peer->seat];
    return host->feeds[audience_of_role((enum role)seat->role)];
}

static void project(struct host *host, struct feed *feed)
{
    if (feed_project(feed, store_model(host->store), &host->live) != ERROR_OK)
        host->dirty = true; /* short of memory: again with the next tick */
}

/* Makes the feed of a school's people when the first of them comes. */
static struct feed *school_feed(struct host *host, school_id school)
{
    struct feed **feed = &host->school_feeds[school];
    if (!*feed && feed_create(feed, (struct audience){AUDIENCE_SCHOOL, school}) == ERROR_OK &&
        !host->held)
        project(host, *feed);
    return *feed;
}

/* While something that was to be wiped may still stand in the file, nothing that depends on it is
 * shown: only the facilitator is told why all stands still. It is tried again every second. */
static void project_trouble(struct host *host)
{
    struct feed *feed = host->feeds[AUDIENCE_FACILITATOR];
    host->dirty = true;
    if (feed_project_kiosk(feed, store_model(host->store), &host->live) != ERROR_OK)
        return; /* short of memory: with the next tick */
}

static void project_all(struct host *host, int64_t now_ms)
{
    host->dirty = false;
    host->behind = true;
    host->projected_ms = now_ms;
    if (host->held) {
        project_trouble(host);
        return;
    }
    for (size_t i = 0; i < host->peer_end; i++)
        host->peers[i].own.due = true;
    for (unsigned kind = 0; kind < AUDIENCE_SCHOOL; kind++)
        project(host, host->feeds[kind]);
    for (school_id s = 1; s <= SCHOOLS_MAX; s++)
        if (host->school_feeds[s])
            project(host, host->school_feeds[s]);
}

/* A seat that has come to speak for a school, or no longer does. */
static void follow_school(struct host *host, struct peer *peer)
{
    school_id school = audience_school(store_model(host->store), peer->seat);
    if (school == peer->school || peer->old_school)
        return;
    peer->old_school = peer->school;
    peer->old_from = 0;
    peer->school = school;
    peer->school_cursor = 0;
}

/* Writes one letter's worth; true when this was all. */
static bool write_letter(struct host *host, struct peer *peer, const struct feed *class)
{
    if (!own_write(&peer->own, store_model(host->store), &host->live, peer->seat, &host->letter))
        return false;
    if (peer->old_school) {
        if (!feed_write_removal(host->school_feeds[peer->old_school], &peer->old_from,
                                &host->letter))
            return false;
        peer->old_school = 0;
    }
    struct feed *own = peer->school ? school_feed(host, peer->school) : NULL;
    if (own && !feed_write(own, &peer->school_cursor, &host->letter))
        return false;
    if (!feed_write(class, &peer->class_cursor, &host->letter))
        return false;
    if (!peer->caught_up && !letter_add_caught_up(&host->letter))
        return false;
    peer->caught_up = true;
    return true;
}

/* Everything that is newer than what this client has, as far as it keeps up with reading: true when
 * that was all. */
static bool deliver_to(struct host *host, struct peer *peer, int64_t now_ms)
{
    const struct feed *class = class_feed(host, peer);
    bool all = false;
    follow_school(host, peer);
    while (!all && link_waiting(host->link, peer->handle) < BACKLOG_MAX) {
        letter_begin(&host->letter, host_workshop_ms(host, now_ms));
        size_t empty = host->letter.length;
        all = write_letter(host, peer, class);
        if (host->letter.length > empty && !peer_send(peer, host->link, &host->letter))
            return true; /* it is gone */
    }
    return all;
}

static const enum audience_kind viewer_audiences[VIEWER_COUNT] = {
    [VIEWER_PROJECTOR] = AUDIENCE_PROJECTOR,
    [VIEWER_FACILITATOR] = AUDIENCE_FACILITATOR,
};

/* The presenter's two rooms. A letter that does not fit its box is written again later. */
static void deliver_to_viewer(struct host *host, enum mailbox_viewer viewer, int64_t now_ms)
{
    const struct feed *feed = host->feeds[viewer_audiences[viewer]];
    while (host->viewer_cursors[viewer] != feed_version(feed)) {
        uint64_t cursor = host->viewer_cursors[viewer];
        letter_begin(&host->letter, host_workshop_ms(host, now_ms));
        bool all = feed_write(feed, &cursor, &host->letter);
        if (!mailbox_post_letter(host->box, viewer, host->letter.bytes, host->letter.length))
            break;
        host->viewer_cursors[viewer] = cursor;
        if (all)
            break;
    }
}

static void deliver_to_clients(struct host *host, int64_t now_ms)
{
    host->behind = false;
    for (size_t i = 0; i < host->peer_end; i++) {
        struct peer *peer = &host->peers[i];
        if (peer->open && peer->seat && !peer->leaving && !deliver_to(host, peer, now_ms))
            host->behind = true;
    }
}

/* Those who ask come first: while they are being answered and more has arrived, news waits, though
 * no longer than it may wait between two updates. */
static bool put_off(struct host *host, int64_t now_ms)
{
    struct pollfd fd = {.fd = link_poll_fd(host->link), .events = POLLIN};
    bool more = host->answered && fd.fd >= 0 && poll(&fd, 1, 0) > 0;
    if (!more || !host->put_off_ms)
        host->put_off_ms = more ? now_ms : 0;
    if (more && now_ms - host->put_off_ms < PROJECT_EVERY_MS)
        return true;
    host->put_off_ms = 0;
    return false;
}

/* Feeds that are behind the state are not sent from: a school that has just taken its name back
 * must not be shown for a moment longer to whoever comes in at that moment. */
void deliver_news(struct host *host, int64_t now_ms)
{
    if (store_astray(host->store) || put_off(host, now_ms))
        return;
    if (host->dirty && now_ms - host->projected_ms < PROJECT_EVERY_MS)
        return;
    if (host->dirty)
        project_all(host, now_ms);
    if (host->behind)
        deliver_to_clients(host, now_ms);
    for (unsigned viewer = 0; host->box && viewer < VIEWER_COUNT; viewer++)
        deliver_to_viewer(host, (enum mailbox_viewer)viewer, now_ms);
}
