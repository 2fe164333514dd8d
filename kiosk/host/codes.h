#ifndef PLENARY_HOST_CODES_H
#define PLENARY_HOST_CODES_H

/* Join codes of a workshop: what a hello's name means, and fresh symbols for new codes. */

#include "host/store.h"
#include "link/admission.h"

/* Fills `secret` with symbols whose selector no code in use has. False when all selectors are in
 * use. */
CHECKED bool codes_draw(struct secret *secret, const struct model *model,
                        const struct link_random *random);

/* Looks up a name, as struct link_house's find: a code's id is its index, a token's its seat. A
 * room code that is not offered, and a code for a seat that was given up, count as retired. */
enum link_found codes_find(const struct model *model, enum link_by by,
                           const uint8_t name[LINK_NAME], struct link_secret *secret);

/* Issues, into the store's batch, the codes every workshop must have and this one lacks: the
 * room's, the facilitator's, each school's. (A new workshop has none, and one restored from a copy
 * has lost its symbols.) */
CHECKED enum refusal codes_complete(struct store *store, const struct link_random *random,
                                    int64_t now_ms);

/* True when another code can be issued in this workshop. */
bool codes_left(const struct model *model, const struct link_random *random);

/* The same for one school alone. */
CHECKED enum refusal codes_for_school(struct store *store, school_id school,
                                      const struct link_random *random, int64_t now_ms);

#endif
