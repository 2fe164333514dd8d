#ifndef PLENARY_CONSOLE_WELLS_H
#define PLENARY_CONSOLE_WELLS_H

/* Within console/ only: how the headings of a board lie beside each other in a frame, each a well
 * of rows and pages, and what hands do in them. */

#include "console/shelf.h"

enum {
    WELLS_HEAD = 52, /* a well's heading */
    WELLS_PADDING = 12,
};

/* Where everything lies in this frame. */
struct wells {
    double x, y, w, h; /* of the first well */
    int across;        /* wells in a row */
    double row;        /* height of a note, gap included */
    int rows;          /* notes on a page */
    int size;          /* of their type */
    bool foot;         /* the pages are turned below the notes: the heading needs its width */
};

/* The widget that the wells are, all together. */
ui_id wells_id(void);

void wells_box(const struct wells *wells, int heading, double *x, double *y);
int wells_pages(const struct shelf *shelf, const struct wells *wells, int heading);
void wells_turn(struct console *console, const struct shelf *shelf, const struct wells *wells,
                int heading, int by);

/* The heading under a point, and the place in it: the row (-1: none), or with `between` the gap
 * nearest to it. 0: no heading. */
int wells_under(const struct console *console, const struct shelf *shelf, const struct wells *wells,
                double x, double y, bool between, int *at);

/* Obeys what arrows, wheel and pointer did in them since the last frame. */
void wells_obey(struct console *console, const struct shelf *shelf, const struct wells *wells);

#endif
