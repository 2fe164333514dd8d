#include "presenter/state.h"

#include "base/text.h"
#include "opening/recent.h"
#include "presenter/bringing.h"
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
    struct start_given given;
    struct recent recents[RECENT_SHOWN];
    struct start_recent shown[RECENT_SHOWN];
    char date[START_WHEN_SIZE];
    char schools[START_SCHOOLS_SIZE];
    char example[OPENING_PATH_SIZE];
    struct pack pack; /* of the agenda that begins, or is to be changed */
    struct bringing bringing;
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
    start_add_earlier(context, path, false);
}

static void list_choices(struct starting *s)
{
    struct trouble trouble = {0};
    enum error e = content_list(&s->packs, NULL, &trouble);
    if (e != ERROR_OK && e != ERROR_RANGE)
        text_copy(s->screen.trouble, sizeof s->screen.trouble, trouble.text);
    s->given.packs = e == ERROR_OK || e == ERROR_RANGE ? &s->packs : NULL;
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

static bool begin_new(struct starting *s, const struct start_outcome *outcome)
{
    bool training = outcome->choice == START_TRAIN;
    const char *import = s->screen.import[0] ? s->screen.import : NULL;
    start_schools_text(&s->screen, s->schools, sizeof s->schools);
    snprintf(s->example, sizeof s->example, "%s/examples/%s", content_assets(),
             s->packs.entries[outcome->agenda].example);
    struct opening asked = {.pack = &s->pack,
                            .title = s->screen.title.text[0] ? s->screen.title.text : NULL,
                            .schools = training ? NULL : s->schools,
                            .import = training ? s->example : import,
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
                            .talks = outcome->talks};
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

/* Several workshop files at once, or any on the page for it, are files to bring in. */
static bool take_drops_to_bring(struct starting *s)
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
    window->dropped[0] = '\0';
    return true;
}

/* A workshop file is opened, or where a new review is asked for its actions come in; anything else
 * is taken for a grid. */
static bool take_drop(struct starting *s)
{
    char *dropped = s->presenter->window.dropped;
    bool opened = false;
    if (take_drops_to_bring(s))
        return false;
    bool asking = s->screen.page == START_ASKING && s->screen.purpose != START_FOR_TRAINING;
    if (is_workshop(dropped) && asking) {
        start_add_earlier(&s->screen, dropped, true);
    } else if (is_workshop(dropped)) {
        struct opening asked = {.file = dropped};
        opened = open_it(s, &asked);
    } else {
        start_drop(&s->screen, dropped);
    }
    dropped[0] = '\0';
    return opened;
}

/* True when a workshop is open. */
static bool obey(struct starting *s, const struct start_outcome *outcome)
{
    struct window *window = &s->presenter->window;
    switch (outcome->choice) {
    case START_NEW:
    case START_TRAIN:
        return begin_new(s, outcome);
    case START_OPEN:
        return open_recent(s, outcome);
    case START_CHANGE:
        change_agenda(s, outcome->agenda);
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
    struct start_outcome outcome = start_draw(&window->ui, &window->layout, &s->screen, &s->given);
    return obey(s, &outcome);
}

enum { MINUTE_MS = 60 * 1000, FRAME_MS = 16 };

bool presenter_start(struct presenter *presenter, struct store **store,
                     struct opening_report *report, const struct trouble *last)
{
    struct window *window = &presenter->window;
    struct starting *s = calloc(1, sizeof *s);
    bool opened = false, again = true;
    enum start_page page = START_FRONT;
    if (!s)
        return false;
    s->presenter = presenter;
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
        window_begin(window, &ui_style_kiosk);
        opened = s->bringing.screen.up ? show_bringing(s) : show_start(s);
        window_screen_keys(window);
        window_end(window);
        opened = opened || (window->dropped[0] && take_drop(s));
        if (opened)
            break;
        /* what was done shows in the next frame, which must not wait for another key */
        window_wait(&window, 1, window_fading(window) || again ? FRAME_MS : MINUTE_MS);
        again = window->input.count > 0;
    }
    if (!opened)
        bringing_close(&s->bringing);
    free(s);
    return opened;
}
