#include "grid/grid_reader.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "grid/grid_fold.h"
#include "grid/grid_heading.h"
#include "grid/grid_label.h"

struct grid_spot grid_spot_of(const struct grid_reader *r, const struct grid_cell *cell)
{
    struct grid_spot spot = {.row = cell->row + 1};
    grid_column_letters(spot.letters, cell->column);
    grid_table_excerpt(r->table, cell, spot.text, sizeof spot.text);
    return spot;
}

const struct grid_column *grid_column_at(const struct grid_reader *r, uint32_t column)
{
    for (unsigned i = 0; i < r->column_count; i++)
        if (r->columns[i].column == column)
            return &r->columns[i];
    return NULL;
}

/* ---- schools and conditions ---- */

static bool same_name(const char *a, const char *b)
{
    if (strcmp(a, b) == 0) /* in a list each name comes again and again */
        return true;
    char fa[GRID_FOLDED_SIZE], fb[GRID_FOLDED_SIZE];
    grid_fold_name(fa, a);
    grid_fold_name(fb, b);
    return strcmp(fa, fb) == 0;
}

int grid_find_school(const struct grid_import *grid, const char *name)
{
    for (int i = 0; i < grid->school_count; i++)
        if (same_name(grid->schools[i], name))
            return i;
    return -1;
}

enum error grid_add_school(struct grid_reader *r, const struct grid_cell *cell, const char *name)
{
    struct grid_import *out = r->out;
    struct grid_spot spot = grid_spot_of(r, cell);
    if (strlen(name) >= NAME_SIZE || text_visible(name) > NAME_VISIBLE)
        return trouble_set(r->trouble, ERROR_RANGE, word(WORD_GRID_NAME_LONG), spot.row,
                           spot.letters, spot.text, NAME_VISIBLE);
    if (out->school_count == SCHOOLS_MAX)
        return trouble_set(r->trouble, ERROR_RANGE, word(WORD_GRID_SCHOOLS), spot.row, spot.letters,
                           spot.text, SCHOOLS_MAX);
    text_copy(out->schools[out->school_count++], NAME_SIZE, name);
    return ERROR_OK;
}

enum error grid_read_label(const struct grid_reader *r, struct grid_row *to,
                           const struct grid_cell *cell, const char *label)
{
    struct grid_spot spot = grid_spot_of(r, cell);
    if (strlen(label) >= TITLE_SIZE || text_visible(label) > TITLE_VISIBLE)
        return trouble_set(r->trouble, ERROR_RANGE, word(WORD_GRID_LABEL_LONG), spot.row, spot.text,
                           TITLE_VISIBLE);
    *to = (struct grid_row){.place = {spot.row, cell->column}};
    grid_label_split(to, label);
    return ERROR_OK;
}

enum error grid_add_row(struct grid_reader *r, const struct grid_cell *cell,
                        const struct grid_row *row)
{
    struct grid_spot spot = grid_spot_of(r, cell);
    if (r->out->row_count == CONDITIONS_MAX)
        return trouble_set(r->trouble, ERROR_RANGE, word(WORD_GRID_ROWS), spot.row, spot.text,
                           CONDITIONS_MAX);
    r->out->rows[r->out->row_count++] = *row;
    return ERROR_OK;
}

/* ---- the header's names ---- */

/* Room for a name that is too long, so that it can be said which. */
enum { HEAD_SIZE = 2 * TITLE_SIZE };

/* What a header says of one column. */
struct head {
    const struct grid_cell *name; /* NULL: none */
    size_t name_length;           /* of its text as text_take leaves it; 0: all */
    enum grid_heading heading;
};

static void read_head(char to[HEAD_SIZE], const struct grid_reader *r, const struct grid_cell *cell)
{
    if (grid_table_text(r->table, cell, to, HEAD_SIZE, 0) == TEXT_LONG)
        grid_table_excerpt(r->table, cell, to, HEAD_SIZE);
}

static enum grid_heading heading_of(const struct grid_reader *r, const struct grid_cell *cell)
{
    char text[HEAD_SIZE];
    read_head(text, r, cell);
    return grid_heading_of(text);
}

static void passed_over(struct grid_reader *r, const struct grid_cell *cell)
{
    char *to = r->out->passed_over, text[GRID_EXCERPT_SIZE];
    size_t used = strlen(to), size = sizeof r->out->passed_over;
    grid_table_excerpt(r->table, cell, text, sizeof text);
    snprintf(to + used, size - used, "%s%s", used ? ", " : "", text);
    to[text_whole(to, strlen(to))] = '\0';
}

