#ifndef PLENARY_SCREEN_ROLE_H
#define PLENARY_SCREEN_ROLE_H

/* Whom a person plays in a training: choosing a role on joining or later, and its card, which lies
 * over whatever screen the person is at and goes again. Nobody has to play: whoever has no role
 * takes part as in any workshop. */

#include "screen/screen.h"

/* There is a role that the person at this laptop could play, or does. */
bool role_may(const struct screens *s);

/* Brings the card or the list up, or puts it away. */
void role_turn(struct screens *s);

/* Takes in what the room says: a role can be given and taken back at the front. */
void role_follow(struct screens *s);

/* Of the header: "Mary Holt, Ashby", or what there is to do without a role. */
enum { ROLE_LABEL_SIZE = 2 * NAME_SIZE + 4 };
void role_label(char to[ROLE_LABEL_SIZE], const struct screens *s);

/* Taking or giving back was refused; false when the list is not looked at. */
bool role_was_refused(struct screens *s, enum refusal refusal);

#endif
