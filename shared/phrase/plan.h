#ifndef PLENARY_PHRASE_PLAN_H
#define PLENARY_PHRASE_PLAN_H

/* Actions in words: who has one in hand, whose plan it is for, how it stands. The same on the
 * projector and on paper. Texts are borrowed. */

#include "model/room.h"
#include "words/words.h"

/* Who has it in hand, as the room reads it; NULL: nobody, or whoever was asked cannot. */
const char *phrase_owner(const struct room *room, const struct action_item *action);

/* True when somebody was asked and has not said yes yet. */
bool phrase_is_asked(const struct action_item *action);

/* "Cluster", or the school whose plan it is for. */
const char *phrase_level(const struct room *room, const struct action_item *action);

/* How it stands: proposed, parked, agreed, and how far it is. */
enum word phrase_status(const struct action_item *action);

/* True for one that is agreed and not over, but has no person or no date. */
bool phrase_is_loose(const struct action_item *action);

/* The priority that it helps, from 1; 0: none. */
int phrase_priority(const struct room *room, const struct action_item *action);

#endif
