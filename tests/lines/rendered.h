#ifndef PLENARY_TESTS_LINES_RENDERED_H
#define PLENARY_TESTS_LINES_RENDERED_H

/* What typed lines become, to compare as text. */

#include <stddef.h>

#include "model/room.h"

struct example {
    const char *line, *command;
};

/* Each line is read in that room and must become that command. */
void expect_commands(const struct room *room, const struct example *examples, size_t count);

#endif
