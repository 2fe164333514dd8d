#include "presenter/state.h"

#include "base/day.h"
#include "base/text.h"
#include "host/clock.h"
#include "stage/training.h"
#include "words/words.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

/* How a window is to be opened; beside each other, where neither has a screen of its own. */
static struct display_wish wish_of(const struct presenter *p, bool facing)
{
    bool beside = p->placing.console == PLACING_BESIDE && p->placing.stage == p->placing.facing;
    return (struct display_wish){.title = word(facing ? WORD_CONSOLE_TITLE : WORD_APP_NAME),
                                 .width = p->look.width,
                                 .height = p->look.height,
                                 .screen = facing ? p->placing.facing : p->placing.stage,
                                 .place = !beside  ? DISPLAY_CENTRE
                                          : facing ? DISPLAY_RIGHT
                                                   : DISPLAY_LEFT};
}

static void choose_places(struct presenter *p)
{
    struct display_screen screens[DISPLAY_SCREENS_MAX];
    p->placing = placing_choose(p->look.console, screens, display_screens(screens));
}

enum error presenter_create(struct presenter **out, const struct presenter_look *look,
                            struct trouble *trouble)
{
    struct presenter *p = calloc(1, sizeof *p);
    *out = p;
    if (!p)
        return ERROR_MEMORY;
    p->look = *look;
    p->window.theme = p->facing.theme = look->dark ? THEME_DARK : THEME_LIGHT;
    p->window.reduced_motion = p->facing.reduced_motion = look->reduced_motion;
    enum error e = console_create(&p->console);
    for (unsigned viewer = 0; e == ERROR_OK && viewer < VIEWER_COUNT; viewer++)
        e = room_create(&p->rooms[viewer]);
    choose_places(p);
    struct display_wish wish = wish_of(p, false);
    if (e == ERROR_OK)
        e = window_open(&p->window, &wish, trouble);
    if (e != ERROR_OK)
        presenter_destroy(out);
    return e;
}

void presenter_destroy(struct presenter **out)
{
    struct presenter *p = *out;
    if (!p)
        return;
    if (window_is_open(&p->facing))
        window_close(&p->facing);
    if (window_is_open(&p->window))
        window_close(&p->window);
    for (unsigned viewer = 0; viewer < VIEWER_COUNT; viewer++)
        room_destroy(&p->rooms[viewer]);
    console_destroy(&p->console);
    free(p);
    *out = NULL;
}

void presenter_wake(void *presenter)
{
    window_wake(&((struct presenter *)presenter)->window);
}

/* Seconds since 1970 as this machine's clock on the wall counts them. */
static int64_t local_time(void)
{
    time_t now = time(NULL);
    struct tm local;
    localtime_r(&now, &local);
    return (int64_t)now + local.tm_gmtoff;
}

/* ---- one frame ---- */

static bool covers_stage(const struct presenter *p)
{
    return p->placing.console == PLACING_OVER && p->console_up;
}

static struct scene scene_of(const struct presenter *p)
{
    const struct console *console = p->console;
    const struct room *room = console->stage.room;
    return (struct scene){.place = room->place,
                          .targets = room->view.targets,
                          .by_average = room->view.by_average,
                          .then = room->view.then,
                          .line = room->view.then == THEN_LINES ? room->view.focus : 0,
                          .named = room->workshop.named,
                          .blank = console->blank,
                          .console = covers_stage(p),
                          .page = console->stage.page,
                          .ballot = room->view.ballot,
                          .sight = room->view.sight};
}

static bool same_scene(const struct scene *a, const struct scene *b)
{
    return a->place.item == b->place.item && a->place.step == b->place.step &&
           a->targets == b->targets && a->by_average == b->by_average && a->then == b->then &&
           a->line == b->line && a->named == b->named && a->blank == b->blank &&
           a->console == b->console && a->page == b->page && a->ballot == b->ballot &&
           a->sight == b->sight;
}

/* Keys that no widget took, from either window alike; F11 is of the window it was pressed in. */
static void take_keys(struct presenter *p, struct window *window)
{
    if (p->overlay != OVERLAY_NONE) {
        overlay_obey(p, &window->ui);
        return;
    }
    console_keys(p->console, &window->ui);
    if (p->wish.full_screen)
        window_turn_full(window);
    p->wish.full_screen = false;
}

/* Whatever was drawn in a window, that it is a training stands over it. */
static void draw_mark(struct presenter *p, struct window *window, bool console)
{
    training_draw(&window->list, &window->layout, p->rooms[VIEWER_PROJECTOR],
                  console ? TRAINING_CONSOLE : TRAINING_STAGE);
}

