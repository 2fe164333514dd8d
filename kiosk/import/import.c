#include "import/import.h"

#include "base/text.h"
#include "grid/grid_fold.h"
#include "grid/grid_match.h"
#include "grid/grid_table.h"
#include "import/import_parts.h"
#include "words/words.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum error import_create(struct import **out, const struct room *room)
{
    *out = calloc(1, sizeof **out);
    if (!*out)
        return ERROR_MEMORY;
    import_remember(*out, room);
    return ERROR_OK;
}

void import_destroy(struct import **import)
{
    free(*import);
    *import = NULL;
}

void import_remember(struct import *import, const struct room *room)
{
    uint8_t count = room->workshop.condition_count;
    bool same = import->condition_count == count;
    import->training = room->workshop.training;
    for (condition_id c = 1; same && c <= count; c++)
        same = strcmp(import->conditions[c].id, room->conditions[c].id) == 0;
    for (unsigned row = 0; !same && row < import->row_count; row++)
        import->rows[row].state = IMPORT_EMPTY;
    import->condition_count = count;
    memcpy(import->conditions, room->conditions, sizeof import->conditions);
}

/* ---- joining ---- */

static bool differ(unsigned a, unsigned b)
{
    return a && b && a != b;
}

bool import_contradict(const struct figure *a, const struct figure *b)
{
    return a->now != b->now || differ(a->target, b->target) || differ(a->months, b->months) ||
           (a->note[0] && b->note[0] && strcmp(a->note, b->note) != 0);
}

enum error import_refuse(const struct import *import, const struct import_rating *earlier,
                         const struct import_rating *later, struct trouble *trouble)
{
    char first[GRID_LETTERS_SIZE], second[GRID_LETTERS_SIZE];
    char label[GRID_EXCERPT_SIZE], school[GRID_EXCERPT_SIZE];
    grid_column_letters(first, earlier->read.place.column);
    grid_column_letters(second, later->read.place.column);
    grid_excerpt(label, sizeof label, import->rows[later->row].row.label);
    grid_excerpt(school, sizeof school, import->schools[later->school].name);
    return trouble_set(trouble, ERROR_FORMAT, word(WORD_IMPORT_CONTRADICTS),
                       import->files[later->file].name, later->read.place.row, second, school,
                       label, import->files[earlier->file].name, earlier->read.place.row, first);
}

static enum error refuse_for_room(const struct import *import, enum word what, int most,
                                  struct trouble *trouble)
{
    return trouble_set(trouble, ERROR_RANGE, word(what), import->files[import->file_count - 1].name,
                       most);
}

static bool same_row(const struct grid_row *a, const struct grid_row *b)
{
    char first[GRID_FOLDED_SIZE], second[GRID_FOLDED_SIZE];
    if (a->number != b->number || strcmp(a->id, b->id) != 0)
        return false;
    grid_fold_words(first, a->label);
    grid_fold_words(second, b->label);
    return *first ? strcmp(first, second) == 0 : strcmp(a->label, b->label) == 0;
}

/* Gives each of the grid's rows its place among the import's. */
static enum error join_rows(struct import *import, const struct grid_import *grid,
                            struct trouble *trouble)
{
    struct import_file *file = &import->files[import->file_count - 1];
    for (; file->row_count < grid->row_count; file->row_count++) {
        const struct grid_row *row = &grid->rows[file->row_count];
        unsigned i = 0;
        while (i < import->row_count && !same_row(&import->rows[i].row, row))
            i++;
        if (i == IMPORT_ROWS_MAX)
            return refuse_for_room(import, WORD_IMPORT_ROWS, IMPORT_ROWS_MAX, trouble);
        if (i == import->row_count)
            import->rows[import->row_count++] =
                (struct import_row){.row = *row, .file = (uint8_t)(import->file_count - 1)};
        file->rows[file->row_count] = (uint8_t)i;
    }
    return ERROR_OK;
}

static enum error join_schools(struct import *import, uint8_t to[SCHOOLS_MAX],
                               const struct grid_import *grid, struct trouble *trouble)
{
    for (unsigned s = 0; s < grid->school_count; s++) {
        unsigned i = 0;
        while (i < import->school_count && !text_same(import->schools[i].name, grid->schools[s]))
            i++;
        if (i == SCHOOLS_MAX)
            return refuse_for_room(import, WORD_IMPORT_SCHOOLS, SCHOOLS_MAX, trouble);
        if (i == import->school_count) {
            import->schools[i] = (struct import_school){.id = 0};
            text_copy(import->schools[i].name, NAME_SIZE, grid->schools[s]);
            import->school_count++;
        }
        to[s] = (uint8_t)i;
    }
    return ERROR_OK;
}

/* Refuses a rating that says something else than an earlier one of the same row and school. */
static enum error check_rating(const struct import *import, const struct import_rating *rating,
                               struct trouble *trouble)
{
    for (const struct import_rating *other = import->ratings; other < rating; other++)
        if (other->row == rating->row && other->school == rating->school &&
            import_contradict(&other->read.figure, &rating->read.figure))
            return import_refuse(import, other, rating, trouble);
    return ERROR_OK;
}

static enum error join_ratings(struct import *import, const uint8_t schools[SCHOOLS_MAX],
                               const struct grid_import *grid, struct trouble *trouble)
{
    uint8_t file = (uint8_t)(import->file_count - 1);
    for (unsigned r = 0; r < grid->row_count; r++)
        for (unsigned s = 0; s < grid->school_count; s++) {
            if (!grid->ratings[r][s].figure.now)
                continue;
            if (import->rating_count == IMPORT_RATINGS_MAX)
                return refuse_for_room(import, WORD_IMPORT_RATINGS, IMPORT_RATINGS_MAX, trouble);
            struct import_rating *rating = &import->ratings[import->rating_count];
            *rating = (struct import_rating){.file = file,
                                             .row = import->files[file].rows[r],
                                             .school = schools[s],
                                             .read = grid->ratings[r][s]};
            enum error e = check_rating(import, rating, trouble);
            if (e != ERROR_OK)
                return e;
            import->rating_count++;
        }
    return ERROR_OK;
}

