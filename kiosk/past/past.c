#include "past/past.h"

#include "base/text.h"
#include "host/workshop.h"
#include "past/parts.h"
#include "words/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum error past_create(struct past_set **out, const struct room *room, const char *here)
{
    struct past_set *past = *out = calloc(1, sizeof *past);
    if (!past)
        return ERROR_MEMORY;
    text_copy(past->here, sizeof past->here, here ? here : "");
    past->training = room->workshop.training;
    past->condition_count = room->workshop.condition_count;
    memcpy(past->conditions, room->conditions, sizeof past->conditions);
    return ERROR_OK;
}

void past_destroy(struct past_set **past)
{
    free(*past);
    *past = NULL;
}

const char *past_file_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static bool is_here(const struct past_set *past, const char *path)
{
    return past->here[0] && workshop_same_file(path, past->here);
}

/* By its name, else by how SQLite's files begin. The workshop's own is not looked into. */
static bool is_workshop(const struct past_set *past, const char *path)
{
    static const char end[] = ".plenary", beginning[] = "SQLite format 3";
    char bytes[sizeof beginning] = "";
    size_t length = strlen(path);
    if (is_here(past, path) ||
        (length > strlen(end) && strcmp(path + length - strlen(end), end) == 0))
        return true;
    FILE *file = fopen(path, "rb");
    if (!file)
        return false;
    size_t got = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    return got == sizeof bytes && memcmp(bytes, beginning, sizeof bytes) == 0;
}

static enum error check_place(const struct past_set *past, const char *path,
                              struct trouble *trouble)
{
    if (strlen(path) >= PAST_PATH_SIZE)
        return trouble_set(trouble, ERROR_RANGE, word(WORD_REVIEWS_PATH));
    if (is_here(past, path))
        return trouble_set(trouble, ERROR_EXISTS, word(WORD_REVIEWS_OWN_FILE), path);
    for (unsigned i = 0; i < past->file_count; i++)
        if (workshop_same_file(path, past->files[i].path))
            return trouble_set(trouble, ERROR_EXISTS, word(WORD_REVIEWS_NAMED_TWICE), path);
    if (past->file_count == PAST_FILES_MAX)
        return trouble_set(trouble, ERROR_RANGE, word(WORD_REVIEWS_FILES), PAST_FILES_MAX);
    return ERROR_OK;
}

static enum error read_into(struct past_set *past, const struct past_source *source,
                            struct trouble *trouble)
{
    struct past_file *file = &past->files[past->file_count++];
    text_copy(file->path, sizeof file->path, source->path);
    enum error e = is_workshop(past, source->path) ? past_read_workshop(past, trouble)
                                                   : past_read_csv(past, source, trouble);
    if (e == ERROR_OK)
        past_match_rows(past);
    return e;
}

enum error past_read(struct past_set *past, const struct past_source *source,
                     struct trouble *trouble)
{
    enum error e = check_place(past, source->path, trouble);
    if (e != ERROR_OK)
        return e;
    struct past_set *draft = malloc(sizeof *draft);
    if (!draft)
        return ERROR_MEMORY;
    memcpy(draft, past, sizeof *draft);
    e = read_into(draft, source, trouble);
    if (e == ERROR_OK)
        memcpy(past, draft, sizeof *past);
    free(draft);
    return e;
}

struct past_review *past_find(struct past_set *past, uint32_t day, const char *title)
{
    for (unsigned i = 0; i < past->review_count; i++)
        if (past->reviews[i].day == day && text_same(past->reviews[i].title, title))
            return &past->reviews[i];
    return NULL;
}

enum error past_add(struct past_set *past, const struct past_review *review,
                    struct trouble *trouble)
{
    if (past->review_count == REVIEWS_MAX)
        return trouble_set(trouble, ERROR_RANGE, word(WORD_REVIEWS_MOST),
                           past->files[review->file].path, REVIEWS_MAX);
    past->reviews[past->review_count++] = *review;
    return ERROR_OK;
}

bool past_translate(struct past *to, const struct past_set *past, const struct past_school *school)
{
    const struct past_file *file = &past->files[school->file];
    bool says = false;
    memset(to, 0, sizeof *to);
    for (unsigned r = 0; r < file->row_count; r++) {
        const struct past_row *row = &file->rows[r];
        if (row->match != PAST_MATCHED || !school->now[r])
            continue;
        to->now[row->condition] = school->now[r];
        to->target[row->condition] = school->target[r];
        says = true;
    }
    return says;
}
