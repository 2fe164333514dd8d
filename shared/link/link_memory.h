#ifndef PLENARY_LINK_LINK_MEMORY_H
#define PLENARY_LINK_LINK_MEMORY_H

/* link.h inside one process, for tests and rehearsals: one listening end and any number of dialled
 * ones in a shared `link_memory`, whose clock only the caller moves. Faults are drawn from a seed,
 * so the same calls give the same run. Below the messages, which keep their order, travel datagrams
 * (link_wire.h) that may be lost, doubled and overtaken: to the caller a lost one is a message that
 * comes later and holds up those behind it, and many lost in a row are a connection that breaks for
 * one end before the other knows. */

#include "link/link.h"

struct link_memory;

struct link_faults {
    uint64_t seed;
    uint32_t delay_ms;        /* every datagram takes this long */
    uint32_t jitter_ms;       /* and up to this much longer, so that one may overtake another */
    uint32_t loss_percent;    /* chance of a datagram being lost, 0 to 99 */
    uint32_t double_percent;  /* chance of it being sent twice */
    uint32_t resend_ms;       /* after which what was lost is sent again */
    uint32_t cut_per_million; /* chance, per message, that its connection breaks */
};

enum {
    LINK_MEMORY_SILENCE_MS = 3000, /* after a break each end notices this much later */
};

/* `faults` may be NULL: none, no delay. Release it after every link in it. */
CHECKED enum error link_memory_create(struct link_memory **out, const struct link_faults *faults);
void link_memory_destroy(struct link_memory **memory);

/* Other faults from now on, NULL: none. The dice go on where they are. */
void link_memory_trouble(struct link_memory *memory, const struct link_faults *faults);

/* Moves the clock, never back. Starts at 0. */
void link_memory_advance(struct link_memory *memory, uint64_t now_ms);

/* When the next thing will happen, in virtual milliseconds; UINT64_MAX when nothing is under way.
 */
uint64_t link_memory_next_ms(const struct link_memory *memory);

/* The listening end: one at a time (ERROR_NETWORK while there is another), another may follow. */
CHECKED enum error link_memory_listen(struct link **out, struct link_memory *memory, size_t peers);

/* A dialling end that the other side sees as `address`. With nobody listening, or no free index, it
 * is told LINK_GONE after LINK_MEMORY_SILENCE_MS. */
CHECKED enum error link_memory_dial(struct link **out, struct link_memory *memory,
                                    const char *address);

/* Breaks a dialled link's connection as if the cable were pulled: nothing arrives any more, both
 * ends are told LINK_GONE after LINK_MEMORY_SILENCE_MS. */
void link_memory_cut(struct link *dialled);

/* Ends a link as when its process is killed: it says goodbye to nobody, what it had on the way may
 * still come, and the others are told LINK_GONE after LINK_MEMORY_SILENCE_MS. Frees, nulls. */
void link_memory_crash(struct link **link);

#endif
