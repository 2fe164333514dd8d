#ifndef PLENARY_MODEL_ACTIONS_H
#define PLENARY_MODEL_ACTIONS_H

/* Questions about actions that deciding, applying and projecting ask alike.
 *
 * An action stands alone or has been merged into another (`merged`) and is then part of that one:
 * who supports the part supports the whole. When the other is removed its parts stand alone. */

#include "model/model.h"

bool action_exists(const struct model *m, action_id action); /* and has not been removed */

/* The action that it is part of: itself where it stands alone. */
action_id action_root(const struct model *m, action_id action);
bool action_stands_alone(const struct model *m, action_id action);

/* It stands alone and everybody may read it: it has been put before the room. */
bool action_is_public(const struct model *m, action_id action);

/* It stands alone and waits for the facilitator to read it out. */
bool action_waits(const struct model *m, action_id action);

/* The two name the same owner, or both nobody. */
bool action_same_owner(const struct action_content *a, const struct action_content *b);

/* That seat is the owner, or speaks for the school that is. */
bool action_is_owner(const struct model *m, const struct action_content *content, seat_id seat);

/* The seat supports this very action; what is merged into it is not looked at. */
bool action_has_support(const struct model *m, action_id action, seat_id seat);

#endif
