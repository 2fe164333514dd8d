#ifndef PLENARY_TESTS_WIRE_SEEN_VOTES_H
#define PLENARY_TESTS_WIRE_SEEN_VOTES_H

/* For test_privacy.c: what an audience may be given of votes, worked out anew from the papers. */

#include "model/project.h"

/* How often something was given that proves the rules are met at all. */
struct seen_votes {
    unsigned tallies, own, named;
};

void seen_vote(struct seen_votes *seen, const struct model *model, struct audience audience,
               const struct item *item);

#endif
