#ifndef PLENARY_TESTS_FLOOR_H
#define PLENARY_TESTS_FLOOR_H

/* The floors of what crowd.h does: raw ENet between the same number of peers, through the same
 * loops on the same cores; SQLite alone; the curve alone. */

#include "bench/server.h"

struct floor;

/* Connects `peers` peers to an echo. */
void floor_create(struct floor **out, const struct server *echo, unsigned peers);
void floor_destroy(struct floor **floor);

/* Everybody sends a message of `sent` bytes at once and is answered with one of `receipt` bytes:
 * the seconds of each. */
void floor_round_trip(struct floor *floor, double *seconds, unsigned sent, unsigned receipt);

/* One sends as much, and `letter` bytes go to all: the seconds until the last has them. */
double floor_broadcast(struct floor *floor, unsigned sent, unsigned letter);

/* Seconds of one transaction with the rows that `votes` votes leave in a workshop file, in a file
 * of its own with the same settings. */
double floor_commit(const struct bench_scene *scene, unsigned votes, unsigned sync_ms);

/* Seconds of the curve's operations of one admission, both ends together. */
double floor_curve(void);

#endif
