#ifndef PLENARY_JOURNAL_JOURNAL_H
#define PLENARY_JOURNAL_JOURNAL_H

/* The workshop file: what happened, in order, so that acknowledged means durable.
 *
 * A journal is a list of records numbered 1, 2, 3, ... without gaps; beside it stand the plain
 * tables of journal/tables.h, derived from the records and changed in the same transactions. What
 * is put between two commits is one batch: journal_commit makes all of it durable, against a cut
 * of power too, or none of it. Putting cannot fail in the caller's face: a put that does fail
 * spoils its batch, and journal_commit says so.
 *
 * A record's *secret* (a join code, a token's hash, who gave what is unsigned, a secret vote) lies
 * apart from it and can be wiped while the record stays; it then replays with secret_length 0.
 * Nothing derived from a secret is kept, but its length: give secrets that vary one length. Wiping
 * is complete once journal_scrub has answered OK: the bytes then stand in no file of the workshop.
 * (What a disk keeps of overwritten blocks is out of a program's reach.)
 *
 * The SQLite kind keeps everything in one file NAME.plenary, held open under SQLite's own
 * exclusive lock: one kiosk at a time, no reader that could hold back a scrub, and a lock the
 * kernel drops when the kiosk dies. It must live on a file system that can lock. Such a lock
 * belongs to the whole process and is lost when the process closes *any* descriptor of the file,
 * so no code may open(2) a workshop file that is open as a journal. A second kind lives in memory
 * (journal/memory.h). A journal belongs to one thread. */

#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

enum {
    JOURNAL_SCHEMA = 5,               /* user_version of the files written */
    JOURNAL_APPLICATION = 0x506C6E79, /* application_id: "Plny" */
    JOURNAL_KIND_SIZE = 48,           /* a record's kind with its final zero */
    JOURNAL_BODY_MAX = 4 << 20,       /* bytes; the first record carries a content pack */
    JOURNAL_SECRET_MAX = 1024,        /* bytes */
    JOURNAL_PATH_SIZE = 4096,
};

struct journal;

/* Texts and bytes are borrowed: by the journal until the put returns, by a visitor until it
 * returns. A NULL body or secret goes with length 0. */
struct journal_record {
    int64_t seq;      /* the last record's plus 1; the first is 1 */
    int64_t at_ms;    /* the host's wall time, ms since 1970-01-01 UTC */
    uint16_t seat;    /* who asked; 0: nobody */
    uint32_t command; /* the seat's own number for what it asked; 0: none */
    const char *kind; /* a word, "rating_agreed" */
    const uint8_t *body;
    size_t body_length;
    const uint8_t *secret;
    size_t secret_length;
};

/* Makes a new workshop file at `path` and opens it. ERROR_EXISTS when there is one already (it is
 * left alone), ABSENT when the folder is not there, FULL or IO when it cannot be written; no file
 * is left behind then. */
CHECKED enum error journal_create(struct journal **out, const char *path, struct trouble *trouble);

/* Opens a workshop file for a session. ERROR_ABSENT; BUSY: another kiosk, or this one, has it open;
 * FORMAT: not a workshop file; NEWER; DAMAGED; IO: it, or its folder, cannot be written. All of it
 * is verified (some 10 ms for each MB) before the first byte is written: on failure the file, and a
 * log beside it, are the same byte for byte. On success, wiping left unfinished by a crash is
 * finished, and a file of an older version has been copied (journal/copies.h) and then brought up
 * to date. */
CHECKED enum error journal_open(struct journal **out, const char *path, struct trouble *trouble);

/* Opens a workshop file to look at, under the same lock and with the same refusals, but never
 * writes: nothing may be put, wiped or scrubbed. For checking and for reports. */
CHECKED enum error journal_open_to_read(struct journal **out, const char *path,
                                        struct trouble *trouble);

/* Rolls back what was not committed, closes, frees, nulls. NULL is fine. */
void journal_destroy(struct journal **journal);

/* The path it was opened with, borrowed; "" for one in memory. */
const char *journal_path(const struct journal *journal);

/* The number of the last committed record, 0 when there is none. */
int64_t journal_last_seq(const struct journal *journal);

/* Adds a record to the batch. Its seq must follow the last one put; kind, body and secret must keep
 * to the sizes above. */
void journal_put(struct journal *journal, const struct journal_record *record);

/* Adds to the batch that the secret of record `seq` is wiped; one without a secret is fine. */
void journal_wipe(struct journal *journal, int64_t seq);

/* Adds to the batch that all secrets are wiped, those put earlier in it included. */
void journal_wipe_all(struct journal *journal);

/* Commits the batch. After OK it is durable. After ERROR_FULL or ERROR_IO nothing of it is there,
 * the journal stands as after the last commit that went well, and later batches may succeed. (A
 * batch that failed on writing may still be found if the machine stops right then: as with any
 * answer that got lost, sending its commands again must be safe.) An empty batch is OK. */
CHECKED enum error journal_commit(struct journal *journal, struct trouble *trouble);

/* Forgets the batch. */
void journal_rollback(struct journal *journal);

/* Makes sure that what committed batches wiped stands in no file any more; at once when nothing
 * is outstanding. On an error call again; what depends on the wiping must wait. No batch may be
 * under way. */
CHECKED enum error journal_scrub(struct journal *journal, struct trouble *trouble);

/* Sees one record. Any answer but OK ends the replay and is returned by it. */
typedef enum error journal_visit(void *context, const struct journal_record *record);

/* Shows every committed record in order. ERROR_DAMAGED names the first one that is missing, out of
 * order or not as it was written. No batch may be under way. */
CHECKED enum error journal_replay(struct journal *journal, journal_visit *visit, void *context,
                                  struct trouble *trouble);

/* What journal_check found, as far as it came. */
struct journal_report {
    int64_t records;
    int64_t first_at_ms, last_at_ms; /* 0 without records */
    int64_t secrets;                 /* records that still have theirs */
};

/* Goes through the whole journal: the database's own integrity check, then every record.
 * ERROR_DAMAGED says what is wrong. Whether the plain tables agree with the records is for the
 * caller, who knows what they mean: replay, and compare with journal/tables.h. */
CHECKED enum error journal_check(struct journal *journal, struct journal_report *report,
                                 struct trouble *trouble);

#endif
