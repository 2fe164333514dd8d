#include "content/form.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "content/check.h"
#include "model/limits.h"

enum { FILE_MAX = 1 << 20 };

static const cyaml_config_t config = {
    .mem_fn = cyaml_mem,
    .log_level = CYAML_LOG_ERROR, /* goes nowhere: log_fn is NULL, check.c has said it better */
    .flags = CYAML_CFG_NO_ALIAS,
};

/* Cleans every text that the schema finds at `data`, in its place. */
static void clean(const cyaml_schema_value_t *schema, char *data, const uint8_t *count)
{
    if (schema->type != CYAML_STRING && schema->flags & CYAML_FLAG_POINTER)
        memcpy(&data, data, sizeof data);
    switch (schema->type) {
    case CYAML_MAPPING:
        for (const cyaml_schema_field_t *f = schema->mapping.fields; f->key; f++) {
            assert(f->value.type != CYAML_SEQUENCE || f->count_size == sizeof *count);
            clean(&f->value, data + f->data_offset, (uint8_t *)data + f->count_offset);
        }
        break;
    case CYAML_SEQUENCE:
        for (uint8_t i = 0; i < *count; i++)
            clean(schema->sequence.entry, data + (size_t)i * schema->data_size, NULL);
        break;
    case CYAML_STRING: {
        char text[MEMO_SIZE];
        assert(schema->data_size <= sizeof text);
        enum text_fault fault = text_take(text, schema->data_size, 0, data, strlen(data));
        assert(fault == TEXT_FINE || fault == TEXT_EMPTY); /* content_check has seen to it */
        memset(data, 0, schema->data_size);
        memcpy(data, text, strlen(text));
        break;
    }
    default:
        break;
    }
}

/* Reads a whole file; the bytes are the caller's to free. */
static enum error slurp(char **out, size_t *length, const char *path, struct trouble *t)
{
    *out = NULL;
    *length = 0;
    FILE *file = fopen(path, "rb");
    if (!file)
        return trouble_set(t, errno == ENOENT ? ERROR_ABSENT : ERROR_IO, "%s: %s.", path,
                           strerror(errno));
    char *bytes = malloc(FILE_MAX + 1);
    enum error e = ERROR_OK;
    if (!bytes) {
        e = trouble_set(t, ERROR_MEMORY, "%s: %s.", path, error_text(ERROR_MEMORY));
    } else {
        *length = fread(bytes, 1, FILE_MAX + 1, file);
        if (ferror(file))
            e = trouble_set(t, ERROR_IO, "%s: %s.", path, strerror(errno));
        else if (*length > FILE_MAX)
            e = trouble_set(t, ERROR_RANGE, "%s: larger than a pack can be (1 MiB).", path);
    }
    fclose(file);
    if (e)
        free(bytes);
    else
        *out = bytes;
    return e;
}

const char *content_name_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

enum error content_form_read(void **out, const struct content_form *form, void *context,
                             const char *path, struct trouble *t)
{
    char *bytes;
    size_t length;
    const char *name = content_name_of(path);
    *out = NULL;
    enum error e = slurp(&bytes, &length, path, t);
    if (e)
        return e;
    e = content_check(bytes, length, name, form, context, t);
    if (!e) {
        cyaml_err_t fault =
            cyaml_load_data((const uint8_t *)bytes, length, &config, form->schema, out, NULL);
        if (fault)
            e = trouble_set(t, fault == CYAML_ERR_OOM ? ERROR_MEMORY : ERROR_FORMAT, "%s: %s.",
                            name, cyaml_strerror(fault));
    }
    free(bytes);
    if (!e)
        clean(form->schema, (char *)out, NULL);
    return e;
}

void content_form_free(const struct content_form *form, void **data)
{
    if (*data)
        cyaml_free(&config, form->schema, *data, 0);
    *data = NULL;
}
