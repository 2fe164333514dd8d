#ifndef PLENARY_CONSOLE_FINDINGS_PANEL_H
#define PLENARY_CONSOLE_FINDINGS_PANEL_H

/* Within console/ only: the chosen finding and all that can be done with it. */

#include "console/parts.h"
#include "model/findings.h"

/* All findings of a frame: some 180 KB on the stack of whoever draws. */
struct telling {
    const struct room *room;
    unsigned count;
    struct room_finding told[ROOM_FINDINGS_MAX];
};

/* The list of them, which takes the focus back from what was typed. */
ui_id findings_id(void);

/* Brings one up large for the room, or puts it back. */
void findings_enlarge(struct console *console, const struct room_finding *one);

/* Draws the panel of `one` (NULL: none) and obeys its keys. */
void findings_panel_draw(struct console *console, const struct telling *telling,
                         const struct room_finding *one, struct box box);

#endif
