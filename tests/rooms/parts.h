#ifndef PLENARY_TESTS_ROOMS_PARTS_H
#define PLENARY_TESTS_ROOMS_PARTS_H

/* Within rooms/ only: what votes and plans are filled with. Everything is numbered from 0 and there
 * is no end to it. */

#include "model/room.h"

/* As much text as an action may have, without its end. */
extern const char parts_long[];

/* The i-th text of a list, numbered from its second round on; of one in other scripts; that of an
 * action, a long or a foreign one if wanted. */
void parts_list(char *to, size_t size, const char *const *list, int length, int i);
void parts_foreign(char *to, size_t size, int i);
void parts_action(char to[NOTE_SIZE], bool long_texts, bool foreign_texts, int i);

/* The i-th person of the room, made up, and their school. */
school_id parts_name(char to[NAME_SIZE], const struct room *room, int i);

/* Gives the room an item. */
void parts_put(struct room *room, enum item_kind kind, int a, int b, struct item *item);

#endif
