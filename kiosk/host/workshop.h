#ifndef PLENARY_HOST_WORKSHOP_H
#define PLENARY_HOST_WORKSHOP_H

/* Workshop files as the verbs of a command line need them: opened to be changed or to be looked at,
 * or read into a model and let go of at once. */

#include "host/store.h"

/* Opens the workshop at `path`, which must have been begun; `to_read`: nothing may be changed. On
 * failure `*out` is NULL and `trouble` names the file. */
CHECKED enum error workshop_open(struct store **out, const char *path, bool to_read,
                                 struct trouble *trouble);

/* Reads the whole of a workshop file into a model of its own; release with model_destroy. The file
 * is only read, and closed again. On failure `*out` is NULL and `trouble` names the file. */
CHECKED enum error workshop_read(struct model **out, const char *path, struct trouble *trouble);

/* The same into a model that is there already, for those who read many files. On failure it holds
 * nothing of use. */
CHECKED enum error workshop_read_into(struct model *model, const char *path,
                                      struct trouble *trouble);

/* Between trainings and real reviews nothing is carried over, either way: ERROR_FORMAT where
 * `from`, read from the file `path`, is one and `to` the other, and `trouble` says so. */
CHECKED enum error workshop_may_give(const struct model *from, const char *path, bool to_training,
                                     struct trouble *trouble);

/* The host's time now, for the commands of a workshop that no kiosk is running. */
int64_t workshop_now(const struct store *store);

/* True when the two are one file, by their places and not by their names. (Opening a file that is
 * open as a journal would cost that journal its lock: ask before.) */
bool workshop_same_file(const char *a, const char *b);

#endif
