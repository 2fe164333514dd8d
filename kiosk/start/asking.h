#ifndef PLENARY_START_ASKING_H
#define PLENARY_START_ASKING_H

/* Within start/ only: the page that asks what a new review, or a training, needs. */

#include "start/start.h"

/* Goes to the page: fills in what can be known, lists the agendas that serve the purpose, and puts
 * the focus in the first field. What was typed before for it stays. */
void asking_open(struct ui *ui, struct start_screen *screen, const struct start_given *given,
                 enum start_purpose purpose);

struct start_outcome asking_draw(struct ui *ui, const struct layout *layout,
                                 struct start_screen *screen, const struct start_given *given);

/* The fields that choose earlier workshops, where there are any: for their actions, and to compare
 * with. Returns which was just chosen, or taken back, to compare with; -1: none. */
int asking_earlier(struct ui *ui, double x, double w, struct start_screen *screen);

/* asking_basket.c: what was brought, in short, and the way to it. */
void asking_basket(struct ui *ui, double x, double y, double w, struct start_screen *screen,
                   const struct start_given *given);

#endif
