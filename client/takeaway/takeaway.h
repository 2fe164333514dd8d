#ifndef PLENARY_TAKEAWAY_TAKEAWAY_H
#define PLENARY_TAKEAWAY_TAKEAWAY_H

/* What a participant takes home: one web page, whole in itself (no scripts, nothing loaded from
 * elsewhere), to be read on any laptop, printed on A4, or read out by a screen reader. For the
 * people who speak for a school it holds that school's ratings, targets, notes, changes since
 * earlier reviews, its own actions and those it will see to, and help for what stands low; for
 * everybody the cluster's priorities and its plan. It is made from the room that this laptop holds,
 * so it can be saved when the kiosk has gone, and no other school's ratings are ever in it. */

#include <stdio.h>

#include "base/error.h"
#include "model/room.h"

enum { TAKEAWAY_PATH_SIZE = 4096 };

/* The school whose page it is for who sits here: the one they speak for; 0: none. */
school_id takeaway_school(const struct room *room);

/* True once there is something to take home: the room is whole and somebody sits here. */
bool takeaway_is_there(const struct room *room);

/* Writes the page of a school (0: of none, with priorities and the plan alone). What goes wrong is
 * seen in ferror. The same room gives the same bytes. */
void takeaway_write(FILE *out, const struct room *room, school_id school);

/* Saves the page of who sits here and gives its path: "WORKSHOP-SCHOOL.html" in `folder`, or where
 * that is NULL in the folder for workshops: $PLENARY_WORKSHOPS, else ~/Plenary, made at need. An
 * older page of the same workshop, day and school is replaced; where another file has that name, a
 * number is added. Readable for whoever saves it alone. ERROR_IO, FULL, RANGE, EXISTS: `trouble`
 * tells the person. */
CHECKED enum error takeaway_save(char path[TAKEAWAY_PATH_SIZE], const struct room *room,
                                 const char *folder, struct trouble *trouble);

/* Saves it as that very file; ERROR_EXISTS when there is one that is not such a page. */
CHECKED enum error takeaway_save_as(const char *path, const struct room *room,
                                    struct trouble *trouble);

#endif
