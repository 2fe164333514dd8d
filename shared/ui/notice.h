#ifndef PLENARY_UI_NOTICE_H
#define PLENARY_UI_NOTICE_H

/* Something the person should know: an ink disc with "!", a line, and a plainer line. It needs no
 * colour to be seen. Also text set as a paragraph with its height, which notices share. */

#include <stdbool.h>

#include "ui/draw.h"

struct notice {
    const char *line; /* semibold */
    const char *more; /* plain, wraps to three lines; NULL: none */
    int size;         /* of the line: 28 kiosk, 20 client */
    bool strong;      /* the outline 4 instead of 2 */
};

/* Draws it across `w` and returns its height. */
double notice_draw(struct draw_list *list, double x, double y, double w, struct notice notice);

#endif
