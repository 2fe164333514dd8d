#ifndef PLENARY_MODEL_IDEAS_H
#define PLENARY_MODEL_IDEAS_H

/* The actions that the pack offers. A condition may come with one (struct condition: idea); it is
 * offered where more than half of the schools whose rating counts stand at 1 to 3, until an action
 * has been made of it. When that action is removed, it is offered again. Read off the room, so that
 * nobody is offered more than their own figures say. */

#include "model/room.h"

/* Fills `out` with the conditions whose idea is offered, those where most of the schools are low
 * first, else in their order. Returns how many. */
uint8_t room_ideas(condition_id out[CONDITIONS_MAX], const struct room *room);

#endif
