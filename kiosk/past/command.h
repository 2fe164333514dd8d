#ifndef PLENARY_PAST_COMMAND_H
#define PLENARY_PAST_COMMAND_H

/* `plenary-kiosk bring-review FILE EARLIER...`: says what of the earlier reviews comes in and what
 * is left out, asks about rows it cannot place, then brings them in, unless only asked to look. */

#include "options/asked.h"

/* Prints to `out`. On failure nothing is changed and `trouble` says why. */
CHECKED enum error past_command(const struct asked *asked, FILE *out, struct trouble *trouble);

#endif
