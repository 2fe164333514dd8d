#ifndef PLENARY_UI_CODEBOX_H
#define PLENARY_UI_CODEBOX_H

/* The join code, typed into eight boxes in two groups of four. Boxes move on by themselves; small
 * letters count as capitals; spaces and hyphens are passed over, so a code pasted from a message
 * works. A sign that no code contains stays out, and is reported so that the screen can say so. */

#include <stdbool.h>

#include "ui/ui.h"

enum { CODEBOX_LENGTH = 8, CODEBOX_GROUP = 4 };

struct codebox {
    int caret;                   /* the box typed into next, 0 to CODEBOX_LENGTH */
    char symbol[CODEBOX_LENGTH]; /* capitals and digits; '\0' in an empty box */
    char stranger[8];            /* the last sign refused, as typed; "" after a good one */
};

enum codebox_result { CODEBOX_SAME, CODEBOX_CHANGED, CODEBOX_ENTERED };

/* Draws the boxes across `w` from x, y, each 72 high (client) or in proportion. `allowed` says
 * whether a capital letter or digit may be in a code. With `fault` every box is outlined in ink. */
enum codebox_result codebox_run(struct ui *ui, ui_id id, double x, double y, double w,
                                struct codebox *code, bool (*allowed)(char capital), bool fault,
                                bool off);

/* Applies one event; what codebox_run does with each of its own. */
bool codebox_apply(struct codebox *code, const struct input_event *event, const char *text,
                   bool (*allowed)(char capital));

/* How many of the eight are filled, and the code without gaps into `to`. */
int codebox_filled(const struct codebox *code);
void codebox_text(char to[CODEBOX_LENGTH + 1], const struct codebox *code);

/* Empties the boxes. */
void codebox_clear(struct codebox *code);

#endif
