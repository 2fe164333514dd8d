#ifndef PLENARY_REPORT_BLOCK_H
#define PLENARY_REPORT_BLOCK_H

/* What goes down the page by itself (page.h: y), each thing under the one before and on a new page
 * where it does not fit: headings, which never stand alone at a page's end, paragraphs, lists and
 * tables. Each is tagged and in the order of reading. */

#include "report/page.h"

/* The sizes of text that a document has. */
extern const struct page_style block_title, block_head, block_subhead, block_body, block_body_bold,
    block_quiet, block_small, block_small_quiet;

void block_gap(struct page *page, double h);

/* A title or a heading: level 0 the document's title, 1 and 2 its headings, with a bookmark each
 * where `marked`. It goes to a new page unless `keep` more points fit under it. */
void block_heading(struct page *page, int level, bool marked, double keep, const char *text);

/* A paragraph from `indent`. Broken between lines where the page ends, never one line alone. */
void block_text(struct page *page, double indent, struct page_style style, const char *text);

/* A list: begin, each of its entries with a dash (or `label` instead), end. An entry stays whole
 * unless it is longer than a page. */
void block_list(struct page *page);
void block_entry(struct page *page, double indent, const char *label, struct page_style style,
                 const char *text);
void block_list_end(struct page *page);

/* Tables. Columns have a width in points, or where that is 0 share what is left evenly; rows stay
 * whole, and the heads are repeated on each new page. */
struct block_column {
    const char *head; /* NULL or empty: none */
    double width;
    enum page_align align;
};

enum { BLOCK_COLUMNS_MAX = 48 };

struct block_table {
    const struct block_column *columns;
    int count;               /* at most BLOCK_COLUMNS_MAX */
    double x;                /* from the page's left edge; 0: the margin */
    double width;            /* of all; 0: to the margin */
    struct page_style style; /* of texts; size 0: block_small */
    double upright;          /* the height of heads that stand upright (from the second column on,
                              * where they do not fit lying); 0: none do */
    double least;            /* of a row's height */
    double gap;              /* between columns; 0: 6 */
    bool unruled;            /* no rule under each row */
    bool scope;              /* the first column is each row's head */
};

enum block_cell_kind {
    BLOCK_TEXT,
    BLOCK_BAND, /* a figure in its band */
    BLOCK_BAR,  /* of `share`, its text behind it */
    BLOCK_BOX,  /* empty, to be written in */
};

struct block_cell {
    enum block_cell_kind kind;
    const char *text;    /* NULL: empty */
    const char *beneath; /* a small line under it; NULL: none */
    bool bold, quiet;
    int band;     /* BLOCK_BAND: enum band */
    bool settled; /* BLOCK_BAND: filled; BLOCK_BAR: one of the first, darker */
    double share; /* BLOCK_BAR: 0 to 1 */
};

/* The table is copied nowhere: it and its columns live until the end. A row has `count` cells,
 * borrowed for the call. */
void block_table_begin(struct page *page, const struct block_table *table);
void block_row(struct page *page, const struct block_table *table, const struct block_cell *cells);
void block_table_end(struct page *page);

#endif
