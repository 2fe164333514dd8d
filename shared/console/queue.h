#ifndef PLENARY_CONSOLE_QUEUE_H
#define PLENARY_CONSOLE_QUEUE_H

/* What waits for the facilitator's word, in one list: people who came in with the room's code and
 * wait to be let in, notes that wait to be shown, actions that wait to be read out, and ratings
 * that schools have proposed. What was put off stands at the end. The list is made from the room
 * each frame; the one that is chosen is known by what it is, so that news never moves it under a
 * finger. */

#include "model/room.h"

enum waiting_kind { WAITING_NONE, WAITING_PERSON, WAITING_NOTE, WAITING_ACTION, WAITING_RATING };

/* person: a is the seat; note: a is the note; action: a is the action; rating: a is the condition,
 * b the school. */
struct waiting {
    uint8_t kind; /* enum waiting_kind */
    uint16_t a, b;
    uint32_t revision;
};

enum { QUEUE_MAX = 512, QUEUE_LATER = 64 };

struct queue {
    unsigned count;                           /* listed */
    unsigned people, notes, actions, ratings; /* waiting, all of them */
    struct waiting list[QUEUE_MAX];
    unsigned later_count; /* put off, oldest first */
    struct waiting later[QUEUE_LATER];
    struct waiting chosen; /* NONE: nothing waits */
    unsigned at;           /* where it stands */
};

/* Makes the list anew. What is chosen stays so while it waits; else what now stands there is. */
void queue_update(struct queue *queue, const struct room *room);

/* Chooses the one `by` further on. */
void queue_move(struct queue *queue, int by);

/* Puts the chosen one off. */
void queue_put_off(struct queue *queue);

/* The school's proposal that waits for an answer; NULL: none. Borrowed from the room. */
const struct proposal *queue_proposal(const struct room *room, condition_id condition,
                                      school_id school);

#endif