static void join_contradictions(struct import *import, const struct grid_import *grid)
{
    for (unsigned i = 0; i < grid->contradiction_count; i++) {
        if (import->contradiction_count == IMPORT_REMARKS_MAX)
            return;
        unsigned at = import->contradiction_count++;
        import->contradictions[at].file = (uint8_t)(import->file_count - 1);
        import->contradictions[at].contradiction = grid->contradictions[i];
    }
}

/* Adds a grid, or leaves the import as it was. */
static enum error join(struct import *import, const struct grid_import *grid, const char *name,
                       struct trouble *trouble)
{
    uint8_t files = import->file_count, rows = import->row_count, schools[SCHOOLS_MAX];
    uint8_t school_count = import->school_count;
    uint16_t ratings = import->rating_count;
    if (files == IMPORT_FILES_MAX)
        return trouble_set(trouble, ERROR_RANGE, word(WORD_IMPORT_FILES), name, IMPORT_FILES_MAX);
    struct import_file *file = &import->files[import->file_count++];
    *file = (struct import_file){.windows_1252 = grid->windows_1252,
                                 .without_rating = grid->without_rating};
    text_copy(file->name, sizeof file->name, name);
    text_copy(file->passed_over, sizeof file->passed_over, grid->passed_over);
    enum error e = join_schools(import, schools, grid, trouble);
    if (e == ERROR_OK)
        e = join_rows(import, grid, trouble);
    if (e == ERROR_OK)
        e = join_ratings(import, schools, grid, trouble);
    if (e == ERROR_OK) {
        join_contradictions(import, grid);
        return ERROR_OK;
    }
    import->file_count = files;
    import->row_count = rows;
    import->school_count = school_count;
    import->rating_count = ratings;
    return e;
}

/* ---- files and cells ---- */

static const char *name_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* Says of which file the reader spoke; what could not be opened it named itself. */
static enum error name_file(enum error e, const char *name, struct trouble *trouble)
{
    struct trouble said = trouble ? *trouble : (struct trouble){""};
    if (e != ERROR_FORMAT && e != ERROR_RANGE)
        return e;
    return trouble_set(trouble, e, "%s: %s", name, said.text);
}

/* What was read comes in, unless it is made up and the workshop is not. */
static enum error take(struct import *import, const struct grid_import *grid, const char *name,
                       struct trouble *trouble)
{
    if (grid->training && !import->training)
        return trouble_set(trouble, ERROR_FORMAT, word(WORD_TRAINING_NOT_INTO_REVIEW), name);
    return join(import, grid, name, trouble);
}

static struct grid_hints hints_of(const struct import *import)
{
    return (struct grid_hints){.conditions = &import->conditions[1],
                               .condition_count = import->condition_count};
}

enum error import_add_file(struct import *import, const char *path, struct trouble *trouble)
{
    struct grid_hints hints = hints_of(import);
    struct grid_import *grid = malloc(sizeof *grid);
    if (!grid)
        return trouble_set(trouble, ERROR_MEMORY, "%s", error_text(ERROR_MEMORY));
    enum error e = grid_read_file(grid, path, &hints, trouble);
    if (e != ERROR_OK)
        e = name_file(e, name_of(path), trouble);
    else
        e = take(import, grid, name_of(path), trouble);
    free(grid);
    return e;
}

enum error import_add_text(struct import *import, const char *bytes, size_t length,
                           const char *name, struct trouble *trouble)
{
    struct grid_hints hints = hints_of(import);
    struct grid_import *grid = malloc(sizeof *grid);
    if (!grid)
        return trouble_set(trouble, ERROR_MEMORY, "%s", error_text(ERROR_MEMORY));
    enum error e = grid_parse(grid, bytes, length, &hints, trouble);
    if (e != ERROR_OK)
        e = name_file(e, name, trouble);
    else
        e = take(import, grid, name, trouble);
    free(grid);
    return e;
}

/* ---- answers ---- */

void import_answer(struct import *import, unsigned row, condition_id condition)
{
    assert(row < import->row_count && condition <= import->condition_count);
    import->rows[row].state = IMPORT_ANSWERED;
    import->rows[row].condition = condition;
}

enum error import_answer_typed(struct import *import, const char *said, struct trouble *trouble)
{
    struct grid_answer answer;
    bool found = false;
    enum error e =
        grid_answer_read(&answer, said, &import->conditions[1], import->condition_count, trouble);
    if (e != ERROR_OK)
        return e;
    for (unsigned row = 0; row < import->row_count; row++)
        if (grid_answer_is_about(&answer, &import->rows[row].row)) {
            import_answer(import, row, answer.condition);
            found = true;
        }
    if (!found)
        return trouble_set(trouble, ERROR_FORMAT, word(WORD_IMPORT_NO_ROW), said, answer.row);
    return ERROR_OK;
}

unsigned import_next_asked(const struct import *import, unsigned from)
{
    while (from < import->row_count && import->rows[from].state != IMPORT_ASKED)
        from++;
    return from;
}

unsigned import_asks(const struct import *import)
{
    unsigned count = 0;
    for (unsigned row = 0; row < import->row_count; row++)
        count += import->rows[row].state == IMPORT_ASKED;
    return count;
}

bool import_is_idle(const struct import *import)
{
    return import->new_schools == 0 && import->counts[IMPORT_SAME] == import->entry_count;
}
