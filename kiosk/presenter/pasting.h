#ifndef PLENARY_PRESENTER_PASTING_H
#define PLENARY_PRESENTER_PASTING_H

/* Within presenter/ only: what is pasted in a window goes to what is gathered, before a field of
 * the window takes it for its own. */

#include "presenter/gathering.h"
#include "presenter/window.h"

/* Takes the pastes of the window's input that are cells with ratings or the place of a file; true
 * when there was one. All other input stays. */
bool pasting_take(struct gathering *g, struct window *window);

#endif
