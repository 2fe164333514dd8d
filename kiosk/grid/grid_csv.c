#include "grid/grid_csv.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "grid/grid_encoding.h"
#include "grid/grid_reader.h"

/* Reads the text with each separator and keeps the table in which the surest header is found. */
static enum error find_table(struct grid_table **out, struct grid_layout *layout,
                             const struct grid_text *text, const struct grid_hints *hints)
{
    static const char separators[] = {',', ';', '\t'};
    enum error e = ERROR_OK;
    *out = NULL;
    for (size_t i = 0; !e && i < sizeof separators; i++) {
        struct grid_table *table;
        e = grid_table_read(&table, text->text, text->length, separators[i]);
        if (e)
            break;
        struct grid_layout found = grid_layout_find(table, hints);
        if (!*out || found.fitness > layout->fitness) {
            grid_table_destroy(out);
            *out = table;
            *layout = found;
        } else {
            grid_table_destroy(&table);
        }
    }
    if (e)
        grid_table_destroy(out);
    return e;
}

/* A row above the table that was written of a training. */
static bool says_training(const struct grid_table *table)
{
    char text[LINE_SIZE];
    for (size_t i = 0; i < table->count; i++)
        if (table->cells[i].column == 0 &&
            grid_table_text(table, &table->cells[i], text, sizeof text, sizeof text) == TEXT_FINE &&
            strcmp(text, word(WORD_TRAINING_MADE_UP)) == 0)
            return true;
    return false;
}

static enum error read_table(struct grid_reader *r)
{
    if (r->table->count == 0)
        return trouble_set(r->trouble, ERROR_FORMAT, "%s", word(WORD_GRID_EMPTY));
    if (r->table->unclosed)
        return trouble_set(r->trouble, ERROR_FORMAT, word(WORD_GRID_QUOTE), r->table->unclosed);
    if (r->layout.fitness == 0)
        return trouble_set(r->trouble, ERROR_FORMAT, "%s", word(WORD_GRID_HEADER));
    enum error e = grid_columns_read(r);
    return e ? e : grid_rows_read(r);
}

static enum error read_text(struct grid_import *out, const struct grid_text *text,
                            const struct grid_hints *hints, struct trouble *t)
{
    struct grid_reader r = {.out = out, .trouble = t, .hints = hints};
    struct grid_table *table;
    enum error e = find_table(&table, &r.layout, text, hints);
    r.table = table;
    if (e)
        return trouble_set(t, e, "%s", error_text(e));
    e = read_table(&r);
    out->training = says_training(table);
    grid_table_destroy(&table);
    return e;
}

enum error grid_parse(struct grid_import *out, const char *bytes, size_t length,
                      const struct grid_hints *hints, struct trouble *t)
{
    static const struct grid_hints none = {.school = NULL};
    struct grid_text text;
    memset(out, 0, sizeof *out);
    if (length > GRID_FILE_MAX)
        return trouble_set(t, ERROR_RANGE, "%s", word(WORD_GRID_BIG));
    enum error e = grid_encoding_read(&text, bytes, length, t);
    if (e)
        return e;
    e = read_text(out, &text, hints ? hints : &none, t);
    if (e)
        memset(out, 0, sizeof *out);
    out->windows_1252 = !e && text.windows_1252;
    grid_encoding_release(&text);
    return e;
}

/* The school that a file is called after: its name without folder and ending. */
static void school_of(char to[NAME_SIZE], const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    const char *end = strrchr(name, '.');
    size_t length = end && end > name ? (size_t)(end - name) : strlen(name);
    if (text_take(to, NAME_SIZE, NAME_VISIBLE, name, length) != TEXT_FINE)
        to[0] = '\0';
    for (char *at = to; *at; at++)
        *at = *at == '_' ? ' ' : *at;
}

enum error grid_read_file(struct grid_import *out, const char *path, const struct grid_hints *hints,
                          struct trouble *t)
{
    struct grid_hints known = hints ? *hints : (struct grid_hints){.school = NULL};
    char school[NAME_SIZE];
    memset(out, 0, sizeof *out);
    school_of(school, path);
    known.school = known.school ? known.school : school;
    FILE *file = fopen(path, "rb");
    if (!file && errno == ENOENT)
        return trouble_set(t, ERROR_ABSENT, word(WORD_GRID_ABSENT), path);
    if (!file)
        return trouble_set(t, ERROR_IO, word(WORD_GRID_UNREADABLE), path, strerror(errno));
    enum error e;
    char *bytes = malloc(GRID_FILE_MAX + 1); /* one more, to see that there is more */
    size_t length = bytes ? fread(bytes, 1, GRID_FILE_MAX + 1, file) : 0;
    if (!bytes)
        e = trouble_set(t, ERROR_MEMORY, "%s", error_text(ERROR_MEMORY));
    else if (ferror(file))
        e = trouble_set(t, ERROR_IO, word(WORD_GRID_UNREADABLE), path, strerror(errno));
    else
        e = grid_parse(out, bytes, length, &known, t);
    free(bytes);
    fclose(file);
    return e;
}

void grid_contradiction_text(char *to, size_t size, const struct grid_contradiction *c)
{
    static const enum word formats[GRID_FIGURE_COUNT] = {
        [GRID_TOTAL] = WORD_GRID_TOTAL_DIFFERS,
        [GRID_AVERAGE] = WORD_GRID_AVERAGE_DIFFERS,
    };
    assert(c->which < GRID_FIGURE_COUNT);
    snprintf(to, size, word(formats[c->which]), c->row_number, c->row, c->printed, c->computed);
    to[text_whole(to, strlen(to))] = '\0';
}
