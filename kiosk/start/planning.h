#ifndef PLENARY_START_PLANNING_H
#define PLENARY_START_PLANNING_H

/* Within start/ only: the page that changes an agenda before its workshop begins. The list of the
 * parts stands at the left (planning_list.c), the chosen one or a new board's form beside it
 * (planning.c). Its fields always show the part that is chosen. */

#include "start/start.h"

enum { PLANNING_Y = 200, PLANNING_ROWS = 11 }; /* top of the list, and its rows in sight */

/* Leads back to the page that asks by itself. */
void planning_draw(struct ui *ui, const struct layout *layout, struct start_screen *screen);

/* The agenda as it stands; borrowed. */
const struct agenda *planning_now(const struct start_planning *planning);

/* Goes to an item, the nearest there is: the fields show it, and nothing stands to be seen to any
 * more. */
void planning_choose(struct start_planning *planning, int item);

/* What keys and buttons do to the chosen part, and to the last change. */
void planning_move(struct start_planning *planning, int by);
void planning_remove(struct start_planning *planning);
void planning_take_back(struct start_planning *planning, bool again);

/* The list: what its keys and the mouse in it do, and its picture. Its widget is "plan-list". */
void planning_list_events(struct ui *ui, struct start_planning *planning);
void planning_list(struct ui *ui, double x, double w, struct start_planning *planning);

/* "09:20", or empty when nothing is planned. */
void planning_clock(char to[CONTENT_CLOCK_SIZE], unsigned start);

#endif
