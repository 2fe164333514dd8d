#ifndef PLENARY_JOURNAL_MEMORY_H
#define PLENARY_JOURNAL_MEMORY_H

/* A journal in memory, for tests and simulation, with a disk whose failures are set by hand. The
 * disk outlives the journals opened on it, so a crash is played by destroying the journal (what was
 * not committed is lost) and opening another. */

#include "journal/journal.h"

struct journal_disk;

CHECKED enum error journal_disk_create(struct journal_disk **out);

/* No journal may be open on it. NULL is fine. */
void journal_disk_destroy(struct journal_disk **disk);

/* Opens a journal on the disk; ERROR_BUSY when one is open already. */
CHECKED enum error journal_open_memory(struct journal **out, struct journal_disk *disk,
                                       struct trouble *trouble);

/* From now on commits and scrubs fail with `e` until this is set to ERROR_OK. */
void journal_disk_fail(struct journal_disk *disk, enum error e);

/* Lets `commits` further commits (and scrubs) through, then fails `failures` of them with `e`. */
void journal_disk_fail_after(struct journal_disk *disk, unsigned commits, unsigned failures,
                             enum error e);

/* Commits that went well since the disk was made. */
uint64_t journal_disk_commits(const struct journal_disk *disk);

#endif
