#ifndef PLENARY_SCREEN_SCREENS_H
#define PLENARY_SCREEN_SCREENS_H

/* The participant's window: opens it, joins or resumes, and shows the session until the person
 * closes it. All that is seen and decided is in screens_core.h; here are SDL's window and events,
 * the session and the search for kiosks on the network, and nothing blocks but the wait for them.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "ui/theme.h"

struct screens_options {
    const char *host; /* to begin with; NULL: none */
    uint16_t port;    /* 0: the usual one */
    const char *code; /* joins at once when the host is given too; NULL: the person types it */
    const char *name, *school; /* of the person, where the kiosk asks; NULL: to be typed */
    bool resume;               /* goes back to the seat last used (at `host`, if given) */
    const char *state_folder;  /* for seat tokens; NULL: nothing is kept */
    int width, height;         /* of a window; 0: the whole screen */
    enum theme theme;
    bool reduced_motion;
};

/* Runs until the window is closed. The options are borrowed. */
CHECKED enum error screens_run(const struct screens_options *options, struct trouble *t);

#endif
