#ifndef PLENARY_MERGE_EARLIER_H
#define PLENARY_MERGE_EARLIER_H

/* Brings the actions that an earlier workshop adopted into a new one, with how far they are, so
 * that the room looks at them first. What that workshop had itself from an earlier one comes too,
 * unless it is done or dropped by now.
 *
 * The earlier file is only read. Conditions are the same when their packs give them the same id,
 * schools when people would read their names as the same; an action whose condition or school this
 * workshop does not have comes in without, and a remark says so. Seats do not outlast a workshop:
 * an owner who sat on one becomes a name. What an action came from stays behind. All of it is one
 * batch: everything or nothing. Nothing passes between a training and a real review
 * (workshop_may_give). Bringing the same file in again adds nothing, whatever has become
 * here of its actions since. */

#include "host/store.h"

enum { EARLIER_REMARKS_MAX = 32, EARLIER_TEXT_SIZE = NOTE_SIZE + TITLE_SIZE + 128 };

struct earlier_report {
    unsigned added;   /* actions */
    unsigned there;   /* that had been brought in before */
    unsigned remarks; /* on what has no match here, each a sentence; the first of them below */
    char remark[EARLIER_REMARKS_MAX][EARLIER_TEXT_SIZE];
};

/* Brings them in and commits; no batch may be open. On failure `trouble` says what is wrong with
 * which file, or why the workshop takes none (it is closed, or full), and nothing has changed. */
CHECKED enum error earlier_bring(struct earlier_report *report, struct store *store,
                                 const char *path, int64_t now_ms, struct trouble *trouble);

/* The same from a workshop that has been read (host/workshop.h). Reads no file but the store's own.
 */
CHECKED enum error earlier_take(struct earlier_report *report, struct store *store,
                                const struct model *from, int64_t now_ms, struct trouble *trouble);

/* Adds what another file brought. */
void earlier_add(struct earlier_report *to, const struct earlier_report *from);

/* How many of its actions would come in, those that are here already included. */
unsigned earlier_count(const struct model *from);

/* "Brought in: 4 actions of the earlier workshop. 2 were here already." */
void earlier_sum(char to[EARLIER_TEXT_SIZE], const struct earlier_report *report);

#endif
