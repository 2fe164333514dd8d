#include "presenter/window.h"

#include "host/clock.h"
#include "render/sdl_input.h"
#include "words/words.h"

#include <SDL.h>
#include <string.h>

enum { LEAST_WIDTH = 640, LEAST_HEIGHT = 480 };

enum error window_open(struct window *window, int width, int height, struct trouble *t)
{
    struct display_wish wish = {.title = word(WORD_APP_NAME),
                                .width = width,
                                .height = height,
                                .least_width = LEAST_WIDTH,
                                .least_height = LEAST_HEIGHT};
    enum error e = display_open(&window->display, &wish, t);
    if (e == ERROR_ABSENT)
        return trouble_set(t, e, "%s", word(WORD_NO_DISPLAY));
    if (e != ERROR_OK)
        return e;
    window->full_screen = width == 0;
    window->wake_event = SDL_RegisterEvents(1);
    SDL_EventState(SDL_DROPFILE, SDL_ENABLE);
    SDL_StartTextInput();
    e = render_create(&window->render, window->display.canvas, t);
    if (e != ERROR_OK)
        window_close(window);
    return e;
}

void window_close(struct window *window)
{
    render_destroy(&window->render);
    display_close(&window->display);
}

static void take_drop(struct window *window, char *file)
{
    if (strlen(file) < sizeof window->dropped)
        memcpy(window->dropped, file, strlen(file) + 1);
    SDL_free(file);
}

static void take_event(struct window *window, const SDL_Event *event)
{
    switch (event->type) {
    case SDL_QUIT:
        window->leaving = true;
        break;
    case SDL_DROPFILE:
        take_drop(window, event->drop.file);
        break;
    case SDL_WINDOWEVENT:
    case SDL_RENDER_TARGETS_RESET:
        render_dirty(window->render);
        break;
    default:
        sdl_input_add(&window->input, event, window->display.window, window->display.canvas);
    }
}

void window_wait(struct window *window, int ms)
{
    SDL_Event event;
    input_clear(&window->input);
    if (!(ms < 0 ? SDL_WaitEvent(&event) : SDL_WaitEventTimeout(&event, ms)))
        return;
    do
        take_event(window, &event);
    while (sdl_input_more(&window->input) && SDL_PollEvent(&event));
}

void window_wake(struct window *window)
{
    SDL_Event event = {.type = window->wake_event};
    SDL_PushEvent(&event);
}

void window_begin(struct window *window)
{
    int width = LEAST_WIDTH, height = LEAST_HEIGHT;
    SDL_GetRendererOutputSize(window->display.canvas, &width, &height);
    window->layout = layout_kiosk(width, height);
    draw_begin(&window->list, &window->layout, render_metrics(window->render));
    window->ui.reduced_motion = window->reduced_motion;
    ui_begin(&window->ui, &window->list, &ui_style_kiosk, &window->input, clock_monotonic());
}

void window_end(struct window *window)
{
    ui_end(&window->ui);
    sdl_input_text_area(&window->ui);
    render_draw(window->render, &window->list, window->theme, clock_monotonic());
}

void window_title(struct window *window, const char *title)
{
    SDL_SetWindowTitle(window->display.window, title);
}

void window_own_keys(struct window *window)
{
    if (ui_letter(&window->ui, 't', 0))
        window->theme = window->theme == THEME_LIGHT ? THEME_DARK : THEME_LIGHT;
    window_screen_keys(window);
}

void window_screen_keys(struct window *window)
{
    if (ui_pressed(&window->ui, KEY_F11, 0)) {
        window->full_screen = !window->full_screen;
        display_full_screen(&window->display, window->full_screen);
    }
}

void window_fade(struct window *window)
{
    render_fade(window->render, clock_monotonic(),
                window->reduced_motion ? RENDER_FADE_REDUCED_MS : RENDER_FADE_MS);
}

bool window_fading(struct window *window)
{
    return render_fading(window->render);
}
