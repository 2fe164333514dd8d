#ifndef PLENARY_REPORT_PAGE_H
#define PLENARY_REPORT_PAGE_H

/* A PDF for people to keep, page by page: A4, upright or sideways as each page wants it. Everything
 * is in points from the top left corner; what goes down the page by itself is in block.h, charts
 * are in chart.h, and what is here puts one thing in one place.
 *
 * The document is tagged: whatever is drawn stands within a tag ("H1", "P", "TD"; ISO 32000-1,
 * 14.8.4, names the standard ones), so that a screen reader tells it in the order in which it was
 * drawn. Tags may be open over a turn of the page. cairo 1.16 knows no text in place of a figure:
 * a chart's figures stand beside it as text.
 *
 * It is read without colour as well: a band has its number and its bars besides its fill, and what
 * is only proposed has an outline. Texts in any script are laid out by Pango. */

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "files/whole.h"
#include "ui/theme.h"

enum {
    PAGE_SHORT = 595,
    PAGE_LONG = 842,
    PAGE_MARGIN = 48,
    PAGE_FOOT = 36, /* from the foot's line to the edge */
};

/* All texts are borrowed for the call. */
struct page_setup {
    const char *path;         /* NULL: nowhere, to learn on which page things would stand */
    enum whole_reader reader; /* who may read the file */
    const char *title;        /* what the document is, for viewers */
    const char *subject;      /* what it is about and for whom; NULL: not said */
    const char *foot;         /* stands at the foot of each page before its number; NULL: pages
                               * have no foot */
    const char *language;     /* of its texts, BCP 47; NULL: English as written in Britain */
    int64_t made_ms;          /* when, as viewers tell it; 0: not said. Bytes depend on it */
    bool landscape;           /* the first page */
    bool training;            /* each page says so in its upper margin, and the title to viewers */
};

enum page_align { PAGE_START, PAGE_CENTRE, PAGE_END };

/* Of a text of several lines that begins on the right, such as Arabic, the start is there. */
struct page_style {
    double size; /* of the letters; a line is about 1.35 of it */
    bool bold;
    bool quiet; /* secondary */
    enum page_align align;
    int lines;   /* at most, the last ending in "…"; 0: as many as it takes */
    paint paint; /* 0 (TOKEN_PAPER): ink, or a quieter ink */
};

enum { PAGE_FOOT_SIZE = 640 };

struct page {
    struct _cairo_surface *surface;
    struct _cairo *cairo;
    struct _PangoLayout *layout;
    struct whole whole;
    double width, height; /* of this page */
    double y;             /* where the next thing goes */
    int number;
    bool marked; /* something stands on this page */
    bool training;
    char foot[PAGE_FOOT_SIZE];
    int outline[4]; /* the newest bookmark of each level */
};

/* Begins a PDF. ERROR_IO, FULL, MEMORY: `trouble` names the file, and there is nothing to close. */
CHECKED enum error page_open(struct page *page, const struct page_setup *setup,
                             struct trouble *trouble);

/* Ends it and moves it to its place. Whatever went wrong is told here, and no part is left. */
CHECKED enum error page_close(struct page *page, struct trouble *trouble);

/* A new page, upright or sideways; an empty one is turned instead. */
void page_turn(struct page *page, bool landscape);

/* A new page like this one, unless `h` more fit on it. True when it was turned. */
bool page_need(struct page *page, double h);

/* The width between the margins, and the height that is left. */
double page_across(const struct page *page);
double page_left(const struct page *page);

/* Begins and ends a tag. They nest. */
void page_tag(struct page *page, const char *name);
void page_untag(struct page *page, const char *name);

/* A bookmark that leads to where the page is now; level 0 is outermost, and each level hangs on the
 * newest of the one before. */
void page_bookmark(struct page *page, int level, const char *text);

/* The height a text has in this width (0: one line however long), and that of one that has no
 * width; and draws it with its top left corner there. Gives the height. */
double page_measure(struct page *page, double w, struct page_style style, const char *text);
double page_width_of(struct page *page, struct page_style style, const char *text);
double page_text(struct page *page, double x, double y, double w, struct page_style style,
                 const char *text);

/* Draws as many lines of a text as fit `most`, from line `from` on (0 first), and gives their
 * height; *next is the first line that is left for the next page, 0: none is. Never leaves a last
 * line alone where more than two stand before it. */
double page_text_part(struct page *page, double x, double y, double w, struct page_style style,
                      const char *text, int from, double most, int *next);

/* The same from the bottom upwards: the text is as long as `h` allows, has its bottom end at y + h
 * and is in the middle of `w`; lines beyond what fits `w` are cut. */
void page_upright(struct page *page, double x, double y, double w, double h,
                  struct page_style style, const char *text);

/* A filled rectangle, an outline with round corners, a disc about its centre (or its outline), a
 * line, a thin rule from margin to margin. */
void page_fill(struct page *page, double x, double y, double w, double h, paint p);
void page_outline(struct page *page, double x, double y, double w, double h, double radius,
                  double stroke, paint p);
void page_disc(struct page *page, double x, double y, double radius, bool filled, paint p);
void page_line(struct page *page, double x0, double y0, double x1, double y1, double stroke,
               paint p);
void page_rule(struct page *page, double y);

/* A figure in its band: filled when settled, an outline while it is not. Under or beside the
 * figure, where there is room for them, stand the band's one to three bars. `band` is an enum band
 * (analysis/summary.h); BAND_NONE has a thin outline. */
void page_band(struct page *page, double x, double y, double w, double h, int band, bool settled,
               const char *figure);

/* A rating in a square cell. */
enum { PAGE_CELL = 26 };
void page_cell(struct page *page, double x, double y, unsigned rating, bool agreed);

#endif
