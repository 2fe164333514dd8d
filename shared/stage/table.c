#include "stage/table.h"

#include <math.h>

#include "stage/stages.h"

enum {
    WIDE_COLUMNS = 10,
    WIDE_LEAST = 1712, /* content width */
    PITCH_MOST = 168,  /* few schools: room for their names */
    PITCH_LEAST = 38,
    PITCH_WIDE_CELL = 88, /* from here on bars stand beside the figure */
    PITCH_MIDDLE = 60,
};

/* The two forms of a table: widths, and what stands beside the columns altogether. */
static const struct form {
    double label, gap, total, average, beside;
    int total_size;
    enum cell_form average_form;
} wide = {504, 24, 104, 120, 504 + 248, 36, CELL_WIDE},
  tight = {368, 16, 80, 96, 560, 28, CELL_NARROW};

struct table table_measure(const struct stage_frame *frame, int columns, int rows)
{
    const struct layout *layout = &frame->layout;
    double content = layout->right - layout->left;
    struct table t = {.left = layout->left};
    t.wide = columns <= WIDE_COLUMNS && content >= WIDE_LEAST - 0.5;
    const struct form *form = t.wide ? &wide : &tight;
    int most = (int)floor((content - form->beside) / PITCH_LEAST);
    int deep = TABLE_ROWS; /* rows that the picture has room for */
    if (layout->spare < 0)
        deep += (int)floor(layout->spare / TABLE_ROW);
    int across = stage_pages_of(columns, most), down = stage_pages_of(rows, deep);
    int per_page = stage_per_page(columns, most), rows_per_page = stage_per_page(rows, deep);
    t.pages = across * down;
    t.pages_across = across;
    t.rows_per_page = rows_per_page;
    t.page = stage_page(frame, t.pages);
    t.first_column = t.page % across * per_page;
    t.end_column = t.first_column + per_page < columns ? t.first_column + per_page : columns;
    t.first_row = t.page / across * rows_per_page;
    t.end_row = t.first_row + rows_per_page < rows ? t.first_row + rows_per_page : rows;
    t.pitch = PITCH_MOST;
    if (per_page > 0)
        t.pitch = fmin(PITCH_MOST, floor((content - form->beside) / per_page));
    double between = t.pitch >= PITCH_WIDE_CELL ? 8 : t.pitch >= PITCH_MIDDLE ? 6 : 4;
    t.label = form->label;
    t.cell_x = between / 2;
    t.cell_w = t.pitch - between;
    t.form = t.pitch >= PITCH_WIDE_CELL ? CELL_WIDE : CELL_NARROW;
    t.total_x = t.left + t.label + per_page * t.pitch + form->gap;
    /* The little that whole pixels of pitch leave over stands before the figures. */
    double over = layout->right - (t.total_x + form->total + form->average);
    if (over < per_page)
        t.total_x += over;
    t.average_x = t.total_x + form->total;
    t.average_w = form->average;
    t.average_form = form->average_form;
    t.total_size = form->total_size;
    return t;
}

int table_page_of_row(const struct table *table, int row)
{
    return row / table->rows_per_page * table->pages_across + table->page % table->pages_across;
}

double table_cell_x(const struct table *table, int column)
{
    return table->left + table->label + (column - table->first_column) * table->pitch +
           table->cell_x;
}

double table_cell_y(const struct table *table, int row)
{
    return TABLE_Y + (row - table->first_row) * TABLE_ROW + (TABLE_ROW - TABLE_CELL) / 2.0;
}
