#ifndef PLENARY_PRESENTER_PRESENTER_H
#define PLENARY_PRESENTER_PRESENTER_H

/* The kiosk's screens: a window on the projector, and the facilitator's console in one of its own
 * or, with one screen, over the stage when it is asked for. The first shows the start screen until
 * a workshop is open, then the workshop's stages, drawn from the rooms that the host posts to the
 * mailbox. What the facilitator asks for goes to the host as commands; blank and freeze act at
 * once, whether or not anything can be saved. Belongs to the main thread, as SDL wants. */

#include "host/mailbox.h"
#include "host/store.h"
#include "opening/opening.h"
#include "options/options.h"
#include "players/players.h"

struct presenter;

struct presenter_look {
    int width, height; /* of the window; 0: full screen */
    enum options_console console;
    bool dark;
    bool reduced_motion;
};

/* Opens the window. ERROR_IO when there is no display. */
CHECKED enum error presenter_create(struct presenter **out, const struct presenter_look *look,
                                    struct trouble *trouble);
void presenter_destroy(struct presenter **presenter);

/* Shows the start screen until a workshop has been opened (true; the store is the caller's) or the
 * person leaves (false). What went wrong with the last one, if anything, stands on it. */
bool presenter_start(struct presenter *presenter, struct store **store,
                     struct opening_report *report, const struct trouble *last);

/* Shows the workshop behind the mailbox until the person leaves. A report with contradictions is
 * shown first. One opened for one-to-one talks begins with the console's view of them. Of the
 * players (NULL: nobody is made up) the console says what is in their way. */
void presenter_show(struct presenter *presenter, struct mailbox *box,
                    const struct opening_report *report, struct players *players);

/* Any thread: there are letters in the mailbox, or the players have something to say. */
void presenter_wake(void *presenter);

/* Draws every stage of the workshop to PNG files in `folder`, without a display: as large as the
 * look says, 1920 x 1080 for full screen. */
CHECKED enum error presenter_pictures(const struct model *model, const char *folder,
                                      const struct presenter_look *look, struct trouble *trouble);

#endif
