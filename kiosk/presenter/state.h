#ifndef PLENARY_PRESENTER_STATE_H
#define PLENARY_PRESENTER_STATE_H

/* Within presenter/ only: the presenter's parts, and what its files do with them. */

#include "presenter/presenter.h"
#include "presenter/window.h"
#include "stage/motion.h"
#include "stage/stage.h"

/* What lies over the stage, asked for by the facilitator; one at a time. */
enum overlay { OVERLAY_NONE, OVERLAY_KEYS, OVERLAY_OWN, OVERLAY_REPORT, OVERLAY_DROPPED };

/* What a picture is of: when one of these changes, the new picture fades in. */
struct scene {
    struct place place;
    bool targets, by_average, named, blank;
    int page;
};

struct presenter {
    struct window window;
    struct mailbox *box;
    const struct opening_report *report;
    struct room *rooms[VIEWER_COUNT];
    struct stage_motion motion;
    struct place going; /* where the last key of going asked to be; item UINT8_MAX: nowhere */
    struct place place; /* where the room was when it was last looked at, and its view */
    struct view view;
    struct scene scene; /* last drawn */
    struct stage_frame
        frame; /* last drawn; while frozen, still drawn, of the room kept in `held` */
    struct room *held;
    uint32_t next_id;
    int page;
    enum overlay overlay;
    int overlay_top;        /* first line shown of a long one */
    int overlay_step;       /* how many lines of it were shown */
    char title[TITLE_SIZE]; /* of the window */
    bool blank;
    bool frozen;
    bool leaving;
    uint8_t letter[WIRE_LETTER_MAX];
};

/* keys.c: what the keys of this frame ask for. */
void keys_obey(struct presenter *presenter);

/* overlay.c: draws what lies over the stage, if anything. */
void overlay_draw(struct presenter *presenter);

#endif
