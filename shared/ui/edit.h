#ifndef PLENARY_UI_EDIT_H
#define PLENARY_UI_EDIT_H

/* Text being typed. It belongs to the screen that asks for it and to nothing else: no update from
 * the network reaches it. The caret and the other end of the selection stand between visible
 * characters, as byte offsets; the text is always valid UTF-8 without control characters. Ends are
 * not trimmed while somebody types: text_take does that when the text is sent. */

#include <stdbool.h>
#include <stddef.h>

#include "ui/input.h"

enum { EDIT_SIZE = 1024, EDIT_COMPOSING = 128 }; /* bytes with the final zero */

struct edit {
    size_t caret, mark; /* the selection lies between them; equal: none */
    bool cut;           /* what was put in last did not wholly fit */
    char text[EDIT_SIZE];
    char composing[EDIT_COMPOSING]; /* what an input method is composing at the caret */
};

/* Puts a known-good text in, the caret at its end. */
void edit_set(struct edit *edit, const char *text);

/* Applies one event. `visible` limits the visible characters and `bytes` the bytes (0: what an edit
 * holds): what does not fit is cut, as much of a paste is kept as fits. Returns true when the text
 * changed. */
bool edit_apply(struct edit *edit, const struct input_event *event, const char *event_text,
                size_t visible, size_t bytes);

#endif
