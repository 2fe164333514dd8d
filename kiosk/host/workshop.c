#include "host/workshop.h"

#include "host/clock.h"
#include "words/words.h"

#include <sys/stat.h>

static enum error never_begun(const char *path, struct trouble *trouble)
{
    return trouble_set(trouble, ERROR_FORMAT, "%s was never begun: it holds no workshop.", path);
}

enum error workshop_open(struct store **out, const char *path, bool to_read,
                         struct trouble *trouble)
{
    struct journal *journal;
    *out = NULL;
    enum error e = to_read ? journal_open_to_read(&journal, path, trouble)
                           : journal_open(&journal, path, trouble);
    if (e == ERROR_OK)
        e = store_create(out, &journal, trouble);
    if (e == ERROR_OK && !store_model(*out)->created)
        e = never_begun(path, trouble);
    if (e != ERROR_OK)
        store_destroy(out);
    return e;
}

enum error workshop_read_into(struct model *model, const char *path, struct trouble *trouble)
{
    struct journal *journal;
    enum error e = journal_open_to_read(&journal, path, trouble);
    if (e == ERROR_OK)
        e = store_replay(model, journal, trouble);
    journal_destroy(&journal);
    return e == ERROR_OK && !model->created ? never_begun(path, trouble) : e;
}

enum error workshop_read(struct model **out, const char *path, struct trouble *trouble)
{
    enum error e = model_create(out);
    if (e == ERROR_OK)
        e = workshop_read_into(*out, path, trouble);
    if (e != ERROR_OK)
        model_destroy(out);
    return e;
}

int64_t workshop_now(const struct store *store)
{
    struct clock clock;
    clock_start(&clock, store_last_ms(store));
    return clock_now(&clock);
}

bool workshop_same_file(const char *a, const char *b)
{
    struct stat x, y;
    return stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}

enum error workshop_may_give(const struct model *from, const char *path, bool to_training,
                             struct trouble *trouble)
{
    if (from->training == to_training)
        return ERROR_OK;
    return trouble_set(
        trouble, ERROR_FORMAT,
        word(from->training ? WORD_TRAINING_NOT_INTO_REVIEW : WORD_TRAINING_NOT_FROM_REVIEW), path);
}
