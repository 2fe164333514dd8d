#ifndef PLENARY_STAGE_WELL_H
#define PLENARY_STAGE_WELL_H

/* Within stage/ only: which cards of a heading stand on a page of its well, and where. Cards stand
 * in columns, up to four in each, the newest of all on the first page; no card overlaps another or
 * leaves the well, and as many stand together as can. */

#include "stage/board.h"

enum {
    CARD_GAP = 16,
    COLUMNS_MOST = 6,
    CARDS_A_COLUMN = 4,
    CARDS_MOST = COLUMNS_MOST * CARDS_A_COLUMN, /* on a page of a well */
    WELL_FOOT = 44,                             /* of a well with further pages */
};

struct placed {
    struct card card;
    int column;
    double y; /* from the top of the area */
};

/* A well being filled: the area for cards, and those of one page. */
struct well {
    int heading;
    double x, y, w, h;
    int pages, page;
    int first, end; /* shown, in the board's notes */
    struct placed cards[CARDS_MOST];
};

/* Fills the well, whose heading and area are set, with the page wanted, or its last. The area is
 * shorter by WELL_FOOT when there is more than one. */
void well_turn_to(const struct board *board, struct well *well, int page);

#endif
