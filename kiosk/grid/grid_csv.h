#ifndef PLENARY_GRID_GRID_CSV_H
#define PLENARY_GRID_GRID_CSV_H

/* Reads ratings of schools as spreadsheets write them: a file saved as CSV (RFC 4180 and its
 * cousins), or cells copied from one. How the table is laid out is found out (grid/grid_layout.h):
 * conditions by schools either way round, with one column or several for each; a list; the sheet of
 * one school. Beside where a school is now it takes in where it wants to be, in how many months,
 * whether that is agreed, and a note.
 *
 * Nothing is guessed at: a cell that does not say what its column is for refuses the whole file,
 * and the message names the row and the column as a spreadsheet does. An import is all or nothing.
 * Only bytes that are no UTF-8 and no UTF-16 are taken for Windows-1252, and that is told.
 *
 * Printed totals and averages are never taken, only held against the cells; the published grids
 * themselves print some that are wrong. Such a contradiction is reported and the import goes on.
 * Totals and averages of a school are passed over: there are no figures of a school here.
 *
 * Tolerated: comma, semicolon or tab (found out); any line ends; quoted fields with doubled quotes
 * and line breaks inside; rows above the header; blank rows and columns; spaces around a cell,
 * non-breaking ones too; "6.0" and "6,0" for 6. Blank, a dash or "n/a" is "not rated". */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "model/pack.h"
#include "model/types.h"

enum {
    GRID_FILE_MAX = 1 << 20, /* bytes of a file */
    GRID_PRINTED_SIZE = 48,  /* a printed figure, cut when longer */
    GRID_CONTRADICTIONS_MAX = 2 * CONDITIONS_MAX,
    GRID_PASSED_SIZE = 256,
    GRID_TEXT_SIZE = 512, /* a message about one contradiction */
};

/* Where something stands in its file. */
struct grid_place {
    uint32_t row;    /* as a spreadsheet numbers rows, from 1; 0: nowhere */
    uint32_t column; /* from 0, which is column A */
};

enum grid_figure { GRID_TOTAL, GRID_AVERAGE, GRID_FIGURE_COUNT };

/* A printed figure that the row's own cells do not bear out at the precision it is printed with,
 * halves up: a printed average of 6 agrees with 5.9, one of 5.1 does not agree with 4.5. */
struct grid_contradiction {
    char row[TITLE_SIZE];             /* the condition's label */
    uint32_t row_number;              /* in which the figure is printed */
    uint8_t which;                    /* enum grid_figure */
    char printed[GRID_PRINTED_SIZE];  /* as it stands in the file */
    char computed[GRID_PRINTED_SIZE]; /* a total, or an average with at least one decimal */
};

/* What the file says of a condition: a row of the usual grid. */
struct grid_row {
    char label[TITLE_SIZE]; /* without its leading number; may be empty then */
    uint8_t number;         /* the leading number of "4. Cluster"; 0: none */
    char id[ID_SIZE];       /* its pack's, where the file has a column of ids; else empty */
    struct grid_place place;
};

/* One school's rating of one condition. What the file does not say is 0 or empty. */
struct grid_rating {
    struct figure figure; /* now is 0: not rated, and then all is 0 */
    bool agreed;          /* else it is the cluster manager's proposal */
    struct grid_place place;
};

/* About 1.8 MB. */
struct grid_import {
    uint16_t school_count;                /* at least 1 */
    char schools[SCHOOLS_MAX][NAME_SIZE]; /* all different, as text_take leaves them */
    uint8_t row_count;                    /* at least 1 */
    struct grid_row rows[CONDITIONS_MAX];
    struct grid_rating ratings[CONDITIONS_MAX][SCHOOLS_MAX]; /* [row][school] */
    uint8_t contradiction_count;
    struct grid_contradiction contradictions[GRID_CONTRADICTIONS_MAX]; /* in the file's order */
    uint16_t without_rating; /* goals and notes that stand where nothing is rated: not taken */
    bool windows_1252;       /* what its bytes were taken for */
    bool training;           /* it says above its table that it was written of one */
    char passed_over[GRID_PASSED_SIZE]; /* headings of columns that are none of these, with commas
                                         * between; their cells were not read */
};

/* What helps to read a file, where it is known. */
struct grid_hints {
    const char *school; /* whose sheet it is, if it does not say; NULL: not known */
    /* The review's conditions: they tell which way round a table stands. May be none. */
    const struct condition *conditions;
    size_t condition_count;
};

/* Reads `length` bytes of a CSV. ERROR_FORMAT or ERROR_RANGE: refused, `out` is all zero and `t`
 * (may be NULL) says where and why; ERROR_MEMORY likewise. Hints may be NULL. */
CHECKED enum error grid_parse(struct grid_import *out, const char *bytes, size_t length,
                              const struct grid_hints *hints, struct trouble *t);

/* The same from a file; also ERROR_ABSENT and ERROR_IO. Where the hints name no school, a sheet
 * that names none either is of the school that the file is called after. */
CHECKED enum error grid_read_file(struct grid_import *out, const char *path,
                                  const struct grid_hints *hints, struct trouble *t);

/* Writes one contradiction as a sentence for people. GRID_TEXT_SIZE always suffices. */
void grid_contradiction_text(char *to, size_t size, const struct grid_contradiction *c);

#endif
