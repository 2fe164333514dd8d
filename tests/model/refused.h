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

/* Tries each part in a workshop of its own, of two schools: the bench must be closed. */
void refused_each(struct refused *r, void (*const parts[])(struct refused *), size_t count);

/* The cases about boards, notes, steps and rounds, about votes, about what is proposed and adopted,
 * about earlier reviews, and about the roles of a training. The bench must be closed. */
void refused_notes(struct refused *r);
void refused_votes(struct refused *r);
void refused_plan(struct refused *r);
void refused_reviews(struct refused *r);
void refused_training(struct refused *r);

#endif
