#ifndef PLENARY_LINES_PARSE_H
#define PLENARY_LINES_PARSE_H

/* A typed line as words, and the words as what they stand for in this room. Each taking function
 * returns false when the words do not say it, having written what was not understood and what is
 * expected into the reader's trouble, so that they chain with &&. */

#include <stddef.h>

#include "base/error.h"
#include "model/command.h"
#include "model/room.h"

enum {
    LINES_INPUT_MAX = 4 * 1024, /* bytes of a typed line with its final zero */
    LINES_WORDS_MAX = 64,
};

struct lines_typed {
    const char *name; /* of name="...": the name; NULL for a plain word */
    const char *text;
    bool taken;
};

struct lines_reader {
    const struct room *room;
    uint32_t today;   /* base/day.h */
    bool warned;      /* the trouble is a warning: what was said is understood */
    const char *form; /* what the command looks like, for the trouble */
    struct command *command;
    char *path; /* of a file, LINES_INPUT_MAX bytes */
    struct trouble *trouble;
    unsigned count;
    struct lines_typed words[LINES_WORDS_MAX];
    char bytes[LINES_INPUT_MAX];
};

/* Cuts a line at its spaces. Quotation marks keep words together; \" and \\ stand for themselves
 * within. False, with trouble: no closing mark, or too much. */
CHECKED bool lines_split(struct lines_reader *reader, const char *line);

/* The next plain word, not taken yet; NULL when there is none. */
const char *lines_peek(const struct lines_reader *reader);
/* Takes whatever plain word comes next; NULL when there is none. */
const char *lines_take_any(struct lines_reader *reader);
/* Takes the next plain word if it is this one. */
bool lines_take(struct lines_reader *reader, const char *word);

CHECKED bool lines_take_school(struct lines_reader *reader, school_id *school);
/* By its number, or by a name: the row's own or its tight one. 0: none. */
condition_id lines_find_condition(const struct lines_reader *reader, const char *typed);
CHECKED bool lines_take_condition(struct lines_reader *reader, condition_id *condition);
CHECKED bool lines_take_seat(struct lines_reader *reader, seat_id *seat);
/* A whole number within the two; `expected` says what it is, for people. */
CHECKED bool lines_take_number(struct lines_reader *reader, long *number, long least, long most,
                               const char *expected);
/* A number from 1 to `most`. */
CHECKED bool lines_take_id(struct lines_reader *reader, unsigned *id, unsigned most,
                           const char *expected);
CHECKED bool lines_take_note(struct lines_reader *reader, unsigned *note);
/* A group's number, or how many there are; 0: none. */
CHECKED bool lines_take_group(struct lines_reader *reader, unsigned *group);
/* A number, or the agenda's id for it. */
CHECKED bool lines_take_board(struct lines_reader *reader, uint8_t *board);
/* A number, or what the heading of that board says. */
CHECKED bool lines_take_heading(struct lines_reader *reader, uint8_t *heading, uint8_t board);
/* The word of its kind, then the number of its condition or its own. */
CHECKED bool lines_take_finding(struct lines_reader *reader, uint8_t *kind, unsigned *number);
/* One of two words. */
CHECKED bool lines_take_either(struct lines_reader *reader, bool *first, const char *yes,
                               const char *no, const char *expected);
/* All plain words that are left, as one text. */
CHECKED bool lines_take_name(struct lines_reader *reader, char name[NAME_SIZE]);
CHECKED bool lines_take_text(struct lines_reader *reader, char *to, size_t size, size_t visible);
/* The next plain word alone, as a text. */
CHECKED bool lines_take_word(struct lines_reader *reader, char *to, size_t size, size_t visible);
/* Takes the next plain word if it is one of these; false, without trouble, when it is none. */
bool lines_take_one_of(struct lines_reader *reader, uint8_t *index, const char *const words[],
                       unsigned count);
/* name="..." if it is there; else `to` stays as it is. */
CHECKED bool lines_take_named(struct lines_reader *reader, const char *name, char *to, size_t size,
                              size_t visible);
/* name=NUMBER from 0 to `most`, likewise. */
CHECKED bool lines_take_named_number(struct lines_reader *reader, const char *name,
                                     unsigned *number, unsigned most, const char *expected);
/* name=WORD, likewise. */
CHECKED bool lines_take_named_one_of(struct lines_reader *reader, const char *name, uint8_t *index,
                                     const char *const words[], unsigned count,
                                     const char *expected);
/* A vote's number, or the agenda's id for it. It need not be there: the kiosk says. */
CHECKED bool lines_take_ballot(struct lines_reader *reader, ballot_id *ballot);
/* True when nothing is left over. */
CHECKED bool lines_take_end(struct lines_reader *reader);

/* Says what was not understood; always false. */
bool lines_unclear(struct lines_reader *reader, const char *word, const char *expected);
/* What was said is understood and wants a second thought, which the trouble says; always false. */
bool lines_warned(struct lines_reader *reader);

#endif
