/* What is dropped and pasted before a workshop has begun: held against what will begin, and brought
 * into it once it is made. */

#include "presenter/starting_parts.h"

#include "model/portray.h"
#include "presenter/pasting.h"

#include <string.h>

/* The workshop that would begin now, for what is in the basket to be held against. */
static void follow_room(struct starting *s)
{
    const struct start_screen *screen = &s->screen;
    int chosen = screen->agenda.chosen;
    int agenda = chosen >= 0 && chosen < screen->entry_count ? screen->entries[chosen] : -1;
    size_t schools = (size_t)screen->school_count * sizeof *screen->schools;
    struct trouble trouble = {0};
    if (agenda < 0 || (agenda == s->room_agenda && screen->school_count == s->room_school_count &&
                       memcmp(screen->schools, s->room_schools, schools) == 0))
        return;
    if (agenda != s->room_agenda) {
        const struct content_entry *entry = &s->packs.entries[agenda];
        if (content_load(&s->room_pack, entry->path, entry->agenda_id, &trouble) != ERROR_OK)
            return; /* beginning will say so */
        s->gathering.stale = true;
    }
    s->room_agenda = agenda;
    s->room_school_count = screen->school_count;
    memcpy(s->room_schools, screen->schools, schools);
    gathering_room(s->room, &s->room_pack, (const char(*)[NAME_SIZE])s->room_schools,
                   s->room_school_count);
}

void starting_follow(struct starting *s)
{
    struct gathering_ground ground = {.room = s->room, .today = s->given.brought.today};
    follow_room(s);
    if (s->room_agenda >= 0)
        gathering_follow(&s->gathering, &ground);
    s->given.brought.conditions = s->gathering.conditions;
    s->given.brought.condition_count = s->gathering.condition_count;
    for (int i = 0; i < s->screen.earlier.count; i++)
        s->screen.earlier.compared[i] =
            gathering_has(&s->gathering, s->screen.earlier.paths[i], BASKET_REVIEW);
}

/* Another choice of an earlier workshop to compare with, or the same one taken back. */
void starting_turn_compare(struct starting *s, int which)
{
    const char *path = s->screen.earlier.paths[which];
    if (!gathering_has(&s->gathering, path, BASKET_REVIEW))
        gathering_drop_as(&s->gathering, path, BASKET_REVIEW);
    else
        gathering_leave(&s->gathering, path);
}

/* What was gathered comes into the workshop that was just made. */
enum error starting_fill(void *context, struct store *store, struct opening_report *report,
                         const struct link_random *random, int64_t now_ms, struct trouble *trouble)
{
    struct starting *s = context;
    struct gathering_load *load = NULL;
    struct room *room = NULL;
    enum error e = gathering_load(&load, &s->gathering);
    s->gathering.stale = true; /* should it fail, all of it is read again */
    if (e == ERROR_OK)
        e = room_portray(&room, store_model(store), AUDIENCE_FACILITATOR, 0);
    if (e == ERROR_OK && load->import)
        e = import_compare(load->import, room, trouble);
    if (e == ERROR_OK)
        e = gathering_unload(load, store, random, now_ms, trouble);
    if (e == ERROR_OK)
        earlier_add(&report->earlier, &load->earlier);
    room_destroy(&room);
    gathering_load_destroy(&load);
    return e;
}

static bool is_workshop(const char *path)
{
    const char *end = strrchr(path, '.');
    return end && strcmp(end, ".plenary") == 0;
}

/* Where a new review is asked for, everything that is dropped goes into its basket. */
static bool is_asking(const struct starting *s)
{
    enum start_page page = s->screen.page;
    return !s->bringing.screen.up && s->screen.purpose != START_FOR_TRAINING &&
           (page == START_ASKING || page == START_BASKET || page == START_PLANNING);
}

/* Several workshop files at once, or any on the page for it, are files of talks to bring in. */
static bool take_talks(struct starting *s)
{
    struct window *window = &s->presenter->window;
    int files = 0;
    for (int i = 0; i < window->drop_count; i++)
        files += is_workshop(window->drops[i]);
    if (files == 0 || (files < 2 && !s->bringing.screen.up))
        return false;
    if (!s->bringing.screen.up)
        bringing_open(&s->bringing);
    for (int i = 0; i < window->drop_count; i++)
        if (is_workshop(window->drops[i]))
            bring_add(&s->bringing.screen, window->drops[i], true);
    return true;
}

/* Elsewhere a workshop file is opened, and anything else is for a new review. True when a workshop
 * is open. */
bool starting_take_drops(struct starting *s)
{
    struct window *window = &s->presenter->window;
    bool asking = is_asking(s), opened = false;
    if (!asking && take_talks(s))
        return false;
    for (int i = 0; i < window->drop_count && !opened; i++) {
        struct opening asked = {.file = window->drops[i], .players = true};
        if (is_workshop(window->drops[i]) && !asking) {
            opened = starting_open(s, &asked);
            continue;
        }
        gathering_drop(&s->gathering, window->drops[i]);
        start_drop(&s->screen);
    }
    return opened;
}

/* Cells that were copied from a spreadsheet, and the place of a file; names of schools are for the
 * field. */
void starting_take_pastes(struct starting *s)
{
    if (!s->bringing.screen.up && pasting_take(&s->gathering, &s->presenter->window))
        start_drop(&s->screen);
}
