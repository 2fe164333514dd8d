#ifndef PLENARY_PRESENTER_STATE_H
#define PLENARY_PRESENTER_STATE_H

/* Within presenter/ only: the presenter's parts, and what its files do with them. */

#include "console/console.h"
#include "presenter/gathering.h"
#include "presenter/placing.h"
#include "presenter/presenter.h"
#include "presenter/window.h"
#include "stage/motion.h"
#include "stage/stage.h"
#include "stage/training.h"

/* What lies over the console, or over the stage where there is no console in sight; one at a time.
 */
enum overlay { OVERLAY_NONE, OVERLAY_REPORT, OVERLAY_EARLIER };

/* What a picture is of: when one of these changes, the new picture fades in. */
struct scene {
    struct place place;
    bool targets, by_average, named, blank, console;
    int page;
    ballot_id ballot;
    uint8_t sight; /* of it */
    uint8_t then;  /* enum then_view; of lines, the condition */
    uint8_t line;
};

struct errand;
struct writing;

/* The panel of what is brought in while a workshop runs: over the console, never over the stage. */
struct bring_panel {
    bool up;
    struct gathering gathering;
    struct gathering_load *load; /* on its way into the workshop; NULL: none */
    struct ui beneath;           /* of the console, which is looked at but not operated */
    struct input nothing;
    review_id review_ids[REVIEWS_MAX];
    struct basket_review reviews[REVIEWS_MAX];
};

struct presenter {
    struct presenter_look look;
    struct placing placing;
    struct window window; /* the stage's */
    struct window facing; /* the console's own, where it has one */
    bool console_up;      /* over the stage */
    struct mailbox *box;
    struct errand *errand;   /* the host has it; NULL: none */
    struct writing *writing; /* what came of the workshop; NULL: nothing is being written */
    const struct opening_report *report;
    struct players *players; /* NULL: nobody is made up */
    char players_trouble[PLAYERS_TROUBLE_SIZE];
    struct room *rooms[VIEWER_COUNT];
    struct stage_motion motion;
    struct console *console;
    struct console_wish wish;
    struct scene scene; /* last drawn */
    uint32_t next_id;
    struct bring_panel panel;
    enum overlay overlay;
    int overlay_top;                 /* first line shown of a long one */
    int overlay_step;                /* how many lines of it were shown */
    char title[TRAINING_TITLE_SIZE]; /* of the window */
    bool leaving;
    bool again; /* something was done: what came of it is drawn at once */
    uint8_t letter[WIRE_LETTER_MAX];
};

/* overlay.c: the keys of a panel, where one lies there, and drawing it. */
void overlay_obey(struct presenter *presenter, struct ui *ui);
void overlay_draw(struct presenter *presenter, struct window *window);
void overlay_put(struct presenter *presenter, enum overlay overlay);

/* errands.c: has the host do something with the workshop itself; `back` is called with the
 * presenter, from its own loop, when it is done. False while another is under way. And taking back
 * what is done, once a frame. */
CHECKED bool errands_send(struct presenter *presenter, struct errand *errand);
void errands_take(struct presenter *presenter);

/* letters.c: puts what the host has written since the last frame into the rooms, and tells the
 * console what was refused. */
void letters_take(struct presenter *presenter, int64_t now_ms);

/* writing.c: has everything written if the console wished for it; and tells how far that is, before
 * a frame is drawn. The presenter stays until it is done. */
void writing_obey(struct presenter *presenter);
void writing_follow(struct presenter *presenter);

/* presenter.c: brings the console up wherever it is kept; false: there is none. */
bool presenter_bring_console(struct presenter *presenter);

/* panel.c: takes what was dropped and pasted in the windows since the last frame, and brings the
 * panel up for it; the console with it, but for over the stage, where the room may be looking:
 * there it waits for F2 or Ctrl+I. */
void panel_take(struct presenter *presenter);
void panel_put_up(struct presenter *presenter);

/* Draws the console beneath it, and it; its keys are taken with that. */
void panel_draw(struct presenter *presenter, struct window *window);

/* Puts it away with everything in it; nothing may be on its way into the workshop. */
void panel_close(struct presenter *presenter);

/* sheets.c: saves or prints the sheet or the cards that the console wished for, and says what
 * became of them. */
void sheets_obey(struct presenter *presenter);

/* Writes the blank forms into the folder of workshops. Says where they are, or (false) why not. */
bool sheets_save_forms(char *said, size_t size);

#endif
