#ifndef PLENARY_FILES_WHOLE_H
#define PLENARY_FILES_WHOLE_H

/* A file that is there whole or not at all: it is written beside its place, under the name with
 * ".part" added, and moved there once everything has reached the disk. Until then an older file of
 * that name stays as it is; when something goes wrong it stays for good, and no part is left. A
 * workshop's file is never replaced, nor is what is no file. */

#include <stdio.h>

#include "base/error.h"

/* Who may read it: whoever wrote it alone, for what names a school or holds a code; or as the
 * person's umask has it. */
enum whole_reader { WHOLE_OWN, WHOLE_USUAL };

struct whole {
    FILE *file; /* to write to; buffered */
    char *part; /* its name while it is written, for libraries that open it themselves */
    char *path; /* where it goes */
    int failed; /* errno of what a writer could not do; 0: nothing */
};

/* A part that was left over by that name goes. ERROR_IO, FULL, MEMORY, and EXISTS where a
 * workshop is: `trouble` names the file, and there is nothing to end or drop. */
CHECKED enum error whole_begin(struct whole *whole, const char *path, enum whole_reader reader,
                               struct trouble *trouble);

/* Moves it to its place. Whatever went wrong in writing is told here, and then no part is left. */
CHECKED enum error whole_end(struct whole *whole, struct trouble *trouble);

/* Gives it up: no part is left. Nothing happens to one that was ended. */
void whole_drop(struct whole *whole);

#endif
