#ifndef PLENARY_EXPORT_COMMAND_H
#define PLENARY_EXPORT_COMMAND_H

/* plenary-kiosk export FILE.plenary ...: what the room decided, in the formats asked for. The file
 * is only read. */

#include <stdio.h>

#include "options/asked.h"

/* Writes what is asked for and prints each path to `out`. ERROR_FORMAT: nothing was asked for, or
 * --for names no reader; otherwise as the writers say. */
CHECKED enum error export_command(const struct asked *asked, FILE *out, struct trouble *trouble);

#endif
