#ifndef PLENARY_TESTS_WIRE_SEEN_REVIEWS_H
#define PLENARY_TESTS_WIRE_SEEN_REVIEWS_H

/* What an audience is given of earlier reviews, held against the state. */

#include "model/project.h"

struct seen_reviews {
    unsigned pasts, unnamed; /* what a school said; figures of a condition without names */
};

/* `named`: this audience may see names beside ratings. */
void seen_review(struct seen_reviews *seen, const struct model *m, struct audience audience,
                 bool named, const struct item *item);

#endif
