#ifndef PLENARY_REPORT_CLUSTER_H
#define PLENARY_REPORT_CLUSTER_H

/* The report of the day for those who were there and those who were not: for whom it is, who took
 * part, the review grid with its goals, the findings, what comes first and how that was decided,
 * the votes, the boards, what will be done and by whom, the evaluation, and the conditions over
 * time. It holds what its room holds: without names the spread of a condition stands in place of
 * the schools' ratings. Nothing is added up for a school, and schools stand in the order of their
 * names. */

#include "base/error.h"
#include "model/project.h"
#include "model/room.h"

/* Writes it, for its writer alone to read; an older one is replaced, but only by a whole new one.
 * `room` is portrayed for `reader`: AUDIENCE_SUMMARY, AUDIENCE_LA or AUDIENCE_FACILITATOR.
 * ERROR_IO, FULL, MEMORY: `trouble` names the file. */
CHECKED enum error report_cluster(const char *path, const struct room *room,
                                  enum audience_kind reader, int64_t now_ms,
                                  struct trouble *trouble);

#endif
