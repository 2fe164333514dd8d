#ifndef PLENARY_ROLLUP_COMMAND_H
#define PLENARY_ROLLUP_COMMAND_H

/* plenary-kiosk rollup FILE... [--csv F] [--xlsx F] [--pdf F]. */

#include "options/asked.h"

/* Reads the files, writes what is asked for and says to `out` what it did. A file that cannot be
 * read is named on stderr and left out; the others go on, and the answer then is the error of the
 * first of them, `trouble` saying how many were left out. On a terminal stderr shows how far it has
 * come. ERROR_FORMAT: nothing to write was asked for. */
CHECKED enum error rollup_command(const struct asked *asked, FILE *out, struct trouble *trouble);

#endif
