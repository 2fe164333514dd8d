#ifndef PLENARY_REPORT_FORMS_H
#define PLENARY_REPORT_FORMS_H

/* Blank forms, for those who start on paper: the tool for one school, condition by condition, with
 * room to write; the review grid of a cluster; the action plan. All from the pack, whatever its
 * conditions are. A4: the tool upright, grid and plan sideways; lines to write on are 8 mm apart.
 * Nobody's data is in them, so anybody may read the file. */

#include "base/error.h"
#include "model/pack.h"

/* Replaces a file at `path`, but only by a whole new one. ERROR_IO, FULL, MEMORY: `trouble` names
 * it. */
CHECKED enum error report_forms(const char *path, const struct pack *pack, struct trouble *trouble);

#endif
