#ifndef PLENARY_UI_DISPATCH_H
#define PLENARY_UI_DISPATCH_H

/* Within ui/ only: which widget an event is for, judged by where the widgets of the last frame
 * stood. */

#include "ui/ui.h"

/* Goes through the frame's input: moves the focus, notes what was activated and what is pointed at,
 * and writes whom each event is for into ui->target. */
void ui_dispatch(struct ui *ui);

#endif
