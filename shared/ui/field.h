#ifndef PLENARY_UI_FIELD_H
#define PLENARY_UI_FIELD_H

/* A field to type in: one line that slides along under its caret, or several that wrap. The label
 * stands above, the sentence about what needs fixing below, both drawn with it. */

#include "ui/edit.h"
#include "ui/icon.h"
#include "ui/ui.h"

enum field_result {
    FIELD_SAME,
    FIELD_CHANGED,
    FIELD_ENTERED, /* Enter was pressed in it (and it may have changed too) */
    FIELD_BELOW,   /* Down was pressed in its last line, and it has not changed */
};

struct field {
    const char *label;       /* NULL: none */
    const char *label_more;  /* after the label, quieter; NULL: none */
    const char *placeholder; /* NULL: none */
    const char *fault;       /* a sentence; NULL: nothing to fix */
    const char *aside;       /* inside, at the right end ("Found it"); NULL: none */
    enum icon aside_icon;
    bool off;
    bool paper;     /* looks like a note on a board: no edge, a shade under it */
    size_t visible; /* the most visible characters; 0: as many as fit an edit */
    size_t bytes;   /* and bytes; 0: alike */
    int lines;      /* 0 or 1: one line; more: wraps, `height` given */
    double height;  /* 0: the style's */
    int size;       /* of the type; 0: the style's */
};

/* `y` is the top of the field itself, below its label. */
enum field_result field_run(struct ui *ui, ui_id id, double x, double y, double w,
                            struct edit *edit, struct field field);

/* Parts other widgets share: the box in its states, the label above, the fault below. */
void field_box(struct ui *ui, double x, double y, double w, double h, bool fault, bool off);
void field_label(struct ui *ui, double x, double y, const char *label, const char *more);
void field_fault(struct ui *ui, double x, double y, double w, const char *sentence);

#endif
