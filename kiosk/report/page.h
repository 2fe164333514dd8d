#ifndef PLENARY_REPORT_PAGE_H
#define PLENARY_REPORT_PAGE_H

/* A PDF page by page: text by Pango, rating cells by cairo, both in points from the top left. */

#include <stdbool.h>
#include "base/error.h"
#include "files/whole.h"

enum { PAGE_WIDTH = 595, PAGE_HEIGHT = 842, PAGE_MARGIN = 48, PAGE_FOOT = 36 };

struct page_style {
    double size;
    bool bold, quiet;
};

struct page {
    struct _cairo_surface *surface;
    struct _cairo *cairo;
    struct _PangoLayout *layout;
    struct whole whole;
    double y; /* where the next thing goes */
    int number;
    char foot[512];
};

/* Opens a PDF for `path`; `foot` stands at the foot of each page, before its number. */
CHECKED enum error page_open(struct page *page, const char *path, const char *title,
                             const char *foot, struct trouble *trouble);

/* Ends it: moves it to its place. Whatever went wrong is told here, and no part is left. */
CHECKED enum error page_close(struct page *page, struct trouble *trouble);

/* The height a text will have; and draws it. */
double page_measure(struct page *page, double w, struct page_style style, const char *text);
double page_text(struct page *page, double x, double y, double w, struct page_style style,
                 const char *text);

/* A rating: filled when agreed, an outline when only proposed. */
enum { PAGE_CELL = 26 };
void page_cell(struct page *page, double x, double y, unsigned rating, bool agreed);

/* A thin line across the page. */
void page_rule(struct page *page, double y);

/* A new page unless `h` more fit on this one. */
void page_need(struct page *page, double h);

#endif
