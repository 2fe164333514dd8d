#ifndef PLENARY_HOST_HOST_H
#define PLENARY_HOST_HOST_H

/* The kiosk's server: it owns the workshop, the links and the clients, and turns one tick after the
 * other: take what has come in, decide, journal, answer, project, send. All commands of a tick
 * share one commit, and nothing is answered or shown before it. The presenter (kiosk/main) is a
 * viewer like the clients, through the mailbox.
 *
 * When the workshop file cannot be written, commands are refused with `not saved`, the facilitator
 * sees why, and the next command tries again.
 *
 * Nobody can hold up the others: a client that sends more in one tick than any person could is hung
 * up on, one that does not read is put off, and where connections run out the one that has waited
 * longest at the door without a code gives way.
 *
 * No SDL here, and no waiting but in host_run. */

#include <signal.h>

#include "host/mailbox.h"
#include "host/store.h"
#include "link/admission.h"
#include "link/link.h"

struct host;

/* Takes over `*store` and `*link` (nulled, also on failure). `box` is borrowed, NULL without a
 * presenter; `backups` copies the workshop file every ten minutes. */
struct host_parts {
    struct store **store;
    struct link **link;
    struct mailbox *box;
    struct link_random random;
    bool backups;
    bool beacon;         /* be found on the network */
    const char *address; /* the one it listens on; NULL: all, and the machine's own is shown */
    unsigned speed;      /* how often faster than the machine's the workshop's time runs: 1 */
};

CHECKED enum error host_create(struct host **out, const struct host_parts *parts,
                               struct trouble *trouble);

/* Drops the clients (host_run has said goodbye), closes the workshop file. */
void host_destroy(struct host **host);

/* One tick at host time `now_ms`. What happens in the workshop, its timers with it, is stamped with
 * the workshop's time: the same, unless a rehearsal runs faster. */
void host_tick(struct host *host, int64_t now_ms);

/* The longest to wait before the next tick if nothing comes in, milliseconds. */
int host_wait_ms(const struct host *host, int64_t now_ms);

/* Ticks until the mailbox's end is posted or *stop is set (by a signal; may be NULL), then says
 * goodbye to the clients. */
void host_run(struct host *host, const volatile sig_atomic_t *stop);

/* The workshop's state as committed; borrowed. For start-up and tests, on the host's thread. */
const struct model *host_model(const struct host *host);
uint16_t host_port(const struct host *host);

/* What has been refused to be understood since the start: messages dropped without an answer. */
uint64_t host_dropped(const struct host *host);

#endif
