#ifndef PLENARY_TAKEAWAY_PARTS_H
#define PLENARY_TAKEAWAY_PARTS_H

/* Within takeaway/ only: the parts of a page, in the order in which they stand. A part that has
 * nothing to tell is left out. */

#include <stdio.h>

#include "model/room.h"

/* The page's title, which a file is known by: "Ashby: Riverside cluster, 14 June 2010". */
enum { TAKEAWAY_TITLE_SIZE = NAME_SIZE + NOTE_SIZE + 128 };
void page_title(char to[TAKEAWAY_TITLE_SIZE], const struct room *room, school_id school);

/* ratings.c: of the school alone */
void ratings_write(FILE *out, const struct room *room, school_id school);
void ratings_write_earlier(FILE *out, const struct room *room, school_id school);
void ratings_write_help(FILE *out, const struct room *room, school_id school);

/* plan.c: what the school will do; what the cluster takes on and will do */
void plan_write_own(FILE *out, const struct room *room, school_id school);
void plan_write_priorities(FILE *out, const struct room *room);
void plan_write_all(FILE *out, const struct room *room);

#endif
