#ifndef PLENARY_PRESENTER_PLACING_H
#define PLENARY_PRESENTER_PLACING_H

/* Which screen gets what, from the list of screens there are: pure, so that every arrangement of
 * laptop and projector can be tested. A laptop's own screen is the facilitator's and every other
 * one the room's; where no name tells, the main screen is taken for the facilitator's. Screens that
 * lie over one another show the same (a projector that mirrors), so they are one. With one screen
 * nothing of the console appears unasked: the facilitator brings it up over the stage. */

#include "options/options.h"
#include "render/display.h"

enum placing_console {
    PLACING_NONE,   /* no console */
    PLACING_OVER,   /* over the stage, when it is asked for */
    PLACING_BESIDE, /* in a window of its own */
};

struct placing {
    enum placing_console console;
    int stage, facing; /* the screens of the stage and of the console's window, from 0 */
};

struct placing placing_choose(enum options_console wish, const struct display_screen screens[],
                              int count);

#endif
