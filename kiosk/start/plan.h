#ifndef PLENARY_START_PLAN_H
#define PLENARY_START_PLAN_H

/* An agenda as it is changed before its workshop begins: parts added, taken out, moved, retimed and
 * given other titles, each change able to be taken back. Plain data, no drawing. A change that
 * would make an impossible agenda (times that go backwards or past midnight, empty titles) is not
 * made, and the fault says why. Planned starts move along: what comes after a part keeps its
 * distance to it.
 *
 * Typing in a field is one change however many letters it takes, made anew from what was there
 * before the first of them. Items count from 0. */

#include <stdbool.h>

#include "model/pack.h"

enum { PLAN_CHANGES = 16, PLAN_NEW_MINUTES = 15, PLAN_MINUTES_MAX = 1440 };

enum plan_fault {
    PLAN_FINE,
    PLAN_TITLE,    /* empty, or too long */
    PLAN_CLOCK,    /* no time of day */
    PLAN_EARLIER,  /* than the start of a part before it */
    PLAN_LATER,    /* than the start of a part after it, which was not to move */
    PLAN_MIDNIGHT, /* something would begin on the next day */
    PLAN_MINUTES,  /* no length */
    PLAN_FULL,     /* no room for another part or board */
    PLAN_ONLY,     /* the last part there is cannot go */
    PLAN_EDGE,     /* nothing further up or down */
    PLAN_QUESTION, /* empty, or too long */
    PLAN_HEADINGS, /* none, too many, or one too long */
};

/* What is being typed: changes of one kind to one item run together. */
enum plan_field { PLAN_NO_FIELD, PLAN_TITLE_FIELD, PLAN_START_FIELD, PLAN_MINUTES_FIELD };

struct plan {
    bool changed_before; /* changes too old to be taken back */
    int at, count;       /* the state that holds, and how many there are */
    enum plan_field field;
    int item;                               /* of the field */
    struct agenda states[PLAN_CHANGES + 2]; /* one more than can be gone back to: being made */
};

/* Begins with an agenda as it is in its pack. */
void plan_begin(struct plan *plan, const struct agenda *agenda);

/* The agenda as it stands; borrowed, until the next change. */
const struct agenda *plan_now(const struct plan *plan);

/* True when it is no longer as it was in its pack. */
bool plan_changed(const struct plan *plan);

/* What was typed. A start left empty is not planned; minutes 0 are no timer. Steps with times of
 * their own get shorter in proportion when their part does. */
enum plan_fault plan_set_title(struct plan *plan, int item, const char *text);
enum plan_fault plan_set_start(struct plan *plan, int item, const char *text);
enum plan_fault plan_set_minutes(struct plan *plan, int item, const char *text);

/* The next letter typed is a new change. */
void plan_settle(struct plan *plan);

/* Changes places with the item before (-1) or after it (1). */
enum plan_fault plan_move(struct plan *plan, int item, int by);

/* Takes an item out, and the boards that only it led to. An evaluation that looked back on it looks
 * back on the first part with objectives instead. */
enum plan_fault plan_remove(struct plan *plan, int item);

/* Puts a new part after `item`: a briefing, or a board with its question and its headings between
 * commas. */
enum plan_fault plan_add_briefing(struct plan *plan, int item, const char *title);
enum plan_fault plan_add_board(struct plan *plan, int item, const char *title, const char *question,
                               const char *headings);

/* Takes the last change back, or makes it again; false when there is none. */
bool plan_undo(struct plan *plan);
bool plan_redo(struct plan *plan);

#endif
