#ifndef PLENARY_EXPORT_FOLDER_H
#define PLENARY_EXPORT_FOLDER_H

/* Within export/ only: folders and paths in them. */

#include "base/error.h"

enum { FOLDER_PATH_SIZE = 4096 };

/* Makes a folder for its owner alone, unless there is one. ERROR_EXISTS: there is a file. */
CHECKED enum error folder_make(const char *path, struct trouble *trouble);

/* "FOLDER/NAME". ERROR_RANGE: too long. */
CHECKED enum error folder_path(char to[FOLDER_PATH_SIZE], const char *folder, const char *name,
                               struct trouble *trouble);

#endif
