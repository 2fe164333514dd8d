#ifndef PLENARY_UI_CELL_H
#define PLENARY_UI_CELL_H

/* The rating cell, the project's one picture of a rating wherever it appears: agreed is filled,
 * proposed is outlined in its band, to come is a thin line and a dash. Bars repeat the band for
 * eyes that do not see the colour. */

#include "ui/mark.h"

enum cell_state { CELL_TO_COME, CELL_PROPOSED, CELL_AGREED };

enum cell_form {
    CELL_WIDE,   /* figure 36, bars beside it: columns of 88 up, and averages */
    CELL_NARROW, /* figure 28, bars under it; outlines 3 instead of 4 */
    CELL_PLAIN,  /* a figure of `size` in the middle, no bars; outlines 4, or 3 under 24 */
    CELL_TOLD,   /* figure 28 over a line of 24; outlines 3. Cells 60 high */
};

struct cell {
    enum cell_state state;
    enum cell_form form;
    enum level level;   /* unless to come */
    const char *figure; /* "6", "6.1"; NULL: bars alone (a legend), or empty when plain */
    int size;           /* CELL_PLAIN only */
    /* CELL_TOLD only; NULL or empty: nothing. Without `beside` bars stand there if there is room */
    const char *beside; /* at the figure's right */
    const char *under;
};

void cell_draw(struct draw_list *list, double x, double y, double w, double h, struct cell cell);

/* A cell on its way from proposed to agreed, with `percent` (0 to 99) of its fill. */
void cell_draw_filling(struct draw_list *list, double x, double y, double w, double h,
                       struct cell cell, int percent);

/* The ring round a cell just agreed, close against it. */
void cell_ring(struct draw_list *list, double x, double y, double w, double h);

/* A slot of the spread without names: a dot for each of `schools` at this rating, in the band's
 * colours; above 15, or more than the slot has room for, a number and one dot. Empty: a sunken
 * hollow. */
void cell_spread(struct draw_list *list, double x, double y, double w, double h, enum level level,
                 int schools);

/* The same, 60 high, with a line of 24 under the dots, which then stand in one row. */
void cell_spread_told(struct draw_list *list, double x, double y, double w, enum level level,
                      int schools, const char *under);

#endif
