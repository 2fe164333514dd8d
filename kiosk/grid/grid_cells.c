#include "grid/grid_reader.h"

#include <string.h>

#include "analysis/summary.h"
#include "base/text.h"
#include "grid/grid_heading.h"
#include "grid/grid_value.h"

/* What a cell is about, as messages say it: the names of its row and of its column. */
struct names {
    char row[GRID_EXCERPT_SIZE];
    char column[GRID_EXCERPT_SIZE];
};

static struct names names_of(const struct grid_reader *r, const struct grid_column *column)
{
    struct names names = {"", ""};
    int school = column && column->school >= 0 ? column->school : r->about.school;
    int row = column && column->row >= 0 ? column->row : r->about.row;
    bool across = r->layout.names == GRID_NAMES_CONDITIONS;
    if (school >= 0)
        grid_excerpt(across ? names.row : names.column, GRID_EXCERPT_SIZE, r->out->schools[school]);
    if (row >= 0)
        grid_excerpt(across ? names.column : names.row, GRID_EXCERPT_SIZE, r->out->rows[row].label);
    return names;
}

static const struct grid_cell *first_of_row(const struct grid_table *table,
                                            const struct grid_cell *cell)
{
    while (cell > table->cells && cell[-1].row == cell->row)
        cell--;
    return cell;
}

static enum error refuse(const struct grid_reader *r, const struct grid_cell *cell,
                         const struct grid_column *column, enum word format)
{
    struct grid_spot spot = grid_spot_of(r, cell);
    struct names names = names_of(r, column);
    if (!names.row[0]) /* of a row about all schools */
        grid_table_excerpt(r->table, first_of_row(r->table, cell), names.row, sizeof names.row);
    return trouble_set(r->trouble, ERROR_FORMAT, word(format), spot.row, names.row, spot.letters,
                       names.column, spot.text);
}

/* ---- cells ---- */

static enum error take_now(struct grid_reader *r, const struct grid_cell *cell,
                           const struct grid_column *column, const char *text,
                           struct grid_rating *rating)
{
    int value = grid_value_rating(text);
    if (value < 0)
        return refuse(r, cell, column, WORD_GRID_RATING);
    if (value > 0 && rating->figure.now) {
        struct grid_spot spot = grid_spot_of(r, cell);
        struct names names = names_of(r, column);
        char letters[GRID_LETTERS_SIZE];
        grid_column_letters(letters, rating->place.column);
        return trouble_set(r->trouble, ERROR_FORMAT, word(WORD_GRID_RATING_TWICE), spot.row,
                           names.row, spot.letters, names.column, rating->place.row, letters);
    }
    if (value > 0) {
        rating->figure.now = (uint8_t)value;
        rating->place = (struct grid_place){cell->row + 1, cell->column};
    }
    return ERROR_OK;
}

static enum error take_target(struct grid_reader *r, const struct grid_cell *cell,
                              const struct grid_column *column, const char *text,
                              struct grid_rating *rating)
{
    int value = grid_value_rating(text);
    if (value < 0)
        return refuse(r, cell, column, WORD_GRID_RATING);
    rating->figure.target = (uint8_t)value;
    return ERROR_OK;
}

static enum error take_months(struct grid_reader *r, const struct grid_cell *cell,
                              const struct grid_column *column, const char *text,
                              struct grid_rating *rating)
{
    int value = grid_value_months(text);
    if (value < 0)
        return refuse(r, cell, column, value == GRID_A_DATE ? WORD_GRID_DATE : WORD_GRID_MONTHS);
    rating->figure.months = (uint8_t)value;
    return ERROR_OK;
}

static enum error take_state(struct grid_reader *r, const struct grid_cell *cell,
                             const struct grid_column *column, const char *text,
                             struct grid_rating *rating)
{
    int state = grid_value_state(text);
    if (state < 0)
        return refuse(r, cell, column, WORD_GRID_STATE);
    rating->agreed = state == 1;
    return ERROR_OK;
}

static enum error take_note(struct grid_reader *r, const struct grid_cell *cell,
                            const struct grid_column *column, const char *text,
                            struct grid_rating *rating)
{
    struct figure *figure = &rating->figure;
    /* a dash says that there is none; a note that is a dash comes defused */
    if (grid_value_is_dash(text) && r->table->text[cell->at] != '\'')
        return ERROR_OK;
    if (grid_table_text(r->table, cell, figure->note, sizeof figure->note, NOTE_VISIBLE) !=
        TEXT_LONG)
        return ERROR_OK;
    struct grid_spot spot = grid_spot_of(r, cell);
    struct names names = names_of(r, column);
    return trouble_set(r->trouble, ERROR_RANGE, word(WORD_GRID_NOTE_LONG), spot.row, names.row,
                       spot.letters, names.column, spot.text, NOTE_VISIBLE);
}

/* A cell of each column that says something of a rating. */
static enum error (*const takes[GRID_HEADING_COUNT])(struct grid_reader *, const struct grid_cell *,
                                                     const struct grid_column *, const char *,
                                                     struct grid_rating *) = {
    [GRID_HEADING_NOW] = take_now,       [GRID_HEADING_TARGET] = take_target,
    [GRID_HEADING_MONTHS] = take_months, [GRID_HEADING_STATE] = take_state,
    [GRID_HEADING_NOTE] = take_note,
};

