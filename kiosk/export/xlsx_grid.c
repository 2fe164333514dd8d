#include "export/xlsx.h"

#include "analysis/summary.h"
#include "base/text.h"
#include "words/words.h"

#include <stdio.h>
#include <string.h>

/* Up to so many schools their names stand across; more stand upright in narrow columns. */
enum {
    SCHOOLS_ACROSS = 8,
    WIDE = 13,
    NARROW = 5,
    FIGURE = 10,
    LABEL = 42,
    LABEL_NUMBER = 4,
    UPRIGHT_LINES = 13
};

/* Columns: the condition, the schools, then the figures of the row. */
enum { FIRST = 1 };

struct grid {
    struct book_sheet sheet;
    const struct room *room;
    bool goals;     /* targets, else where schools are now */
    unsigned lines; /* of each row */
};

/* All rows are as high as the longest label needs. */
static struct grid begin_grid(struct book_sheet sheet, const struct room *room, bool goals)
{
    struct grid grid = {sheet, room, goals, 1};
    for (condition_id c = 1; c <= room->workshop.condition_count; c++) {
        unsigned lines = book_lines(room->conditions[c].name, LABEL - LABEL_NUMBER);
        grid.lines = lines > grid.lines ? lines : grid.lines;
    }
    return grid;
}

static unsigned school_column(uint16_t place)
{
    return FIRST + place;
}

static unsigned last_column(const struct room *room)
{
    return FIRST + room->school_count - 1U;
}

static struct cell_item cell_at(const struct grid *grid, condition_id c, uint16_t place)
{
    return room_cell(grid->room, c, grid->room->school_order[place]);
}

/* What is only proposed stands there, and counts where the room counts it. */
static bool counts(const struct grid *grid, const struct cell_item *cell)
{
    return cell->state != RATING_PROPOSED || grid->room->workshop.count_proposed;
}

/* Upright, two characters and a half take the height of a line, and a name may have two lines. */
static unsigned head_lines(const struct room *room, bool across)
{
    unsigned most = 2;
    for (uint16_t i = 0; i < room->school_count; i++) {
        const char *name = room->schools[room->school_order[i]].name;
        unsigned lines =
            across ? book_lines(name, WIDE - 2) : 1 + (unsigned)text_visible(name) * 2 / 5;
        most = lines > most ? lines : most;
    }
    return !across && most > UPRIGHT_LINES ? UPRIGHT_LINES : most;
}

static void put_heads(const struct grid *grid)
{
    const struct room *room = grid->room;
    bool across = room->school_count <= SCHOOLS_ACROSS;
    book_column(grid->sheet, 0, 0, LABEL);
    book_text(grid->sheet, 0, 0, BOOK_HEAD, word(WORD_EXPORT_CONDITION));
    book_row(grid->sheet, 0, head_lines(room, across));
    if (room->school_count)
        book_column(grid->sheet, FIRST, last_column(room), across ? WIDE : NARROW);
    for (uint16_t i = 0; i < room->school_count; i++)
        book_text(grid->sheet, 0, school_column(i), across ? BOOK_HEAD : BOOK_UPRIGHT,
                  room->schools[room->school_order[i]].name);
}

static void put_label(const struct grid *grid, condition_id c)
{
    char label[TITLE_SIZE + 8];
    snprintf(label, sizeof label, "%u. %s", c, grid->room->conditions[c].name);
    book_row(grid->sheet, c, grid->lines);
    book_text(grid->sheet, c, 0, BOOK_ROW, label);
}

/* The cells of a row that count, as a formula's arguments: "B5:K5", or "B5:D5,F5:K5" around what is
 * only proposed. Schools that have said nothing yet are in it: their figures will count. Empty
 * where nothing is left. */
static void put_counted(char to[BOOK_FORMULA_SIZE], const struct grid *grid, condition_id c)
{
    char from[BOOK_PLACE_SIZE], until[BOOK_PLACE_SIZE];
    size_t used = 0;
    to[0] = '\0';
    for (uint16_t i = 0; i < grid->room->school_count; i++) {
        uint16_t end = i;
        while (end < grid->room->school_count) {
            struct cell_item cell = cell_at(grid, c, end);
            if (!counts(grid, &cell))
                break;
            end++;
        }
        if (end == i)
            continue;
        book_place(from, grid->sheet, c, school_column(i));
        book_place(until, grid->sheet, c, school_column((uint16_t)(end - 1)));
        used += (size_t)snprintf(to + used, BOOK_FORMULA_SIZE - used, "%s%s:%s", used ? "," : "",
                                 from, until);
        i = end;
    }
}

struct sum {
    unsigned counted, total;
};

static struct sum sum_of(const struct grid *grid, condition_id c)
{
    struct sum sum = {0};
    for (uint16_t i = 0; i < grid->room->school_count; i++) {
        struct cell_item cell = cell_at(grid, c, i);
        unsigned figure = grid->goals ? cell.target : cell.now;
        if (!figure || !counts(grid, &cell))
            continue;
        sum.counted++;
        sum.total += figure;
    }
    return sum;
}

