#ifndef PLENARY_TESTS_FUZZ_YAML_H
#define PLENARY_TESTS_FUZZ_YAML_H

#include <cyaml/cyaml.h>

/* Gives as words every key and every word that a schema knows. */
void yaml_words(const cyaml_schema_value_t *schema);

#endif
