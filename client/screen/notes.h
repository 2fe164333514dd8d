#ifndef PLENARY_SCREEN_NOTES_H
#define PLENARY_SCREEN_NOTES_H

/* The notes of one board, for somebody who writes them: what is in hand, and what became of what
 * was sent. Unsigned unless the writer ticks otherwise. */

#include "screen/writing.h"

/* The board looked at: the one gone to, else the subject of the room's step; 0: none. */
uint8_t notes_board(const struct screens *s);

/* True where the room's step has groups work on that board, or did when an unsent suggestion was
 * begun. */
bool notes_for_groups(const struct screens *s, uint8_t board);

/* What is being written there: a change of an own note, a suggestion, or a new note. */
struct edit *notes_in_hand(struct screens *s, uint8_t board);

/* The note that what is being written there is a suggestion to; 0: it is none. */
note_id notes_parent(const struct screens *s, uint8_t board);

/* True while something written on the board drawn last has not been sent. */
bool notes_is_unsent(const struct screens *s);

/* The room's step has changed: what is being written stays where it is written. */
void notes_stay(struct screens *s);

/* True while something written on any board has not been sent. */
bool notes_are_unsent(const struct screens *s);

/* ---- what a person does ---- */

/* Sends what is in hand; true when there was something to send. */
bool notes_send(struct screens *s, uint8_t board);

/* Takes an own note up to change it, and leaves that again. */
void notes_change(struct screens *s, note_id note);
void notes_leave_change(struct screens *s, uint8_t board);

void notes_take_back(struct screens *s, note_id note);

/* Takes up a note that came back; what was being written instead comes to stand in its place. */
void notes_take_up(struct screens *s, unsigned returned);

/* A note that could not be sent, or was refused. */
void notes_came_back(struct screens *s, const struct note_change *change, enum refusal refusal);

/* ---- one's own notes ---- */

enum own_kind { OWN_SAVED, OWN_ON_WAY, OWN_RETURNED };

struct own_row {
    enum own_kind kind;
    uint16_t which; /* the note; its place among those on their way, or that came back */
    uint8_t heading;
    uint8_t state; /* enum note_state, of a saved one */
    uint8_t refusal;
    bool suggestion;
    bool moving;      /* a change or withdrawal is on its way */
    const char *text; /* borrowed */
};

/* Fills `rows` with up to `most` of one's own notes on a board, after the first `skip`; newest
 * first, and those on their way before all. `parent`: only suggestions to that note; 0: all.
 * Returns how many there are altogether. */
unsigned notes_own(const struct screens *s, struct own_row *rows, unsigned most, unsigned skip,
                   uint8_t board, note_id parent);

/* One line about how a note of one's own stands: "Political, on the board". */
void notes_state(char *to, size_t size, const struct screens *s, uint8_t board,
                 const struct own_row *row);

/* Runs a list of them: Enter changes one, its button or Delete takes it back. `row` is the height
 * of each, 96 or less. */
void notes_run_own(struct screens *s, uint8_t board, note_id parent, double x, double y, double w,
                   double row, unsigned shown);

/* ---- notes_group.c: which group, what it works on, and its suggestions ---- */

void notes_run_group(struct screens *s, uint8_t board, double y);

#endif
