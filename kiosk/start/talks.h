#ifndef PLENARY_START_TALKS_H
#define PLENARY_START_TALKS_H

/* Within start/ only: the page that asks for which review one-to-one talks are held. */

#include "start/start.h"

struct start_outcome talks_draw(struct ui *ui, const struct layout *layout,
                                struct start_screen *screen, const struct start_given *given);

/* start.c: the parts of the front page it is made of, too. A card with a title, a line and an
 * arrow; `h` high. True when it was chosen. */
bool start_card(struct ui *ui, const char *name, double x, double y, double w, double h,
                bool primary, const char *title, const char *line);

/* The recent reviews from `y` down, the head above them; which was chosen, -1 for none. */
int start_recents(struct ui *ui, double x, double y, double w, const struct start_given *given);

#endif
