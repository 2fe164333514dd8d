#ifndef PLENARY_START_ASKING_H
#define PLENARY_START_ASKING_H

/* Within start/ only: the second page, which asks what a new review needs. */

#include "start/start.h"

/* Goes to the page: fills in what can be known, lists the agendas, and puts the focus in the first
 * field. What was typed before stays. */
void asking_open(struct ui *ui, struct start_screen *screen, const struct start_given *given);

struct start_outcome asking_draw(struct ui *ui, const struct layout *layout,
                                 struct start_screen *screen, const struct start_given *given);

#endif
