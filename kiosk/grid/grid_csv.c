#include "grid/grid_csv.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "analysis/summary.h"
#include "base/text.h"
#include "grid/grid_fold.h"
#include "grid/grid_header.h"
#include "grid/grid_table.h"
#include "grid/grid_value.h"
#include "words/words.h"

struct reader {
    struct grid_import *out;
    struct trouble *trouble;
    const struct grid_table *table;
    struct grid_header header;
    uint32_t school_columns[SCHOOLS_MAX];
    uint32_t figure_columns[GRID_FIGURE_COUNT]; /* 0: there is none, for column 0 holds labels */
    bool has_states, agreed[SCHOOLS_MAX];
};

/* A cell as messages speak of it. */
struct spot {
    uint32_t row; /* as a spreadsheet numbers it */
    char letters[GRID_LETTERS_SIZE];
    char text[GRID_EXCERPT_SIZE];
};

static struct spot place_of(const struct reader *r, const struct grid_cell *cell)
{
    struct spot place = {.row = cell->row + 1};
    grid_column_letters(place.letters, cell->column);
    grid_table_excerpt(r->table, cell, place.text, sizeof place.text);
    return place;
}

/* --- The header row --- */

static enum error take_figure_heading(struct reader *r, const struct grid_cell *cell,
                                      enum grid_figure which)
{
    uint32_t *column = &r->figure_columns[which];
    if (*column) {
        struct spot place = place_of(r, cell);
        char first[GRID_LETTERS_SIZE];
        grid_column_letters(first, *column);
        return trouble_set(r->trouble, ERROR_FORMAT, word(WORD_GRID_FIGURE_TWICE), place.row, first,
                           place.letters, place.text);
    }
    *column = cell->column;
    return ERROR_OK;
}

static bool same_name(const char *a, const char *b)
{
    char fa[GRID_FOLDED_SIZE], fb[GRID_FOLDED_SIZE];
    grid_fold_name(fa, a);
    grid_fold_name(fb, b);
    return strcmp(fa, fb) == 0;
}

static enum error take_school(struct reader *r, const struct grid_cell *cell, const char *name)
{
    struct grid_import *out = r->out;
    struct spot place = place_of(r, cell);
    for (unsigned i = 0; i < out->school_count; i++) {
        if (!same_name(out->schools[i], name))
            continue;
        char first[GRID_LETTERS_SIZE];
        grid_column_letters(first, r->school_columns[i]);
        return trouble_set(r->trouble, ERROR_FORMAT, word(WORD_GRID_SCHOOL_TWICE), place.row, first,
                           place.letters, place.text);
    }
    if (out->school_count == SCHOOLS_MAX)
        return trouble_set(r->trouble, ERROR_RANGE, word(WORD_GRID_SCHOOLS), place.row,
                           place.letters, place.text, SCHOOLS_MAX);
    r->school_columns[out->school_count] = cell->column;
    text_copy(out->schools[out->school_count], NAME_SIZE, name);
    out->school_count++;
    return ERROR_OK;
}

static enum error take_header(struct reader *r)
{
    for (size_t i = r->header.first; i < r->header.end; i++) {
        const struct grid_cell *cell = &r->table->cells[i];
        char name[NAME_SIZE];
        if (cell->column == 0)
            continue;
        enum error e;
        if (grid_table_text(r->table, cell, name, sizeof name, NAME_VISIBLE) == TEXT_LONG) {
            struct spot place = place_of(r, cell);
            return trouble_set(r->trouble, ERROR_RANGE, word(WORD_GRID_NAME_LONG), place.row,
                               place.letters, place.text, NAME_VISIBLE);
        }
        enum grid_figure which = grid_value_figure(name);
        if (which != GRID_FIGURE_COUNT)
            e = take_figure_heading(r, cell, which);
        else
            e = take_school(r, cell, name);
        if (e)
            return e;
    }
    return ERROR_OK;
}

/* --- Rows below it --- */

/* Index of the school whose column it is; -1 for none. */
static int school_at(const struct reader *r, uint32_t column)
{
    for (int i = 0; i < r->out->school_count; i++)
        if (r->school_columns[i] == column)
            return i;
    return -1;
}

static enum grid_figure figure_at(const struct reader *r, uint32_t column)
{
    unsigned which = 0;
    while (which < GRID_FIGURE_COUNT && r->figure_columns[which] != column)
        which++;
    return (enum grid_figure)which;
}

static enum error refuse_stray(const struct reader *r, const struct grid_cell *cell,
                               const char *label)
{
    struct spot place = place_of(r, cell);
    return trouble_set(r->trouble, ERROR_FORMAT, word(WORD_GRID_STRAY), place.row, label,
                       place.letters, place.text);
}

static enum error refuse_value(const struct reader *r, const struct grid_cell *cell,
                               const char *label, int school, enum word format)
{
    struct spot place = place_of(r, cell);
    char name[GRID_EXCERPT_SIZE];
    grid_excerpt(name, sizeof name, r->out->schools[school]);
    return trouble_set(r->trouble, ERROR_FORMAT, word(format), place.row, label, place.letters,
                       name, place.text);
}

