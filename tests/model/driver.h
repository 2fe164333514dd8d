#ifndef PLENARY_TESTS_MODEL_DRIVER_H
#define PLENARY_TESTS_MODEL_DRIVER_H

/* A room full of people pressing buttons, seeded: the same seed asks for the same things in the
 * same order, sensible ones and nonsense, retries and clock jumps among them. It never closes the
 * workshop. */

#include "model/bench.h"

struct driver {
    struct bench *bench;
    uint64_t random;
    struct command last; /* sent again now and then */
    seat_id last_seat;
};

/* Takes a bench with a workshop. */
void driver_start(struct driver *d, struct bench *bench, uint64_t seed);
/* Asks for one thing; gives back the answer. */
enum refusal driver_step(struct driver *d);
/* 0 to below - 1. */
uint32_t driver_pick(struct driver *d, uint32_t below);

#endif
