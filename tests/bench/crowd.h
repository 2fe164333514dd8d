#ifndef PLENARY_TESTS_CROWD_H
#define PLENARY_TESTS_CROWD_H

/* A roomful of light clients in one process: each comes in by its code through the real admission,
 * keeps the real streams, sends real commands; of what it is sent it reads that it is seated, has
 * all, and what was answered, and nothing of the room. Member 0 is the facilitator. While something
 * is measured, what arrives is only put aside with its time and read afterwards, so that the
 * generator costs what raw ENet costs. */

#include "bench/server.h"
#include "model/command.h"

struct crowd;

/* `seats` members, the facilitator among them; nobody has come yet. */
void crowd_create(struct crowd **out, const struct server *kiosk, unsigned seats);
void crowd_destroy(struct crowd **crowd);

/* What it took from the first dial until the last had a seat, and until all had been sent the whole
 * room, in seconds. Whoever is asked to wait comes again, as clients do. */
struct crowd_joined {
    double seated, whole;
    unsigned asked_to_wait;
};

/* The facilitator comes in, alone; then all others at once. */
struct crowd_joined crowd_facilitator_comes(struct crowd *crowd);
struct crowd_joined crowd_all_come(struct crowd *crowd);

/* Serves until nothing more comes. */
void crowd_settle(struct crowd *crowd);

/* The facilitator asks for something and has it done. */
void crowd_ask(struct crowd *crowd, const struct command *command);

/* One command from everybody but the facilitator, all at once. */
struct crowd_asked {
    double *seconds;        /* one for each who asked: from the start of all to the own receipt */
    double bytes_up;        /* for each who asked, until all is quiet */
    unsigned sent, receipt; /* lengths of one message and of one receipt */
};
typedef void crowd_makes(struct command *command, unsigned member, const void *how);
void crowd_all_ask(struct crowd *crowd, struct crowd_asked *asked, crowd_makes *make,
                   const void *how);

/* The facilitator changes something: the seconds until the last of the others has heard of it, what
 * came down to each of them, and the length of the letter. */
struct crowd_changed {
    double seconds, bytes_down;
    unsigned letter;
};
struct crowd_changed crowd_change(struct crowd *crowd, const struct command *command);

#endif
