#include "content/content.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "content/draft.h"
#include "content/folder.h"

const char *content_assets(void)
{
    const char *named = getenv("PLENARY_ASSETS");
    if (named && named[0])
        return named;
    return access(PLENARY_ASSETS_SOURCE, R_OK) == 0 ? PLENARY_ASSETS_SOURCE
                                                    : PLENARY_ASSETS_INSTALLED;
}

/* The first agenda of that id, or simply the first; NULL when there is none. */
static const struct agenda_draft *agenda_of(const struct draft *draft, const char *id)
{
    for (uint8_t i = 0; i < draft->agenda_count; i++)
        if (!id || strcmp(draft->agendas[i].agenda.id, id) == 0)
            return &draft->agendas[i];
    return NULL;
}

enum error content_load(struct pack *out, const char *path, const char *agenda_id,
                        struct trouble *t)
{
    struct draft *draft;
    memset(out, 0, sizeof *out);
    enum error e = content_draft_read(&draft, path, t);
    if (e)
        return e;
    const struct agenda_draft *agenda = agenda_of(draft, agenda_id);
    if (agenda) {
        *out = draft->pack;
        out->agenda = agenda->agenda;
        out->agenda.item_count = agenda->item_count;
        for (uint8_t i = 0; i < agenda->item_count; i++)
            out->agenda.items[i] = agenda->items[i].item;
    } else {
        e = trouble_set(t, ERROR_ABSENT, "%s has no agenda \"%s\".", path, agenda_id);
    }
    content_draft_destroy(&draft);
    return e;
}

static void describe(struct content_entry *entry, const struct draft *draft,
                     const struct agenda_draft *draft_agenda)
{
    const struct agenda *agenda = &draft_agenda->agenda;
    text_copy(entry->pack_title, sizeof entry->pack_title, draft->pack.title);
    text_copy(entry->agenda_id, sizeof entry->agenda_id, agenda->id);
    text_copy(entry->agenda_title, sizeof entry->agenda_title, agenda->title);
    text_copy(entry->about, sizeof entry->about, agenda->about);
    text_copy(entry->example, sizeof entry->example, draft_agenda->example);
    entry->condition_count = draft->pack.condition_count;
    entry->item_count = draft_agenda->item_count;
}

/* The next free entry, or NULL. */
static struct content_entry *entry_add(struct content_catalogue *all, const char *path)
{
    if (all->count == CONTENT_ENTRIES_MAX)
        return NULL;
    struct content_entry *entry = &all->entries[all->count++];
    memset(entry, 0, sizeof *entry);
    text_copy(entry->path, sizeof entry->path, path);
    return entry;
}

/* Adds one file's agendas, or what is wrong with it. */
static enum error list_file(void *context, const char *path)
{
    struct content_catalogue *out = context;
    struct draft *draft;
    struct trouble trouble = {""};
    enum error e = content_draft_read(&draft, path, &trouble);
    if (e) {
        struct content_entry *entry = entry_add(out, path);
        if (entry)
            entry->trouble = trouble;
        return entry ? ERROR_OK : ERROR_RANGE;
    }
    for (uint8_t i = 0; i < draft->agenda_count && !e; i++) {
        struct content_entry *entry = entry_add(out, path);
        if (entry)
            describe(entry, draft, &draft->agendas[i]);
        else
            e = ERROR_RANGE;
    }
    content_draft_destroy(&draft);
    return e;
}

enum error content_list(struct content_catalogue *out, const char *folder, struct trouble *t)
{
    out->count = 0;
    enum error e = content_folder_each(folder, "packs", list_file, out, t);
    if (e == ERROR_RANGE)
        return trouble_set(t, e, "There are more than %d agendas; the others are left out.",
                           CONTENT_ENTRIES_MAX);
    return e;
}

/* "cluster-workshop, centre-review": what could have been named. */
static void join_ids(char *to, size_t size, const struct content_catalogue *all)
{
    size_t used = 0;
    to[0] = '\0';
    for (uint16_t i = 0; i < all->count && used < size; i++)
        if (all->entries[i].agenda_id[0])
            used += (size_t)snprintf(to + used, size - used, "%s%s", used ? ", " : "",
                                     all->entries[i].agenda_id);
}

/* By id, among the packs folder's. */
static enum error find_by_id(struct content_entry *out, const struct content_catalogue *all,
                             const char *id, struct trouble *t)
{
    char ids[256];
    for (uint16_t i = 0; i < all->count; i++)
        if (all->entries[i].agenda_id[0] && strcmp(all->entries[i].agenda_id, id) == 0) {
            *out = all->entries[i];
            return ERROR_OK;
        }
    join_ids(ids, sizeof ids, all);
    for (uint16_t i = 0; i < all->count; i++)
        if (all->entries[i].trouble.text[0])
            return trouble_set(t, ERROR_ABSENT, "There is no agenda \"%.64s\", only: %s. But %s",
                               id, ids, all->entries[i].trouble.text);
    return trouble_set(t, ERROR_ABSENT, "There is no agenda \"%.64s\", only: %s.", id, ids);
}

/* By the path of a file: its first agenda. */
static enum error find_by_path(struct content_entry *out, const char *path, struct trouble *t)
{
    struct draft *draft;
    if (strlen(path) >= sizeof out->path)
        return trouble_set(t, ERROR_RANGE, "The path of the pack is too long.");
    enum error e = content_draft_read(&draft, path, t);
    if (e)
        return e;
    text_copy(out->path, sizeof out->path, path);
    describe(out, draft, &draft->agendas[0]);
    content_draft_destroy(&draft);
    return ERROR_OK;
}

enum error content_find_agenda(struct content_entry *out, const char *name, struct trouble *t)
{
    memset(out, 0, sizeof *out);
    if (content_is_path(name))
        return find_by_path(out, name, t);
    struct content_catalogue *all = malloc(sizeof *all);
    if (!all)
        return trouble_set(t, ERROR_MEMORY, "%s.", error_text(ERROR_MEMORY));
    enum error e = content_list(all, NULL, t);
    if (!e || e == ERROR_RANGE)
        e = find_by_id(out, all, name, t);
    free(all);
    return e;
}
