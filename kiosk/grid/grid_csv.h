#ifndef PLENARY_GRID_GRID_CSV_H
#define PLENARY_GRID_GRID_CSV_H

/* Reads a cluster review grid, conditions by schools, from a CSV file as spreadsheets write it
 * (RFC 4180 and its cousins). What is taken: the schools of the header row, one row a condition
 * with its ratings, and the state of each school's ratings if the file has a row for it. Nothing is
 * guessed at: a cell that is neither a rating nor blank refuses the whole file, and the message
 * names the row and the column as a spreadsheet does. An import is all or nothing.
 *
 * Printed totals and averages are never taken, only held against the cells; the published grids
 * themselves print some that are wrong. Such a contradiction is reported and the import goes on. A
 * bottom row of totals or averages is passed over: there are no figures of a school here.
 *
 * Tolerated: comma, semicolon or tab (found out); a UTF-8 byte order mark; any line ends; quoted
 * fields with doubled quotes and line breaks inside; rows above the header; blank rows and columns;
 * spaces around a cell, non-breaking ones too; "6.0" for 6. Blank or a dash is "not rated". */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "model/limits.h"

enum {
    GRID_FILE_MAX = 1 << 20, /* bytes of a file */
    GRID_PRINTED_SIZE = 48,  /* a printed figure, cut when longer */
    GRID_CONTRADICTIONS_MAX = 2 * CONDITIONS_MAX,
    GRID_TEXT_SIZE = 512, /* a message about one contradiction */
};

enum grid_figure { GRID_TOTAL, GRID_AVERAGE, GRID_FIGURE_COUNT };

/* A printed figure that the row's own cells do not bear out at the precision it is printed with,
 * halves up: a printed average of 6 agrees with 5.9, one of 5.1 does not agree with 4.5. */
struct grid_contradiction {
    char row[TITLE_SIZE];             /* the row's label */
    uint32_t row_number;              /* as a spreadsheet numbers rows, from 1 */
    uint8_t which;                    /* enum grid_figure */
    char printed[GRID_PRINTED_SIZE];  /* as it stands in the file */
    char computed[GRID_PRINTED_SIZE]; /* a total, or an average with at least one decimal */
};

struct grid_row {
    char label[TITLE_SIZE];     /* without its leading number; may be empty then */
    uint8_t number;             /* the leading number of "4. Cluster"; 0: none */
    uint32_t row_number;        /* as a spreadsheet numbers rows, from 1 */
    uint8_t cells[SCHOOLS_MAX]; /* [school] 1 to RATING_MAX; 0: not rated */
};

struct grid_import {
    uint16_t school_count;                /* at least 1 */
    char schools[SCHOOLS_MAX][NAME_SIZE]; /* all different, as text_take leaves them */
    /* False: the ratings are the cluster manager's proposals, which is what imported ratings are
     * unless a row "State" (or "Status") says "agreed" in the school's column. */
    bool agreed[SCHOOLS_MAX];
    uint8_t row_count; /* at least 1 */
    struct grid_row rows[CONDITIONS_MAX];
    uint8_t contradiction_count;
    struct grid_contradiction contradictions[GRID_CONTRADICTIONS_MAX]; /* in the file's order */
};

/* Reads `length` bytes of a CSV. ERROR_FORMAT or ERROR_RANGE: refused, `out` is all zero and `t`
 * (may be NULL) says where and why; ERROR_MEMORY likewise. */
CHECKED enum error grid_parse(struct grid_import *out, const char *bytes, size_t length,
                              struct trouble *t);

/* The same from a file; also ERROR_ABSENT and ERROR_IO. */
CHECKED enum error grid_read_file(struct grid_import *out, const char *path, struct trouble *t);

/* Writes one contradiction as a sentence for people. GRID_TEXT_SIZE always suffices. */
void grid_contradiction_text(char *to, size_t size, const struct grid_contradiction *c);

#endif
