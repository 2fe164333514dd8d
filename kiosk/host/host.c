#include "host/state.h"

#include "base/text.h"
#include "host/clock.h"
#include "host/codes.h"
#include "journal/copies.h"

#include <poll.h>
#include <stdlib.h>
#include <string.h>

struct peer *host_peer(struct host *host, struct link_peer handle)
{
    if (handle.index >= host->peer_count)
        return NULL;
    struct peer *peer = &host->peers[handle.index];
    return peer->open && peer->handle.generation == handle.generation ? peer : NULL;
}

int64_t host_workshop_ms(const struct host *host, int64_t now_ms)
{
    return host->began_ms + (now_ms - host->began_ms) * host->speed;
}

static enum link_found find(void *context, enum link_by by, const uint8_t name[LINK_NAME],
                            struct link_secret *secret)
{
    const struct host *host = context;
    return codes_find(store_model(host->store), by, name, secret);
}

static enum error make_feeds(struct host *host)
{
    for (unsigned kind = 0; kind < AUDIENCE_SCHOOL; kind++)
        if (feed_create(&host->feeds[kind], (struct audience){(enum audience_kind)kind, 0}) !=
            ERROR_OK)
            return ERROR_MEMORY;
    host->peer_count = link_peers(host->link);
    host->peers = calloc(host->peer_count, sizeof *host->peers);
    return host->peers ? ERROR_OK : ERROR_MEMORY;
}

/* Seats that were taken in an earlier run are away until their people come back. */
static void start_house(struct host *host, const struct host_parts *parts)
{
    const struct model *model = store_model(host->store);
    for (seat_id s = 1; s <= model->seat_count; s++)
        host->live.presence[s] = PRESENCE_AWAY;
    host->live.port = link_port(host->link);
    host->address_fixed = parts->address != NULL;
    if (parts->address)
        text_copy(host->live.address, sizeof host->live.address, parts->address);
    host->random = parts->random;
    host->speed = parts->speed ? parts->speed : 1;
    host->backups = parts->backups;
    host->house.random = parts->random;
    host->house.find = find;
    host->house.context = host;
    memcpy(host->house.workshop_id, model->id, sizeof model->id);
    _Static_assert(sizeof model->id == LINK_WORKSHOP_ID, "one workshop id");
    host->wipe_due = host->held = true; /* what an earlier run left, before anything is shown */
    host->dirty = true;
    host->projected_ms = INT64_MIN / 2;
}

enum error host_create(struct host **out, const struct host_parts *parts, struct trouble *trouble)
{
    struct host *host = calloc(1, sizeof *host);
    *out = host;
    if (!host) {
        store_destroy(parts->store);
        link_destroy(parts->link);
        return ERROR_MEMORY;
    }
    host->store = *parts->store;
    host->link = *parts->link;
    host->box = parts->box;
    *parts->store = NULL;
    *parts->link = NULL;
    enum error e = make_feeds(host);
    if (e != ERROR_OK) {
        host_destroy(out);
        return e;
    }
    start_house(host, parts);
    if (parts->beacon &&
        link_beacon_open(&host->beacon, LINK_BEACON_PORT, parts->address,
                         store_model(host->store)->title, host->live.port, trouble) != ERROR_OK)
        host->beacon = NULL; /* people can type the address */
    return ERROR_OK;
}

void host_destroy(struct host **out)
{
    struct host *host = *out;
    if (!host)
        return;
    for (size_t i = 0; host->peers && i < host->peer_count; i++) {
        if (host->peers[i].open)
            link_door_close(&host->peers[i].door, &host->house);
        own_release(&host->peers[i].own);
    }
    link_beacon_destroy(&host->beacon);
    link_destroy(&host->link);
    store_destroy(&host->store);
    for (unsigned kind = 0; kind < AUDIENCE_SCHOOL; kind++)
        feed_destroy(&host->feeds[kind]);
    for (unsigned s = 0; s <= SCHOOLS_MAX; s++)
        feed_destroy(&host->school_feeds[s]);
    free(host->peers);
    free(host);
    *out = NULL;
}

enum { ADDRESS_EVERY_MS = 5000 };

/* The address people type may change while they come in: cables are pulled, Wi-Fi is joined. */
static void look_up_address(struct host *host, int64_t now_ms)
{
    char address[LINK_ADDRESS_SIZE];
    if (host->address_fixed || (host->address_ms && now_ms - host->address_ms < ADDRESS_EVERY_MS))
        return;
    host->address_ms = now_ms;
    link_own_address(address);
    if (strcmp(address, host->live.address) == 0)
        return;
    text_copy(host->live.address, sizeof host->live.address, address);
    host->dirty = true;
}

/* A copy every ten minutes in which something happened. */
static void back_up(struct host *host, int64_t now_ms)
{
    struct trouble trouble = {0};
    if (!host->backup_ms)
        host->backup_ms = now_ms;
    if (!host->backups || !host->backup_due || now_ms - host->backup_ms < BACKUP_EVERY_MS)
        return;
    host->backup_ms = now_ms;
    host->backup_due = false;
    host->not_copied.text[0] = '\0';
    if (journal_backup(store_journal(host->store), NULL, now_ms, &trouble) != ERROR_OK) {
        host->not_copied = trouble;
        host->backup_due = true; /* in ten minutes again */
    }
}

void host_tick(struct host *host, int64_t now_ms)
{
    if (!host->began_ms)
        host->began_ms = now_ms;
    intake_take(host, now_ms);
    answer_all(host, now_ms);
    errand_do(host, now_ms);
    look_up_address(host, now_ms);
    deliver_news(host, now_ms);
    link_flush(host->link);
    if (host->beacon)
        link_beacon_tick(host->beacon, (uint64_t)now_ms);
    back_up(host, now_ms);
}

int host_wait_ms(const struct host *host, int64_t now_ms)
{
    int64_t wait = link_poll_ms(host->link);
    int64_t project = host->projected_ms + PROJECT_EVERY_MS - now_ms;
    if (host->dirty && project < wait)
        wait = project;
    return wait > 0 ? (int)wait : 0;
}

void host_run(struct host *host, const volatile sig_atomic_t *stop)
{
    struct clock clock;
    clock_start(&clock, store_last_ms(host->store));
    while (!(host->box && mailbox_ended(host->box)) && !(stop && *stop)) {
        int64_t now_ms = clock_now(&clock);
        host_tick(host, now_ms);
        struct pollfd fds[] = {
            {.fd = link_poll_fd(host->link), .events = POLLIN},
            {.fd = host->box ? mailbox_fd(host->box) : -1, .events = POLLIN},
        };
        poll(fds, sizeof fds / sizeof *fds, host_wait_ms(host, clock_now(&clock)));
    }
    errand_do(host, clock_now(&clock)); /* posted before the end */
    for (size_t i = 0; i < host->peer_end; i++)
        if (host->peers[i].open && host->peers[i].seat && !host->peers[i].leaving)
            peer_say_goodbye(&host->peers[i], host->link, FAREWELL_CLOSING, clock_now(&clock));
    link_flush(host->link);
}

const struct model *host_model(const struct host *host)
{
    return store_model(host->store);
}

uint16_t host_port(const struct host *host)
{
    return host->live.port;
}

uint64_t host_dropped(const struct host *host)
{
    return host->dropped;
}
