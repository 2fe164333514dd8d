#ifndef PLENARY_REPORT_SHEET_H
#define PLENARY_REPORT_SHEET_H

/* One school's own sheet as a PDF to take home: for each condition where the school is and was,
 * where it wants to be and by when, with whom that was agreed, why, what will be done, and, where
 * its rating is low (1 to 3), what help there is; after the workshop what it takes on, how many
 * could help it, what comes first for the cluster, and its ratings over time. Its own ratings
 * alone: no other school's, and nothing added up. */

#include "base/error.h"
#include "model/room.h"

enum { REPORT_PATH_SIZE = 4096 };

/* Writes the sheet of a school into `folder` and gives its path; an older one of that school and
 * workshop is replaced, but only by a whole new one. `room` is the facilitator's, or that of
 * participants together with the school's own part (model/portray.h), `now_ms` the day that the
 * sheet bears. ERROR_IO, FULL, RANGE: `trouble` names the file. */
CHECKED enum error report_sheet(char path[REPORT_PATH_SIZE], const char *folder,
                                const struct room *room, school_id school, int64_t now_ms,
                                struct trouble *trouble);

/* Hands a file to the printer of this computer, without waiting for it. ERROR_ABSENT when there is
 * no printing program (lp). */
CHECKED enum error report_print(const char *path, struct trouble *trouble);

#endif
