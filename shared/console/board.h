#ifndef PLENARY_CONSOLE_BOARD_H
#define PLENARY_CONSOLE_BOARD_H

/* The view of the boards: the notes of one board by heading, in pages, those that wait for a yes
 * first; one of them chosen, and all that can be done with it. Any board can be looked at; the view
 * goes along with the room when that comes to another. */

#include "model/types.h"
#include "ui/dropdown.h"
#include "ui/edit.h"

struct console;

struct console_board {
    uint8_t board;                 /* looked at; 0: none yet */
    struct place place;            /* of the room, when the board was last chosen for it */
    struct dropdown choice;        /* of the board */
    const char *names[BOARDS_MAX]; /* to choose from, borrowed for the frame */
    note_id chosen;                /* 0: none */
    uint8_t heading;               /* the chosen one, from 1 */
    int page[HEADINGS_MAX];        /* of each heading, from 0 */
    bool turned;                   /* pages were turned by hand, away from the chosen note */
    note_id joining;               /* is to become part of the note chosen next; 0: none */
    note_id editing;               /* its text is being changed; 0: none */
    uint32_t editing_of;           /* the revision that was seen */
    struct edit edit, add;         /* its text; a new note's */
    uint8_t groups;                /* that notes are dealt to */
    note_id asked;                 /* a change of it is on its way, */
    uint32_t asked_of;             /* made to this revision, */
    int64_t asked_ms;              /* since then */
    bool pressed, dragging;        /* the pointer holds the chosen note, and has moved with it */
    double pressed_x, pressed_y;
};

void console_board_draw(struct console *console);

/* Esc: leaves what is being typed or put together. False when there is no such thing. */
bool console_board_escape(struct console *console);

#endif
