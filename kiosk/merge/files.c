#include "merge/reading.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

bool merge_same_file(const char *a, const char *b)
{
    struct stat x, y;
    return stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}

static enum error check_place(const struct merge *merge, const char *path, struct trouble *trouble)
{
    if (strlen(path) >= MERGE_PATH_SIZE)
        return trouble_set(trouble, ERROR_RANGE, "A file's name is too long.");
    if (merge_same_file(path, merge->files[MERGE_OURS].path))
        return trouble_set(trouble, ERROR_EXISTS,
                           "%s is the workshop itself: there is nothing to bring in from it.",
                           path);
    for (unsigned file = 1; file <= merge->file_count; file++)
        if (merge_same_file(path, merge->files[file].path))
            return trouble_set(trouble, ERROR_EXISTS, "%s is named twice.", path);
    return ERROR_OK;
}

enum error merge_read_file(struct model **out, const char *path, struct trouble *trouble)
{
    struct journal *journal;
    struct store *store = NULL;
    *out = NULL;
    enum error e = journal_open_to_read(&journal, path, trouble);
    if (e == ERROR_OK)
        e = store_create(&store, &journal, trouble);
    if (e == ERROR_OK && !store_model(store)->created)
        e = trouble_set(trouble, ERROR_FORMAT, "%s was never begun: it holds no workshop.", path);
    if (e == ERROR_OK)
        e = model_create(out);
    if (e == ERROR_OK)
        memcpy(*out, store_model(store), sizeof **out);
    store_destroy(&store);
    return e;
}

static enum error read_all(struct merge *merge, const char *const *paths, unsigned count,
                           struct trouble *trouble)
{
    if (count > MERGE_FILES_MAX)
        return trouble_set(trouble, ERROR_RANGE, "Please bring in up to %d files at a time.",
                           MERGE_FILES_MAX);
    for (unsigned i = 0; i < count; i++) {
        enum error e = check_place(merge, paths[i], trouble);
        if (e != ERROR_OK)
            return e;
        struct merge_file *file = &merge->files[++merge->file_count];
        text_copy(file->path, sizeof file->path, paths[i]);
        e = merge_read_file(&file->owned, file->path, trouble);
        if (e != ERROR_OK)
            return e;
        file->model = file->owned;
    }
    return ERROR_OK;
}

enum error merge_create(struct merge **out, struct store *store, const char *const *paths,
                        unsigned count, struct trouble *trouble)
{
    struct merge *merge = *out = calloc(1, sizeof *merge);
    if (!merge)
        return ERROR_MEMORY;
    struct merge_file *ours = &merge->files[MERGE_OURS];
    ours->model = store_model(store);
    text_copy(ours->path, sizeof ours->path, journal_path(store_journal(store)));
    enum error e = read_all(merge, paths, count, trouble);
    if (e == ERROR_OK)
        e = merge_compare(merge, trouble);
    if (e != ERROR_OK)
        merge_destroy(out);
    return e;
}

void merge_destroy(struct merge **out)
{
    struct merge *merge = *out;
    for (unsigned file = 0; merge && file < MERGE_CANDIDATES_MAX; file++)
        model_destroy(&merge->files[file].owned);
    free(merge);
    *out = NULL;
}
