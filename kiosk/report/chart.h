#ifndef PLENARY_REPORT_CHART_H
#define PLENARY_REPORT_CHART_H

/* Charts, each in its place and tagged as a figure with its figures as text in it. */

#include "model/history.h"
#include "report/page.h"

/* A bar as long as `share` (0 to 1) of `w`. */
void chart_bar(struct page *page, double x, double y, double w, double h, double share,
               bool strong);

/* A figure over time on a scale of 1 to 10 with its target at the end as an outlined mark. Points
 * stand in the distance of their days, each with its figure ("4.6", of a school's own "4") and
 * under the line its day. */
void chart_line(struct page *page, double x, double y, double w, double h,
                const struct history_line *line, bool whole);

#endif
