#ifndef PLENARY_CONSOLE_ROLL_H
#define PLENARY_CONSOLE_ROLL_H

/* Within console/ only: the actions of the workshop in the order in which the facilitator deals
 * with them, made anew each frame from the room. Those of the 1-to-1s are not among them. What was
 * merged into another stands under it. */

#include "model/room.h"

enum roll_part {
    ROLL_WAITING,  /* to be read out, the oldest first */
    ROLL_EARLIER,  /* set out to be done last time, and not done with, by date */
    ROLL_PROPOSED, /* by how many support it */
    ROLL_ADOPTED,  /* by date; without one at the end */
    ROLL_FINISHED, /* done or dropped, of last time's */
    ROLL_PARKED,
    ROLL_PARTS
};

struct roll {
    int count;
    action_id action[ACTIONS_MAX];
    uint8_t part[ACTIONS_MAX];  /* enum roll_part, by place */
    unsigned parts[ROLL_PARTS]; /* how many there are, whatever is listed; merged ones left out */
    unsigned loose;             /* of them adopted, not done with, and without somebody or a date */
};

/* Lists those that help `only` (0: all). */
void roll_make(struct roll *roll, const struct room *room, condition_id only);

/* Where an action stands; -1: nowhere. */
int roll_find(const struct roll *roll, action_id action);

/* The first that waits from that place on, going round; 0: none. */
action_id roll_waiting(const struct roll *roll, int from);

/* Before the room, so that it can be brought up large. */
bool roll_is_public(const struct room *room, action_id action);

/* Proposed or adopted: people can support it and say that they take it on. */
bool roll_is_before_room(const struct action_item *action);

/* Adopted, not done with, and nobody has it or it has no date. */
bool roll_is_loose(const struct action_item *action);

#endif
