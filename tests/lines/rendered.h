#ifndef PLENARY_TESTS_LINES_RENDERED_H
#define PLENARY_TESTS_LINES_RENDERED_H

/* What typed lines become, to compare as text. */

#include <stddef.h>

#include "model/room.h"

enum { LINES_TODAY = 14700 }; /* 1 April 2010 */

struct example {
    const char *line, *command;
};

/* Each line is read in that room and must become that command. */
void expect_commands(const struct room *room, const struct example *examples, size_t count);

/* Lines that are not understood: each is said to the facilitator or to somebody of a school, in a
 * room that `open` makes for them, and what is said to it contains that. */
struct unclear {
    const char *line, *said;
    bool facilitator;
};
void expect_unclear(struct room *(*open)(bool facilitator), const struct unclear *lines,
                    size_t count);

/* The line is not understood, or warned of, and what is said to it contains that. */
void expect_trouble(const struct room *room, const char *line, const char *said);
void expect_warning(const struct room *room, const char *line, const char *said);

/* All that `help` says in that room; to be freed. */
char *help_text(const struct room *room);

/* An item is printed as those lines. */
void expect_printed(const struct room *room, enum item_kind kind, uint16_t a, uint16_t b,
                    const char *expected);

#endif
