#include "content/rehearsal.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "content/folder.h"
#include "content/rehearsal_draft.h"

const char *temperament_word(enum temperament t)
{
    static const char *const words[] = {
#define X(name, word) [TEMPERAMENT_##name] = word,
        TEMPERAMENT_LIST(X)
#undef X
    };
    assert(t < TEMPERAMENT_COUNT);
    return words[t];
}

const char *rehearsal_deed_word(enum rehearsal_deed d)
{
    static const char *const words[] = {
#define X(name, word) [DEED_##name] = word,
        ACT_LIST(X)
#undef X
    };
    assert(d < DEED_COUNT);
    return words[d];
}

/* ------------------------------------------------------------------ reading */

condition_id content_condition_of(const struct pack *pack, const char *id)
{
    for (condition_id k = 1; k <= pack->condition_count; k++)
        if (strcmp(pack->conditions[k - 1].id, id) == 0)
            return k;
    return 0;
}

static void take_school(struct rehearsal_school *to, const struct rehearsal_school_draft *from)
{
    *to = from->school;
    memcpy(to->now + 1, from->now, from->now_count);
    memcpy(to->target + 1, from->target, from->target_count);
    for (uint8_t k = 1; k <= from->months_count; k++)
        to->months[k] = to->target[k] ? from->months[k - 1] : 0;
}

static void take_role(struct rehearsal_pack *out, struct rehearsal_role *to,
                      const struct rehearsal_role_draft *from, const struct pack *content)
{
    /* what the role says has been put there while the file was checked */
    struct rehearsal_role role = from->role;
    role.says_count = to->says_count;
    memcpy(role.says, to->says, sizeof role.says);
    while (!text_same(out->schools[role.school].name, from->school))
        role.school++;
    role.defends = content_condition_of(content, from->defends);
    role.vote_count = from->vote_count;
    for (uint8_t i = 0; i < from->vote_count; i++)
        role.votes[i] = content_condition_of(content, from->votes[i]);
    role.propose_count = from->propose_count;
    for (uint8_t i = 0; i < from->propose_count; i++) {
        role.proposes[i] = from->proposes[i].proposal;
        role.proposes[i].condition = content_condition_of(content, from->proposes[i].condition);
    }
    role.leaves_at = from->leaves.at;
    role.leaves_minutes = from->leaves.minutes;
    *to = role;
}

static void take_moment(struct rehearsal_pack *out, struct rehearsal_moment *to,
                        const struct rehearsal_moment_draft *from, const struct pack *content)
{
    memcpy(to->title, from->title, sizeof to->title);
    to->act_count = from->act_count;
    for (uint8_t i = 0; i < from->act_count; i++) {
        struct rehearsal_act *act = &to->acts[i];
        *act = from->acts[i].act;
        while (!text_same(out->roles[act->role].name, from->acts[i].role))
            act->role++;
        act->condition = content_condition_of(content, from->acts[i].condition);
    }
}

/* Everything by name is there: content_rehearsal_sense has seen to it. */
static void take_all(struct rehearsal_pack *out, const struct rehearsal_draft *draft,
                     const struct pack *content)
{
    memcpy(out->id, draft->id, sizeof out->id);
    memcpy(out->title, draft->title, sizeof out->title);
    memcpy(out->about, draft->about, sizeof out->about);
    memcpy(out->language, draft->language, sizeof out->language);
    memcpy(out->agenda, draft->agenda, sizeof out->agenda);
    out->condition_count = content->condition_count;
    out->school_count = draft->school_count;
    out->role_count = draft->role_count;
    out->moment_count = draft->moment_count;
    for (uint8_t i = 0; i < draft->school_count; i++)
        take_school(&out->schools[i], &draft->schools[i]);
    for (uint8_t i = 0; i < draft->role_count; i++)
        take_role(out, &out->roles[i], &draft->roles[i], content);
    for (uint8_t i = 0; i < draft->moment_count; i++)
        take_moment(out, &out->moments[i], &draft->moments[i], content);
}

