#ifndef PLENARY_STAGE_TABLE_H
#define PLENARY_STAGE_TABLE_H

/* The measures of a grid: a column of condition names, cells of equal width, totals, averages. Up
 * to ten columns on a wide picture stand wide, with whole names of conditions; otherwise tight.
 * Columns are never under 38 wide and rows never under 68 high: what does not fit is paged, as
 * equally as can be, columns first. */

#include "stage/stage.h"
#include "ui/cell.h"

enum { TABLE_HEAD_Y = 160, TABLE_Y = 208, TABLE_ROW = 68, TABLE_CELL = 60, TABLE_ROWS = 10 };

struct table {
    bool wide;
    double left;           /* edge of the names */
    double label;          /* width of the names' column */
    double pitch;          /* of columns */
    double cell_x, cell_w; /* a cell within its pitch */
    enum cell_form form;
    double total_x, average_x, average_w;
    enum cell_form average_form;
    int total_size;               /* of type */
    int first_column, end_column; /* shown, from 0 */
    int first_row, end_row;
    int pages, page;
    int pages_across, rows_per_page;
};

/* Measures for `columns` and `rows` in all, either of which may be 0. */
struct table table_measure(const struct stage_frame *frame, int columns, int rows);

/* The page on which a row stands, with the columns that are shown now. */
int table_page_of_row(const struct table *table, int row);

/* Left edge of a shown column's cell and top of a shown row's cell; the row itself begins 4 above.
 */
double table_cell_x(const struct table *table, int column);
double table_cell_y(const struct table *table, int row);

#endif