/* Total, average and number, each of the row's own cells. Ten times the total is divided before it
 * is rounded, so that a half is exactly one and goes up, as it does everywhere here. */
static void put_figures(const struct grid *grid, condition_id c)
{
    char counted[BOOK_FORMULA_SIZE], formula[BOOK_FORMULA_SIZE + 64];
    char total_at[BOOK_PLACE_SIZE], count_at[BOOK_PLACE_SIZE];
    unsigned column = last_column(grid->room) + 1;
    struct sum sum = sum_of(grid, c);
    double count = sum.counted, total = sum.total;
    double average = analysis_average_tenths(sum.total, sum.counted) / 10.0;
    put_counted(counted, grid, c);
    book_place(total_at, grid->sheet, c, column);
    book_place(count_at, grid->sheet, c, column + 2);
    if (!counted[0]) {
        for (unsigned i = 0; i < 3; i++)
            book_blank(grid->sheet, c, column + i, BOOK_CELL);
        return;
    }
    snprintf(formula, sizeof formula, "=IF(%s=0,\"\",SUM(%s))", count_at, counted);
    book_formula(grid->sheet, c, column, BOOK_CELL, formula, sum.counted ? &total : NULL);
    snprintf(formula, sizeof formula, "=IF(%s=0,\"\",ROUND(10*%s/%s,0)/10)", count_at, total_at,
             count_at);
    book_formula(grid->sheet, c, column + 1, BOOK_AVERAGE, formula, sum.counted ? &average : NULL);
    snprintf(formula, sizeof formula, "=COUNT(%s)", counted);
    book_formula(grid->sheet, c, column + 2, BOOK_CELL, formula, &count);
}

static void put_row(const struct grid *grid, condition_id c)
{
    put_label(grid, c);
    for (uint16_t i = 0; i < grid->room->school_count; i++) {
        struct cell_item cell = cell_at(grid, c, i);
        unsigned figure = grid->goals ? cell.target : cell.now;
        enum book_format format = cell.state == RATING_PROPOSED ? BOOK_PROPOSED : BOOK_CELL;
        if (figure)
            book_number(grid->sheet, c, school_column(i), format, figure);
        else
            book_blank(grid->sheet, c, school_column(i), BOOK_CELL);
    }
    if (grid->room->school_count)
        put_figures(grid, c);
}

static void put_note(struct book_sheet sheet, unsigned row, enum book_format format,
                     const char *text)
{
    book_row(sheet, row, book_lines(text, LABEL));
    book_text(sheet, row, 0, format, text);
}

/* What the colours and the dashed line say, below the rows. */
static void put_key(const struct grid *grid)
{
    static const enum word bands[] = {WORD_BOOK_KEY_LOW, WORD_BOOK_KEY_MEDIUM, WORD_BOOK_KEY_HIGH};
    unsigned row = grid->room->workshop.condition_count + 2U;
    bool proposals = grid->room->workshop.count_proposed;
    for (unsigned i = 0; i < BOOK_BANDS; i++)
        put_note(grid->sheet, row++, (enum book_format)(BOOK_LOW + i), word(bands[i]));
    if (!grid->room->workshop.named)
        return;
    put_note(grid->sheet, row++, BOOK_KEY_PROPOSED,
             word(proposals ? WORD_BOOK_KEY_PROPOSED_COUNTS : WORD_BOOK_KEY_PROPOSED));
    put_note(grid->sheet, row, BOOK_QUIET, word(WORD_BOOK_KEY_BLANK));
}

static void put_grid(struct book *book, const struct export *what, bool goals)
{
    static const enum word heads[2][3] = {
        {WORD_EXPORT_TOTAL, WORD_EXPORT_AVERAGE, WORD_EXPORT_COUNTED},
        {WORD_EXPORT_TOTAL, WORD_EXPORT_TARGET_AVERAGE, WORD_EXPORT_TARGET_COUNTED},
    };
    const struct room *room = what->room;
    struct grid grid = begin_grid(
        book_sheet(book, word(goals ? WORD_BOOK_GOALS : WORD_BOOK_GRID), 1), room, goals);
    put_heads(&grid);
    if (room->school_count) {
        unsigned column = last_column(room) + 1;
        book_column(grid.sheet, column, column + 2, FIGURE);
        for (unsigned i = 0; i < 3; i++)
            book_text(grid.sheet, 0, column + i, BOOK_HEAD, word(heads[goals][i]));
        book_bands(grid.sheet, 1, FIRST, room->workshop.condition_count, last_column(room));
        book_bands(grid.sheet, 1, column + 1, room->workshop.condition_count, column + 1);
    }
    for (condition_id c = 1; c <= room->workshop.condition_count; c++)
        put_row(&grid, c);
    put_key(&grid);
}

