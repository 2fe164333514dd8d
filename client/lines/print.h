#ifndef PLENARY_LINES_PRINT_H
#define PLENARY_LINES_PRINT_H

/* The room as lines for people and programs: a word, then fields `name=value`; texts stand in
 * quotation marks, with \" and \\ inside. Numbers and words of types.h stand bare. What is not said
 * (no target, no note) has no field. */

#include <stdio.h>

#include "model/findings.h"
#include "model/refusal.h"

enum {
    LINES_LINE_MAX = 6 * 1024,
    LINES_ONCE_MAX = 2 * 1024,
};

/* Lines that stand for one thing of the workshop and are left out when they would say the same as
 * the last time. */
enum lines_once {
    LINES_ALWAYS, /* none of them */
    LINES_WORKSHOP,
    LINES_NAMES,
    LINES_SEATED,
    LINES_AGENDA,
    LINES_SETTINGS,
    LINES_TROUBLE,
    LINES_ONCE_COUNT
};

/* Where lines go. Begin with zeros and `out`. */
struct lines_printer {
    FILE *out;
    char last[LINES_ONCE_COUNT][LINES_ONCE_MAX];
};

/* A line being written; longer than LINES_LINE_MAX it would be cut, which no line here is. */
struct lines_line {
    size_t length;
    char text[LINES_LINE_MAX];
};

void lines_begin(struct lines_line *line, const char *word);
void lines_text(struct lines_line *line, const char *name, const char *text);
void lines_word(struct lines_line *line, const char *name, const char *word);
void lines_number(struct lines_line *line, const char *name, int64_t number);
void lines_end(struct lines_printer *printer, const struct lines_line *line, enum lines_once once);

/* The line or lines of one item that has changed or gone. `now_ms`: the session's time. */
void lines_print_item(struct lines_printer *printer, const struct room *room, struct item_key key,
                      int64_t now_ms);

/* Everything that is there, said again. */
void lines_print_room(struct lines_printer *printer, const struct room *room, int64_t now_ms);

/* What the grid says, a line for each finding; `found` is a buffer of the caller's. */
void lines_print_findings(struct lines_printer *printer, const struct room *room,
                          struct room_finding found[ROOM_FINDINGS_MAX]);

/* The adopted actions that nobody is to see to, or by no date, a line for each. */
void lines_print_loose(struct lines_printer *printer, const struct room *room);

/* Whom one can play in a training, a line for each, and the cards one may read. */
void lines_print_roles(struct lines_printer *printer, const struct room *room);

/* saved id=7, or refused id=7 reason=word text="..." */
void lines_print_answer(struct lines_printer *printer, uint32_t id, enum refusal refusal);

#endif
