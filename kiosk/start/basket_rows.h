#ifndef PLENARY_START_BASKET_ROWS_H
#define PLENARY_START_BASKET_ROWS_H

/* Within start/ only: the rows of the basket, one list from what was refused to what is known of
 * earlier reviews, as high as each needs to be. A row that is out of sight keeps its place for the
 * Tab key, which brings it into sight. */

#include "start/basket.h"
#include "ui/ui.h"

enum {
    BASKET_GAP = 12, /* below each row */
    BASKET_ROWS_MAX = BASKET_THINGS_MAX + BASKET_QUESTIONS_MAX + BASKET_REFUSED_MAX +
                      BASKET_LINES_MAX + REVIEWS_MAX + 8,
};

enum basket_row_kind {
    BASKET_ROW_TROUBLE,
    BASKET_ROW_REFUSED,
    BASKET_ROW_HEADING,
    BASKET_ROW_QUESTION,
    BASKET_ROW_THING,
    BASKET_ROW_LINE,
    BASKET_ROW_REVIEW,
    BASKET_ROW_KINDS
};

struct basket_row {
    enum basket_row_kind kind;
    int index;        /* which of its kind */
    const char *text; /* of a heading */
    double h;         /* with the gap below it */
};

/* What every row is run with. */
struct basket_rows {
    struct ui *ui;
    struct basket *basket;
    const struct basket_given *given;
    double x, w;
    struct basket_outcome outcome;
    int count;
    struct basket_row row[BASKET_ROWS_MAX];
};

/* basket_kinds.c: the height of one without the gap below it, how it is run at `y`, and its first
 * widget; NULL: there is nothing to operate. */
struct basket_row_how {
    double (*height)(const struct basket_rows *rows, int index);
    void (*run)(struct basket_rows *rows, const struct basket_row *row, double y);
    const char *widget;
};
extern const struct basket_row_how basket_row_how[BASKET_ROW_KINDS];

/* Takes the rows' keys and draws those in sight within the box; what was chosen in one of them. */
struct basket_outcome basket_rows(struct ui *ui, struct basket_box box, struct basket *basket,
                                  const struct basket_given *given);

/* basket.c: how many uses a thing of that kind has; puts what was refused away. */
int basket_use_count(const struct basket_thing *thing);
void basket_put_away(struct basket *basket, int refused);

#endif