/* Takes "4. Cluster" apart: number 4, label "Cluster". A label that is all number stays whole, and
 * so does one whose digits are its own, as in "4x" or "4.5". */
static void split_number(struct grid_row *row, const char *text)
{
    unsigned number = 0;
    size_t n = 0;
    for (; n < 2 && text[n] >= '0' && text[n] <= '9'; n++)
        number = number * 10 + (unsigned)(text[n] - '0');
    const char *rest = text + n;
    size_t mark = strspn(rest, ".):");
    bool parted = mark > 0 || *rest == ' ' || *rest == '\0';
    if (n == 0 || !parted || (rest[mark] >= '0' && rest[mark] <= '9'))
        rest = text;
    else
        row->number = (uint8_t)number;
    if (rest != text) {
        rest += mark;
        rest += strspn(rest, " -");
    }
    text_copy(row->label, sizeof row->label, *rest ? rest : text);
}

static enum error take_state_row(struct reader *r, size_t first, size_t end)
{
    const struct grid_cell *cells = r->table->cells;
    struct spot place = place_of(r, &cells[first]);
    if (r->has_states)
        return trouble_set(r->trouble, ERROR_FORMAT, word(WORD_GRID_STATES_TWICE), place.row,
                           place.text);
    r->has_states = true;
    for (size_t i = first + 1; i < end; i++) {
        int school = school_at(r, cells[i].column);
        if (school < 0 && figure_at(r, cells[i].column) == GRID_FIGURE_COUNT)
            return refuse_stray(r, &cells[i], place.text);
        if (school < 0)
            continue;
        char text[GRID_EXCERPT_SIZE];
        grid_table_excerpt(r->table, &cells[i], text, sizeof text);
        int state = grid_value_state(text);
        if (state < 0)
            return refuse_value(r, &cells[i], place.text, school, WORD_GRID_STATE);
        r->agreed[school] = state == 1;
    }
    return ERROR_OK;
}

/* Holds a printed figure against the row's ratings. */
static void check_figure(struct reader *r, const struct grid_row *row, const struct grid_cell *cell,
                         enum grid_figure which)
{
    struct analysis_summary summary;
    struct grid_contradiction found = {.row_number = row->place.row, .which = (uint8_t)which};
    const struct grid_rating *ratings = r->out->ratings[row - r->out->rows];
    uint8_t cells[SCHOOLS_MAX];
    for (unsigned s = 0; s < r->out->school_count; s++)
        cells[s] = ratings[s].figure.now;
    analysis_summarise(&summary, cells, r->out->school_count);
    grid_table_excerpt(r->table, cell, found.printed, sizeof found.printed);
    if (grid_value_agrees(found.computed, found.printed, which, summary.total, summary.counted))
        return;
    text_copy(found.row, sizeof found.row, row->label);
    assert(r->out->contradiction_count < GRID_CONTRADICTIONS_MAX);
    r->out->contradictions[r->out->contradiction_count++] = found;
}

static enum error take_condition_row(struct reader *r, size_t first, size_t end)
{
    const struct grid_cell *cells = r->table->cells, *figures[GRID_FIGURE_COUNT] = {NULL};
    struct spot place = place_of(r, &cells[first]);
    char label[TITLE_SIZE];
    if (r->out->row_count == CONDITIONS_MAX)
        return trouble_set(r->trouble, ERROR_RANGE, word(WORD_GRID_ROWS), place.row, place.text,
                           CONDITIONS_MAX);
    if (grid_table_text(r->table, &cells[first], label, sizeof label, TITLE_VISIBLE) == TEXT_LONG)
        return trouble_set(r->trouble, ERROR_RANGE, word(WORD_GRID_LABEL_LONG), place.row,
                           place.text, TITLE_VISIBLE);
    struct grid_rating *ratings = r->out->ratings[r->out->row_count];
    struct grid_row *row = &r->out->rows[r->out->row_count++];
    row->place = (struct grid_place){.row = place.row, .column = cells[first].column};
    split_number(row, label);
    grid_excerpt(place.text, sizeof place.text, row->label);
    for (size_t i = first + 1; i < end; i++) {
        int school = school_at(r, cells[i].column);
        enum grid_figure which = figure_at(r, cells[i].column);
        if (which != GRID_FIGURE_COUNT) {
            figures[which] = &cells[i];
            continue;
        }
        if (school < 0)
            return refuse_stray(r, &cells[i], place.text);
        char text[GRID_EXCERPT_SIZE];
        grid_table_excerpt(r->table, &cells[i], text, sizeof text);
        int rating = grid_value_rating(text);
        if (rating < 0)
            return refuse_value(r, &cells[i], place.text, school, WORD_GRID_RATING);
        ratings[school].figure.now = (uint8_t)rating;
        ratings[school].place = (struct grid_place){place.row, cells[i].column};
    }
    for (unsigned which = 0; which < GRID_FIGURE_COUNT; which++)
        if (figures[which])
            check_figure(r, row, figures[which], (enum grid_figure)which);
    return ERROR_OK;
}