void xlsx_grid(struct book *book, const struct export *what)
{
    put_grid(book, what, false);
}

void xlsx_goals(struct book *book, const struct export *what)
{
    put_grid(book, what, true);
}

/* ---- from now to the goal ---- */

static void put_distance(const struct grid *grid, condition_id c, uint16_t place)
{
    char at[BOOK_PLACE_SIZE], now[BOOK_NAME_SIZE], goal[BOOK_NAME_SIZE], formula[512];
    struct cell_item cell = cell_at(grid, c, place);
    double distance = (double)cell.target - cell.now;
    book_place(at, grid->sheet, c, school_column(place));
    book_name(now, word(WORD_BOOK_GRID));
    book_name(goal, word(WORD_BOOK_GOALS));
    snprintf(formula, sizeof formula, "=IF(OR(%s!%s=\"\",%s!%s=\"\"),\"\",%s!%s-%s!%s)", now, at,
             goal, at, goal, at, now, at);
    book_formula(grid->sheet, c, school_column(place),
                 cell.state == RATING_PROPOSED ? BOOK_PROPOSED : BOOK_CELL, formula,
                 cell.now && cell.target ? &distance : NULL);
}

void xlsx_distance(struct book *book, const struct export *what)
{
    struct grid grid = begin_grid(book_sheet(book, word(WORD_BOOK_DISTANCE), 1), what->room, true);
    put_heads(&grid);
    for (condition_id c = 1; c <= grid.room->workshop.condition_count; c++) {
        put_label(&grid, c);
        for (uint16_t i = 0; i < grid.room->school_count; i++)
            put_distance(&grid, c, i);
    }
    put_note(grid.sheet, grid.room->workshop.condition_count + 2U, BOOK_QUIET,
             word(WORD_BOOK_DISTANCE_IS));
}

/* ---- without names ---- */

static void put_spread(struct book_sheet sheet, condition_id c, const struct summary_item *summary)
{
    char from[BOOK_PLACE_SIZE], until[BOOK_PLACE_SIZE], head[2 * BOOK_PLACE_SIZE], formula[256];
    double average = summary->average / 10.0, counted = summary->counted;
    book_place(from, sheet, c, 1);
    book_place(until, sheet, c, RATING_MAX);
    book_head_places(head, sheet, 1, RATING_MAX);
    for (unsigned v = 1; v <= RATING_MAX; v++)
        if (summary->has_figures && summary->spread[v])
            book_number(sheet, c, v, BOOK_CELL, summary->spread[v]);
        else
            book_blank(sheet, c, v, BOOK_CELL);
    if (summary->has_figures) {
        snprintf(formula, sizeof formula, "=SUM(%s:%s)", from, until);
        book_formula(sheet, c, RATING_MAX + 1, BOOK_CELL, formula, &counted);
        snprintf(formula, sizeof formula, "=ROUND(10*SUMPRODUCT(%s,%s:%s)/SUM(%s:%s),0)/10", head,
                 from, until, from, until);
        book_formula(sheet, c, RATING_MAX + 3, BOOK_AVERAGE, formula, &average);
    } else {
        book_number(sheet, c, RATING_MAX + 1, BOOK_CELL, counted);
        book_text(sheet, c, RATING_MAX + 3, BOOK_QUIET,
                  word(summary->counted ? WORD_BOOK_FEW : WORD_BOOK_NONE));
    }
    book_number(sheet, c, RATING_MAX + 2, BOOK_CELL, summary->of);
}

void xlsx_spread(struct book *book, const struct export *what)
{
    static const enum word heads[] = {WORD_EXPORT_COUNTED, WORD_EXPORT_OF, WORD_EXPORT_AVERAGE};
    struct book_sheet sheet = book_sheet(book, word(WORD_BOOK_SPREAD), 1);
    struct grid grid = begin_grid(sheet, what->room, false);
    uint8_t count = what->room->workshop.condition_count;
    book_column(sheet, 0, 0, LABEL);
    book_column(sheet, 1, RATING_MAX, NARROW);
    book_column(sheet, RATING_MAX + 1, RATING_MAX + 3, FIGURE + 3);
    book_row(sheet, 0, 2);
    book_text(sheet, 0, 0, BOOK_HEAD, word(WORD_BOOK_SPREAD_HEAD));
    for (unsigned v = 1; v <= RATING_MAX; v++)
        book_number(sheet, 0, v, BOOK_CELL, v);
    for (unsigned i = 0; i < sizeof heads / sizeof *heads; i++)
        book_text(sheet, 0, RATING_MAX + 1 + i, BOOK_HEAD, word(heads[i]));
    book_bands(sheet, 0, 1, 0, RATING_MAX);
    book_bands(sheet, 1, RATING_MAX + 3, count, RATING_MAX + 3);
    for (condition_id c = 1; c <= count; c++) {
        put_label(&grid, c);
        put_spread(sheet, c, &what->room->summaries[c]);
    }
    put_key(&grid);
}
