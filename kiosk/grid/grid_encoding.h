#ifndef PLENARY_GRID_GRID_ENCODING_H
#define PLENARY_GRID_GRID_ENCODING_H

/* The bytes of a file as UTF-8 text. A byte order mark says what they are: UTF-8, or the UTF-16
 * that Excel calls "Unicode text". Without one they are UTF-8 if they can be, else what a Windows
 * program of western Europe writes (Windows-1252), which is a guess. */

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

/* A text that was read; `text` is owned. */
struct grid_text {
    char *text;
    size_t length;
    bool windows_1252;
};

/* ERROR_FORMAT: it is a workbook, or no text at all; `t` names the line where it can. ERROR_MEMORY.
 */
CHECKED enum error grid_encoding_read(struct grid_text *out, const char *bytes, size_t length,
                                      struct trouble *t);
void grid_encoding_release(struct grid_text *text);

#endif
