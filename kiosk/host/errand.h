#ifndef PLENARY_HOST_ERRAND_H
#define PLENARY_HOST_ERRAND_H

/* What the presenter needs done with the workshop itself, which belongs to the host's thread: a
 * copy of its state to write from, something from a file to be taken in. Whoever asks makes an
 * errand, most often as the first member of a struct of their own that holds what it needs and what
 * it brings back, and posts it (host/mailbox.h). The host runs it once, between two ticks, with no
 * batch open, and gives it back; then everybody is sent what it changed, as after commands.
 *
 * From posting until it is given back the errand and all it holds belong to the host's thread:
 * nobody else reads or writes them. One can be under way at a time. Whoever posts one takes it back
 * before the mailbox goes; the host runs what was posted before its end, too. The host waits for
 * `run`: it decides and commits, reads no file and does nothing that takes long. Nor does it do
 * what makes secrets worthless (store_batch_wipes): that is left to commands. */

#include "host/store.h"
#include "link/random.h"

/* What an errand is given to work with, for the call. */
struct errand_ground {
    struct store *store;
    const struct link_random *random;
    int64_t now_ms; /* the workshop's time */
};

struct errand {
    /* On the host's thread. Commits what it does, or rolls it back: all or nothing. */
    enum error (*run)(struct errand *errand, const struct errand_ground *ground,
                      struct trouble *trouble);
    /* On the asker's thread, called by the asker's own loop once it has taken it back; frees what
     * is left of it. */
    void (*back)(struct errand *errand, void *asker);
    enum error error; /* what came of it, and why */
    struct trouble trouble;
};

/* A copy of the whole state, as it is committed. Zero, then `errand.run` and `.back`. */
struct errand_copy {
    struct errand errand;
    struct model *model; /* given back: the asker's, NULL after an error */
};

/* The copy's `run`. ERROR_MEMORY; ERROR_IO while the state is not what the file says. */
CHECKED enum error errand_copy_run(struct errand *copy, const struct errand_ground *ground,
                                   struct trouble *trouble);

#endif
