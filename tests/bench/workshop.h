#ifndef PLENARY_TESTS_WORKSHOP_H
#define PLENARY_TESTS_WORKSHOP_H

/* Workshop files to open, in which much has happened. */

#include "bench/bench.h"

/* A workshop of 28 schools at `path`, with at least so many events: every school rates itself on
 * everything, over and over. */
void workshop_make(const char *path, unsigned events);

#endif
