#ifndef PLENARY_TESTS_MODEL_REFUSED_H
#define PLENARY_TESTS_MODEL_REFUSED_H

/* Commands that must be refused, each with its reason; the reasons that were given are noted, so
 * that none is left without a case. */

#include "model/bench.h"

struct refused {
    struct bench bench;
    bool given[REFUSAL_COUNT];
};

/* Asks, and fails unless the answer is that refusal and nothing has happened. */
void refused_expect(struct refused *r, seat_id seat, struct command command, enum refusal refusal);

/* The cases about votes, about what is proposed and adopted, and about earlier reviews, and about
 * the roles of a training, each group in a workshop of its own: the bench must be closed. */
void refused_votes(struct refused *r);
void refused_plan(struct refused *r);
void refused_reviews(struct refused *r);
void refused_training(struct refused *r);

#endif
