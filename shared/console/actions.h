#ifndef PLENARY_CONSOLE_ACTIONS_H
#define PLENARY_CONSOLE_ACTIONS_H

/* The view of the actions: what has been proposed, what the room takes on, and who sees it through.
 */

#include "console/rows.h"

struct console;

struct console_actions {
    struct rows rows;
};

void console_actions_draw(struct console *console);

#endif
