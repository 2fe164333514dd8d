#ifndef PLENARY_MERGE_READING_H
#define PLENARY_MERGE_READING_H

/* Within merge/ only: other workshops' files, read and let go of at once. */

#include "merge/merge.h"

/* True when the two are one file, by their places and not by their names. (Opening a file that is
 * open as a journal would cost that journal its lock: ask before.) */
bool merge_same_file(const char *a, const char *b);

/* Reads the whole of a file into a model of its own. On failure `*out` is NULL and `trouble` names
 * the file. */
CHECKED enum error merge_read_file(struct model **out, const char *path, struct trouble *trouble);

#endif
