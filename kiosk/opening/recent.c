#include "opening/recent.h"

#include "base/text.h"
#include "host/store.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* $XDG_STATE_HOME/plenary, else ~/.local/state/plenary; made if need be. False: there is none. */
static bool state_folder(char *to, size_t size)
{
    const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
    int length = state && state[0]
                     ? snprintf(to, size, "%s/plenary", state)
                     : snprintf(to, size, "%s/.local/state/plenary", home ? home : "");
    if (length < 0 || (size_t)length >= size)
        return false;
    for (char *slash = to + 1; (slash = strchr(slash, '/')); slash++) {
        *slash = '\0';
        int made = mkdir(to, 0700);
        *slash = '/';
        if (made != 0 && errno != EEXIST)
            return false;
    }
    return mkdir(to, 0700) == 0 || errno == EEXIST;
}

static bool list_path(char *to, size_t size)
{
    char folder[JOURNAL_PATH_SIZE - 16];
    return state_folder(folder, sizeof folder) &&
           snprintf(to, size, "%s/recent", folder) < (int)size;
}

/* The kept paths, newest first; returns how many. */
static unsigned read_paths(char (*paths)[JOURNAL_PATH_SIZE])
{
    char path[JOURNAL_PATH_SIZE];
    unsigned count = 0;
    FILE *file = list_path(path, sizeof path) ? fopen(path, "re") : NULL;
    while (file && count < RECENT_KEPT && fgets(paths[count], JOURNAL_PATH_SIZE, file)) {
        paths[count][strcspn(paths[count], "\n")] = '\0';
        count += paths[count][0] != '\0';
    }
    if (file)
        fclose(file);
    return count;
}

void recent_remember(const char *path)
{
    char kept[RECENT_KEPT][JOURNAL_PATH_SIZE], list[JOURNAL_PATH_SIZE],
        beside[JOURNAL_PATH_SIZE + 8];
    char whole[PATH_MAX];
    if (!realpath(path, whole) || strchr(whole, '\n') || !list_path(list, sizeof list))
        return;
    unsigned count = read_paths(kept);
    snprintf(beside, sizeof beside, "%s.new", list);
    FILE *file = fopen(beside, "we");
    if (!file)
        return;
    fprintf(file, "%s\n", whole);
    for (unsigned i = 0, written = 1; i < count && written < RECENT_KEPT; i++)
        if (strcmp(kept[i], whole) != 0) {
            fprintf(file, "%s\n", kept[i]);
            written++;
        }
    if (fclose(file) != 0 || rename(beside, list) != 0)
        unlink(beside);
}

static void name_after_file(struct recent *recent)
{
    const char *slash = strrchr(recent->path, '/');
    text_copy(recent->title, sizeof recent->title, slash ? slash + 1 : recent->path);
}

/* Looks into one workshop file. */
static void look(struct recent *recent)
{
    struct journal *journal;
    struct store *store = NULL;
    struct trouble trouble;
    enum error e = journal_open_to_read(&journal, recent->path, &trouble);
    if (e == ERROR_OK)
        e = store_create(&store, &journal, &trouble);
    if (e != ERROR_OK) {
        name_after_file(recent);
        recent->has_copy = journal_newest_backup(&recent->copy, recent->path, NULL) == ERROR_OK;
        return;
    }
    const struct model *model = store_model(store);
    text_copy(recent->title, sizeof recent->title, model->title);
    recent->schools = model->school_count;
    recent->of = (uint16_t)(model->school_count * model->condition_count);
    for (condition_id c = 1; c <= model->condition_count; c++)
        for (school_id s = 1; s <= model->school_count; s++)
            recent->agreed = (uint16_t)(recent->agreed + model->ratings[c][s].settled);
    recent->closed = model->closed;
    recent->training = model->training;
    recent->last_ms = store_last_ms(store);
    recent->opens = true;
    store_destroy(&store);
}

unsigned recent_list(struct recent out[RECENT_SHOWN])
{
    char paths[RECENT_KEPT][JOURNAL_PATH_SIZE];
    unsigned kept = read_paths(paths), count = 0;
    for (unsigned i = 0; i < kept && count < RECENT_SHOWN; i++) {
        if (access(paths[i], F_OK) != 0)
            continue;
        struct recent *recent = &out[count++];
        memset(recent, 0, sizeof *recent);
        text_copy(recent->path, sizeof recent->path, paths[i]);
        look(recent);
    }
    return count;
}
