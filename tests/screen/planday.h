#ifndef PLENARY_TESTS_PLANDAY_H
#define PLENARY_TESTS_PLANDAY_H

/* A desk in a workshop that plans: after everything else of a workday one agenda item more, whose
 * only step is the actions'. Today is 12 March 2009. Everything is asserted. */

#include "screen/workday.h"

/* Adds it; the room stays where it is. */
void planday_begin(struct desk *desk);

/* Brings the room to it, and to a part of the day that asks nothing. */
void planday_go(struct desk *desk);
void planday_leave(struct desk *desk);

/* A desk before a review of ten schools that plans: Ana Smith sits there for Ingle. */
enum { INGLE = 9 };
void planday_sit(struct desk *desk);

/* An action put in at that desk; its date is left alone: the second press is meant. */
void planday_propose(struct desk *desk, const char *text);

/* The last action that was put in; borrowed. */
const struct action *planday_newest(const struct desk *desk);

/* An action proposed by a seat: it waits unless the seat is the facilitator's. */
action_id planday_add(struct desk *desk, seat_id seat, const struct action_content *content,
                      enum action_state state);

/* A plain one by the facilitator. `due`: days from today; 0: none. */
action_id planday_plain(struct desk *desk, const char *text, int condition, enum action_state state,
                        int due);

/* One of an earlier workshop. */
action_id planday_earlier(struct desk *desk, const char *text, enum progress progress);

void planday_set(struct desk *desk, action_id action, enum action_state state);
void planday_support(struct desk *desk, seat_id seat, action_id action);

/* The facilitator makes that seat, or that school, its owner. */
void planday_ask_seat(struct desk *desk, action_id action, seat_id seat);
void planday_ask_school(struct desk *desk, action_id action, school_id school);

#endif
