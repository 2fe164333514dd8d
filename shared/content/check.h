#ifndef PLENARY_CONTENT_CHECK_H
#define PLENARY_CONTENT_CHECK_H

/* Tells the author of a file what is wrong with it and on which line. The file's YAML tree is held
 * against its form before libcyaml loads it, because libcyaml reports only to a log and knows
 * nothing of ids, times and visible characters. What passes here, libcyaml accepts. */

#include <stddef.h>

#include "base/error.h"
#include "content/form.h"

/* Checks `length` bytes of YAML against a form; `context` is for its sense. `name` is what messages
 * call the file. Fails with ERROR_FORMAT at the first fault, or ERROR_MEMORY, or as `sense` does.
 */
CHECKED enum error content_check(const char *bytes, size_t length, const char *name,
                                 const struct content_form *form, void *context, struct trouble *t);

#endif
