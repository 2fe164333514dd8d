#ifndef PLENARY_TESTS_SIM_SIM_H
#define PLENARY_TESTS_SIM_SIM_H

/* A whole workshop in one process and one thread: the real host over a journal in memory, real
 * sessions of the people's over a network in memory, and the presenter's end of the mailbox. Time
 * is a number, and one seed decides everything: what people do, what is lost on the way, when the
 * kiosk is killed (also between the write of a batch and its receipts, and between one client's
 * receipt and the next one's), when the disk is full, whose clock jumps. The same seed gives the
 * same bytes on the wire.
 *
 * After every step:
 * 1. what the journal says, applied to a state of the simulation's own as it is committed, is the
 *    host's state byte for byte; whenever a kiosk is started again, and at the end, what replaying
 *    all of it gives is the same too, and the plain tables agree (kiosk.c, ledger.c);
 * 2. what was receipted is in the journal, once; what was refused is not (ledger.c);
 * 3. when all faults have ended and everybody has heard what there was to hear, each room, the
 *    presenter's two included, holds what is projected for it, item by item (quiet.c);
 * 4. no letter, before it is sealed, holds what the seat it goes to may not have: rules written
 *    down anew, and marks planted in what people write (secrets.c);
 * 5. nothing grows beyond the constants that bound it (quiet.c).
 *
 * The core is compiled for it with small tables (small/model/limits.h). The simulation sees into
 * the program by having the linker hand it calls between its parts (taps.c); nothing in the program
 * is there for its sake. */

#include <setjmp.h>

#include "host/state.h"
#include "journal/memory.h"
#include "link/link_memory.h"
#include "model/driver.h"
#include "session/parts.h"

enum {
    SIM_CLIENTS = 6,
    SIM_SCHOOLS = 3,
    SIM_PEERS = 12, /* connections the kiosk has room for */
    SIM_SENT = 128, /* newest commands of one client that are remembered */
    SIM_MARKS = 2048,
    SIM_FAILURE_SIZE = 512,
    SIM_QUIET_STEP_MS = 250, /* once the faults are over */
};

/* What a self-check breaks, to see that it is noticed. */
enum sim_break {
    BREAK_NOTHING,
    BREAK_STATE,   /* the host's state is not what the journal says */
    BREAK_COMMIT,  /* a batch is acknowledged and not written */
    BREAK_RECEIPT, /* a command is receipted as saved that was refused */
    BREAK_TWICE,   /* a command is done a second time */
    BREAK_ITEM,    /* an item is not delivered */
    BREAK_SECRET,  /* everybody is told what two talk about */
    BREAK_BOUND,   /* the bounds are taken a hundred times too small */
    BREAK_COUNT
};

/* Counted over all seeds. */
struct sim_tally {
    unsigned long seeds, steps, letters, items[ITEM_COUNT], marks, rooms, replays, wire_bytes;
    unsigned long done[COMMAND_COUNT];      /* decided and not refused, whoever asked */
    unsigned long receipted[COMMAND_COUNT]; /* told so */
    unsigned long refused[COMMAND_COUNT];
    unsigned long refusals[REFUSAL_COUNT];
    unsigned long crashes, crashes_before, crashes_after, crashes_sending;
    unsigned long cuts, full_disks, not_saved, kiosk_jumps, client_jumps, stalls, sleeps;
    unsigned long joins, moves, returns, overs[SESSION_OVER_COUNT];
};

/* A command on its way, or answered. */
struct sim_sent {
    uint32_t id;
    enum command_kind kind;
};

struct sim_client {
    struct session *session;
    uint64_t seed;        /* of its random bytes */
    int64_t ahead_ms;     /* its clock, beyond the wire's */
    int64_t asleep_ms;    /* until then it does nothing */
    seat_id seat;         /* 0: not seated in this process yet */
    uint64_t token_event; /* of the seat as this laptop has it */
    struct sim_sent sent[SIM_SENT];
};

/* What the store decided for a numbered command. */
struct sim_entry {
    seat_id seat;
    uint64_t token_event;
    uint32_t id;
    uint8_t kind;
    uint8_t state; /* ledger.c */
    uint8_t refusal;
    uint64_t first, events; /* numbers of the records it made */
    bool unsigned_ones;     /* they name nobody */
};

/* Which laptop a token is of. */
struct sim_token {
    uint8_t id[LINK_TOKEN_ID];
    seat_id seat;
    uint64_t token_event;
};

/* Something written that is not everybody's. */
struct sim_mark {
    uint8_t what; /* secrets.c */
    school_id school;
};

/* Where the kiosk may be killed within a tick. */
enum sim_moment { MOMENT_BEFORE_WRITE, MOMENT_AFTER_WRITE, MOMENT_SEND };

struct sim {
    uint64_t seed, dice, sodium_seed;
    enum sim_break broken;
    bool trace;
    struct sim_tally *tally;
    jmp_buf out; /* where a failure ends */
    char failure[SIM_FAILURE_SIZE];

