#include "grid/grid_layout.h"

#include "grid/grid_heading.h"
#include "grid/grid_label.h"
#include "grid/grid_match.h"
#include "grid/grid_value.h"

enum { SURENESS = 1 << 24 }; /* more than a file has cells */

/* A header begins within so many cells: what stands above it is a title and a word to the reader,
 * not another file, and whoever dropped the wrong one is told so at once. */
enum { HEADER_WITHIN = 1 << 14 };

/* No spreadsheet has a row that wide (Excel and LibreOffice: 16,384 columns). */
enum { WIDEST = 1 << 14 };

/* What stands in a row, and in the one above it. */
enum {
    HAS_SCHOOL = 1 << 0,
    HAS_CONDITION = 1 << 1,
    HAS_NOW = 1 << 2,
    HAS_FIGURES = 1 << 3,
    HAS_NAMES = 1 << 4, /* beside the column of labels */
    HAS_LABEL = 1 << 5, /* a name in the column of labels */
    HAS_RATINGS = 1 << 6,
    NAMES_ABOVE = 1 << 7,
    NOW_ABOVE = 1 << 8,
};

/* What the names of a header are of, as its own words tell. */
enum axis { AXIS_NONE, AXIS_SCHOOLS, AXIS_CONDITIONS, AXIS_EITHER };

/* What makes a header of a row, the surest first; the first that fits counts. */
static const struct {
    unsigned needs, lacks;
    uint8_t sure;
    uint8_t names; /* enum axis */
} layouts[] = {
    {HAS_SCHOOL | HAS_CONDITION | HAS_NOW, 0, 6, AXIS_NONE},
    {HAS_CONDITION | HAS_NOW | NAMES_ABOVE, HAS_SCHOOL, 5, AXIS_SCHOOLS},
    {HAS_SCHOOL | HAS_NOW | NAMES_ABOVE, HAS_CONDITION, 5, AXIS_CONDITIONS},
    {HAS_NOW | NAMES_ABOVE, 0, 5, AXIS_EITHER},
    {HAS_CONDITION | HAS_NAMES | NOW_ABOVE, HAS_LABEL | HAS_RATINGS, 5, AXIS_SCHOOLS},
    {HAS_SCHOOL | HAS_NAMES | NOW_ABOVE, HAS_LABEL | HAS_RATINGS, 5, AXIS_CONDITIONS},
    {HAS_NAMES | NOW_ABOVE, HAS_LABEL | HAS_RATINGS, 5, AXIS_EITHER},
    {HAS_CONDITION | HAS_NOW, 0, 4, AXIS_NONE},
    {HAS_CONDITION | HAS_NAMES, 0, 3, AXIS_SCHOOLS},
    {HAS_SCHOOL | HAS_NAMES, 0, 3, AXIS_CONDITIONS},
    {HAS_NOW, HAS_NAMES | HAS_LABEL, 2, AXIS_NONE},
    {HAS_FIGURES | HAS_NAMES, 0, 2, AXIS_EITHER},
    {HAS_NAMES, HAS_RATINGS, 1, AXIS_EITHER},
};

struct grid_cells grid_layout_row(const struct grid_table *table, size_t first)
{
    struct grid_cells row = {first, first};
    while (row.end < table->count && table->cells[row.end].row == table->cells[first].row)
        row.end++;
    return row;
}

static enum grid_heading heading_at(const struct grid_table *table, size_t cell)
{
    char text[GRID_EXCERPT_SIZE];
    grid_table_excerpt(table, &table->cells[cell], text, sizeof text);
    return grid_heading_of(text);
}

const struct grid_cell *grid_layout_school(char to[GRID_SCHOOL_SIZE],
                                           const struct grid_table *table, struct grid_cells row)
{
    char text[GRID_SCHOOL_SIZE];
    if (row.end == row.first ||
        grid_table_text(table, &table->cells[row.first], text, sizeof text, 0) != TEXT_FINE)
        return NULL;
    const char *name = grid_heading_school(text);
    if (name && *name) {
        text_copy(to, GRID_SCHOOL_SIZE, name);
        return &table->cells[row.first];
    }
    bool beside =
        name && row.end - row.first == 2 && heading_at(table, row.first + 1) == GRID_HEADING_NONE &&
        grid_table_text(table, &table->cells[row.first + 1], to, GRID_SCHOOL_SIZE, 0) == TEXT_FINE;
    return beside ? &table->cells[row.first + 1] : NULL;
}

/* The leftmost column that the table uses from some row on, and the last cell that stands there:
 * up to that one it holds for every row, so that a long table need not be searched at each. */
struct margin {
    uint32_t column;
    size_t last;
};

