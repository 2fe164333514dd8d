#include "presenter/bringing.h"

#include "base/text.h"
#include "host/clock.h"
#include "words/words.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int is_workshop(const struct dirent *entry)
{
    const char *end = strrchr(entry->d_name, '.');
    return end && strcmp(end, ".plenary") == 0;
}

void bringing_find(void (*give)(void *context, const char *path), void *context)
{
    char folder[OPENING_PATH_SIZE], path[OPENING_PATH_SIZE];
    struct trouble trouble = {0};
    struct dirent **found = NULL;
    int count = 0;
    if (opening_folder(folder, &trouble) == ERROR_OK)
        count = scandir(folder, &found, is_workshop, alphasort);
    for (int i = 0; i < count; i++) {
        if (snprintf(path, sizeof path, "%s/%s", folder, found[i]->d_name) < OPENING_PATH_SIZE)
            give(context, path);
        free(found[i]);
    }
    free(found);
}

static void add_found(void *context, const char *path)
{
    bring_add(context, path, false);
}

static void go_to(struct bring_screen *screen, enum bring_step step)
{
    screen->step = step;
    screen->arrived = true;
    screen->top = 0;
}

void bringing_open(struct bringing *b)
{
    b->screen.up = true;
    b->screen.trouble[0] = '\0';
    go_to(&b->screen, BRING_CHOOSING);
    bringing_find(add_found, &b->screen);
}

static void let_go(struct bringing *b)
{
    merge_destroy(&b->screen.merge);
    store_destroy(&b->store);
}

void bringing_close(struct bringing *b)
{
    let_go(b);
    b->screen.up = false;
}

static void fail(struct bringing *b, enum error e, const struct trouble *trouble)
{
    let_go(b);
    text_copy(b->screen.trouble, sizeof b->screen.trouble,
              trouble->text[0] ? trouble->text : error_text(e));
    go_to(&b->screen, BRING_CHOOSING);
}

static void compare(struct bringing *b, const char *into)
{
    const char *paths[BRING_FILES_MAX];
    unsigned count = 0;
    struct link_random random = link_random_system();
    struct trouble trouble = {0};
    struct opening asked = {.file = into};
    for (int i = 0; i < b->screen.file_count; i++)
        if (bring_takes(&b->screen, i))
            paths[count++] = b->screen.files[i].path;
    b->screen.trouble[0] = '\0';
    enum error e = opening_do(&b->store, &b->report, &asked, &random, &trouble);
    if (e == ERROR_OK)
        e = merge_create(&b->screen.merge, b->store, paths, count, &trouble);
    if (e == ERROR_OK)
        go_to(&b->screen, BRING_COMPARING);
    else
        fail(b, e, &trouble);
}

static void take(struct bringing *b)
{
    struct link_random random = link_random_system();
    struct trouble trouble = {0};
    struct merge_report report;
    struct clock clock;
    char sum[MERGE_TEXT_SIZE];
    clock_start(&clock, store_last_ms(b->store));
    enum error e =
        merge_apply(&report, b->screen.merge, b->store, &random, clock_now(&clock), &trouble);
    if (e != ERROR_OK) {
        fail(b, e, &trouble);
        return;
    }
    merge_sum(sum, &report);
    snprintf(b->screen.done, sizeof b->screen.done, word(WORD_MERGE_DONE), sum);
    go_to(&b->screen, BRING_DONE);
    for (int i = 0; i < b->screen.file_count; i++)
        b->screen.files[i].chosen = false;
}

static void go_back(struct bringing *b)
{
    enum bring_step step = b->screen.step;
    let_go(b);
    if (step == BRING_COMPARING)
        go_to(&b->screen, BRING_CHOOSING);
    else
        bringing_close(b);
}

bool bringing_obey(struct bringing *b, enum bring_choice choice, const char *into)
{
    switch (choice) {
    case BRING_COMPARE:
        compare(b, into);
        return false;
    case BRING_TAKE:
        take(b);
        return false;
    case BRING_BACK:
        go_back(b);
        return false;
    case BRING_OPEN:
        merge_destroy(&b->screen.merge);
        return b->store;
    case BRING_NOTHING:
        return false;
    }
    return false;
}
