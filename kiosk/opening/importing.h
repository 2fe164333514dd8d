#ifndef PLENARY_OPENING_IMPORTING_H
#define PLENARY_OPENING_IMPORTING_H

/* `plenary-kiosk import FILE GRID... [--preview] [--match "ROW=CONDITION"]...`: says line by line
 * what grids and sheets of schools would change in a workshop that no kiosk is running, then takes
 * them in, unless only asked to look. */

#include <stdio.h>

#include "options/asked.h"

/* Prints the preview to `out` and what a person should know of the files to standard error. While
 * it is not clear which condition a row is about, lists those rows and what could be said, and ends
 * with ERROR_FORMAT (a preview: ERROR_OK). On failure nothing is changed and `trouble` says why. */
CHECKED enum error opening_import_command(const struct asked *asked, FILE *out,
                                          struct trouble *trouble);

#endif
