#ifndef PLENARY_TESTS_FUZZ_BUSY_H
#define PLENARY_TESTS_FUZZ_BUSY_H

/* A workshop in the middle of its day, in memory that is put back after each input: schools, seats
 * of every role, ratings, notes, findings, actions, votes and earlier reviews, by some hundred
 * steps of tests/model/driver.h. It is a training: all that happens in a real review happens in
 * one, and more. */

#include "fuzz/pieces.h"
#include "model/bench.h"
#include "model/driver.h"

struct busy {
    struct bench bench; /* bench.model is in memory that is put back */
    struct live live;
};

/* `steps` of the driver; its time is that of the last. */
void busy_begin(struct busy *busy, unsigned steps);

void busy_back(struct busy *busy);

/* Goes on from there with the driver's steps, seed by seed, and hands over what is asked for
 * (`asked`) and what comes of it (`happened`); either may be NULL. Puts everything back. */
void busy_play(struct busy *busy, uint64_t seed, unsigned steps,
               void (*asked)(void *context, seat_id seat, const struct command *command),
               void (*happened)(void *context, const struct event *event), void *context);

/* Projects to every kind of audience, one of each school and seat, and calls `seen` for each item;
 * before that it has been encoded, decoded again and found the same. */
void busy_look(const struct model *model, const struct live *live,
               void (*seen)(void *context, struct audience audience, const struct item *item),
               void *context);

#endif
