#ifndef PLENARY_EXPORT_CSV_CELL_H
#define PLENARY_EXPORT_CSV_CELL_H

/* CSV as it is written here, cell by cell: RFC 4180, commas and CRLF, in UTF-8 with its mark, by
 * which spreadsheets know it. A text that a spreadsheet would take for a formula (it begins with
 * = + - @, a tab or a line break) is written with an apostrophe before it; one that begins with
 * apostrophes before such a sign gets one more, so that whoever reads takes exactly one off. So is
 * what follows a semicolon in a text: where a spreadsheet parts cells by semicolons, as in many
 * countries, it begins a cell, and quotation marks within the line do not hold it (OWASP, "CSV
 * Injection"). What went wrong in writing is known to the file, and told when that is ended. */

#include "export/tables.h"

#include <stdio.h>

void csv_begin(FILE *file);
/* What stands before a cell: nothing before the first, which is number 0. */
void csv_next(FILE *file, unsigned number);
void csv_text(FILE *file, const char *text);
void csv_end(FILE *file);

#endif
