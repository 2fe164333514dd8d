#include "grid/grid_reader.h"

#include <string.h>

#include "base/text.h"
#include "grid/grid_heading.h"
#include "grid/grid_value.h"

/* ---- what a row is about ---- */

/* Room for labels that are too long, so that it can be said which. */
enum { LABEL_TEXT_SIZE = 2 * TITLE_SIZE };

/* The cells of a row that say what it is about. */
struct keys {
    const struct grid_cell *school, *condition, *id, *number, *value; /* the first value */
};

static struct keys keys_of(const struct grid_reader *r, struct grid_cells row)
{
    struct keys keys = {NULL};
    for (size_t i = row.end; i-- > row.first;) {
        const struct grid_cell *cell = &r->table->cells[i];
        const struct grid_column *column = grid_column_at(r, cell->column);
        switch (column ? (enum grid_heading)column->heading : GRID_HEADING_NOW) {
        case GRID_HEADING_SCHOOL:
            keys.school = cell;
            break;
        case GRID_HEADING_CONDITION:
            keys.condition = cell;
            break;
        case GRID_HEADING_ID:
            keys.id = cell;
            break;
        case GRID_HEADING_NUMBER:
            keys.number = cell;
            break;
        case GRID_HEADING_NONE:
        case GRID_HEADING_KNOWN:
            break;
        default:
            keys.value = cell;
        }
    }
    return keys;
}

static void read_label(char to[LABEL_TEXT_SIZE], const struct grid_reader *r,
                       const struct grid_cell *cell)
{
    to[0] = '\0';
    if (cell && grid_table_text(r->table, cell, to, LABEL_TEXT_SIZE, 0) == TEXT_LONG)
        grid_table_excerpt(r->table, cell, to, LABEL_TEXT_SIZE);
}

/* The school of a row: one that is there already, or a new one. */
static enum error take_school(struct grid_reader *r, const struct grid_cell *cell, const char *name)
{
    enum error e = ERROR_OK;
    r->about.school = grid_find_school(r->out, name);
    if (r->about.school < 0) {
        r->about.school = r->out->school_count;
        e = grid_add_school(r, cell, name);
    }
    return e;
}

static bool same_row(const struct grid_row *a, const struct grid_row *b)
{
    return a->number == b->number && strcmp(a->id, b->id) == 0 && text_same(a->label, b->label);
}

/* The condition of a row. In lists and sheets it comes again for every school; elsewhere each row
 * is one of its own. */
static enum error take_condition(struct grid_reader *r, const struct keys *keys)
{
    char text[LABEL_TEXT_SIZE];
    struct grid_row row;
    const struct grid_cell *cell = keys->condition ? keys->condition
                                   : keys->id      ? keys->id
                                                   : keys->number;
    read_label(text, r, cell);
    enum error e = grid_read_label(r, &row, cell, text);
    if (e != ERROR_OK)
        return e;
    read_label(text, r, keys->id);
    text_copy(row.id, sizeof row.id, text);
    read_label(text, r, keys->number);
    int number = grid_value_number(text);
    if (number > 0)
        row.number = (uint8_t)number;
    r->about.row = 0;
    if (r->layout.names != GRID_NAMES_NONE)
        r->about.row = r->out->row_count;
    while (r->about.row < r->out->row_count && !same_row(&r->out->rows[r->about.row], &row))
        r->about.row++;
    return r->about.row < r->out->row_count ? ERROR_OK : grid_add_row(r, cell, &row);
}

static enum error refuse_unowned(const struct grid_reader *r, const struct grid_cell *value,
                                 enum word format)
{
    struct grid_spot spot = grid_spot_of(r, value);
    char label[GRID_LETTERS_SIZE];
    grid_column_letters(label, r->layout.label);
    return trouble_set(r->trouble, ERROR_FORMAT, word(format), spot.row, spot.letters, spot.text,
                       label);
}

/* Finds out what a row is about. Where lists leave a name blank, that of the row above holds. */
static enum error take_keys(struct grid_reader *r, const struct keys *keys)
{
    enum error e = ERROR_OK;
    bool list = r->layout.names == GRID_NAMES_NONE && !r->layout.sheet;
    bool condition = keys->condition || keys->id || keys->number;
    char name[LABEL_TEXT_SIZE];
    if (!list && r->layout.names != GRID_NAMES_NONE)
        r->about.school = -1;
    if (!list)
        r->about.row = -1;
    if (keys->school) {
        read_label(name, r, keys->school);
        e = take_school(r, keys->school, name);
    }
    if (e == ERROR_OK && condition && r->layout.names != GRID_NAMES_CONDITIONS)
        e = take_condition(r, keys);
    if (e != ERROR_OK || !keys->value)
        return e;
    if (r->about.school < 0 && r->layout.names != GRID_NAMES_SCHOOLS)
        return refuse_unowned(r, keys->value, WORD_GRID_NO_SCHOOL);
    if (r->about.row < 0 && r->layout.names != GRID_NAMES_CONDITIONS)
        return refuse_unowned(r, keys->value, WORD_GRID_NO_LABEL);
    return ERROR_OK;
}

/* ---- rows ---- */

/* A row with the state of each school's ratings. */
static enum error take_states(struct grid_reader *r, struct grid_cells row)
{
    const struct grid_cell *cells = r->table->cells;
    struct grid_spot spot = grid_spot_of(r, &cells[row.first]);
    enum error e = ERROR_OK;
    if (r->has_states)
        return trouble_set(r->trouble, ERROR_FORMAT, word(WORD_GRID_STATES_TWICE), spot.row,
                           spot.text);
    r->has_states = true;
    for (size_t i = row.first; e == ERROR_OK && i < row.end; i++) {
        const struct grid_column *column = grid_column_at(r, cells[i].column);
        if (!column)
            e = grid_refuse_stray(r, &cells[i]);
        else if (column->school >= 0)
            e = grid_take_school_state(r, &cells[i], column, column->school);
    }
    return e;
}

