#ifndef PLENARY_CONSOLE_RUN_H
#define PLENARY_CONSOLE_RUN_H

/* The view that a session is run from: what the room sees, the notes of the item, the time, what
 * waits for an answer, and the schools. */

#include "console/queue.h"
#include "console/rows.h"
#include "ui/scale.h"

enum { CONSOLE_WROTE_SIZE = 1024 };

struct console;

struct console_run {
    struct queue queue;
    struct waiting drawn, seen; /* the chosen one as it now stands, and as it was last shown */
    struct waiting answered;    /* the last one answered, and when */
    int64_t answered_ms;
    bool suggesting;          /* another figure for the chosen rating is being made */
    bool begun;               /* just now: the scale takes the focus */
    struct waiting suggested; /* for which */
    struct scale_hands hands;
    bool jumping; /* the agenda is up, to go anywhere */
    bool jumped;  /* just now: the list takes the focus */
    struct rows agenda;
    unsigned notes_page, notes_pages; /* the one that is shown, of how many */
    struct place notes_of;            /* the place whose notes are shown */
    unsigned seats_page;
    bool closing;                   /* ending the workshop has been asked for */
    bool writing;                   /* what came of it is being written */
    char wrote[CONSOLE_WROTE_SIZE]; /* how far, or where it lies; empty: not asked for */
};

void console_run_draw(struct console *console);

/* What the keys A, S, L, up and down ask for; nothing where nothing waits. */
void console_run_agree(struct console *console);
void console_run_suggest(struct console *console);
void console_run_later(struct console *console);
void console_run_move(struct console *console, int by);

/* Opens the agenda to go anywhere, or puts it away. */
void console_run_jump(struct console *console);

/* The next page of the notes; after the last, the first. */
void console_run_turn_notes(struct console *console);

#endif
