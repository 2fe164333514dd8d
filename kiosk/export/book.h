#ifndef PLENARY_EXPORT_BOOK_H
#define PLENARY_EXPORT_BOOK_H

/* A workbook and its sheets, as all of ours look: A4 sideways, as wide as a page, the head and the
 * first column on every page and in place while one scrolls, page numbers. Texts are written as
 * texts, whatever they begin with; formulas are our own, and each carries its value, so that
 * whoever does not reckon shows the same. The same book of the same day has the same bytes.
 *
 * What goes wrong in between is told when the book is closed. Rows and columns count from 0; a row
 * that stands above them all in a training is not counted. */

#include <stdbool.h>
#include <stdint.h>

#include "files/whole.h"

enum book_format {
    BOOK_TITLE,
    BOOK_MARK,  /* of a training */
    BOOK_TEXT,  /* as many lines as it takes */
    BOOK_QUIET, /* likewise, secondary */
    BOOK_LINK,
    BOOK_HEAD,    /* of a column */
    BOOK_UPRIGHT, /* of a narrow one, read from the bottom upwards */
    BOOK_ROW,     /* what a row is about */
    BOOK_NUMBER,
    BOOK_TENTHS,
    BOOK_HUNDREDTHS,
    BOOK_DAY,
    BOOK_CELL,         /* a rating that is agreed; a tenth shows where there is one */
    BOOK_PROPOSED,     /* one that is only proposed: in italics, within a dashed line */
    BOOK_AVERAGE,      /* of a row of them, to one decimal */
    BOOK_KEY_PROPOSED, /* the words for the dashed line, and those for the bands */
    BOOK_LOW,
    BOOK_MEDIUM,
    BOOK_HIGH,
    BOOK_FORMAT_COUNT
};

enum { BOOK_BANDS = 3 };

struct book {
    struct lxw_workbook *workbook;
    struct lxw_format *formats[BOOK_FORMAT_COUNT];
    struct lxw_format *bands[BOOK_BANDS]; /* as conditions put them on */
    struct whole whole;
    const char *title; /* borrowed */
    unsigned above;    /* rows over the first of each sheet: where a training says so */
    bool failed;       /* something could not be written */
};

struct book_setup {
    const char *path, *title, *subject; /* borrowed as long as the book is open */
    int64_t now_ms;                     /* the time it bears */
    bool training;                      /* every sheet says so above its head */
    bool streamed; /* rows of a sheet come in order, and memory does not grow with them */
};

/* Begins one, readable to whoever writes it alone. ERROR_IO, FULL, MEMORY. */
CHECKED enum error book_open(struct book *book, const struct book_setup *setup,
                             struct trouble *trouble);

/* Writes it: a whole book, or none and `trouble` says why. Ends it in either case. */
CHECKED enum error book_close(struct book *book, struct trouble *trouble);

/* Gives it up: nothing is written. */
void book_drop(struct book *book);

/* A sheet, borrowed; its name is at most 31 characters long, without []:*?/\ in it. `frozen`: the
 * first row and the first columns, so many, are its head. */
struct book_sheet {
    struct book *book;
    struct lxw_worksheet *sheet;
};
struct book_sheet book_sheet(struct book *book, const char *name, unsigned frozen);

/* Characters wide; as many lines high, at least one: not every program finds that by itself. */
void book_column(struct book_sheet sheet, unsigned column, unsigned last, double width);
void book_row(struct book_sheet sheet, unsigned row, unsigned lines);

/* About how many lines a text takes in a column. */
unsigned book_lines(const char *text, unsigned width);

void book_text(struct book_sheet sheet, unsigned row, unsigned column, enum book_format format,
               const char *text);
void book_number(struct book_sheet sheet, unsigned row, unsigned column, enum book_format format,
                 double number);
void book_day(struct book_sheet sheet, unsigned row, unsigned column, uint32_t day);
void book_blank(struct book_sheet sheet, unsigned row, unsigned column, enum book_format format);

/* A text that leads to another sheet. */
void book_link(struct book_sheet sheet, unsigned row, unsigned column, const char *name);

/* A formula with its value; `value` NULL: it comes to an empty text. */
void book_formula(struct book_sheet sheet, unsigned row, unsigned column, enum book_format format,
                  const char *formula, const double *value);

/* A filter on the rows of a table, its head included. */
void book_filter(struct book_sheet sheet, unsigned last_row, unsigned last_column);

/* Bands as colours, on whatever stands there, ratings and averages alike: low up to 3.4, medium to
 * 7.4, high from 7.5 on, as averages are rounded where they are shown (analysis/summary.h). */
void book_bands(struct book_sheet sheet, unsigned row, unsigned column, unsigned last_row,
                unsigned last_column);

/* ---- for formulas ---- */

enum { BOOK_PLACE_SIZE = 16, BOOK_NAME_SIZE = 80, BOOK_FORMULA_SIZE = 8192 };

/* "B5"; and "$B$1:$K$1", of the head. */
void book_place(char to[BOOK_PLACE_SIZE], struct book_sheet sheet, unsigned row, unsigned column);
void book_head_places(char to[2 * BOOK_PLACE_SIZE], struct book_sheet sheet, unsigned column,
                      unsigned last_column);

/* A sheet's name as formulas have it: "'Review grid'". */
void book_name(char to[BOOK_NAME_SIZE], const char *name);

#endif
