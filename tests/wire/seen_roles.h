#ifndef PLENARY_TESTS_WIRE_SEEN_ROLES_H
#define PLENARY_TESTS_WIRE_SEEN_ROLES_H

/* For test_privacy.c: what an audience is given of the roles of a training. */

#include "model/project.h"

struct seen_roles {
    unsigned cards, played; /* cards that a player was given; roles that somebody was told of */
};

void seen_role(struct seen_roles *seen, const struct model *m, struct audience audience,
               const struct item *item);

#endif