/* The window of the stage, with the console over it where it was asked for. Keys come before the
 * stage is drawn, so that it shows at once what they did. */
static void draw_front(struct presenter *p)
{
    struct window *window = &p->window;
    struct console *console = p->console;
    bool covered = covers_stage(p), panel = covered && p->panel.up;
    if (panel)
        panel_draw(p, window);
    else if (covered)
        console_draw(console, &window->ui, &window->layout);
    if (!panel)
        take_keys(p, window);
    struct scene scene = scene_of(p);
    if (!same_scene(&scene, &p->scene))
        window_fade(window);
    p->scene = scene;
    if (!covered && console->blank)
        draw_rect(&window->list, 0, 0, window->layout.across, window->layout.down, TOKEN_PAPER);
    else if (!covered)
        stage_draw(&window->list, &console->stage);
    bool alone = !window_is_open(&p->facing) && !panel;
    if (alone && console->help && !covered && !console->blank)
        console_help_draw(&window->list, &window->layout, p->rooms[VIEWER_FACILITATOR]);
    if (alone && (!console->blank || covered))
        overlay_draw(p, window);
    draw_mark(p, window, covered);
}

static void draw_facing(struct presenter *p)
{
    struct window *window = &p->facing;
    window_begin(window, &ui_style_console);
    if (p->panel.up) {
        panel_draw(p, window);
    } else {
        console_draw(p->console, &window->ui, &window->layout);
        take_keys(p, window);
        overlay_draw(p, window);
    }
    draw_mark(p, window, true);
    window_end(window);
}

enum { FRAME_MS = 16, SECOND_MS = 1000, MINUTE_MS = 60 * SECOND_MS };

/* Until the next picture could differ: the next frame of a movement, the next second of the timer
 * or the next minute of the clock. A signal to end is noticed within a second. */
static int wait_ms(struct presenter *p, int64_t now_ms)
{
    if (p->again)
        return 0;
    if (window_fading(&p->window) || motion_moving(&p->motion, now_ms))
        return FRAME_MS;
    struct timespec wall;
    clock_gettime(CLOCK_REALTIME, &wall);
    int64_t minute = MINUTE_MS - (wall.tv_sec % 60 * SECOND_MS + wall.tv_nsec / 1000000);
    int64_t wait = minute < SECOND_MS ? minute : SECOND_MS;
    const struct timer_item *timer = &p->rooms[VIEWER_PROJECTOR]->timer;
    if (timer->shown && timer->running) {
        int64_t left = (timer->ends_ms - now_ms) % SECOND_MS;
        left += left > 0 ? 0 : SECOND_MS;
        wait = left < wait ? left : wait;
    }
    return (int)wait + 1;
}

/* ---- the windows ---- */

static void open_facing(struct presenter *p)
{
    struct display_wish wish = wish_of(p, true);
    struct trouble trouble = {0};
    if (window_is_open(&p->facing))
        return;
    p->title[0] = '\0'; /* it is to be called what it is, too */
    if (window_open(&p->facing, &wish, &trouble) == ERROR_OK)
        return;
    p->placing.console = PLACING_OVER; /* it can still be had, when it is asked for */
    console_say(p->console, trouble.text);
}

/* Puts everything where it belongs on the screens there are: at the beginning, and when one has
 * come or gone. */
static void place_windows(struct presenter *p)
{
    p->window.screens = false;
    choose_places(p);
    display_move(&p->window.display, p->placing.stage);
    if (p->placing.console == PLACING_BESIDE)
        open_facing(p);
    else if (window_is_open(&p->facing))
        window_close(&p->facing);
    if (window_is_open(&p->facing))
        display_move(&p->facing.display, p->placing.facing);
    p->console_up = false;
}

/* F2: brings the console up wherever it is kept, or puts it away from over the stage. */
static void turn_console(struct presenter *p)
{
    if (p->placing.console == PLACING_OVER) {
        p->console_up = !p->console_up;
        ui_focus(&p->window.ui, 0);
    } else if (p->placing.console == PLACING_BESIDE) {
        open_facing(p);
        if (window_is_open(&p->facing))
            window_raise(&p->facing);
    }
}

bool presenter_bring_console(struct presenter *p)
{
    bool there = covers_stage(p) || window_is_open(&p->facing);
    if (!there)
        turn_console(p);
    return covers_stage(p) || window_is_open(&p->facing);
}

/* The host's answer comes as a changed room. A full mailbox means that nobody has listened for
 * hundreds of commands: this one is let go. */
