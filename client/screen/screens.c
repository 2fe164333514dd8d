#include "screen/screens.h"

#include <SDL2/SDL.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "link/beacon.h"
#include "render/display.h"
#include "render/render.h"
#include "render/sdl_input.h"
#include "stage/training.h"
#include "takeaway/takeaway.h"
#include "words/words.h"
#include "screen/screens_core.h"

/* Clocks and bars on a screen move on at this pace even when nothing else happens. */
enum { PACE_MS = 250 };

enum { LONGEST_WAIT_MS = 500, FADING_WAIT_MS = 15, LARGER_PERCENT = 10 };

struct window {
    struct display display;
    struct render *render;
    struct session *session;
    struct link_finder *finder; /* NULL: addresses are typed */
    struct screens *screens;
    struct draw_list *list;
    struct input *input;
    struct screens_wish *wish;
    bool reduced_motion, closing;
    bool stale;       /* something happened since the last drawing */
    uint64_t changes; /* of the room that was drawn */
    int64_t drawn_ms;
    bool again;    /* something was done that the screen does not show yet */
    bool training; /* the window is called one */
};

enum { FIRST_WIDTH = 1100, FIRST_HEIGHT = 760 }; /* the size it is designed at */

static int64_t now_ms(void)
{
    return (int64_t)SDL_GetTicks64();
}

/* ---- opening and closing ---- */

static enum error open_window(struct window *w, const struct screens_options *options,
                              struct trouble *t)
{
    bool sized = options->width > 0 && options->height > 0;
    struct display_wish wish = {.title = word(WORD_APP_NAME),
                                .width = sized ? options->width : FIRST_WIDTH,
                                .height = sized ? options->height : FIRST_HEIGHT,
                                .least_width = LAYOUT_CLIENT_LEAST_WIDTH,
                                .least_height = LAYOUT_CLIENT_LEAST_HEIGHT,
                                .shrinks = !sized,
                                .saver = true};
    /* a person who closes the window may be asked first; who ends the program is not */
    SDL_SetHint(SDL_HINT_QUIT_ON_LAST_WINDOW_CLOSE, "0");
    enum error e = display_open(&w->display, &wish, t);
    if (e == ERROR_ABSENT)
        return trouble_set(t, e, "%s", word(WORD_CLIENT_NO_DISPLAY));
    if (e != ERROR_OK)
        return e;
    return render_create(&w->render, w->display.window, t);
}

static enum error open_all(struct window *w, const struct screens_options *options,
                           struct trouble *t)
{
    enum error e = screens_create(&w->screens, options->theme, options->reduced_motion);
    w->list = calloc(1, sizeof *w->list);
    w->input = calloc(1, sizeof *w->input);
    w->wish = calloc(1, sizeof *w->wish);
    w->reduced_motion = options->reduced_motion;
    if (e || !w->list || !w->input || !w->wish)
        return ERROR_MEMORY;
    e = session_create(&w->session, options->state_folder, false, NULL);
    if (e)
        return e;
    struct trouble unheard;
    if (link_finder_open(&w->finder, LINK_BEACON_PORT, &unheard))
        w->finder = NULL; /* the address can be typed */
    return open_window(w, options, t);
}

static void close_all(struct window *w)
{
    session_destroy(&w->session);
    if (w->finder)
        link_finder_destroy(&w->finder);
    render_destroy(&w->render);
    display_close(&w->display);
    screens_destroy(&w->screens);
    free(w->list);
    free(w->input);
    free(w->wish);
}

/* ---- one turn ---- */

static void begin(struct window *w, const struct screens_options *options)
{
    struct trouble t = {0};
    enum error e = ERROR_OK;
    screens_prefill(w->screens, options->host, options->port, options->code);
    screens_introduce(w->screens, options->name, options->school);
    if (options->host && options->code)
        e = session_join(w->session, options->host, options->port ? options->port : SESSION_PORT,
                         options->code, now_ms(), &t);
    else if (options->resume)
        e = session_resume(w->session, options->host, options->port, now_ms(), &t);
    if (e && e != ERROR_ABSENT) /* nobody has sat here yet: that is what the screen is for */
        screens_say(w->screens, t.text[0] ? t.text : error_text(e), now_ms());
}

static void take_event(struct window *w, const SDL_Event *event)
{
    if (event->type == SDL_QUIT)
        w->closing = true;
    else if (event->type == SDL_WINDOWEVENT && event->window.event == SDL_WINDOWEVENT_CLOSE)
        w->closing |= screens_may_close(w->screens);
    else if (event->type == SDL_WINDOWEVENT)
        render_dirty(w->render);
    else
        sdl_input_add(w->input, event, w->display.window);
}

/* Sleeps until something happens or the session wants to be served. */
static void wait_for_input(struct window *w)
{
    int wait = session_poll_ms(w->session);
    if (wait < 0 || wait > LONGEST_WAIT_MS)
        wait = LONGEST_WAIT_MS;
    if (render_fading(w->render) && wait > FADING_WAIT_MS)
        wait = FADING_WAIT_MS;
    if (w->again)
        wait = 0;
    w->again = false;
    SDL_Event event;
    if (!SDL_WaitEventTimeout(&event, wait > 0 ? wait : 1))
        return;
    w->stale = true;
    do
        take_event(w, &event);
    while (sdl_input_more(w->input) && SDL_PollEvent(&event));
}

