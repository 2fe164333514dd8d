#ifndef PLENARY_CONTENT_VALUE_H
#define PLENARY_CONTENT_VALUE_H

/* Within content/ only: whether the value of one key will do by itself. `node` is a scalar, `key`
 * what it stands under. Each tells of the fault and gives ERROR_FORMAT, or nothing. */

#include <cyaml/cyaml.h>

#include "content/checking.h"

/* Long enough and no longer, whole UTF-8, and of the form that texts under that key have. */
CHECKED enum error value_text(struct checking *c, const cyaml_schema_value_t *schema,
                              const yaml_node_t *node, const char *key);

/* A whole number in the range of that key, which must be one that has one. */
CHECKED enum error value_number(struct checking *c, const yaml_node_t *node, const char *key);

CHECKED enum error value_yes(struct checking *c, const yaml_node_t *node, const char *key);

/* One of the schema's words. */
CHECKED enum error value_word(struct checking *c, const cyaml_schema_value_t *schema,
                              const yaml_node_t *node, const char *key);

#endif
