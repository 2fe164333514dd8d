#ifndef PLENARY_TESTS_POLLS_H
#define PLENARY_TESTS_POLLS_H

/* A desk in a workshop that votes: ballots are added, opened, closed and revealed by the kiosk's
 * own seat, and other people cast papers. Everything is asserted. */

#include "screen/desk.h"

/* Terms of a ballot on all ten conditions, with three dots where it is dots. */
struct ballot_content polls_content(enum method method);

/* The same on `count` typed options, as long as they may be. */
struct ballot_content polls_typed(enum method method, int count);

/* A workday (workday.h) begins: the desk's person sits down, for Ingle, and the room is at a board.
 */
void polls_sit(struct desk *desk);

/* The same, and a usual ballot is opened. */
ballot_id polls_open_usual(struct desk *desk, enum method method);

/* The person types; goes from the options to the button that sends, and presses it. */
void polls_letters(struct desk *desk, const char *keys);
void polls_send(struct desk *desk);

/* The mark that they have in hand. */
int polls_in_hand(const struct desk *desk, ballot_id ballot, int slot, int option);

/* Adds a ballot, opens it and has the room look at it. */
ballot_id polls_open(struct desk *desk, const struct ballot_content *content);

ballot_id polls_add(struct desk *desk, const struct ballot_content *content);
void polls_set(struct desk *desk, ballot_id ballot, enum ballot_state state);
void polls_look(struct desk *desk, ballot_id ballot); /* 0: back to the step */

/* Somebody else votes: the marks of the first options, ended by -1. */
void polls_cast(struct desk *desk, seat_id seat, ballot_id ballot, const int *marks);

/* So many others of different schools, each with a mark on option 1 to 10 in turn. */
void polls_others(struct desk *desk, ballot_id ballot, int count);

/* The desk's person says how many they are, as if on another day. */
void polls_share(struct desk *desk, int people);

/* The seat moves to another laptop, this one. */
void polls_move_seat(struct desk *desk);

/* How many dots, or which mark, the desk's own paper has on an option; -1: no paper. */
int polls_mark(const struct desk *desk, ballot_id ballot, int slot, int option);

#endif