static struct grid_rating *rating_of(const struct grid_reader *r, const struct grid_column *column)
{
    int school = column->school >= 0 ? column->school : r->about.school;
    int row = column->row >= 0 ? column->row : r->about.row;
    return school >= 0 && row >= 0 ? &r->out->ratings[row][school] : NULL;
}

/* ---- printed figures ---- */

/* Holds a printed figure against the ratings of a condition. */
static void check_figure(struct grid_reader *r, int row, const struct grid_cell *cell,
                         enum grid_figure which)
{
    struct grid_contradiction found = {.row_number = cell->row + 1, .which = (uint8_t)which};
    struct analysis_summary summary;
    uint8_t cells[SCHOOLS_MAX];
    for (unsigned s = 0; s < r->out->school_count; s++)
        cells[s] = r->out->ratings[row][s].figure.now;
    analysis_summarise(&summary, cells, r->out->school_count);
    grid_table_excerpt(r->table, cell, found.printed, sizeof found.printed);
    if (grid_value_agrees(found.computed, found.printed, which, summary.total, summary.counted))
        return;
    text_copy(found.row, sizeof found.row, r->out->rows[row].label);
    if (r->out->contradiction_count < GRID_CONTRADICTIONS_MAX)
        r->out->contradictions[r->out->contradiction_count++] = found;
}

enum grid_figure grid_figure_of(enum grid_heading heading)
{
    return heading == GRID_HEADING_TOTAL     ? GRID_TOTAL
           : heading == GRID_HEADING_AVERAGE ? GRID_AVERAGE
                                             : GRID_FIGURE_COUNT;
}

void grid_check_foot(struct grid_reader *r, struct grid_cells row, enum grid_figure which)
{
    for (size_t i = row.first; i < row.end; i++) {
        const struct grid_column *column = grid_column_at(r, r->table->cells[i].column);
        if (column && column->row >= 0 && column->heading == GRID_HEADING_NOW)
            check_figure(r, column->row, &r->table->cells[i], which);
    }
}

/* At the end of a row, whose own totals and averages may stand before the last ratings. */
static void check_row(struct grid_reader *r, struct grid_cells row)
{
    const struct grid_cell *figures[GRID_FIGURE_COUNT] = {NULL};
    if (r->layout.names != GRID_NAMES_SCHOOLS)
        return; /* of a school: not ours to keep or to check */
    for (size_t i = row.first; i < row.end; i++) {
        const struct grid_column *column = grid_column_at(r, r->table->cells[i].column);
        enum grid_figure which =
            column ? grid_figure_of((enum grid_heading)column->heading) : GRID_FIGURE_COUNT;
        if (which != GRID_FIGURE_COUNT)
            figures[which] = &r->table->cells[i];
    }
    for (unsigned which = 0; which < GRID_FIGURE_COUNT; which++)
        if (figures[which])
            check_figure(r, r->about.row, figures[which], (enum grid_figure)which);
}

/* ---- all cells of a row ---- */

enum error grid_refuse_stray(const struct grid_reader *r, const struct grid_cell *cell)
{
    struct grid_spot spot = grid_spot_of(r, cell);
    struct names names = names_of(r, NULL);
    if (grid_value_is_blank(spot.text))
        return ERROR_OK;
    return trouble_set(
        r->trouble, ERROR_FORMAT,
        word(r->layout.names == GRID_NAMES_SCHOOLS ? WORD_GRID_STRAY : WORD_GRID_STRAY_HEADING),
        spot.row, names.row, spot.letters, spot.text);
}

enum error grid_take_school_state(struct grid_reader *r, const struct grid_cell *cell,
                                  const struct grid_column *column, int school)
{
    struct grid_rating state = {.agreed = false};
    char text[GRID_EXCERPT_SIZE];
    grid_table_excerpt(r->table, cell, text, sizeof text);
    enum error e = take_state(r, cell, column, text, &state);
    r->agreed[school] = state.agreed;
    return e;
}

static enum error take_cell(struct grid_reader *r, const struct grid_cell *cell)
{
    const struct grid_column *column = grid_column_at(r, cell->column);
    char text[GRID_EXCERPT_SIZE];
    if (!column)
        return grid_refuse_stray(r, cell);
    if (!takes[column->heading])
        return ERROR_OK;
    struct grid_rating *rating = rating_of(r, column);
    if (!rating) /* a column of states, in a table of schools by conditions */
        return grid_take_school_state(r, cell, column, r->about.school);
    grid_table_excerpt(r->table, cell, text, sizeof text);
    return takes[column->heading](r, cell, column, text, rating);
}

/* A goal lies where a school wants to be: not below where it is. */
static enum error check_goal(const struct grid_reader *r, const struct grid_cell *cell)
{
    const struct grid_column *column = grid_column_at(r, cell->column);
    const struct grid_rating *rating =
        column && column->heading == GRID_HEADING_TARGET ? rating_of(r, column) : NULL;
    if (rating && rating->figure.target && rating->figure.target < rating->figure.now)
        return refuse(r, cell, column, WORD_GRID_GOAL_BELOW);
    return ERROR_OK;
}

enum error grid_take_values(struct grid_reader *r, struct grid_cells row)
{
    enum error e = ERROR_OK;
    for (size_t i = row.first; e == ERROR_OK && i < row.end; i++)
        e = take_cell(r, &r->table->cells[i]);
    for (size_t i = row.first; e == ERROR_OK && i < row.end; i++)
        e = check_goal(r, &r->table->cells[i]);
    if (e == ERROR_OK)
        check_row(r, row);
    return e;
}
