#include "merge/merge.h"

#include "base/text.h"
#include "host/workshop.h"

#include <stdlib.h>
#include <string.h>

static enum error check_place(const struct merge *merge, const char *path, struct trouble *trouble)
{
    if (strlen(path) >= MERGE_PATH_SIZE)
        return trouble_set(trouble, ERROR_RANGE, "A file's name is too long.");
    if (workshop_same_file(path, merge->files[MERGE_OURS].path))
        return trouble_set(trouble, ERROR_EXISTS,
                           "%s is the workshop itself: there is nothing to bring in from it.",
                           path);
    for (unsigned file = 1; file <= merge->file_count; file++)
        if (workshop_same_file(path, merge->files[file].path))
            return trouble_set(trouble, ERROR_EXISTS, "%s is named twice.", path);
    return ERROR_OK;
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
        e = workshop_read(&file->owned, file->path, trouble);
        if (e == ERROR_OK)
            e = workshop_may_give(file->owned, file->path, merge->files[MERGE_OURS].model->training,
                                  trouble);
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
