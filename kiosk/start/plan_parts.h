#ifndef PLENARY_START_PLAN_PARTS_H
#define PLENARY_START_PLAN_PARTS_H

/* Within plan's own files only: plan.c (changes taken back, times, titles) and plan_parts.c (parts
 * that move, go and come). */

#include "start/plan.h"

/* A new state to be changed, a copy of the one before the change. */
struct agenda *plan_open(struct plan *plan, enum plan_field field, int item);

/* Keeps the change, or forgets it where it was faulty or none at all; gives the fault. */
enum plan_fault plan_close(struct plan *plan, enum plan_fault fault);

/* The planned start of an item; the one nearest to it going by `by`. 0: none. */
int plan_start(const struct agenda *agenda, int item);
int plan_start_beside(const struct agenda *agenda, int item, int by);

/* Moves the planned starts from `item` on; false when one would leave the day. */
bool plan_shift(struct agenda *agenda, int item, int minutes);

/* False where it is empty or too long, and nothing is taken. */
bool plan_take_title(char to[TITLE_SIZE], const char *text);

#endif
