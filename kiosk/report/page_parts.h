#ifndef PLENARY_REPORT_PAGE_PARTS_H
#define PLENARY_REPORT_PAGE_PARTS_H

/* Within page's own files only: page.c (the document and its pages), page_text.c, page_shape.c. */

#include "report/page.h"

/* What is drawn next has this colour; and something then stands on the page. */
void page_colour(struct page *page, paint p);

/* Makes that text the page's layout, in this width (0: one line however long), to be looked at or
 * drawn; and the size it has. */
void page_lay(struct page *page, double w, struct page_style style, const char *text);
void page_laid(struct page *page, double *w, double *h);

#endif
