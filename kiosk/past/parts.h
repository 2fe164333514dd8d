#ifndef PLENARY_PAST_PARTS_H
#define PLENARY_PAST_PARTS_H

/* Within past/ only: reading into a set that is thrown away on failure. The file that is being read
 * is the set's last. */

#include "grid/grid_csv.h"
#include "past/past.h"

/* What a workshop file and a CSV hold; the set has been given the file's place, with its path. */
CHECKED enum error past_read_workshop(struct past_set *past, struct trouble *trouble);
CHECKED enum error past_read_csv(struct past_set *past, const struct past_source *source,
                                 struct trouble *trouble);

/* The review of that day and title among those that were read; NULL: none. */
struct past_review *past_find(struct past_set *past, uint32_t day, const char *title);

/* Adds a copy of one. ERROR_RANGE where there is no room, and `trouble` says so. */
CHECKED enum error past_add(struct past_set *past, const struct past_review *review,
                            struct trouble *trouble);

/* Finds the conditions of the last file's rows. */
void past_match_rows(struct past_set *past);

/* The file's name without its folder. Borrowed. */
const char *past_file_name(const char *path);

/* What a school said, in this workshop's terms. True when it said anything that has a place here.
 */
bool past_translate(struct past *to, const struct past_set *past, const struct past_school *school);

#endif
