#ifndef PLENARY_ROLLUP_NAMES_H
#define PLENARY_ROLLUP_NAMES_H

/* Takes the names of a cluster's schools out of what people typed. A name is found as whole words,
 * case, accents, apostrophes and full stops aside and whatever stands between its words; and so is
 * what people say for short: "St Mary's" of "St Mary's CE Primary School, Ashby", the words before
 * the first that tells a kind of school (words/rollup.def). Nicknames and misspellings are beyond
 * it. A word of a name that is also an ordinary word goes with it: better a text that reads oddly
 * than a school that is told. */

#include "model/room.h"

enum { ROLLUP_NAMES_EACH = 6, ROLLUP_NAMES_MAX = ROLLUP_NAMES_EACH * SCHOOLS_MAX };

struct rollup_name {
    uint16_t length;
    int32_t points[NAME_SIZE]; /* folded; a space between words */
};

struct rollup_names {
    uint16_t count;
    struct rollup_name names[ROLLUP_NAMES_MAX];
};

/* Reads the names of the room's schools. About 600 KB: keep it off the stack. */
void rollup_names_read(struct rollup_names *names, const struct room *room);

/* Copies a text with "a school" in place of names, cut at a whole character where it gets too long
 * for `to`. */
void rollup_names_hide(char *to, size_t size, const struct rollup_names *names, const char *text);

#endif
