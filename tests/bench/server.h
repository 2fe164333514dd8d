#ifndef PLENARY_TESTS_SERVER_H
#define PLENARY_TESTS_SERVER_H

/* What the load generator talks to, in a process of its own on the first core: the real kiosk's
 * host, or the least that a server over ENet can do. */

#include <sys/types.h>

#include "bench/bench.h"
#include "link/code.h"

struct server {
    pid_t pid;
    uint16_t port;
    char room[LINK_CODE_SIZE], facilitator[LINK_CODE_SIZE]; /* the kiosk's codes */
};

/* A kiosk with a new workshop NAME.plenary in the scene's folder, of 28 schools and one agenda item
 * of two steps, as main.c makes it: places for so many `seats`. Bringing something to its disk
 * takes `sync_ms` longer than it does. */
void server_kiosk(struct server *out, const struct bench_scene *scene, const char *name,
                  unsigned seats, unsigned sync_ms);

/* The floor: one host of ENet's with as many peers. It takes all messages there are, answers each
 * and flushes, tick by tick as the kiosk. A message begins with one of these and the length of its
 * answer, low byte first; the rest of it is of no interest. */
enum { ECHO_BACK, ECHO_TO_ALL };
void server_echo(struct server *out, unsigned seats);

/* What the process has in memory that is its own, bytes. */
double server_memory(const struct server *server);

void server_stop(struct server *server);

#endif