/* True when the header stands there again, as it does where sheets were put below one another. */
static bool is_header_again(const struct grid_reader *r, struct grid_cells row)
{
    for (size_t i = row.first; i < row.end; i++) {
        const struct grid_column *column = grid_column_at(r, r->table->cells[i].column);
        char text[GRID_EXCERPT_SIZE];
        grid_table_excerpt(r->table, &r->table->cells[i], text, sizeof text);
        enum grid_heading heading = grid_heading_of(text);
        if (heading == GRID_HEADING_NONE || !column || column->heading != heading)
            return false;
    }
    return true;
}

/* What the label of a row announces, if it is no name. */
static enum grid_heading label_heading(const struct grid_reader *r, struct grid_cells row)
{
    for (size_t i = row.first; i < row.end; i++)
        if (r->table->cells[i].column == r->layout.label) {
            char text[GRID_EXCERPT_SIZE];
            grid_table_excerpt(r->table, &r->table->cells[i], text, sizeof text);
            return grid_heading_of(text);
        }
    return GRID_HEADING_NONE;
}

/* What stands alone below the table, after a blank row or at length, is a note to the reader. */
static bool is_footnote(const struct grid_reader *r, const struct keys *keys, bool gap)
{
    const struct grid_cell *only = keys->condition ? keys->condition : keys->school;
    if (keys->value)
        return false;
    return gap || !only || only->length >= TITLE_VISIBLE ||
           (only == keys->school && only->length >= NAME_VISIBLE &&
            r->layout.label == only->column);
}

static enum error read_row(struct grid_reader *r, struct grid_cells row, bool gap)
{
    char name[GRID_SCHOOL_SIZE];
    const struct grid_cell *cell = NULL;
    if (r->layout.sheet && (cell = grid_layout_school(name, r->table, row)) != NULL)
        return take_school(r, cell, name);
    if (is_header_again(r, row))
        return ERROR_OK;
    enum grid_heading heading = label_heading(r, row);
    enum grid_figure figure = grid_figure_of(heading);
    if (figure != GRID_FIGURE_COUNT && r->layout.names == GRID_NAMES_CONDITIONS)
        grid_check_foot(r, row, figure);
    if (figure != GRID_FIGURE_COUNT)
        return ERROR_OK;
    if (heading == GRID_HEADING_STATE && r->layout.names == GRID_NAMES_SCHOOLS)
        return take_states(r, row);
    struct keys keys = keys_of(r, row);
    if (is_footnote(r, &keys, gap))
        return ERROR_OK;
    enum error e = take_keys(r, &keys);
    return e == ERROR_OK ? grid_take_values(r, row) : e;
}

/* ---- all of it ---- */

/* Whose sheet it is: a row above the header says so, or the hints do. */
static enum error take_sheet_school(struct grid_reader *r)
{
    char name[GRID_SCHOOL_SIZE];
    for (size_t first = 0; first < r->layout.header.first;) {
        struct grid_cells row = grid_layout_row(r->table, first);
        const struct grid_cell *cell = grid_layout_school(name, r->table, row);
        if (cell)
            return take_school(r, cell, name);
        first = row.end;
    }
    const struct grid_cell *header = &r->table->cells[r->layout.header.first];
    if (r->hints->school && r->hints->school[0])
        return take_school(r, header, r->hints->school);
    for (size_t first = r->layout.header.end; first < r->table->count;) {
        struct grid_cells row = grid_layout_row(r->table, first);
        if (grid_layout_school(name, r->table, row))
            return ERROR_OK; /* sheets below one another */
        first = row.end;
    }
    return trouble_set(r->trouble, ERROR_FORMAT, word(WORD_GRID_WHOSE), header->row + 1);
}

/* Goals, periods and notes without a rating go; a period without a goal does, too. */
static void complete_ratings(struct grid_reader *r)
{
    for (unsigned row = 0; row < r->out->row_count; row++)
        for (unsigned s = 0; s < r->out->school_count; s++) {
            struct grid_rating *rating = &r->out->ratings[row][s];
            struct figure *figure = &rating->figure;
            if (figure->now) {
                rating->agreed |= r->agreed[s];
                figure->months = figure->target ? figure->months : 0;
                continue;
            }
            if (figure->target || figure->note[0])
                r->out->without_rating++;
            *rating = (struct grid_rating){.agreed = false};
        }
}

enum error grid_rows_read(struct grid_reader *r)
{
    uint32_t last = r->table->cells[r->layout.header.first].row;
    enum error e = ERROR_OK;
    r->about = (struct grid_about){.school = -1, .row = -1};
    if (r->layout.sheet)
        e = take_sheet_school(r);
    for (size_t first = r->layout.header.end; e == ERROR_OK && first < r->table->count;) {
        struct grid_cells row = grid_layout_row(r->table, first);
        uint32_t number = r->table->cells[first].row;
        e = read_row(r, row, number > last + 1);
        last = number;
        first = row.end;
    }
    if (e != ERROR_OK)
        return e;
    unsigned header = r->table->cells[r->layout.header.first].row + 1;
    if (r->out->row_count == 0)
        return trouble_set(r->trouble, ERROR_FORMAT, word(WORD_GRID_NO_ROWS), header);
    if (r->out->school_count == 0)
        return trouble_set(r->trouble, ERROR_FORMAT, word(WORD_GRID_NONE_BELOW), header);
    complete_ratings(r);
    return ERROR_OK;
}
