#ifndef PLENARY_CONSOLE_VOTES_H
#define PLENARY_CONSOLE_VOTES_H

/* The view of the votes: those that come with the agenda and those made on the spot. */

#include "console/rows.h"

struct console;

struct console_votes {
    struct rows rows;
};

void console_votes_draw(struct console *console);

#endif
