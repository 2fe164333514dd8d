#ifndef PLENARY_GRID_GRID_TABLE_H
#define PLENARY_GRID_GRID_TABLE_H

/* A CSV file taken apart into cells, before anything is known of what they mean (RFC 4180, with any
 * separator and any line ends). Only cells with something in them are kept, by row and column;
 * a cell of spaces is as good as none. Rows and columns count from 0, blank rows included. */

#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/text.h"

struct grid_cell {
    uint32_t row, column;
    uint32_t at, length; /* its text in the table's `text`: unquoted, not yet trimmed */
};

struct grid_table {
    char *text;
    struct grid_cell *cells; /* by row, then column */
    size_t count;
    uint32_t unclosed; /* row + 1 of a quotation mark that never closes; 0: there is none */
};

/* Takes `length` bytes of valid UTF-8 apart. Only ERROR_MEMORY can happen. */
CHECKED enum error grid_table_read(struct grid_table **out, const char *bytes, size_t length,
                                   char separator);
void grid_table_destroy(struct grid_table **table);

/* Copies a cell's text as text_take leaves it; faults as there. An apostrophe that keeps a
 * spreadsheet from taking the text for a formula is left out, and so was each after a semicolon. */
enum text_fault grid_table_text(const struct grid_table *table, const struct grid_cell *cell,
                                char *to, size_t size, size_t visible);

/* How much of a text a message quotes, in bytes. */
enum { GRID_EXCERPT_SIZE = 96 };

/* Copies a cell's text for a message, cut with an ellipsis when it is long. */
void grid_table_excerpt(const struct grid_table *table, const struct grid_cell *cell, char *to,
                        size_t size);

/* Copies a clean text for a message likewise. */
void grid_excerpt(char *to, size_t size, const char *text);

enum { GRID_LETTERS_SIZE = 8 };

/* Writes the letters a spreadsheet gives a column: A for 0, AA for 26. */
void grid_column_letters(char to[GRID_LETTERS_SIZE], uint32_t column);

#endif