static struct margin margin_from(const struct grid_table *table, size_t first)
{
    struct margin margin = {.column = table->cells[first].column, .last = first};
    for (size_t i = first; i < table->count; i++)
        if (table->cells[i].column <= margin.column)
            margin = (struct margin){.column = table->cells[i].column, .last = i};
    return margin;
}

/* What each heading of a row tells. */
static unsigned look_at_cell(const struct grid_table *table, const struct grid_cell *cell,
                             uint32_t label)
{
    static const uint16_t tells[GRID_HEADING_COUNT] = {
        [GRID_HEADING_SCHOOL] = HAS_SCHOOL, [GRID_HEADING_CONDITION] = HAS_CONDITION,
        [GRID_HEADING_ID] = HAS_CONDITION,  [GRID_HEADING_NOW] = HAS_NOW,
        [GRID_HEADING_TOTAL] = HAS_FIGURES, [GRID_HEADING_AVERAGE] = HAS_FIGURES,
    };
    char text[NAME_SIZE];
    enum text_fault fault = grid_table_text(table, cell, text, sizeof text, 0);
    enum grid_heading heading =
        fault == TEXT_FINE ? grid_heading_of(text) : GRID_HEADING_NONE; /* long ones are refused */
    if (heading == GRID_HEADING_NONE && cell->column <= label)
        return HAS_LABEL;
    if (heading != GRID_HEADING_NONE) /* a title such as "Where we are now" heads no column */
        return cell->column <= label && grid_heading_is_part(heading) ? HAS_LABEL : tells[heading];
    return fault == TEXT_FINE && grid_value_rating(text) > 0 ? HAS_NAMES | HAS_RATINGS : HAS_NAMES;
}

static unsigned look_at(const struct grid_table *table, struct grid_cells row, uint32_t label)
{
    unsigned look = 0;
    for (size_t i = row.first; i < row.end; i++)
        look |= look_at_cell(table, &table->cells[i], label);
    return look;
}

/* ---- two rows that go together ---- */

/* The names and the parts of a rating beside the column of labels, and where they begin. */
struct count {
    unsigned names, parts, now;
    uint32_t first_name, first_part;
};

static struct count count_cells(const struct grid_table *table, struct grid_cells row,
                                uint32_t label)
{
    struct count count = {.first_name = UINT32_MAX, .first_part = UINT32_MAX};
    for (size_t i = row.end; i-- > row.first;) {
        enum grid_heading heading = heading_at(table, i);
        if (table->cells[i].column <= label)
            continue;
        if (heading == GRID_HEADING_NONE) {
            count.names++;
            count.first_name = table->cells[i].column;
        } else if (grid_heading_is_part(heading)) {
            count.parts++;
            count.now += heading == GRID_HEADING_NOW;
            count.first_part = table->cells[i].column;
        }
    }
    return count;
}

/* Each name above has its own "Now" below it. With one alone the row above may be a title. */
static bool names_stand_above(const struct count *above, const struct count *below, bool titled)
{
    return above->parts == 0 && below->names == 0 && above->names > 0 &&
           above->names == below->now && above->first_name <= below->first_part &&
           (below->now > 1 || !titled);
}

/* "Now" and others stand above, each over two names or more. */
static bool parts_stand_above(const struct count *above, const struct count *below)
{
    return above->names == 0 && below->parts == 0 && above->now > 0 &&
           below->names >= 2 * above->parts && above->first_part <= below->first_name;
}

/* What the row above adds to the look of a header. */
static unsigned look_above(const struct grid_table *table, struct grid_cells above,
                           struct grid_cells row, uint32_t label)
{
    char school[GRID_SCHOOL_SIZE];
    if (above.end == above.first || grid_layout_school(school, table, above))
        return 0;
    unsigned look = look_at(table, above, label);
    struct count over = count_cells(table, above, label), under = count_cells(table, row, label);
    unsigned kept = look & (HAS_SCHOOL | HAS_CONDITION);
    if (look & HAS_RATINGS)
        return 0;
    if (names_stand_above(&over, &under, look & HAS_LABEL))
        return NAMES_ABOVE | kept;
    return parts_stand_above(&over, &under) ? NOW_ABOVE | kept : 0;
}

/* ---- which way round ---- */

/* How many of the names in some cells are names of conditions, and how many are numbered. */
struct likeness {
    unsigned seen, conditions, numbered;
};

/* More names than a table has room for are not looked at. */
enum { LIKENESS_MAX = 6 * SCHOOLS_MAX };

