#ifndef PLENARY_MODEL_PORTRAY_H
#define PLENARY_MODEL_PORTRAY_H

/* A room made at once from a state, for what is written or looked at when no kiosk is running:
 * nobody is here, and there is no network. What is in it went through model_project like all else.
 */

#include "model/project.h"
#include "model/room.h"

/* Gives the room of that audience, together with what the people of `school` see besides (0: of
 * none). For AUDIENCE_PARTICIPANTS with a school that is what this school may take home, with own
 * actions `asked` where the school, or anybody at its seats, is the owner. About 6 MB; release
 * with room_destroy. ERROR_MEMORY. */
CHECKED enum error room_portray(struct room **out, const struct model *model,
                                enum audience_kind audience, school_id school);

/* The same into a room that is there already. */
void room_portray_into(struct room *room, const struct model *model, enum audience_kind audience,
                       school_id school);

#endif
