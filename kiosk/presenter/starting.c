#include "presenter/state.h"

#include "base/text.h"
#include "opening/recent.h"
#include "base/day.h"
#include "host/workshop.h"
#include "model/portray.h"
#include "presenter/bringing.h"
#include "presenter/pasting.h"
#include "start/start.h"
#include "words/date.h"
#include "words/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* What the start screen shows and what is done with its choices; too large for the stack. */
struct starting {
    struct presenter *presenter;
    struct store **store;
    struct opening_report *report;
    struct start_screen screen;
    struct content_catalogue packs;
    struct rehearsal_catalogue rehearsals;
    bool packs_listed;
    struct start_given given;
    struct recent recents[RECENT_SHOWN];
    struct start_recent shown[RECENT_SHOWN];
    char date[START_WHEN_SIZE];
    char schools[START_SCHOOLS_SIZE];
    char example[OPENING_PATH_SIZE];
    struct pack pack; /* of the agenda that begins, or is to be changed */
    struct bringing bringing;
    struct gathering gathering; /* what was dropped and pasted, held against what will begin: */
    struct room *room;
    struct pack room_pack; /* of what it was made */
    int room_agenda;       /* entry of the catalogue, -1: none yet */
    int room_school_count;
    char room_schools[SCHOOLS_MAX][NAME_SIZE];
};

static void write_when(char to[START_WHEN_SIZE], int64_t at_ms)
{
    time_t now = time(NULL), at = (time_t)(at_ms / 1000);
    struct tm today, day;
    localtime_r(&now, &today);
    localtime_r(&at, &day);
    if (today.tm_year == day.tm_year && today.tm_yday == day.tm_yday)
        snprintf(to, START_WHEN_SIZE, word(WORD_TODAY_AT), day.tm_hour, day.tm_min);
    else
        word_date(to, at_ms);
}

static void list_recents(struct starting *s)
{
    s->given.recent_count = (int)recent_list(s->recents);
    for (int i = 0; i < s->given.recent_count; i++) {
        const struct recent *recent = &s->recents[i];
        struct start_recent *shown = &s->shown[i];
        memset(shown, 0, sizeof *shown);
        text_copy(shown->title, sizeof shown->title, recent->title);
        shown->schools = recent->schools;
        shown->agreed = recent->agreed;
        shown->all = recent->of;
        shown->closed = recent->closed;
        shown->training = recent->training;
        shown->damaged = !recent->opens;
        if (recent->opens)
            write_when(shown->when, recent->last_ms);
        if (recent->has_copy)
            text_copy(shown->copy, sizeof shown->copy, recent->copy.time);
    }
    s->given.recents = s->shown;
}

static void add_earlier(void *context, const char *path)
{
    start_add_earlier(context, path);
}

/* What all the packs offer, which takes longer to read than anything else here. */
static void list_packs(struct starting *s)
{
    struct trouble trouble = {0};
    enum error e = content_list(&s->packs, NULL, &trouble);
    if (e != ERROR_OK && e != ERROR_RANGE && !s->screen.trouble[0])
        text_copy(s->screen.trouble, sizeof s->screen.trouble, trouble.text);
    s->given.packs = e == ERROR_OK || e == ERROR_RANGE ? &s->packs : NULL;
    if (content_list_rehearsals(&s->rehearsals, NULL, &trouble) == ERROR_OK)
        s->given.rehearsals = &s->rehearsals; /* without any there are still the others */
    s->packs_listed = true;
}

static void list_choices(struct starting *s)
{
    word_date(s->date, (int64_t)time(NULL) * 1000);
    s->given.date = s->date;
    bringing_find(add_earlier, &s->screen);
    list_recents(s);
}

/* Opens or begins what was asked for; what went wrong is told on the screen. */
static bool open_it(struct starting *s, const struct opening *asked)
{
    struct link_random random = link_random_system();
    struct trouble trouble = {0};
    enum error e = opening_do(s->store, s->report, asked, &random, &trouble);
    if (e == ERROR_OK)
        return true;
    text_copy(s->screen.trouble, sizeof s->screen.trouble,
              trouble.text[0] ? trouble.text : error_text(e));
    list_recents(s);
    return false;
}

