#ifndef PLENARY_LINES_COMMANDS_H
#define PLENARY_LINES_COMMANDS_H

/* What can be typed: one table of forms (forms.c). A line becomes a command for the kiosk, or
 * one of the text form's own. Nothing is decided here: who may do what, and whether a figure is in
 * range, is the kiosk's answer. A participant names no school, for it is their own; the facilitator
 * names one. */

#include <stdio.h>

#include "base/error.h"
#include "model/command.h"
#include "model/room.h"

enum lines_ask {
    LINES_NOTHING, /* a blank line, or one that begins with # */
    LINES_SEND,
    LINES_SHOW,
    LINES_FINDINGS,
    LINES_HELP,
    LINES_QUIT,
};

struct lines_asked {
    enum lines_ask ask;
    struct command command; /* LINES_SEND; its id is still to be given */
};

/* Reads a line as typed in this room. ERROR_FORMAT or ERROR_RANGE, with trouble: it says what was
 * not understood and what is expected. */
CHECKED enum error lines_read(struct lines_asked *asked, const struct room *room, const char *line,
                              struct trouble *t);

/* The forms that this person may use, with what they do. */
void lines_help(FILE *out, const struct room *room);

#endif
