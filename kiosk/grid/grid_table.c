#include "grid/grid_table.h"

#include <assert.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

struct scanner {
    struct grid_table *table;
    const char *bytes;
    size_t length, at;
    size_t written;  /* bytes of table->text in use */
    size_t capacity; /* of table->cells */
    uint32_t row, column;
};

/* Most cells begin with a letter or digit, and those need no closer look. */
static bool is_blank(const char *text, size_t length)
{
    char to[GRID_EXCERPT_SIZE];
    if (length == 0)
        return true;
    if (text[0] > ' ' && text[0] < '\x7F')
        return false;
    return text_take(to, sizeof to, 0, text, length) == TEXT_EMPTY;
}

/* A text that begins like a formula, apostrophes aside, is written with one more apostrophe before
 * it, so that spreadsheets leave it alone. Taken off, it is as it was. */
static size_t defused(const char *text, size_t length)
{
    size_t marks = 0;
    while (marks < length && text[marks] == '\'')
        marks++;
    return marks > 0 && marks < length && memchr("=+-@\t\r\n", text[marks], 7) ? 1 : 0;
}

/* So is what follows a semicolon, where others part cells. Returns the length that is left. */
static size_t defuse_within(char *text, size_t length)
{
    size_t used = 0;
    if (!memchr(text, ';', length))
        return length;
    for (size_t i = 0; i < length; i++) {
        if (i > 0 && text[i - 1] == ';')
            i += defused(text + i, length - i);
        text[used++] = text[i];
    }
    return used;
}

static enum error keep(struct scanner *s, size_t start)
{
    struct grid_table *table = s->table;
    if (is_blank(table->text + start, s->written - start)) {
        s->written = start;
        return ERROR_OK;
    }
    s->written = start + defuse_within(table->text + start, s->written - start);
    if (table->count == s->capacity) {
        size_t capacity = s->capacity ? s->capacity * 2 : 256;
        struct grid_cell *cells = realloc(table->cells, capacity * sizeof *cells);
        if (!cells)
            return ERROR_MEMORY;
        table->cells = cells;
        s->capacity = capacity;
    }
    table->cells[table->count++] = (struct grid_cell){
        .row = s->row,
        .column = s->column,
        .at = (uint32_t)start,
        .length = (uint32_t)(s->written - start),
    };
    return ERROR_OK;
}

/* Copies what is between quotation marks; a doubled one stands for itself. */
static void copy_quoted(struct scanner *s)
{
    s->at++;
    while (s->at < s->length) {
        if (s->bytes[s->at] == '"') {
            if (s->at + 1 >= s->length || s->bytes[s->at + 1] != '"') {
                s->at++;
                return;
            }
            s->at++;
        }
        s->table->text[s->written++] = s->bytes[s->at++];
    }
    if (!s->table->unclosed)
        s->table->unclosed = s->row + 1;
}

/* Copies one field up to its separator or line end. Quotation marks count only where a field
 * begins; what follows a closing one is taken as it is. */
static enum error scan_field(struct scanner *s, char separator)
{
    size_t start = s->written;
    if (s->at < s->length && s->bytes[s->at] == '"')
        copy_quoted(s);
    while (s->at < s->length && s->bytes[s->at] != separator && s->bytes[s->at] != '\n' &&
           s->bytes[s->at] != '\r')
        s->table->text[s->written++] = s->bytes[s->at++];
    return keep(s, start);
}

static enum error scan(struct scanner *s, char separator)
{
    while (s->at < s->length) {
        enum error e = scan_field(s, separator);
        if (e)
            return e;
        if (s->at >= s->length)
            break;
        char end = s->bytes[s->at++];
        if (end == separator) {
            s->column++;
            continue;
        }
        if (end == '\r' && s->at < s->length && s->bytes[s->at] == '\n')
            s->at++;
        s->row++;
        s->column = 0;
    }
    return ERROR_OK;
}

enum error grid_table_read(struct grid_table **out, const char *bytes, size_t length,
                           char separator)
{
    assert(length < UINT32_MAX);
    *out = NULL;
    struct grid_table *table = calloc(1, sizeof *table);
    if (!table)
        return ERROR_MEMORY;
    table->text = malloc(length + 1); /* a field is never longer than it was in the file */
    struct scanner s = {.table = table, .bytes = bytes, .length = length};
    enum error e = table->text ? scan(&s, separator) : ERROR_MEMORY;
    if (e)
        grid_table_destroy(&table);
    *out = table;
    return e;
}

void grid_table_destroy(struct grid_table **table)
{
    if (!*table)
        return;
    free((*table)->text);
    free((*table)->cells);
    free(*table);
    *table = NULL;
}

enum text_fault grid_table_text(const struct grid_table *table, const struct grid_cell *cell,
                                char *to, size_t size, size_t visible)
{
    const char *text = table->text + cell->at;
    size_t skip = defused(text, cell->length);
    return text_take(to, size, visible, text + skip, cell->length - skip);
}

static void excerpt(char *to, size_t size, const char *text, size_t length)
{
    static const char ellipsis[] = "…";
    assert(size > sizeof ellipsis);
    if (text_take(to, size, 0, text, length) != TEXT_LONG)
        return;
    /* Composing may lengthen a text, so a third is left for it. */
    size_t room = (size - sizeof ellipsis) * 2 / 3;
    length = text_whole(text, room < length ? room : length);
    if (text_take(to, size - sizeof ellipsis, 0, text, length) != TEXT_FINE)
        to[0] = '\0';
    strcat(to, ellipsis);
}

void grid_table_excerpt(const struct grid_table *table, const struct grid_cell *cell, char *to,
                        size_t size)
{
    const char *text = table->text + cell->at;
    size_t skip = defused(text, cell->length);
    excerpt(to, size, text + skip, cell->length - skip);
}

void grid_excerpt(char *to, size_t size, const char *text)
{
    excerpt(to, size, text, strlen(text));
}

void grid_column_letters(char to[GRID_LETTERS_SIZE], uint32_t column)
{
    char reversed[GRID_LETTERS_SIZE];
    size_t n = 0;
    /* Bijective base 26: there is no zero among the letters. */
    for (uint32_t left = column + 1; left > 0 && n < sizeof reversed - 1; left = (left - 1) / 26)
        reversed[n++] = (char)('A' + (left - 1) % 26);
    for (size_t i = 0; i < n; i++)
        to[i] = reversed[n - 1 - i];
    to[n] = '\0';
}
