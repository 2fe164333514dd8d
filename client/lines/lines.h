#ifndef PLENARY_LINES_LINES_H
#define PLENARY_LINES_LINES_H

/* The participant's program without a window: commands in (commands.h), the room and the answers
 * out (print.h), one a line, for terminals, screen readers and scripts. It waits on standard input
 * and the network alone and does nothing in between.
 *
 * Lines are read once the room is whole, so that names can be understood, and not faster than the
 * kiosk answers. Most go out at once, one after the other; after one that changes what the next is
 * read against (a new school, the next step, another view) reading goes on when the room shows it,
 * or LINES_SHOWING_MS after its answer. At the end of the input what was asked is still brought to
 * an answer; only a connection that stays away for LINES_PATIENCE_MS ends that wait. */

#include <stdint.h>
#include <stdio.h>

enum {
    LINES_PATIENCE_MS = 5000,
    LINES_LINGER_MS = 250, /* after the last answer: what it changed is still seen to arrive */
    LINES_SHOWING_MS = 1000,
};

/* How it ended: the program's exit status. */
enum {
    LINES_ALL_SAVED = 0,
    LINES_NOT_SAVED = 1, /* something was refused, or not answered */
    LINES_NOT_SEATED = 2,
};

struct lines_options {
    const char *host; /* NULL with no code: where the last seat was */
    uint16_t port;
    const char *code; /* NULL: resume the last seat */
    const char *state_folder;
    const char *name;   /* NULL, or who sits here */
    const char *school; /* NULL, or which school; for seats from the room code */
};

/* Runs to the end of `in` (a descriptor) or of the session. */
int lines_run(const struct lines_options *options, int in, FILE *out);

#endif
