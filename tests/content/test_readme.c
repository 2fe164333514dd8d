/* What assets/packs/README.md says of packs is so: its example is one, and it knows every key. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "content/content.h"
#include "content/draft.h"
#include "testing.h"

/* The text of README.md, kept for the run. */
static char *readme(void)
{
    static char text[32 * 1024];
    FILE *f = fopen(PACKS_DIR "/README.md", "rb");
    assert_non_null(f);
    size_t length = fread(text, 1, sizeof text - 1, f);
    assert_int_equal(fclose(f), 0);
    text[length] = '\0';
    return text;
}

/* The example in README.md is a pack: what people copy from there has to work. */
static void the_readmes_example_works(void **state)
{
    (void)state;
    char folder[] = "/tmp/plenary-packs-XXXXXX", path[256];
    struct trouble t = {""};
    char *start = strstr(readme(), "```yaml\n");
    assert_non_null(start);
    start += strlen("```yaml\n");
    char *end = strstr(start, "```");
    assert_non_null(end);
    *end = '\0';
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/example.yaml", folder);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_true(fputs(start, file) >= 0);
    assert_int_equal(fclose(file), 0);
    struct pack *pack = malloc(sizeof *pack);
    assert_non_null(pack);
    assert_int_equal(content_load(pack, path, "club-evening", &t), ERROR_OK);
    assert_int_equal(pack->agenda.items[0].start, 18 * 60 + 30);
    assert_int_equal(pack->agenda.items[0].steps[2].subject, 1);
    free(pack);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(rmdir(folder), 0);
}

/* Calls `each` with every key and word that the file's form knows, however deep. */
static void walk(const cyaml_schema_value_t *schema, void (*each)(const char *name))
{
    if (schema->type == CYAML_MAPPING)
        for (const cyaml_schema_field_t *f = schema->mapping.fields; f->key; f++) {
            each(f->key);
            walk(&f->value, each);
        }
    else if (schema->type == CYAML_SEQUENCE)
        walk(schema->sequence.entry, each);
    else if (schema->type == CYAML_ENUM)
        for (uint32_t i = 0; i < schema->enumeration.count; i++)
            each(schema->enumeration.strings[i].str);
}

static const char *sought;
static unsigned met;

static void count_sought(const char *name)
{
    met += strcmp(name, sought) == 0;
}

static void must_be_in_the_readme(const char *name)
{
    char quoted[64];
    snprintf(quoted, sizeof quoted, "`%s`", name);
    if (!strstr(readme(), quoted))
        fail_msg("README.md does not tell of %s", quoted);
}

/* Every key and word is told of, and no row tells of one that is not there. */
static void the_readme_knows_every_key(void **state)
{
    (void)state;
    walk(&content_schema, must_be_in_the_readme);
    const char *row = strstr(readme(), "## Every key");
    unsigned rows = 0;
    while ((row = strstr(row, "\n| `")) != NULL) {
        char name[64];
        row += strlen("\n| `");
        snprintf(name, sizeof name, "%.*s", (int)strcspn(row, "`"), row);
        sought = name;
        met = 0;
        walk(&content_schema, count_sought);
        if (!met)
            fail_msg("README.md tells of `%s`, and there is no such key", name);
        rows++;
    }
    assert_in_range(rows, 40, 80);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_readmes_example_works),
        cmocka_unit_test(the_readme_knows_every_key),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