/* The content of an agenda with what was changed in it; false when its pack no longer reads. */
static bool load(struct starting *s, int agenda)
{
    const struct content_entry *entry = &s->packs.entries[agenda];
    struct trouble trouble = {0};
    enum error e = content_load(&s->pack, entry->path, entry->agenda_id, &trouble);
    if (e != ERROR_OK) {
        text_copy(s->screen.trouble, sizeof s->screen.trouble, trouble.text);
        return false;
    }
    const struct agenda *planned = start_planned(&s->screen, agenda);
    if (planned)
        s->pack.agenda = *planned;
    return true;
}

/* ---- what was dropped and pasted ---- */

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

static void follow_gathering(struct starting *s)
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
static void turn_compare(struct starting *s, int which)
{
    const char *path = s->screen.earlier.paths[which];
    if (!gathering_has(&s->gathering, path, BASKET_REVIEW))
        gathering_drop_as(&s->gathering, path, BASKET_REVIEW);
    else
        gathering_leave(&s->gathering, path);
}

/* What was gathered comes into the workshop that was just made. */
static enum error fill(void *context, struct store *store, struct opening_report *report,
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

static bool begin_new(struct starting *s, const struct start_outcome *outcome)
{
    bool training = outcome->choice == START_TRAIN;
    bool brings = !training && s->gathering.basket.thing_count > 0;
    start_schools_text(&s->screen, s->schools, sizeof s->schools);
    snprintf(s->example, sizeof s->example, "%s/examples/%s", content_assets(),
             s->packs.entries[outcome->agenda].example);
    struct opening asked = {.pack = &s->pack,
                            .title = s->screen.title.text[0] ? s->screen.title.text : NULL,
                            .schools = training ? NULL : s->schools,
                            .import = training ? s->example : NULL,
                            .fill = brings ? fill : NULL,
                            .fill_context = s,
                            .earlier = training ? NULL : start_earlier(&s->screen),
                            .made_up = training,
                            .talks = outcome->talks};
    return load(s, outcome->agenda) && open_it(s, &asked);
}

static bool open_recent(struct starting *s, const struct start_outcome *outcome)
{
    const struct recent *recent = &s->recents[outcome->recent];
    struct opening asked = {.file = recent->opens || !recent->has_copy ? recent->path
                                                                       : recent->copy.path,
                            .players = true,
                            .talks = outcome->talks};
    return open_it(s, &asked);
}

static bool begin_rehearsal(struct starting *s, const struct start_outcome *outcome)
{
    const struct rehearsal_entry *entry = &s->rehearsals.entries[outcome->rehearsal];
    struct opening asked = {.rehearsal = entry->path};
    return open_it(s, &asked);
}

static void change_agenda(struct starting *s, int agenda)
{
    if (load(s, agenda))
        start_plan(&s->screen, &s->pack.agenda, agenda);
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
static bool take_drops(struct starting *s)
{
    struct window *window = &s->presenter->window;
    bool asking = is_asking(s), opened = false;
    if (!asking && take_talks(s))
        return false;
    for (int i = 0; i < window->drop_count && !opened; i++) {
        struct opening asked = {.file = window->drops[i], .players = true};
        if (is_workshop(window->drops[i]) && !asking) {
            opened = open_it(s, &asked);
            continue;
        }
        gathering_drop(&s->gathering, window->drops[i]);
        start_drop(&s->screen);
    }
    return opened;
}

/* Cells that were copied from a spreadsheet, and the place of a file; names of schools are for the
 * field. */
static void take_pastes(struct starting *s)
{
    if (!s->bringing.screen.up && pasting_take(&s->gathering, &s->presenter->window))
        start_drop(&s->screen);
}

/* True when a workshop is open. */
static bool obey(struct starting *s, const struct start_outcome *outcome)
{
    struct window *window = &s->presenter->window;
    switch (outcome->choice) {
    case START_NEW:
    case START_TRAIN:
        return begin_new(s, outcome);
    case START_REHEARSE:
        return begin_rehearsal(s, outcome);
    case START_OPEN:
        return open_recent(s, outcome);
    case START_CHANGE:
        change_agenda(s, outcome->agenda);
        return false;
    case START_COMPARE:
        turn_compare(s, outcome->recent);
        return false;
    case START_BROUGHT:
        gathering_obey(&s->gathering, &outcome->brought);
        return false;
    case START_FORMS:
        s->screen.trouble[0] = '\0';
        s->screen.forms.failed =
            !sheets_save_forms(s->screen.forms.text, sizeof s->screen.forms.text);
        return false;
    case START_BRING:
        bringing_open(&s->bringing);
        return false;
    case START_QUIT:
        window->leaving = true;
        return false;
    case START_THEME:
        window->theme = window->theme == THEME_LIGHT ? THEME_DARK : THEME_LIGHT;
        return false;
    case START_NOTHING:
        return false;
    }
    return false;
}

/* The page that brings files in: true when its workshop is to be opened. */
static bool show_bringing(struct starting *s)
{
    struct window *window = &s->presenter->window;
    struct bringing *b = &s->bringing;
    for (int i = 0; i < b->screen.file_count; i++)
        for (int k = 0; k < s->given.recent_count; k++)
            if (strcmp(b->screen.files[i].path, s->recents[k].path) == 0)
                b->screen.files[i].recent = k;
    enum bring_choice choice = bring_draw(&window->ui, &window->layout, &b->screen, &s->given);
    if (choice == BRING_NOTHING)
        return false;
    bool opened = bringing_obey(b, choice, s->recents[b->screen.into].path);
    if (opened) {
        *s->store = b->store;
        *s->report = b->report;
    } else {
        list_recents(s);
    }
    return opened;
}

static bool show_start(struct starting *s)
{
    struct window *window = &s->presenter->window;
    follow_gathering(s);
    struct start_outcome outcome = start_draw(&window->ui, &window->layout, &s->screen, &s->given);
    return obey(s, &outcome);
}

enum { MINUTE_MS = 60 * 1000, FRAME_MS = 16 };

static bool show_frame(struct starting *s)
{
    struct window *window = &s->presenter->window;
    take_pastes(s);
    window_begin(window, &ui_style_kiosk);
    bool opened = s->bringing.screen.up ? show_bringing(s) : show_start(s);
    window_screen_keys(window);
    window_end(window);
    if (!s->packs_listed) /* the front page does without them, and is there at once */
        list_packs(s);
    return opened || (window->drop_count > 0 && take_drops(s));
}

/* ERROR_MEMORY. */
static enum error begin(struct starting **out, struct presenter *presenter)
{
    struct starting *s = *out = calloc(1, sizeof *s);
    if (!s)
        return ERROR_MEMORY;
    time_t now = time(NULL);
    struct tm local;
    localtime_r(&now, &local);
    s->presenter = presenter;
    s->room_agenda = -1;
    s->given.basket = &s->gathering.basket;
    s->given.brought.today = day_of_time(((int64_t)now + local.tm_gmtoff) * 1000);
    return room_create(&s->room);
}

static void end(struct starting **out)
{
    struct starting *s = *out;
    if (s) {
        gathering_clear(&s->gathering);
        room_destroy(&s->room);
    }
    free(s);
    *out = NULL;
}

bool presenter_start(struct presenter *presenter, struct store **store,
                     struct opening_report *report, const struct trouble *last)
{
    struct window *window = &presenter->window;
    struct starting *s;
    bool opened = false, again = true;
    enum start_page page = START_FRONT;
    if (begin(&s, presenter) != ERROR_OK) {
        end(&s);
        return false;
    }
    s->store = store;
    s->report = report;
    list_choices(s);
    input_clear(&window->input); /* the keys of the last screen are not meant for this one */
    if (last->text[0])
        text_copy(s->screen.trouble, sizeof s->screen.trouble, last->text);
    while (!opened && !window->leaving && !window->closed) {
        if (s->screen.page != page)
            window_fade(window);
        page = s->screen.page;
        opened = show_frame(s);
        if (opened)
            break;
        /* what was done shows in the next frame, which must not wait for another key */
        bool more = again || s->screen.dropped;
        window_wait(&window, 1, window_fading(window) || more ? FRAME_MS : MINUTE_MS);
        again = window->input.count > 0;
    }
    if (!opened)
        bringing_close(&s->bringing);
    end(&s);
    return opened;
}