static enum error name_twice(const struct grid_reader *r, const struct grid_cell *cell,
                             const struct grid_column *earlier, enum word what)
{
    struct grid_spot spot = grid_spot_of(r, cell);
    char first[GRID_LETTERS_SIZE];
    grid_column_letters(first, earlier->column);
    return trouble_set(r->trouble, ERROR_FORMAT, word(what), spot.row, first, spot.letters,
                       spot.text);
}

/* The row that a header names by the same words; -1: none. */
static int find_row(const struct grid_reader *r, const struct grid_row *row)
{
    for (int i = 0; i < r->out->row_count; i++)
        if (r->out->rows[i].number == row->number && same_name(r->out->rows[i].label, row->label))
            return i;
    return -1;
}

/* Gives a column the school or the condition whose name it has. */
static enum error take_name(struct grid_reader *r, struct grid_column *column,
                            const struct head *head)
{
    char name[HEAD_SIZE];
    struct grid_row row;
    enum error e = ERROR_OK;
    bool schools = r->layout.names == GRID_NAMES_SCHOOLS;
    read_head(name, r, head->name);
    if (head->name_length)
        name[head->name_length] = '\0';
    if (!schools && (e = grid_read_label(r, &row, head->name, name)))
        return e;
    int found = schools ? grid_find_school(r->out, name) : find_row(r, &row);
    for (unsigned i = 0; found >= 0 && i < r->column_count; i++)
        if ((schools ? r->columns[i].school : r->columns[i].row) == found &&
            r->columns[i].heading == column->heading)
            return name_twice(r, column->head, &r->columns[i],
                              schools ? WORD_GRID_SCHOOL_TWICE : WORD_GRID_CONDITION_TWICE);
    if (found < 0) {
        found = schools ? r->out->school_count : r->out->row_count;
        e = schools ? grid_add_school(r, head->name, name) : grid_add_row(r, head->name, &row);
    }
    *(schools ? &column->school : &column->row) = (int16_t)found;
    return e;
}

/* ---- what the header says of a column ---- */

/* True where another name of the header begins alike, or all of them say what they are of: then
 * "Ashby goal" is Ashby's goal and no school of that name. */
static bool has_company(const struct grid_reader *r, const struct grid_cell *cell, const char *text,
                        size_t length)
{
    char name[HEAD_SIZE], other[HEAD_SIZE];
    bool all = true;
    text_copy(name, sizeof name, text);
    name[length] = '\0';
    for (size_t i = r->layout.header.first; i < r->layout.header.end; i++) {
        const struct grid_cell *c = &r->table->cells[i];
        size_t end;
        if (c == cell || c->column <= r->layout.label || heading_of(r, c) != GRID_HEADING_NONE)
            continue;
        read_head(other, r, c);
        all &= grid_heading_ending(other, &end) != GRID_HEADING_NONE;
        if (same_name(other, name))
            return true;
        if (end)
            other[end] = '\0';
        if (same_name(other, name))
            return true;
    }
    return all;
}

/* A header of one row. */
static struct head look_at_one(const struct grid_reader *r, const struct grid_cell *cell)
{
    struct head head = {.heading = heading_of(r, cell)};
    char text[HEAD_SIZE];
    if (head.heading != GRID_HEADING_NONE || r->layout.names == GRID_NAMES_NONE ||
        cell->column <= r->layout.label)
        return head;
    read_head(text, r, cell);
    head.name = cell;
    head.heading = grid_heading_ending(text, &head.name_length);
    if (head.heading == GRID_HEADING_NONE || !has_company(r, cell, text, head.name_length)) {
        head.heading = GRID_HEADING_NOW;
        head.name_length = 0;
    }
    return head;
}

/* A header of two rows, the upper of which reaches over what is below: `over` is its cell above
 * this column or to the left of it, `under` that of the lower row; either may be NULL. */
static struct head look_at_two(const struct grid_reader *r, const struct grid_cell *over,
                               const struct grid_cell *under)
{
    enum grid_heading low = under ? heading_of(r, under) : GRID_HEADING_NONE;
    enum grid_heading high = over ? heading_of(r, over) : GRID_HEADING_NONE;
    bool named = over && over->column > r->layout.label;
    if (!under)
        return (struct head){.heading = high};
    if (named && high == GRID_HEADING_NONE && grid_heading_is_part(low))
        return (struct head){.name = over, .heading = low};
    if (named && low == GRID_HEADING_NONE && grid_heading_is_part(high))
        return (struct head){.name = under, .heading = high};
    return (struct head){.heading = low};
}

/* ---- all columns ---- */

static enum error figure_twice(const struct grid_reader *r, const struct grid_column *column)
{
    for (unsigned i = 0; i < r->column_count; i++)
        if (r->columns[i].heading == column->heading)
            return name_twice(r, column->head, &r->columns[i], WORD_GRID_FIGURE_TWICE);
    return ERROR_OK;
}

