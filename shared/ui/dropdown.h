#ifndef PLENARY_UI_DROPDOWN_H
#define PLENARY_UI_DROPDOWN_H

/* A field that opens a list to choose from. Down, Enter or Space open it; arrows, Home, End, page
 * keys and a first letter move in it; Enter chooses, Escape leaves it as it was. Long lists scroll.
 */

#include <stdbool.h>

#include "ui/ui.h"

enum { DROPDOWN_SHOWN = 7, DROPDOWN_LEAST = 4 }; /* rows at once, and before it opens upwards */

struct dropdown {
    int chosen; /* -1: none yet */
    bool open;
    int pointed, top, shown; /* while open: rows */
};

/* `item[count]` are borrowed for the frame; `placeholder` shows while none is chosen. Returns true
 * when the choice changed. */
bool dropdown_run(struct ui *ui, ui_id id, double x, double y, double w, struct dropdown *dropdown,
                  const char *const *item, int count, const char *label, const char *placeholder,
                  bool off);

/* Draws an open list: ui_end's part. */
void dropdown_draw_popup(struct ui *ui);

#endif
