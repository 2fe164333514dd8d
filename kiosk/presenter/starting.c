#include "presenter/starting_parts.h"

#include "base/day.h"
#include "base/text.h"
#include "host/workshop.h"
#include "words/date.h"
#include "words/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

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
bool starting_open(struct starting *s, const struct opening *asked)
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
    bool brings = !training && s->gathering.basket.thing_count > 0;
    start_schools_text(&s->screen, s->schools, sizeof s->schools);
    snprintf(s->example, sizeof s->example, "%s/examples/%s", content_assets(),
             s->packs.entries[outcome->agenda].example);
    struct opening asked = {.pack = &s->pack,
                            .title = s->screen.title.text[0] ? s->screen.title.text : NULL,
                            .schools = training ? NULL : s->schools,
                            .import = training ? s->example : NULL,
                            .fill = brings ? starting_fill : NULL,
                            .fill_context = s,
                            .earlier = training ? NULL : start_earlier(&s->screen),
                            .made_up = training,
                            .talks = outcome->talks};
    return load(s, outcome->agenda) && starting_open(s, &asked);
}

static bool open_recent(struct starting *s, const struct start_outcome *outcome)
{
    const struct recent *recent = &s->recents[outcome->recent];
    struct opening asked = {.file = recent->opens || !recent->has_copy ? recent->path
                                                                       : recent->copy.path,
                            .players = true,
                            .talks = outcome->talks};
    return starting_open(s, &asked);
}

static bool begin_rehearsal(struct starting *s, const struct start_outcome *outcome)
{
    const struct rehearsal_entry *entry = &s->rehearsals.entries[outcome->rehearsal];
    struct opening asked = {.rehearsal = entry->path};
    return starting_open(s, &asked);
}

static void change_agenda(struct starting *s, int agenda)
{
    if (load(s, agenda))
        start_plan(&s->screen, &s->pack.agenda, agenda);
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
        starting_turn_compare(s, outcome->recent);
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
    starting_follow(s);
    struct start_outcome outcome = start_draw(&window->ui, &window->layout, &s->screen, &s->given);
    return obey(s, &outcome);
}

enum { MINUTE_MS = 60 * 1000, FRAME_MS = 16 };

static bool show_frame(struct starting *s)
{
    struct window *window = &s->presenter->window;
    starting_take_pastes(s);
    window_begin(window, &ui_style_kiosk);
    bool opened = s->bringing.screen.up ? show_bringing(s) : show_start(s);
    window_screen_keys(window);
    window_end(window);
    if (!s->packs_listed) /* the front page does without them, and is there at once */
        list_packs(s);
    return opened || (window->drop_count > 0 && starting_take_drops(s));
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
