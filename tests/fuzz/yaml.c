#include "fuzz/yaml.h"

#include "fuzz/fuzz.h"

void yaml_words(const cyaml_schema_value_t *schema)
{
    if (schema->type == CYAML_MAPPING)
        for (const cyaml_schema_field_t *f = schema->mapping.fields; f->key; f++) {
            fuzz_word(f->key);
            yaml_words(&f->value);
        }
    if (schema->type == CYAML_SEQUENCE)
        yaml_words(schema->sequence.entry);
    if (schema->type == CYAML_ENUM)
        for (uint32_t i = 0; i < schema->enumeration.count; i++)
            fuzz_word(schema->enumeration.strings[i].str);
}
