#ifndef PLENARY_CONTENT_FORM_H
#define PLENARY_CONTENT_FORM_H

/* Within content/ only: reading a YAML file of a known form. A form is a libcyaml schema, by which
 * the file is loaded and by which people are told what is wrong where (check.c), and what its keys
 * say about one another. */

#include <cyaml/cyaml.h>

#include "base/error.h"

struct checking;

struct content_form {
    const cyaml_schema_value_t *schema; /* a mapping by pointer; lists count in one byte */
    const char *thing;                  /* what messages call the whole: "the pack" */
    /* What stands under keys of the author's own, where the schema says CYAML_IGNORE: libcyaml
     * passes over it, and `sense` takes it from the tree. NULL: no such keys. */
    const cyaml_schema_value_t *under_own_keys;
    /* Checks a tree in which each key for itself is right. ERROR_FORMAT at the first fault, and
     * what else may fail. */
    enum error (*sense)(struct checking *c, void *context);
};

/* Reads a whole file into `*out`, in memory as the schema says, every text cleaned; the caller's to
 * give to content_form_free, NULL on failure. ERROR_ABSENT, ERROR_FORMAT (`t` names file, line,
 * path and what is wrong), ERROR_RANGE (larger than 1 MiB), ERROR_IO, ERROR_MEMORY. */
CHECKED enum error content_form_read(void **out, const struct content_form *form, void *context,
                                     const char *path, struct trouble *t);

void content_form_free(const struct content_form *form, void **data);

/* The plain name of a file, as messages call it; within `path`. */
const char *content_name_of(const char *path);

#endif
