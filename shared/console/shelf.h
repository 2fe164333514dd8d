#ifndef PLENARY_CONSOLE_SHELF_H
#define PLENARY_CONSOLE_SHELF_H

/* Within console/ only: the notes of a board as its view lays them out, made anew every frame from
 * the room: heading by heading, those that wait first, then in their order. And what of the view
 * its files share. */

#include "console/board.h"
#include "console/parts.h"

struct shelf {
    const struct room *room;
    uint8_t board;
    int headings;
    int first[HEADINGS_MAX +
              1];            /* where each heading's notes begin; the last: how many there are */
    note_id note[NOTES_MAX]; /* those with a card of their own */
    uint8_t alike[NOTES_MAX + 1], hints[NOTES_MAX + 1]; /* parts of a card; 255 and more as 255 */
    bool acted[NOTES_MAX + 1];                          /* there is an action that was made of it */
    int waiting;
};

void shelf_make(struct shelf *shelf, const struct room *room, uint8_t board);

/* Where a note stands in `note`; -1: nowhere. */
int shelf_find(const struct shelf *shelf, note_id note);
/* Cards under a heading. */
int shelf_count(const struct shelf *shelf, int heading);
/* The first waiting note from that place on, going round; 0: none. */
note_id shelf_waiting(const struct shelf *shelf, int from);

/* ---- the parts of the view ---- */

void board_choose(struct console *console, note_id note);

/* A command about a note with the revision that is seen; NULL while an earlier one is on its way.
 */
struct command *board_ask(struct console *console, enum command_kind kind, note_id note);

/* Puts the chosen note before `other` (0: last) under a heading. */
void board_move(struct console *console, const struct shelf *shelf, int heading, note_id other);

/* What keys and buttons ask for alike, of the chosen note. */
void board_approve(struct console *console, const struct shelf *shelf);
void board_hold(struct console *console, const struct shelf *shelf);
void board_enlarge(struct console *console);
void board_star(struct console *console);
/* Makes an action of it, or goes to the one there is. */
void board_act(struct console *console);
void board_join(struct console *console);
void board_edit(struct console *console);
void board_remove(struct console *console, const struct shelf *shelf);

/* The headings with their notes in the box, and the chosen note with what can be done. */
void board_list_draw(struct console *console, const struct shelf *shelf, double x, double y,
                     double w, double h);
void board_panel_draw(struct console *console, const struct shelf *shelf, double x, double y,
                      double w, double h);

#endif