    int64_t now_ms; /* the wire's */
    unsigned step;
    uint64_t digest; /* of all that was sent */
    struct link_memory *memory;
    struct sim_client clients[SIM_CLIENTS];
    struct bench bench; /* what people know of the workshop when they think of something to do */
    struct driver driver;

    /* the kiosk */
    struct journal_disk *disk;
    struct host *host; /* NULL: it is down */
    struct mailbox *box;
    struct room *viewers[VIEWER_COUNT];
    uint64_t host_seed;
    int64_t host_ahead_ms;
    int64_t down_ms, stalled_ms; /* until then */
    bool in_tick;
    unsigned moments; /* until it is killed; 0: it is not */
    jmp_buf killed;
    enum sim_moment killed_at;
    uint32_t box_id;   /* the presenter's command under way; 0: none */
    uint32_t box_last; /* the last number it gave */
    enum command_kind box_kind;
    size_t box_entry; /* what the store made of it, plus 1 */

    /* the ledger */
    struct model *shadow; /* what the journal says */
    int64_t shadow_seq;
    bool compare_due;
    struct sim_entry *entries, *refused;        /* refused: as people were told */
    size_t entry_count, entry_size, first_open; /* those of the open batch come last */
    size_t refused_count, refused_size;
    struct sim_token tokens[4 * SEATS_MAX];
    size_t token_count;

    struct room *expected; /* what a room should be; of the sim's so that a failure leaks nothing */
    struct sim_mark marks[SIM_MARKS];
    unsigned mark_count;
};

/* Plays one seed. False: something is wrong, `sim->failure` says what and in which step. */
CHECKED bool sim_play(struct sim *sim);

/* Ends the seed with that. */
void sim_fail(struct sim *sim, const char *format, ...)
    __attribute__((format(printf, 2, 3), noreturn));
/* A line of the trace. */
void sim_tell(const struct sim *sim, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* 0 to below - 1. One in `n`. */
unsigned sim_below(struct sim *sim, unsigned below);
bool sim_one_in(struct sim *sim, unsigned n);

/* ---- kiosk.c: the kiosk's life */
void kiosk_begin(struct sim *sim); /* a new workshop */
void kiosk_end(struct sim *sim);
/* One tick, in which it may be killed. */
void kiosk_tick(struct sim *sim);
void kiosk_kill(struct sim *sim);
void kiosk_start(struct sim *sim);
int64_t kiosk_now_ms(const struct sim *sim);
/* The presenter reads what it was sent. */
void kiosk_read_box(struct sim *sim);

/* ---- people.c */
void people_begin(struct sim *sim);
void people_end(struct sim *sim);
/* Somebody does something, or nobody. */
void people_act(struct sim *sim);
/* Everybody who is awake reads and answers. */
void people_step(struct sim *sim);
void people_wake(struct sim *sim);
/* All have been answered and are there, or have been told that they cannot be. */
bool people_are_settled(const struct sim *sim);
/* The presenter asks for something. */
void people_present(struct sim *sim);
void people_close(struct sim *sim);

/* ---- ledger.c: what was decided, what is in the journal, what people were told */
void ledger_begin(struct sim *sim);
void ledger_end(struct sim *sim);
void ledger_decided(struct sim *sim, const struct model *model, seat_id seat,
                    const struct command *command, enum refusal refusal, uint64_t events_before);
/* The batch was written, or is gone. */
void ledger_committed(struct sim *sim, struct journal *journal);
void ledger_lost(struct sim *sim);
/* The kiosk was killed: an open batch is gone; that there was nothing to do may have been said. */
void ledger_killed(struct sim *sim);
/* A tick is over: what led to no batch stands. */
void ledger_settle(struct sim *sim);
void ledger_receipt(struct sim *sim, const struct sim_client *client, uint32_t id,
                    enum refusal refusal);
void ledger_box_receipt(struct sim *sim, uint32_t id, enum refusal refusal);
/* The host's state is what the journal says. */
void ledger_compare(struct sim *sim, const char *when);
const struct sim_token *ledger_token(const struct sim *sim, const uint8_t id[LINK_TOKEN_ID]);

/* ---- secrets.c */
/* Marks what a command says that is not for everybody. */
void secrets_mark(struct sim *sim, struct command *command);
/* A letter as it is about to be sealed for that seat, or (seat 0) to be put into a viewer's box. */
void secrets_check(struct sim *sim, seat_id seat, enum audience_kind class, const uint8_t *bytes,
                   size_t length);

/* ---- quiet.c */
void quiet_check_rooms(struct sim *sim);
void quiet_check_bounds(struct sim *sim);

/* ---- taps.c */
/* The simulation that the calls are handed to; one at a time. */
void taps_begin(struct sim *sim);
void taps_end(void);

/* ---- tally.c */
void tally_print(const struct sim_tally *tally);
/* The first kind of command that was never receipted; COMMAND_COUNT when there is none. */
enum command_kind tally_missing(const struct sim_tally *tally);

#endif