static void add_likeness(struct likeness *to, const struct grid_table *table,
                         const struct grid_cell *cell, const struct grid_hints *hints)
{
    struct grid_row row = {.number = 0};
    char text[TITLE_SIZE];
    if (to->seen == LIKENESS_MAX ||
        grid_table_text(table, cell, text, sizeof text, 0) != TEXT_FINE ||
        grid_heading_of(text) != GRID_HEADING_NONE)
        return;
    to->seen++;
    grid_label_split(&row, text);
    to->numbered += row.number > 0;
    if (hints && hints->condition_count)
        to->conditions += grid_match_label(row.label, hints->conditions, hints->condition_count) !=
                          GRID_UNMATCHED;
}

/* The pack knows its conditions; where it does not tell, the headings do, then numbers. */
static enum grid_names way_round(const struct grid_table *table, const struct grid_layout *layout,
                                 enum axis axis, const struct grid_hints *hints)
{
    struct likeness across = {.seen = 0}, down = {.seen = 0};
    struct grid_cells named =
        layout->above.end > layout->above.first ? layout->above : layout->header;
    for (size_t i = named.first; i < layout->header.end; i++)
        if (table->cells[i].column > layout->label)
            add_likeness(&across, table, &table->cells[i], hints);
    for (size_t i = layout->header.end; i < table->count; i++)
        if (table->cells[i].column == layout->label)
            add_likeness(&down, table, &table->cells[i], hints);
    if (across.conditions != down.conditions)
        return across.conditions > down.conditions ? GRID_NAMES_CONDITIONS : GRID_NAMES_SCHOOLS;
    if (axis != AXIS_EITHER)
        return axis == AXIS_CONDITIONS ? GRID_NAMES_CONDITIONS : GRID_NAMES_SCHOOLS;
    return across.numbered > down.numbered ? GRID_NAMES_CONDITIONS : GRID_NAMES_SCHOOLS;
}

/* The column with the rows' own names: under its heading, else the leftmost. */
static uint32_t label_column(const struct grid_table *table, const struct grid_layout *layout,
                             uint32_t otherwise)
{
    static const enum grid_heading wanted[] = {GRID_HEADING_CONDITION, GRID_HEADING_SCHOOL};
    for (size_t k = 0; k < sizeof wanted / sizeof *wanted; k++)
        for (size_t i = layout->above.first; i < layout->header.end; i++)
            if (heading_at(table, i) == wanted[k])
                return table->cells[i].column;
    return otherwise;
}

/* ---- which row ---- */

/* The row above joins the header where the two go together. Its names are still to be looked at:
 * `axis`. */
static struct grid_layout layout_of(enum axis *axis, const struct grid_table *table,
                                    struct grid_cells row, struct grid_cells above, uint32_t label)
{
    unsigned look = look_at(table, row, label);
    unsigned both = look | look_above(table, above, row, label);
    struct grid_layout layout = {.header = row, .above = {row.first, row.first}};
    for (size_t i = 0; i < sizeof layouts / sizeof *layouts; i++) {
        if ((both & layouts[i].needs) != layouts[i].needs || both & layouts[i].lacks)
            continue;
        bool two = layouts[i].needs & (NAMES_ABOVE | NOW_ABOVE);
        if (!two && (look & layouts[i].needs) != layouts[i].needs)
            continue; /* a heading from above, of a row that does not belong to it */
        if (two)
            layout.above = above;
        layout.fitness = (uint64_t)layouts[i].sure * SURENESS + (row.end - row.first);
        layout.label = label_column(table, &layout, label);
        *axis = (enum axis)layouts[i].names;
        layout.sheet = *axis == AXIS_NONE && !(look & HAS_SCHOOL);
        break;
    }
    return layout;
}

struct grid_layout grid_layout_find(const struct grid_table *table, const struct grid_hints *hints)
{
    struct grid_layout best = {.fitness = 0};
    enum axis best_axis = AXIS_NONE;
    struct grid_cells above = {0, 0};
    struct margin margin = {0, 0};
    for (size_t first = 0; first < table->count && first < HEADER_WITHIN;) {
        struct grid_cells row = grid_layout_row(table, first);
        enum axis axis = AXIS_NONE;
        if (row.end - row.first > WIDEST)
            break;
        if (first == 0 || first > margin.last)
            margin = margin_from(table, first);
        struct grid_layout layout = layout_of(&axis, table, row, above, margin.column);
        if (layout.fitness > best.fitness) {
            best = layout;
            best_axis = axis;
        }
        if (look_at(table, row, margin.column) & HAS_RATINGS)
            break;
        above = row;
        first = row.end;
    }
    if (best_axis != AXIS_NONE)
        best.names = way_round(table, &best, best_axis, hints);
    return best;
}