static enum error load_path(struct rehearsal_pack **out, const char *path, struct trouble *t)
{
    void *data = NULL;
    struct rehearsal_reading reading = {.pack = calloc(1, sizeof *reading.pack),
                                        .content = malloc(sizeof *reading.content)};
    enum error e = reading.pack && reading.content
                       ? content_form_read(&data, &content_form_rehearsal, &reading, path, t)
                       : trouble_set(t, ERROR_MEMORY, "%s.", error_text(ERROR_MEMORY));
    if (!e)
        take_all(reading.pack, data, reading.content);
    content_form_free(&content_form_rehearsal, &data);
    free(reading.content);
    if (e)
        rehearsal_pack_destroy(&reading.pack);
    *out = reading.pack;
    return e;
}

void rehearsal_pack_destroy(struct rehearsal_pack **pack)
{
    free(*pack);
    *pack = NULL;
}

/* ------------------------------------------------------------------ the folder */

static void describe(struct rehearsal_entry *entry, const struct rehearsal_draft *draft)
{
    text_copy(entry->id, sizeof entry->id, draft->id);
    text_copy(entry->title, sizeof entry->title, draft->title);
    text_copy(entry->about, sizeof entry->about, draft->about);
    entry->order = draft->order;
    entry->school_count = draft->school_count;
    entry->role_count = draft->role_count;
    entry->moment_count = draft->moment_count;
}

/* Adds one file, or what is wrong with it. */
static enum error list_file(void *context, const char *path)
{
    struct rehearsal_catalogue *all = context;
    struct rehearsal_reading reading = {.pack = calloc(1, sizeof *reading.pack)};
    void *data = NULL;
    if (!reading.pack)
        return ERROR_MEMORY;
    enum error e = ERROR_RANGE;
    if (all->count < REHEARSALS_MAX) {
        struct rehearsal_entry *entry = &all->entries[all->count++];
        memset(entry, 0, sizeof *entry);
        text_copy(entry->path, sizeof entry->path, path);
        e = content_form_read(&data, &content_form_rehearsal, &reading, path, &entry->trouble);
        if (!e)
            describe(entry, data);
        e = ERROR_OK;
    }
    content_form_free(&content_form_rehearsal, &data);
    rehearsal_pack_destroy(&reading.pack);
    return e;
}

static int compare_entries(const void *a, const void *b)
{
    const struct rehearsal_entry *first = a, *second = b;
    int last = REHEARSAL_ORDER_MAX + 1;
    int by = (first->order ? first->order : last) - (second->order ? second->order : last);
    return by ? by : strcmp(first->path, second->path);
}

enum error content_list_rehearsals(struct rehearsal_catalogue *out, const char *folder,
                                   struct trouble *t)
{
    out->count = 0;
    enum error e = content_folder_each(folder, "rehearsals", list_file, out, t);
    qsort(out->entries, out->count, sizeof *out->entries, compare_entries);
    if (e == ERROR_RANGE)
        return trouble_set(t, e, "There are more than %d rehearsals; the others are left out.",
                           REHEARSALS_MAX);
    return e;
}

static enum error find(char path[CONTENT_PATH_SIZE], const char *id, struct trouble *t)
{
    struct rehearsal_catalogue *all = malloc(sizeof *all);
    char ids[256] = "";
    size_t used = 0;
    if (!all)
        return trouble_set(t, ERROR_MEMORY, "%s.", error_text(ERROR_MEMORY));
    enum error e = content_list_rehearsals(all, NULL, t);
    bool listed = !e || e == ERROR_RANGE, found = false;
    for (uint16_t i = 0; listed && i < all->count && !found; i++) {
        const struct rehearsal_entry *entry = &all->entries[i];
        found = entry->id[0] && strcmp(entry->id, id) == 0;
        if (found)
            text_copy(path, CONTENT_PATH_SIZE, entry->path);
        if (entry->id[0] && used < sizeof ids)
            used += (size_t)snprintf(ids + used, sizeof ids - used, "%s%s", used ? ", " : "",
                                     entry->id);
    }
    if (listed)
        e = found ? ERROR_OK
                  : trouble_set(t, ERROR_ABSENT, "There is no rehearsal \"%.64s\", only: %s.", id,
                                ids);
    free(all);
    return e;
}

enum error content_load_rehearsal(struct rehearsal_pack **out, const char *name, struct trouble *t)
{
    char path[CONTENT_PATH_SIZE];
    *out = NULL;
    if (content_is_path(name))
        return load_path(out, name, t);
    enum error e = find(path, name, t);
    return e ? e : load_path(out, path, t);
}
