#ifndef PLENARY_EXPORT_XLSX_H
#define PLENARY_EXPORT_XLSX_H

/* Within export/ only: the sheets of a workshop's workbook. */

#include "export/book.h"
#include "export/export.h"
#include "export/tables.h"

/* Where names stand beside ratings: the review grid, the goals, and the way from one to the other.
 * Conditions in rows, schools in columns; what is counted across schools is a formula of the row's
 * own cells, and there is none down a column. */
void xlsx_grid(struct book *book, const struct export *what);
void xlsx_goals(struct book *book, const struct export *what);
void xlsx_distance(struct book *book, const struct export *what);

/* Elsewhere: how many schools stand at each rating. */
void xlsx_spread(struct book *book, const struct export *what);

/* A table as it is described, with a filter; false where it has no rows, and then there is no such
 * sheet. ERROR_MEMORY. */
CHECKED enum error xlsx_has_rows(bool *has, enum export_table_id id, const struct export *what);
CHECKED enum error xlsx_table(struct book *book, enum export_table_id id,
                              const struct export *what);

#endif