static void look(struct window *w, struct screens_sight *sight)
{
    struct session *session = w->session;
    int64_t now = now_ms();
    struct timespec clock;
    clock_gettime(CLOCK_REALTIME, &clock);
    struct tm local;
    localtime_r(&clock.tv_sec, &local);
    *sight = (struct screens_sight){
        .room = session_room(session),
        .state = session_state(session),
        .over = session_over(session),
        .wait_s = session_wait_s(session),
        .redial_ms = session_redial_ms(session, now),
        .now_ms = now,
        .clock_ms = (int64_t)clock.tv_sec * 1000 + clock.tv_nsec / 1000000,
        .zone_s = (int32_t)local.tm_gmtoff,
    };
    sight->pending = session_pending(session, &sight->pending_count);
    if (w->finder)
        sight->callers = link_finder_list(w->finder, &sight->caller_count);
}

static void resize(struct window *w, int larger)
{
    int width, height;
    SDL_Rect most;
    SDL_GetWindowSize(w->display.window, &width, &height);
    int percent = 100 + larger * LARGER_PERCENT;
    if (SDL_GetDisplayUsableBounds(SDL_GetWindowDisplayIndex(w->display.window), &most) != 0)
        return;
    width = SDL_min(width * percent / 100, most.w);
    height = SDL_min(height * percent / 100, most.h);
    SDL_SetWindowSize(w->display.window, SDL_max(width, LAYOUT_CLIENT_LEAST_WIDTH),
                      SDL_max(height, LAYOUT_CLIENT_LEAST_HEIGHT));
}

/* The page that is taken home, from the room that this laptop holds. */
static void save(struct window *w)
{
    char path[TAKEAWAY_PATH_SIZE], text[SCREENS_SAVED_SIZE];
    struct trouble t = {0};
    enum error e = takeaway_save(path, session_room(w->session), NULL, &t);
    if (e)
        snprintf(text, sizeof text, "%s", t.text[0] ? t.text : error_text(e));
    else
        snprintf(text, sizeof text, word(WORD_TAKEAWAY_SAVED), path);
    screens_saved(w->screens, text);
}

static void obey(struct window *w)
{
    struct screens_wish *wish = w->wish;
    int64_t now = now_ms();
    struct trouble t = {0};
    if (wish->join) {
        enum error e = session_join(w->session, wish->host, wish->port, wish->code, now, &t);
        if (e)
            screens_say(w->screens, t.text[0] ? t.text : error_text(e), now);
    }
    if (wish->leave)
        session_leave(w->session);
    w->closing |= wish->close;
    if (wish->save)
        save(w);
    if (wish->try_now)
        session_try_now(w->session, now);
    for (int i = 0; i < wish->commands; i++) {
        struct command *command = &wish->command[i];
        command->id = session_send(w->session, command, now);
        screens_sent(w->screens, command);
    }
    w->again = wish->save || wish->join || wish->leave || wish->try_now || wish->commands > 0;
    bool full = SDL_GetWindowFlags(w->display.window) & SDL_WINDOW_FULLSCREEN_DESKTOP;
    if (wish->full_screen)
        display_full_screen(&w->display, !full);
    else if (wish->larger && !full)
        resize(w, wish->larger);
    if (wish->fade)
        render_fade(w->render, now, w->reduced_motion ? RENDER_FADE_REDUCED_MS : RENDER_FADE_MS);
}

static void follow_title(struct window *w)
{
    char title[TRAINING_TITLE_SIZE];
    bool training = screens_is_training(w->screens);
    if (training == w->training)
        return;
    w->training = training;
    snprintf(title, sizeof title, "%s", word(WORD_APP_NAME));
    if (training)
        training_title(title, session_room(w->session), word(WORD_APP_NAME));
    SDL_SetWindowTitle(w->display.window, title);
}

static void draw(struct window *w, int64_t now)
{
    int width, height;
    render_size(w->render, &width, &height);
    struct layout layout = layout_client(width, height);
    struct screens_sight sight;
    look(w, &sight);
    screens_step(w->screens, &sight, w->input, &layout, render_metrics(w->render), w->list,
                 w->wish);
    follow_title(w);
    obey(w);
    sdl_input_text_area(&w->screens->ui);
    render_draw(w->render, w->list, w->screens->theme, now);
    input_clear(w->input);
    w->stale = w->again;
    w->changes = sight.room->changes;
    w->drawn_ms = now;
}

static void turn(struct window *w)
{
    wait_for_input(w);
    session_step(w->session, now_ms());
    if (w->finder)
        link_finder_tick(w->finder, (uint64_t)now_ms());
    struct session_notice notice;
    while (session_next(w->session, &notice)) {
        w->stale = true;
        screens_notice(w->screens, &notice);
        if (notice.kind == SESSION_TROUBLE)
            screens_say(w->screens, session_trouble(w->session), now_ms());
    }
    int64_t now = now_ms();
    if (w->stale || session_room(w->session)->changes != w->changes || render_fading(w->render) ||
        now - w->drawn_ms >= PACE_MS)
        draw(w, now);
}

enum error screens_run(const struct screens_options *options, struct trouble *t)
{
    struct window w = {0};
    enum error e = open_all(&w, options, t);
    if (!e) {
        begin(&w, options);
        SDL_StartTextInput();
        while (!w.closing)
            turn(&w);
    }
    close_all(&w);
    return e;
}
