#ifndef PLENARY_CONSOLE_PARTS_H
#define PLENARY_CONSOLE_PARTS_H

/* Within console/ only: what its views share. */

#include "console/console.h"
#include "words/words.h"

enum { CONSOLE_CODE_SIZE = 16 };

/* "KTRM 7XPD" of the first code of that kind and owner; empty where there is none. */
void console_code(char to[CONSOLE_CODE_SIZE], const struct room *room, enum code_kind kind,
                  school_id school, seat_id seat);

/* The room's, while it is offered. */
void console_room_code(char to[CONSOLE_CODE_SIZE], const struct room *room);

/* A box of the picture, design units. */
struct box {
    double x, y, w, h;
};

/* A line of text in pieces of different weight would be too much here: one text, 20 or more, cut
 * where it ends. Returns the top of the next line. */
double console_line(struct console *console, const struct box *box, double y, struct type type,
                    enum token ink, const char *text);

/* A key with what it does beside it, to be pressed on too. True when it was. */
bool console_keyed(struct console *console, const char *name, double x, double y, double w,
                   const char *key, const char *does, bool off);

/* The height of a text in at most `most` lines. */
double console_height(const struct console *console, double w, int most, struct type type,
                      const char *text);

/* True when Esc was pressed, for what a view has open: nothing further is closed by it. */
bool console_escape(struct console *console);

/* What the room is at, for people: the item's title, or that it has not begun. */
const char *console_item_title(const struct room *room, unsigned item);

/* The names of schools that `wanted` says, up to `most` of them and how many more; empty: none. */
void console_names(char *to, size_t size, const struct room *room, unsigned most,
                   bool (*wanted)(const struct room *room, school_id school));

/* True when the name holds what was typed, as people would read both, from where a word begins. */
bool console_matches(const char *name, const char *typed);

/* Holds the picture that the room sees, or lets it go on. */
void console_freeze(struct console *console, bool on);

/* The next look is made without what going elsewhere takes down: call with COMMAND_GO. */
void console_left(struct console *console);

/* Draws what the room sees within `w`; returns its height. */
double console_preview(struct console *console, double x, double y, double w);

/* One of a few answers, 48 high, in a group of the caller's. True when it was chosen. */
bool console_choice(struct console *console, ui_id id, double x, double y, double w,
                    const char *text, bool chosen);

/* ---- parts of the people view ---- */

void people_panel_draw(struct console *console, struct box box);
void people_panel_focus(struct console *console);
void people_codes_draw(struct console *console, struct box box);

/* ---- what keys and buttons ask for alike ---- */

void console_step(struct console *console, int direction);
void console_time(struct console *console, enum timer_action action, int64_t milliseconds);
void console_pause(struct console *console);
void console_reveal(struct console *console);
/* Earlier reviews on the grid: beside the figures, as lines, not at all. */
void console_then(struct console *console);
void console_hold(struct console *console);
/* At the end of the agenda: asks whether to end the workshop for good, and the second time does. */
void console_close(struct console *console);
bool console_at_end(const struct room *room);
void console_add_minute(struct console *console);
void console_hide_timers(struct console *console);
void console_replan(struct console *console);
void console_undo(struct console *console);
void console_redo(struct console *console);

/* ---- parts of the run view ---- */

/* The width of the left and the middle column. */
double run_side(const struct console *console);

/* What a step is called: what is asked in it, else its kind; empty for the lobby. Borrowed. */
const char *run_step_name(const struct room *room, struct place place);

void run_left_draw(struct console *console, struct box box);
void run_agenda_draw(struct console *console, struct box box);
/* The time, and what is being asked of the room; returns where it ends. */
double run_time_draw(struct console *console, struct box box);
double run_round_draw(struct console *console, struct box box);
/* The vote that the room looks at, and what would be lost by ending the workshop; each returns its
 * height with the gap after it, 0 where there is none. */
double run_ballot_draw(struct console *console, struct box box);
double run_closing_draw(struct console *console, struct box box);
/* The big button of a vote: what stands on it, its key, and the line under it; and what it does. */
const char *run_ballot_big(const struct console *console, enum word *text, const char **key,
                           bool *off);
void run_ballot_go_on(struct console *console);
/* Who has still to vote, of a school, where the vote that the room looks at is open. */
bool run_ballot_is_open(const struct room *room);
unsigned run_ballot_missing(const struct room *room, school_id school);
/* How far planning is, or what of it is open when the workshop is about to be ended; returns the
 * height with the gap after it, 0 where there is nothing to say. */
double run_actions_draw(struct console *console, struct box box);
/* Having everything written, offered at the end; returns the height with the gap after it, 0 where
 * it is not the time. What its key does anywhere (run_writing.c). */
double run_writing_draw(struct console *console, struct box box);
void console_write(struct console *console);
void run_queue_draw(struct console *console, struct box box);
/* Sends the figure that is being suggested instead (run_answer.c). */
void run_send_suggestion(struct console *console);
void run_undo_draw(struct console *console, struct box box);
/* What a step that can be taken back (enum undoable) is called. Borrowed. */
const char *run_undone(uint8_t what);
void run_seats_draw(struct console *console, struct box box);
void run_bar_draw(struct console *console, struct box box);

/* What the stage asks of everybody; SLIP_COUNT: nothing. The next step of it, by key. */
enum slip_kind run_round_kind(const struct room *room);
void run_round_go_on(struct console *console);

/* The i-th line of the list of keys in that room, from 0; false when there are no more. */
bool console_key_line(const struct room *room, int i, enum word *keys, enum word *does);

#endif