static void obey(struct presenter *p)
{
    struct console_wish *wish = &p->wish;
    for (int i = 0; i < wish->commands; i++) {
        wish->command[i].id = ++p->next_id;
        if (!mailbox_post_command(p->box, &wish->command[i]))
            p->next_id--;
    }
    if (wish->theme)
        p->window.theme = p->facing.theme =
            p->window.theme == THEME_LIGHT ? THEME_DARK : THEME_LIGHT;
    if (wish->console)
        turn_console(p);
    if (wish->bring)
        panel_put_up(p);
    if (wish->players && p->players)
        players_again(p->players);
    sheets_obey(p);
    writing_obey(p);
    p->leaving |= wish->leave || p->window.closed;
    if (p->facing.closed && window_is_open(&p->facing))
        window_close(&p->facing);
    p->facing.closed = false;
    if (p->window.screens)
        place_windows(p);
}

static void begin_show(struct presenter *p, const struct opening_report *report)
{
    input_clear(&p->window.input);
    p->report = report;
    p->leaving = p->console_up = false;
    p->scene.place = (struct place){.item = UINT8_MAX};
    p->title[0] = '\0';
    overlay_put(p, OVERLAY_NONE);
    memset(&p->motion, 0, sizeof p->motion);
    console_clear(p->console);
    for (unsigned viewer = 0; viewer < VIEWER_COUNT; viewer++)
        room_clear(p->rooms[viewer]);
    if (report->imported && report->remarks)
        overlay_put(p, OVERLAY_REPORT);
    else if (report->earlier.remarks)
        overlay_put(p, OVERLAY_EARLIER);
    place_windows(p);
    if (report->talks) { /* held at one laptop: its console comes first, over the stage or beside */
        console_go(p->console, CONSOLE_TALKS);
        p->console_up = true;
    }
}

/* Both windows say in their names that it is a training. */
static void follow_title(struct presenter *p)
{
    const struct room *room = p->rooms[VIEWER_PROJECTOR];
    char title[TRAINING_TITLE_SIZE];
    training_title(title, room, room->workshop.title);
    if (strcmp(p->title, title) == 0)
        return;
    text_copy(p->title, sizeof p->title, title);
    window_title(&p->window, title);
    training_title(title, room, word(WORD_CONSOLE_TITLE));
    if (window_is_open(&p->facing))
        window_title(&p->facing, title);
}

static void show_frame(struct presenter *p, int64_t now_ms)
{
    const struct room *projector = p->rooms[VIEWER_PROJECTOR];
    struct window *window = &p->window;
    panel_take(p);
    follow_title(p);
    motion_update(&p->motion, projector, now_ms);
    window_begin(window, covers_stage(p) ? &ui_style_console : &ui_style_kiosk);
    int64_t local_s = local_time();
    bool stuck = p->players && players_trouble(p->players, p->players_trouble);
    struct console_sight sight = {.room = p->rooms[VIEWER_FACILITATOR],
                                  .projector = projector,
                                  .motion = &p->motion,
                                  .stage = window->layout,
                                  .metrics = window->list.metrics,
                                  .reduced_motion = window->reduced_motion,
                                  .now_ms = now_ms,
                                  .clock = (int)(local_s / 60 % MINUTES_OF_DAY),
                                  .today = day_of_time(local_s * 1000),
                                  .in_sight = window_is_open(&p->facing) || covers_stage(p),
                                  .over_stage = covers_stage(p),
                                  .players = stuck ? p->players_trouble : NULL};
    console_follow(p->console, &sight, &p->wish);
    if (window_is_open(&p->facing))
        draw_facing(p);
    draw_front(p);
    window_end(window);
    p->again = window->input.count > 0 || p->facing.input.count > 0;
    obey(p);
}

void presenter_show(struct presenter *p, struct mailbox *box, const struct opening_report *report,
                    struct players *players)
{
    p->box = box;
    p->players = players;
    begin_show(p, report);
    while ((!p->leaving && !p->window.leaving) || p->errand || p->writing) {
        int64_t now_ms = clock_monotonic();
        struct window *const windows[] = {&p->window, &p->facing};
        letters_take(p, now_ms);
        errands_take(p);
        writing_follow(p);
        if (p->rooms[VIEWER_PROJECTOR]->changes > 0) /* before that there is nothing to show */
            show_frame(p, now_ms);
        window_wait(windows, window_is_open(&p->facing) ? 2 : 1, wait_ms(p, now_ms));
    }
    if (window_is_open(&p->facing))
        window_close(&p->facing);
    window_title(&p->window, word(WORD_APP_NAME));
    panel_close(p);
    p->players = NULL;
    p->box = NULL;
}
