#ifndef PLENARY_CONSOLE_RUN_H
#define PLENARY_CONSOLE_RUN_H

/* The view that a session is run from: what the room sees, the notes of the item, the time, who
 * waits for an answer, and the schools. */

struct console;

struct console_run {
    unsigned chosen; /* of what waits, from 0 */
};

void console_run_draw(struct console *console);

#endif
