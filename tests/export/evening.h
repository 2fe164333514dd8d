#ifndef PLENARY_TESTS_EXPORT_EVENING_H
#define PLENARY_TESTS_EXPORT_EVENING_H

/* A small workshop in which everything that can be written has happened: six schools and three
 * conditions, talks with notes, boards, findings, votes, actions, an evaluation, an earlier review.
 * Names and texts are such as spreadsheets, calendars and mails trip over. What only some may read
 * holds one of the marks below, so that a test can look for it where it must not be. */

#include "model/bench.h"

/* In a rating's note; with whom it was agreed; an action of a 1-to-1; one that waits; one that is
 * part of another; a hidden finding; a note on a personal board; one that waits; the name of a seat
 * that has nothing in hand and signed nothing. */
#define MARK_NOTE     "Zebra"
#define MARK_WITH     "Yacht"
#define MARK_OWN      "Walrus"
#define MARK_WAITING  "Violin"
#define MARK_MERGED   "Umbrella"
#define MARK_HIDDEN   "Trumpet"
#define MARK_PERSONAL "Saffron"
#define MARK_HELD     "Rhubarb"
#define MARK_SEAT     "Quartz"

/* The bits of `consents`: 1 << enum scope, given by every school. */
void evening_fill(struct bench *b, unsigned consents);

/* When it was held, and when it is written: 22 November 2026, half past one. */
extern const int64_t evening_held_ms, evening_now_ms;

#endif
