#ifndef PLENARY_TESTS_HOST_PARTICIPANT_H
#define PLENARY_TESTS_HOST_PARTICIPANT_H

/* Somebody at a client over a real socket, and the room that they are given. Everything is
 * asserted; none of what they ask is refused. */

#include "link/admission.h"
#include "model/room.h"
#include "wire/wire.h"

/* A participant: joins with its school's code and, once seated, rates. */
struct participant {
    struct link *link;
    struct link_peer peer;
    struct link_guest guest;
    struct room *room;
    char code[LINK_CODE_SIZE];
    seat_id seat;
    school_id school;
    unsigned saved;
    bool caught_up;
    enum farewell farewell;
};

/* What letters to them do; `participant` is borrowed. */
struct letter_reader participant_reader(struct participant *participant);

/* Does what has come for them. */
void participant_serve(struct participant *participant);

void participant_ask(struct participant *participant, const struct command *command);

/* Their school rates that condition, by a fixed rule. */
void participant_rate(struct participant *participant, uint32_t id, condition_id condition);

#endif
