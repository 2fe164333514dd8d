#ifndef PLENARY_TESTS_FAULTS_VENUE_H
#define PLENARY_TESTS_FAULTS_VENUE_H

/* A workshop as real programs: a kiosk without a window, that can be ended in any way and started
 * again on the same file and port, and clients in their text form. */

#include <stdbool.h>
#include <stdint.h>

#include "programs/process.h"

enum { VENUE_SCHOOLS = 3 };

struct venue {
    char folder[64]; /* the clients' seats */
    char file[128];
    char port[8], facilitator_code[16], room_code[16], school_code[VENUE_SCHOOLS][16];
    const char *const *before; /* words that come before the kiosk's command line, or NULL */
    struct process kiosk, facilitator;
};

/* Makes the folder; the file is to be in `folder`, or in a folder of its own (NULL). */
void venue_begin(struct venue *venue, const char *folder);

/* Starts the kiosk: on a new workshop, from then on on the same file and port again. */
void venue_open(struct venue *venue);

/* Starts a client whose seat is kept under its name. `code` may be NULL, then that seat is resumed.
 * `port` 0: the kiosk's own. */
void venue_client(struct venue *venue, struct process *client, const char *name, const char *code,
                  unsigned port);

/* The facilitator comes in and opens the vote. */
void venue_begin_vote(struct venue *venue);

/* Waits until `text` is said at or after `from`; fails the test after PATIENCE_MS. */
void venue_expect(struct process *client, size_t from, const char *text);

/* `plenary-kiosk check` finds the file sound; nobody may have it open. */
void venue_assert_sound(const struct venue *venue);

/* Leaves the mounts or the network of the machine (CLONE_NEWNS, CLONE_NEWNET) for ones that only
 * this process and those it starts see; false where that is not permitted. */
bool venue_enter_own(int kind);

/* Milliseconds of a clock that nothing sets. */
double venue_ms(void);

/* Ends all programs and removes the folder. */
void venue_end(struct venue *venue);

#endif
