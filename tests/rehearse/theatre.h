#ifndef PLENARY_TESTS_REHEARSE_THEATRE_H
#define PLENARY_TESTS_REHEARSE_THEATRE_H

/* A rehearsal inside one test: the real host over a journal in memory, the players and a
 * facilitator over links in memory, in virtual time. Everything is asserted. */

#include "host/host.h"
#include "journal/memory.h"
#include "link/link_memory.h"
#include "rehearse/rehearse.h"

enum { THEATRE_STEP_MS = 20, THEATRE_LOG_SIZE = 1 << 20, THEATRE_PEERS = 128 };

struct theatre {
    struct journal_disk *disk;
    struct link_memory *memory;
    struct host *host;
    struct rehearsal_pack *pack;
    struct rehearsal *rehearsal;
    struct rehearsal *others; /* of another machine; NULL: none */
    struct session *facilitator;
    unsigned dialled;
    int64_t now_ms;
    uint64_t seed;
    bool whole;      /* the facilitator's room */
    uint32_t answer; /* the newest id that was answered, */
    enum refusal refusal;
    size_t log_length;
    char log[THEATRE_LOG_SIZE]; /* what the players did, a line each */
};

struct theatre_wish {
    const char *pack; /* id or file */
    unsigned seats;   /* 0: the roles' */
    uint64_t seed;
    bool real;         /* the workshop is no training */
    const char *state; /* where they keep their seats; NULL: nowhere */
};

/* The kiosk runs, the facilitator is there; the players come when time passes. */
void theatre_begin(struct theatre **out, const struct theatre_wish *wish);
void theatre_end(struct theatre **theatre);

/* Players of another machine begin to come, with the same pack. */
void theatre_come_others(struct theatre *t, unsigned seats, uint64_t seed);

void theatre_run(struct theatre *t, int64_t ms);

/* The facilitator asks; it must be saved. */
void theatre_ask(struct theatre *t, struct command *command);
void theatre_conduct(struct theatre *t, enum conduct what, uint8_t value);
void theatre_go(struct theatre *t, uint8_t item, uint8_t step);

/* What the facilitator sees; borrowed until time passes. */
const struct room *theatre_room(const struct theatre *t);

/* Everybody has come in and has taken up their role, at pace 20; the room is at the lobby. */
void theatre_gather(struct theatre *t);

/* A session of the test's own that comes in with the room code, whole. */
struct session *theatre_person(struct theatre *t);
void theatre_run_with(struct theatre *t, struct session *person, int64_t ms);

/* Lines of the log from `from` on that contain both texts. */
unsigned theatre_count(const struct theatre *t, size_t from, const char *a, const char *b);

/* Lines since then. */
unsigned theatre_lines(const struct theatre *t, size_t from);

#endif
