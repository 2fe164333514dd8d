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
    bool votes; /* set by the test: half of what is asked for is about votes, and some voters go */
};

/* Takes a bench with a workshop. */
void driver_start(struct driver *d, struct bench *bench, uint64_t seed);
/* Asks for one thing; gives back the answer. */
enum refusal driver_step(struct driver *d);
/* The kind of command that comes to somebody's mind; and what somebody on that seat may say in one
 * of that kind, for whoever asks it by another way. Its id is left to them. */
enum command_kind driver_kind(struct driver *d);
void driver_wish(struct driver *d, struct command *c, enum command_kind kind, seat_id seat);
/* 0 to below - 1. */
uint32_t driver_pick(struct driver *d, uint32_t below);

/* Within the driver: an id of a table of `count`, now and then one beyond it, or nonsense; a number
 * within a range, now and then any. */
uint16_t driver_id(struct driver *d, unsigned count);
uint8_t driver_number(struct driver *d, uint32_t least, uint32_t most);
/* In driver_votes.c: what is asked about votes and priorities; false for other kinds. */
bool driver_fill_vote(struct driver *d, struct command *c, seat_id seat);
/* In driver_plan.c: likewise about findings and actions. */
bool driver_fill_plan(struct driver *d, struct command *c, seat_id seat);
/* In driver_reviews.c: likewise about earlier reviews. */
bool driver_fill_review(struct driver *d, struct command *c);
/* In driver_training.c: likewise about roles and conducting. */
bool driver_fill_training(struct driver *d, struct command *c, seat_id seat);

/* Marks that a vote under way takes. */
struct marks driver_marks(struct driver *d, const struct ballot_content *content);

#endif
