#ifndef PLENARY_CONTENT_CHECK_H
#define PLENARY_CONTENT_CHECK_H

/* Tells the author of a pack what is wrong with it and on which line. The file's YAML tree is held
 * against the schema before libcyaml loads it, because libcyaml reports only to a log and knows
 * nothing of ids, times and visible characters. What passes here, libcyaml accepts. */

#include <stddef.h>

#include "base/error.h"

/* Checks `length` bytes of YAML against content_schema. `name` is what messages call the file.
 * Fails with ERROR_FORMAT at the first fault, or ERROR_MEMORY. */
CHECKED enum error content_check(const char *bytes, size_t length, const char *name,
                                 struct trouble *t);

#endif
