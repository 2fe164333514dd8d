#ifndef PLENARY_GRID_GRID_READER_H
#define PLENARY_GRID_GRID_READER_H

/* Within grid/ only: a table being read into a grid, once its layout is known. First every column
 * is given its meaning (grid_columns.c), then the rows below the header are read cell by cell, in
 * one way for all layouts (grid_rows.c): school and condition of a cell are those of its column,
 * else those of its row. */

#include "grid/grid_heading.h"
#include "grid/grid_layout.h"
#include "words/words.h"

enum { GRID_COLUMNS_MAX = 6 * SCHOOLS_MAX };

struct grid_column {
    uint32_t column;
    uint8_t heading;              /* enum grid_heading; NONE: nothing of it is taken in */
    int16_t school, row;          /* that the header names; -1: each row says it */
    const struct grid_cell *head; /* its cell in the header, NULL: there is none */
};

/* What a row is about; -1: it does not say. */
struct grid_about {
    int school, row;
};

struct grid_reader {
    struct grid_import *out;
    struct trouble *trouble;
    const struct grid_table *table;
    const struct grid_hints *hints; /* never NULL */
    struct grid_layout layout;
    unsigned column_count;
    struct grid_column columns[GRID_COLUMNS_MAX];
    struct grid_about about; /* of the row that is read; of the one before until then */
    bool has_states;         /* a row with the states of schools was read */
    bool agreed[SCHOOLS_MAX];
};

/* A cell as messages speak of it. */
struct grid_spot {
    uint32_t row; /* as a spreadsheet numbers it */
    char letters[GRID_LETTERS_SIZE];
    char text[GRID_EXCERPT_SIZE];
};
struct grid_spot grid_spot_of(const struct grid_reader *r, const struct grid_cell *cell);

/* Gives every column of the header its meaning, and the names in it their schools or rows. */
CHECKED enum error grid_columns_read(struct grid_reader *r);

/* The column's meaning; NULL where the header has none. Borrowed. */
const struct grid_column *grid_column_at(const struct grid_reader *r, uint32_t column);

/* The school of that name, -1: none so far; and a new one, which refuses where it is too long or
 * there is no room. */
int grid_find_school(const struct grid_import *grid, const char *name);
CHECKED enum error grid_add_school(struct grid_reader *r, const struct grid_cell *cell,
                                   const char *name);

/* What a label says, which may begin with a number; refuses one that is too long. */
CHECKED enum error grid_read_label(const struct grid_reader *r, struct grid_row *to,
                                   const struct grid_cell *cell, const char *label);
CHECKED enum error grid_add_row(struct grid_reader *r, const struct grid_cell *cell,
                                const struct grid_row *row);

/* ---- grid_cells.c: what stands in a row, once r->about says what it is about ---- */

/* Takes what its cells say of ratings, and holds printed figures of a condition against them. */
CHECKED enum error grid_take_values(struct grid_reader *r, struct grid_cells row);

/* The state of all of one school's ratings. */
CHECKED enum error grid_take_school_state(struct grid_reader *r, const struct grid_cell *cell,
                                          const struct grid_column *column, int school);

/* A cell below no heading. One that says nothing does no harm. */
CHECKED enum error grid_refuse_stray(const struct grid_reader *r, const struct grid_cell *cell);

/* Checks the totals or averages of conditions at the foot of a table of schools by conditions. */
void grid_check_foot(struct grid_reader *r, struct grid_cells row, enum grid_figure which);

/* GRID_FIGURE_COUNT for headings of anything else. */
enum grid_figure grid_figure_of(enum grid_heading heading);

/* Reads every row below the header. */
CHECKED enum error grid_rows_read(struct grid_reader *r);

#endif