static enum error add_column(struct grid_reader *r, const struct grid_cell *cell,
                             const struct head *head)
{
    struct grid_column column = {.column = cell->column,
                                 .heading = (uint8_t)head->heading,
                                 .school = -1,
                                 .row = -1,
                                 .head = cell};
    enum error e = ERROR_OK;
    bool figure = head->heading == GRID_HEADING_TOTAL || head->heading == GRID_HEADING_AVERAGE;
    if (r->column_count == GRID_COLUMNS_MAX) {
        struct grid_spot spot = grid_spot_of(r, cell);
        return trouble_set(r->trouble, ERROR_RANGE, word(WORD_GRID_COLUMNS), spot.row, spot.letters,
                           GRID_COLUMNS_MAX);
    }
    if (head->name)
        e = take_name(r, &column, head);
    else if (figure && r->layout.names == GRID_NAMES_SCHOOLS)
        e = figure_twice(r, &column);
    else if (head->heading == GRID_HEADING_NONE && cell->column != r->layout.label &&
             (r->layout.names == GRID_NAMES_NONE || cell->column > r->layout.label))
        passed_over(r, cell);
    if (e == ERROR_OK)
        r->columns[r->column_count++] = column;
    return e;
}

static enum error read_header(struct grid_reader *r)
{
    const struct grid_cell *cells = r->table->cells, *over = NULL;
    size_t i = r->layout.above.first, k = r->layout.header.first;
    bool two = r->layout.above.end > r->layout.above.first;
    enum error e = ERROR_OK;
    while (e == ERROR_OK && (i < r->layout.above.end || k < r->layout.header.end)) {
        const struct grid_cell *high = i < r->layout.above.end ? &cells[i] : NULL;
        const struct grid_cell *low = k < r->layout.header.end ? &cells[k] : NULL;
        if (high && low && high->column < low->column)
            low = NULL;
        else if (high && low && high->column > low->column)
            high = NULL;
        over = high ? high : over;
        i += high != NULL;
        k += low != NULL;
        /* an upper cell above nothing heads its column only if it is no name that reaches over */
        struct head head = two ? look_at_two(r, over, low) : look_at_one(r, low);
        if (low || head.heading != GRID_HEADING_NONE)
            e = add_column(r, low ? low : high, &head);
    }
    return e;
}

/* "Goal" beside a name, without one of its own, belongs to the name on its left, as long as each
 * name has as many of these; else nobody can tell whose the last ones are. */
static void attach_parts(struct grid_reader *r)
{
    unsigned each[GRID_COLUMNS_MAX] = {0}, names = 0;
    struct grid_column *name = NULL;
    for (unsigned i = 0; i < r->column_count; i++) {
        struct grid_column *column = &r->columns[i];
        if (column->school >= 0 || column->row >= 0)
            names++;
        else if (names && grid_heading_is_part((enum grid_heading)column->heading))
            each[names - 1]++;
    }
    bool regular = names > 0 && each[0] > 0;
    for (unsigned i = 1; i < names; i++)
        regular &= each[i] == each[0];
    for (unsigned i = 0; i < r->column_count; i++) {
        struct grid_column *column = &r->columns[i];
        if (column->school >= 0 || column->row >= 0) {
            name = column;
        } else if (grid_heading_is_part((enum grid_heading)column->heading)) {
            if (regular && name) {
                column->school = name->school;
                column->row = name->row;
            } else if (column->heading != GRID_HEADING_STATE ||
                       r->layout.names == GRID_NAMES_SCHOOLS) {
                passed_over(r, column->head);
                column->heading = GRID_HEADING_NONE;
            }
        }
    }
}

/* The column of labels needs no heading. */
static void complete_labels(struct grid_reader *r)
{
    enum grid_heading heading =
        r->layout.names == GRID_NAMES_CONDITIONS ? GRID_HEADING_SCHOOL : GRID_HEADING_CONDITION;
    bool found = false;
    for (unsigned i = 0; i < r->column_count; i++) {
        struct grid_column *column = &r->columns[i];
        if (column->column != r->layout.label)
            continue;
        found = true;
        if (r->layout.names != GRID_NAMES_NONE || column->heading == GRID_HEADING_NONE)
            column->heading = (uint8_t)heading;
    }
    if (!found && r->column_count < GRID_COLUMNS_MAX)
        r->columns[r->column_count++] = (struct grid_column){
            .column = r->layout.label, .heading = (uint8_t)heading, .school = -1, .row = -1};
}

enum error grid_columns_read(struct grid_reader *r)
{
    enum error e = read_header(r);
    if (e == ERROR_OK && r->layout.names != GRID_NAMES_NONE)
        attach_parts(r);
    if (e == ERROR_OK)
        complete_labels(r);
    return e;
}
