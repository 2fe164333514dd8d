#ifndef PLENARY_REHEARSE_REHEARSE_H
#define PLENARY_REHEARSE_REHEARSE_H

/* The players of a rehearsal: made-up leaders who join a training as everybody does, each with a
 * session of its own over the real protocol, and then do what people of their kind would do there:
 * name themselves, say yes or no to names, rate, agree or put another figure forward, write notes,
 * vote and change their minds, propose actions, support those of others, take some on, lose the
 * network and come back. What they do comes out of the rehearsal pack and of what their own seat is
 * shown, and out of nothing else; they ask for nothing that their room would refuse.
 *
 * People take their time, from seconds to minutes; the facilitator's pace divides it. While the
 * facilitator pauses nobody does anything; a step is the next thing that one of them would have
 * done (where players come from several machines, one of each); a moment that is called up is
 * played by those it names, one act after the other. A role that a person takes over is left to
 * them, and taken up again when it is given back.
 *
 * No thread, no clock: rehearse_step is given the time, milliseconds of any one clock that never
 * goes back. The same seed, the same kiosk and the same times give the same rehearsal.
 *
 * Limits: REHEARSE_SEATS_MAX players. Each costs about 1 MB. */

#include <poll.h>
#include <stdatomic.h>
#include <time.h>

#include "content/rehearsal.h"
#include "session/session.h"

enum { REHEARSE_SEATS_MAX = 256, REHEARSE_LINE_SIZE = 1024, REHEARSE_KEPT_DAYS = 60 };

struct rehearsal;

struct rehearse_options {
    const char *host;
    uint16_t port;
    const char *code;                  /* the room's, as typed */
    const struct rehearsal_pack *pack; /* borrowed for the rehearsal's life */
    /* How many come; 0: one for each role. Beyond the roles come colleagues of those schools, who
     * answer and vote and do little else; with fewer, the first roles of the pack come. Whoever
     * finds the role played by other players already comes as a colleague too. */
    unsigned seats;
    uint64_t seed;
    /* Where each player keeps its seat, a folder each in this one, so that after a crash they come
     * back to them; once the workshop is closed nothing is left of it there. NULL: nothing is kept.
     */
    const char *state_folder;
    /* NULL: UDP and the system's generator. */
    const struct session_means *means;
    /* Told of all that is done, a line at a time, such as: joined role="Mary Holt"; NULL: not. */
    void (*tell)(void *context, const char *line);
    void *context;
};

/* Whether it goes on: name, word. NOT_TRAINING: the kiosk runs a real review. NO_ENTRY: nobody got
 * in, rehearse_why says what was in the way. GONE: everybody was sent away. */
#define REHEARSE_END_LIST(X)                                                                       \
    X(NONE, "none")                                                                                \
    X(NOT_TRAINING, "not-training")                                                                \
    X(NO_ENTRY, "no-entry")                                                                        \
    X(GONE, "gone")

enum rehearse_end {
#define X(name, word) REHEARSE_END_##name,
    REHEARSE_END_LIST(X)
#undef X
        REHEARSE_END_COUNT
};

/* Throws away the seats that players have kept in that folder and have not used for
 * REHEARSE_KEPT_DAYS before `now`, of the system's clock. */
void rehearse_clear(const char *state_folder, time_t now);

/* Makes the players; the first joins with the first step, and the others once it is known that this
 * is a training. ERROR_FORMAT: the code is not one; ERROR_RANGE: more than REHEARSE_SEATS_MAX;
 * ERROR_MEMORY. */
CHECKED enum error rehearse_create(struct rehearsal **out, const struct rehearse_options *options,
                                   struct trouble *trouble);

/* Everybody leaves. NULL is fine. */
void rehearse_destroy(struct rehearsal **rehearsal);

/* Serves every player's connection and lets those act whose time has come. */
void rehearse_step(struct rehearsal *rehearsal, int64_t now_ms);

/* The longest to wait before the next step if nothing arrives, milliseconds. */
int rehearse_wait_ms(const struct rehearsal *rehearsal);

/* What to wait on: fills `fds` and returns how many there are. */
unsigned rehearse_poll_fds(const struct rehearsal *rehearsal,
                           struct pollfd fds[REHEARSE_SEATS_MAX]);

enum rehearse_end rehearse_ended(const struct rehearsal *rehearsal);
/* A sentence for people; empty while it goes on. Borrowed. */
const char *rehearse_why(const struct rehearsal *rehearsal);

/* Steps until it has ended or *stop is set, by another thread or a signal; notices that within a
 * quarter of a second. */
void rehearse_run(struct rehearsal *rehearsal, const atomic_bool *stop);

/* For those who look on, such as tests: of `seats` the ones who have joined. */
unsigned rehearse_joined(const struct rehearsal *rehearsal);

#endif
