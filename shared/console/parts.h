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

/* Holds the picture that the room sees, or lets it go on. */
void console_freeze(struct console *console, bool on);

/* Draws what the room sees within `w`; returns its height. */
double console_preview(struct console *console, double x, double y, double w);

/* ---- what keys and buttons ask for alike ---- */

void console_step(struct console *console, int direction);
void console_time(struct console *console, enum timer_action action, int64_t milliseconds);
void console_pause(struct console *console);
void console_blank(struct console *console);
void console_reveal(struct console *console);

/* The i-th line of the list of keys, from 0; false when there are no more. */
bool console_key_line(int i, enum word *keys, enum word *does);

#endif
