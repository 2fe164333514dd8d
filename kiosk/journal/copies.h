#ifndef PLENARY_JOURNAL_COPIES_H
#define PLENARY_JOURNAL_COPIES_H

/* Copies of a workshop file, in case it is lost or damaged. They are kept in a folder beside it, so
 * that among the workshop files there is just one of each name:
 *
 *   Ashby cluster.plenary
 *   Ashby cluster copies/Ashby cluster 2009-11-03 0940.plenary
 *
 * Each is a workshop file that opens like any other, without the secrets: participants need new
 * join codes after going back to one. Copies are kept for their day: a new one removes those of
 * earlier days, and the oldest when there are more than JOURNAL_COPIES_MAX. */

#include "journal/journal.h"

enum { JOURNAL_COPIES_MAX = 48 };

struct journal_copy {
    char path[JOURNAL_PATH_SIZE];
    char day[11]; /* "2009-11-03", local time */
    char time[6]; /* "09:40" */
};

/* Copies what is committed, named for `at_ms` (ms since 1970 UTC) in local time; one of the same
 * minute is replaced. The copy is built and verified in memory, then written under another name
 * and renamed, so that secrets never reach it and half a copy never looks like one. Takes a few ms
 * for each MB, then as long as the disk needs. `out` may be NULL. On failure (FULL, IO, DAMAGED)
 * earlier copies stand as they were. For a journal in memory: OK, and out->path is "". No batch may
 * be under way. */
CHECKED enum error journal_backup(struct journal *journal, struct journal_copy *out, int64_t at_ms,
                                  struct trouble *trouble);

/* Finds the newest copy of the workshop file `path` that opens and whose records are whole; that
 * file itself need not exist. ERROR_ABSENT when there is none. */
CHECKED enum error journal_newest_backup(struct journal_copy *out, const char *path,
                                         struct trouble *trouble);

#endif
