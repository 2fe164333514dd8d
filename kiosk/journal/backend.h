#ifndef PLENARY_JOURNAL_BACKEND_H
#define PLENARY_JOURNAL_BACKEND_H

/* What a kind of journal brings, and what all have in common. Inside this folder only: everyone
 * else uses journal/journal.h, which keeps the rules of batches and calls these in a fixed order:
 * begin before the first change of a batch, then commit or rollback; nothing of the rest in
 * between. A backend's struct starts with a `struct journal`. */

#include <stdbool.h>

#include "journal/journal.h"
#include "journal/tables.h"

struct journal_backend {
    void (*close)(struct journal *journal); /* rolls back, closes, frees */

    CHECKED enum error (*begin)(struct journal *, struct trouble *);
    CHECKED enum error (*put)(struct journal *, const struct journal_record *, struct trouble *);
    CHECKED enum error (*wipe)(struct journal *, int64_t seq, struct trouble *); /* 0: all */
    CHECKED enum error (*put_row)(struct journal *, const struct journal_row *, struct trouble *);
    CHECKED enum error (*remove_row)(struct journal *, const struct journal_row *,
                                     struct trouble *);
    CHECKED enum error (*commit)(struct journal *, struct trouble *); /* on failure: rolled back */
    void (*rollback)(struct journal *);

    CHECKED enum error (*scrub)(struct journal *, struct trouble *);
    /* Each record by seq, verified one by one; gaps are the caller's to notice. */
    CHECKED enum error (*each)(struct journal *, journal_visit *, void *context, struct trouble *);
    CHECKED enum error (*read_rows)(struct journal *, enum journal_table, journal_row_visit *,
                                    void *context, struct trouble *);
    CHECKED enum error (*integrity)(struct journal *, struct trouble *);
    /* The bytes of a workshop file with all that is committed but the secrets, verified; the caller
     * frees them. NULL where there is no such thing as a file. */
    CHECKED enum error (*image)(struct journal *, uint8_t **out, size_t *length, struct trouble *);
};

struct journal {
    const struct journal_backend *backend;
    char *path;         /* owned; NULL: in memory */
    int64_t last_seq;   /* committed; set by the backend on opening */
    int64_t batch_seq;  /* the last one put */
    bool to_read;       /* nothing may be put */
    bool batch;         /* a transaction is open */
    bool batch_wipes;   /* it wipes secrets */
    bool scrub_due;     /* wiped bytes may still stand somewhere */
    enum error spoiled; /* the batch's first failed put, told by journal_commit */
    struct trouble why;
};

#endif
