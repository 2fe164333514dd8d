#ifndef PLENARY_CONTENT_FOLDER_H
#define PLENARY_CONTENT_FOLDER_H

/* Within content/ only: the YAML files of a folder, and telling a file's path from an id. */

#include <stdbool.h>

#include "base/error.h"

/* Calls `each` with the path of every *.yaml file in `folder`, by name, until one fails; NULL
 * stands for the folder `usual` in content_assets(). ERROR_ABSENT when it cannot be opened. */
CHECKED enum error content_folder_each(const char *folder, const char *usual,
                                       enum error (*each)(void *context, const char *path),
                                       void *context, struct trouble *t);

/* A name with a slash, or ending in .yaml, is the path of a file. */
bool content_is_path(const char *name);

#endif
