#ifndef PLENARY_SCREEN_WRITING_H
#define PLENARY_SCREEN_WRITING_H

/* What the screens on which people write have in common: a text with a note's two limits (visible
 * characters and bytes), both told while it is typed; a box to tick; and the few lines above them
 * that say what is asked. */

#include "screen/screen.h"
#include "ui/field.h"

struct writing {
    const char *label;
    const char *placeholder; /* NULL: none */
    double x, y, w, h;       /* y: of the label; the field begins 32 lower and ends at y + h */
    int size;                /* of the type; 0: the field's usual one */
    bool paper;              /* looks like a note */
    bool off;
};

/* Runs the field, with its label and how much room is left. Enter is the caller's to act on. */
enum field_result writing_run(struct screens *s, ui_id id, struct edit *edit,
                              struct writing writing);

/* The text as it will be sent. TEXT_EMPTY and TEXT_LONG leave `to` empty. */
enum text_fault writing_take(char to[NOTE_SIZE], const struct edit *edit);

/* Something typed that is more than white space. */
bool writing_has(const struct edit *edit);

/* A box to tick; returns true when it was just operated. The caller keeps whether it is ticked. */
bool writing_tick(struct screens *s, ui_id id, double x, double y, double w, const char *text,
                  bool on);

/* A question and what is asked now (may be empty), from y 80; returns where the rest may begin. */
double writing_title(struct screens *s, const char *question, const char *ask);

/* What the room's step asks people to do; empty outside of one. Borrowed. */
const char *writing_ask(const struct room *room);

/* Pages a list of `count` with `shown` at once: keeps *top fit, and runs the two small buttons
 * whose right edge is `right`, which are there only where they are needed. Page Up and Down do the
 * same when `keys`. */
void writing_pages(struct screens *s, const char *name, double right, double y, unsigned *top,
                   unsigned shown, unsigned count, bool keys);

#endif
