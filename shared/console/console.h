#ifndef PLENARY_CONSOLE_CONSOLE_H
#define PLENARY_CONSOLE_CONSOLE_H

/* The facilitator's console without a window: what the facilitator's room holds and what the person
 * did go in, a draw list and what is wished for come out. The kiosk shows it on a second display,
 * in a window of its own or over the stage; a client admitted as facilitator shows the same one. No
 * clock, no network, no SDL.
 *
 * What the host says is in the room, which is only looked at. What the person is in the middle of
 * (which view, which row, what is being typed) is here, and no news changes it. Blank, freeze and
 * the page of the stage are kept here too, because they act at once and the host hears of them
 * afterwards: see console_follow.
 *
 * Each view is a file or a few of its own: it has a row in the table of console.c, its state in
 * struct console by a header of its own, and a function `void console_NAME_draw(struct console *)`
 * that draws within the box x, y, w, h of the struct. Drawn in kiosk units (ui/layout.h), text of
 * 20 and more. */

#include "base/error.h"
#include "console/actions.h"
#include "console/board.h"
#include "console/conduct.h"
#include "console/findings.h"
#include "console/people.h"
#include "console/run.h"
#include "console/talk.h"
#include "console/votes.h"
#include "model/command.h"
#include "model/refusal.h"
#include "model/room.h"
#include "stage/stage.h"
#include "ui/ui.h"

enum console_view {
    CONSOLE_RUN,
    CONSOLE_PEOPLE,
    CONSOLE_BOARD,
    CONSOLE_FINDINGS,
    CONSOLE_TALKS,
    CONSOLE_VOTES,
    CONSOLE_ACTIONS,
    CONSOLE_CONDUCT, /* of a training; its button is on the strip */
    CONSOLE_VIEW_COUNT
};

enum {
    CONSOLE_COMMANDS_MAX = 32, /* wished for in one frame */
    CONSOLE_SAY_MS = 6000,     /* how long a passing sentence stays */
    CONSOLE_SAY_SIZE = 256,
    CONSOLE_HEADER = 72, /* height of the band at the top */
    CONSOLE_MARGIN = 32,
};

/* What one frame is made from; everything is borrowed for it. */
struct console_sight {
    const struct room *room;           /* the facilitator's */
    const struct room *projector;      /* the projector's; NULL: made from `room` */
    const struct stage_motion *motion; /* of the projector's picture; NULL: nothing moves */
    struct layout stage;               /* of the projector's picture, and its letters */
    const struct type_metrics *metrics;
    bool reduced_motion;
    int64_t now_ms;      /* of the clock that the room's timer ends by */
    int clock;           /* local time of day, minutes after midnight */
    uint32_t today;      /* the local day (base/day.h) */
    bool in_sight;       /* the console is to be seen somewhere */
    bool over_stage;     /* in the place of the stage: Esc puts it away */
    const char *trouble; /* with the connection or the windows; NULL: none */
    const char *players; /* what is in the way of a training's players here; NULL: nothing */
};

/* What the person wants done. Commands have no id yet. */
struct console_wish {
    bool theme, full_screen, leave;
    bool players;    /* F6: those in whose way something is are to try again */
    bool console;    /* F2: bring the console up, or put it away */
    bool bring;      /* Ctrl+I: files are to be brought in */
    school_id sheet; /* the sheet of that school's talk is to be saved; 0: none */
    bool cards;      /* the table cards are */
    bool print;      /* and printed */
    bool everything; /* what came of the workshop is to be written, for each of its readers */
    int commands;
    struct command command[CONSOLE_COMMANDS_MAX];
};

struct console {
    struct ui *ui; /* borrowed for the frame, as are the next two */
    struct console_sight sight;
    struct console_wish *wish;
    struct layout layout;
    double x, y, w, h; /* the box for the view */

    enum console_view view;
    bool entered;             /* the view is drawn for the first time since another was */
    bool help;                /* the list of keys lies over it */
    bool escaped;             /* the view has taken Esc in this frame */
    const struct ui *keeping; /* the window in which the view keeps keys to itself; NULL: none */
    const char *kept;         /* the letters it keeps there; NULL: all keys */

    /* what the room sees */
    bool blank, frozen;
    int page;
    struct stage_frame stage; /* what the projector shows unless it is blank; held while frozen */
    struct room *made;        /* the projector's room, where it is made here */
    struct room *held;        /* a copy, while frozen */

    struct place place; /* of the room when it was last looked at, and its view */
    struct view seen;
    uint8_t focus; /* row last spoken of, and the order of rows: the page goes with them */
    bool by_average;
    struct place going; /* where the last key of going asked to be; item UINT8_MAX: nowhere */
    struct view asked;  /* the last look asked for, and when; 0: none */
    int64_t asked_ms;
    int64_t say_until_ms; /* 0: nothing said */
    char say[CONSOLE_SAY_SIZE];

    struct console_run run;
    struct console_people people;
    struct console_talk talk;
    struct console_board board;
    struct console_findings findings;
    struct console_votes votes;
    struct console_actions actions;
    struct console_conduct conduct;
};

CHECKED enum error console_create(struct console **out);
void console_destroy(struct console **console);

/* Forgets everything, for another workshop. */
void console_clear(struct console *console);

/* Takes in what the room says of the place and the view, and makes `stage` of it. Call once a
 * frame, before keys and drawing: it puts `sight` and `wish` (which is emptied) in their places. */
void console_follow(struct console *console, const struct console_sight *sight,
                    struct console_wish *wish);

/* Obeys the keys that no widget of `ui` took: the same in every window. Between ui_begin and
 * ui_end; where the console is drawn too, after console_draw. */
void console_keys(struct console *console, struct ui *ui);

/* Draws the whole console over `layout`, with kiosk units, between ui_begin and ui_end. */
void console_draw(struct console *console, struct ui *ui, const struct layout *layout);

/* Empties the screen of the room, or shows it again: at once. */
void console_blank(struct console *console);

/* Draws the list of the room's keys over whatever is there. */
void console_help_draw(struct draw_list *list, const struct layout *layout,
                       const struct room *room);

/* How far that is, or where it now lies: told in passing, and beside the end of the workshop until
 * something else is to be said. */
void console_writes(struct console *console, bool under_way, const char *line);

/* ---- for the views ---- */

/* A command to fill in; NULL when this frame has wished for too many already. */
struct command *console_command(struct console *console, enum command_kind kind);

/* Asks for a look like `view`, with blank, freeze and page as they are here. */
void console_look(struct console *console, struct view view);

/* The look that the next one is made from: what was asked a moment ago, else the room's. */
struct view console_looking(const struct console *console);

/* Goes to another view. */
void console_go(struct console *console, enum console_view view);

/* Says something that passes; a refusal is said like that too. */
void console_say(struct console *console, const char *text);
void console_refused(struct console *console, enum refusal refusal);

#endif
