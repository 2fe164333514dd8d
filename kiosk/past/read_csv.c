#include "past/parts.h"

#include "base/text.h"
#include "words/words.h"

#include <stdlib.h>
#include <string.h>

/* A CSV: one review, or some schools of one. Its day and title come with it. */

static enum error take_title(char to[TITLE_SIZE], const struct past_source *source,
                             struct trouble *trouble)
{
    bool said = source->title && source->title[0];
    const char *name = said ? source->title : past_file_name(source->path);
    const char *dot = said ? NULL : strrchr(name, '.');
    size_t length = dot && dot > name ? (size_t)(dot - name) : strlen(name);
    if (text_take(to, TITLE_SIZE, TITLE_VISIBLE, name, length) != TEXT_FINE)
        return trouble_set(trouble, ERROR_FORMAT, word(WORD_REVIEWS_TITLE), source->path);
    return ERROR_OK;
}

static void take_rows(struct past_file *file, const struct grid_import *grid)
{
    for (; file->row_count < grid->row_count; file->row_count++) {
        const struct grid_row *from = &grid->rows[file->row_count];
        struct past_row *row = &file->rows[file->row_count];
        text_copy(row->label, sizeof row->label, from->label);
        text_copy(row->id, sizeof row->id, from->id);
        row->number = from->number;
    }
}

static bool take_school(struct past_school *to, const struct grid_import *grid, unsigned school)
{
    bool says = false;
    text_copy(to->name, sizeof to->name, grid->schools[school]);
    for (unsigned r = 0; r < grid->row_count; r++) {
        to->now[r] = grid->ratings[r][school].figure.now;
        to->target[r] = grid->ratings[r][school].figure.target;
        says = says || to->now[r];
    }
    return says;
}

static enum error take_schools(struct past_set *past, struct past_review *review,
                               const struct grid_import *grid, struct trouble *trouble)
{
    const char *path = past->files[past->file_count - 1].path;
    for (unsigned s = 0; s < grid->school_count; s++) {
        struct past_school school = {.file = (uint8_t)(past->file_count - 1)};
        if (!take_school(&school, grid, s))
            continue;
        for (unsigned i = 0; i < review->school_count; i++)
            if (text_same(review->schools[i].name, school.name))
                return trouble_set(trouble, ERROR_EXISTS, word(WORD_REVIEWS_SCHOOL_TWICE), path,
                                   school.name, past->files[review->schools[i].file].path);
        if (review->school_count == SCHOOLS_MAX)
            return trouble_set(trouble, ERROR_RANGE, word(WORD_REVIEWS_SCHOOLS), path, SCHOOLS_MAX);
        review->schools[review->school_count++] = school;
    }
    return ERROR_OK;
}

/* A review that a workshop file has told already is known from there. */
static enum error take_review(struct past_set *past, const struct past_source *source,
                              const struct grid_import *grid, struct trouble *trouble)
{
    struct past_review begun = {
        .day = source->day, .file = (uint8_t)(past->file_count - 1), .origin = PAST_CSV};
    enum error e = take_title(begun.title, source, trouble);
    if (e != ERROR_OK)
        return e;
    struct past_review *known = past_find(past, begun.day, begun.title);
    if (known && known->origin == PAST_CSV)
        return take_schools(past, known, grid, trouble);
    if (known) {
        known->twice = true;
        return ERROR_OK;
    }
    e = take_schools(past, &begun, grid, trouble);
    if (e == ERROR_OK && begun.school_count == 0)
        e = trouble_set(trouble, ERROR_FORMAT, word(WORD_REVIEWS_NO_RATINGS), source->path);
    return e == ERROR_OK ? past_add(past, &begun, trouble) : e;
}

/* What is wrong with a cell does not say in which file. */
static enum error read_grid(struct grid_import *grid, const struct past_set *past, const char *path,
                            struct trouble *trouble)
{
    struct grid_hints hints = {.conditions = past->conditions + 1,
                               .condition_count = past->condition_count};
    struct trouble said = {0};
    enum error e = grid_read_file(grid, path, &hints, &said);
    if (e == ERROR_FORMAT || e == ERROR_RANGE)
        return trouble_set(trouble, e, "%s: %s", path, said.text);
    return e == ERROR_OK ? ERROR_OK : trouble_set(trouble, e, "%s", said.text);
}

enum error past_read_csv(struct past_set *past, const struct past_source *source,
                         struct trouble *trouble)
{
    struct grid_import *grid = calloc(1, sizeof *grid);
    enum error e = grid ? read_grid(grid, past, source->path, trouble) : ERROR_MEMORY;
    if (e == ERROR_OK && grid->training && !past->training)
        e = trouble_set(trouble, ERROR_FORMAT, word(WORD_TRAINING_NOT_INTO_REVIEW), source->path);
    if (e == ERROR_OK && !source->day)
        e = trouble_set(trouble, ERROR_FORMAT, word(WORD_REVIEWS_NO_DAY), source->path);
    if (e == ERROR_OK) {
        take_rows(&past->files[past->file_count - 1], grid);
        e = take_review(past, source, grid, trouble);
    }
    free(grid);
    return e;
}
