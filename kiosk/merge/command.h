#ifndef PLENARY_MERGE_COMMAND_H
#define PLENARY_MERGE_COMMAND_H

/* `plenary-kiosk merge FILE FROM...`: says line by line what is only in the files and what differs,
 * then takes it in, unless only asked to look. And `plenary-kiosk bring-actions FILE EARLIER`. */

#include <stdio.h>

#include "link/random.h"
#include "merge/merge.h"

struct merge_asked {
    const char *file;        /* the workshop */
    const char *const *from; /* borrowed */
    unsigned from_count;
    enum merge_rule rule;
    bool preview;
};

/* Merges and prints to `out`. On failure nothing is changed and `trouble` says why. */
CHECKED enum error merge_files(const struct merge_asked *asked, const struct link_random *random,
                               FILE *out, struct trouble *trouble);

/* Brings the actions of an earlier workshop into `file` (merge/earlier.h) and prints to `out` what
 * came in and what had no match. On failure nothing is changed and `trouble` says why. */
CHECKED enum error merge_bring_actions(const char *file, const char *earlier, FILE *out,
                                       struct trouble *trouble);

/* Prints what a merge would do, one thing a line. */
void merge_print(FILE *out, const struct merge *merge);

#endif
