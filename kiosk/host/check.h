#ifndef PLENARY_HOST_CHECK_H
#define PLENARY_HOST_CHECK_H

/* `plenary-kiosk check FILE`: is the workshop file whole, does its journal replay, and do the plain
 * tables say the same as the state? Looks only, never writes. */

#include "base/error.h"

#include <stdio.h>

/* Prints what it found to `out`. ERROR_OK when the file is sound. */
CHECKED enum error check_file(const char *path, FILE *out, struct trouble *trouble);

#endif
