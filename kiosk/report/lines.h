#ifndef PLENARY_REPORT_LINES_H
#define PLENARY_REPORT_LINES_H

/* Within report/ only: lines over time (model/history.h), two beside each other down the page, each
 * under its condition's name. Conditions of which no earlier review says anything are left out. */

#include "model/history.h"
#include "report/page.h"

/* Of the cluster's averages, or with a school of its own ratings. */
bool lines_are_there(const struct room *room, school_id school);
void lines_write(struct page *page, const struct room *room, school_id school);

#endif
