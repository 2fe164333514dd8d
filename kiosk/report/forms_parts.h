#ifndef PLENARY_REPORT_FORMS_PARTS_H
#define PLENARY_REPORT_FORMS_PARTS_H

/* Within the forms only: the parts of forms.h, and what they are made of. */

#include "model/pack.h"
#include "report/page.h"

enum { FORMS_LINE = 23 }; /* 8.1 mm: between two lines to write on */

/* "School ________", `w` points in all; the line is at y + FORMS_LINE - 4. */
void forms_blank(struct page *page, double x, double y, double w, const char *label);

/* Empty lines down the page. */
void forms_lines(struct page *page, int count);

/* The grid and the plan, each beginning a page of its own. */
void forms_grid(struct page *page, const struct pack *pack);
void forms_plan(struct page *page);

#endif
