#ifndef PLENARY_UI_ICON_H
#define PLENARY_UI_ICON_H

/* Icons as data: lines on a 24 by 24 grid with round caps. The usual stroke is 2.5 at 24, and a
 * little heavier when small. */

#include "ui/draw.h"

enum icon {
    ICON_NONE,
    ICON_CHECK,
    ICON_RIGHT,
    ICON_LEFT,
    ICON_PLUS,
    ICON_MINUS,
    ICON_CROSS,
    ICON_BANG,
    ICON_DOWN,
    ICON_PAUSE,
    ICON_PLAY,
    ICON_LOCK,
    ICON_SCREEN,
    ICON_HIDDEN,
    ICON_FLAG,
    ICON_CLOCK,
    ICON_UNDO,
    ICON_COUNT
};

/* Draws an icon with its top left corner at x, y; `stroke` is in units of its own grid. */
void icon_draw(struct draw_list *list, enum icon icon, double x, double y, double size,
               double stroke, paint p);

#endif