static enum error take_row(struct reader *r, size_t first, size_t end)
{
    const struct grid_cell *cell = &r->table->cells[first];
    struct spot place = place_of(r, cell);
    if (cell->column > 0)
        return trouble_set(r->trouble, ERROR_FORMAT, word(WORD_GRID_NO_LABEL), place.row,
                           place.letters, place.text);
    if (grid_value_is_state_heading(place.text))
        return take_state_row(r, first, end);
    if (grid_value_figure(place.text) != GRID_FIGURE_COUNT)
        return ERROR_OK; /* figures of schools: not ours to keep or to check */
    return take_condition_row(r, first, end);
}

static enum error take_table(struct reader *r)
{
    const struct grid_table *table = r->table;
    enum error e = take_header(r);
    for (size_t first = r->header.end, end; !e && first < table->count; first = end) {
        for (end = first; end < table->count && table->cells[end].row == table->cells[first].row;)
            end++;
        e = take_row(r, first, end);
    }
    for (unsigned row = 0; row < r->out->row_count; row++)
        for (unsigned s = 0; s < r->out->school_count; s++)
            r->out->ratings[row][s].agreed = r->agreed[s] && r->out->ratings[row][s].figure.now;
    if (!e && r->out->row_count == 0)
        e = trouble_set(r->trouble, ERROR_FORMAT, word(WORD_GRID_NO_ROWS),
                        table->cells[r->header.first].row + 1);
    return e;
}

/* --- The file as a whole --- */

/* Refuses what is no UTF-8 text at all, naming its line. */
static enum error check_bytes(const char *bytes, size_t length, struct trouble *t)
{
    unsigned line = 1;
    if (length > GRID_FILE_MAX)
        return trouble_set(t, ERROR_RANGE, "%s", word(WORD_GRID_BIG));
    for (size_t i = 0; i < length;) {
        utf8proc_int32_t c;
        utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)bytes + i,
                                              (utf8proc_ssize_t)(length - i), &c);
        if (n <= 0)
            return trouble_set(t, ERROR_FORMAT, word(WORD_GRID_ENCODING), line);
        if (c == 0)
            return trouble_set(t, ERROR_FORMAT, word(WORD_GRID_NUL), line);
        i += (size_t)n;
        line += c == '\n' || (c == '\r' && (i >= length || bytes[i] != '\n'));
    }
    return ERROR_OK;
}

/* Reads the bytes with each separator and keeps the table in which the surest header is found. */
static enum error find_table(struct grid_table **out, struct grid_header *header, const char *bytes,
                             size_t length)
{
    static const char separators[] = {',', ';', '\t'};
    enum error e = ERROR_OK;
    *out = NULL;
    for (size_t i = 0; !e && i < sizeof separators; i++) {
        struct grid_table *table;
        e = grid_table_read(&table, bytes, length, separators[i]);
        if (e)
            break;
        struct grid_header found = grid_header_find(table);
        if (!*out || found.fitness > header->fitness) {
            grid_table_destroy(out);
            *out = table;
            *header = found;
        } else {
            grid_table_destroy(&table);
        }
    }
    if (e)
        grid_table_destroy(out);
    return e;
}

static enum error read_table(struct reader *r, const struct grid_table *table)
{
    r->table = table;
    if (table->count == 0)
        return trouble_set(r->trouble, ERROR_FORMAT, "%s", word(WORD_GRID_EMPTY));
    if (table->unclosed)
        return trouble_set(r->trouble, ERROR_FORMAT, word(WORD_GRID_QUOTE), table->unclosed);
    if (r->header.fitness == 0)
        return trouble_set(r->trouble, ERROR_FORMAT, "%s", word(WORD_GRID_HEADER));
    return take_table(r);
}

enum error grid_parse(struct grid_import *out, const char *bytes, size_t length,
                      const struct grid_hints *hints, struct trouble *t)
{
    (void)hints;
    static const char mark[] = "\xEF\xBB\xBF";
    struct reader r = {.out = out, .trouble = t};
    struct grid_table *table = NULL;
    memset(out, 0, sizeof *out);
    enum error e = check_bytes(bytes, length, t);
    if (!e && length >= 3 && memcmp(bytes, mark, 3) == 0) {
        bytes += 3;
        length -= 3;
    }
    if (!e)
        e = find_table(&table, &r.header, bytes, length);
    if (e == ERROR_MEMORY)
        trouble_set(t, e, "%s", error_text(e));
    if (!e)
        e = read_table(&r, table);
    grid_table_destroy(&table);
    if (e)
        memset(out, 0, sizeof *out);
    return e;
}

enum error grid_read_file(struct grid_import *out, const char *path, const struct grid_hints *hints,
                          struct trouble *t)
{
    memset(out, 0, sizeof *out);
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
        e = grid_parse(out, bytes, length, hints, t);
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
