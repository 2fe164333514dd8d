#ifndef PLENARY_CONSOLE_ROWS_H
#define PLENARY_CONSOLE_ROWS_H

/* A list of rows of one height that is walked with the arrows, Home and End, scrolled so that the
 * chosen one is in sight, and pressed on. What stands in the rows is the caller's to draw. */

#include "ui/ui.h"

struct rows {
    int chosen, top, shown; /* shown: how many fit, as last laid out */
    bool fresh;             /* the pointer has just chosen it: letting go does not activate it */
};

/* Lays `count` rows of `row` into the box, and takes what was done. Returns true when the chosen
 * one was activated (Enter, Space, or pressed on while chosen). */
bool rows_run(struct ui *ui, ui_id id, double x, double y, double w, double h, double row,
              int count, struct rows *rows);

#endif
