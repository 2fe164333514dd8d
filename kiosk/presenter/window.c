#include "presenter/window.h"

#include "host/clock.h"
#include "render/sdl_input.h"
#include "words/words.h"

#include <SDL.h>
#include <string.h>

enum { LEAST_WIDTH = 640, LEAST_HEIGHT = 480 };

enum error window_open(struct window *window, const struct display_wish *wish, struct trouble *t)
{
    struct display_wish whole = *wish;
    whole.least_width = LEAST_WIDTH;
    whole.least_height = LEAST_HEIGHT;
    enum error e = display_open(&window->display, &whole, t);
    if (e == ERROR_ABSENT)
        return trouble_set(t, e, "%s", word(WORD_NO_DISPLAY));
    if (e != ERROR_OK)
        return e;
    window->full_screen = wish->width == 0;
    window->closed = false;
    window->id = SDL_GetWindowID(window->display.window);
    window->wake_event = SDL_RegisterEvents(1);
    window->ui = (struct ui){0};
    input_clear(&window->input);
    SDL_EventState(SDL_DROPFILE, SDL_ENABLE);
    SDL_StartTextInput();
    e = render_create(&window->render, window->display.window, t);
    if (e != ERROR_OK)
        window_close(window);
    return e;
}

bool window_is_open(const struct window *window)
{
    return window->display.window != NULL;
}

void window_close(struct window *window)
{
    render_destroy(&window->render);
    display_close(&window->display);
}

static void take_drop(struct window *window, char *file)
{
    size_t size = strlen(file) + 1;
    if (size <= WINDOW_DROP_SIZE && window->drop_count < WINDOW_DROPS_MAX)
        memcpy(window->drops[window->drop_count++], file, size);
    SDL_free(file);
}

/* The window that an event names; the first where it names none of them. */
static struct window *window_of(struct window *const windows[], int count, const SDL_Event *event)
{
    uint32_t id = event->type == SDL_DROPFILE ? event->drop.windowID : event->window.windowID;
    for (int i = 1; i < count; i++)
        if (windows[i]->id == id)
            return windows[i];
    return windows[0];
}

static void take_event(struct window *const windows[], int count, const SDL_Event *event)
{
    struct window *window = window_of(windows, count, event);
    switch (event->type) {
    case SDL_QUIT:
        windows[0]->leaving = true;
        break;
    case SDL_DISPLAYEVENT:
        windows[0]->screens = true;
        break;
    case SDL_DROPFILE:
        take_drop(window, event->drop.file);
        break;
    case SDL_WINDOWEVENT:
        window->closed |= event->window.event == SDL_WINDOWEVENT_CLOSE;
        render_dirty(window->render);
        break;
    default:
        sdl_input_add(&window->input, event, window->display.window);
    }
}

/* True while every window may take in one more event in this frame. */
static bool takes_more(struct window *const windows[], int count)
{
    for (int i = 0; i < count; i++)
        if (!sdl_input_more(&windows[i]->input))
            return false;
    return true;
}

void window_wait(struct window *const windows[], int count, int ms)
{
    SDL_Event event;
    for (int i = 0; i < count; i++)
        input_clear(&windows[i]->input);
    for (int i = 0; i < count; i++)
        windows[i]->drop_count = 0;
    if (!(ms < 0 ? SDL_WaitEvent(&event) : SDL_WaitEventTimeout(&event, ms)))
        return;
    do
        take_event(windows, count, &event);
    while (takes_more(windows, count) && SDL_PollEvent(&event));
}

void window_wake(struct window *window)
{
    SDL_Event event = {.type = window->wake_event};
    SDL_PushEvent(&event);
}

void window_begin(struct window *window, const struct ui_style *style)
{
    int width, height;
    render_size(window->render, &width, &height);
    window->layout = layout_kiosk(width, height);
    draw_begin(&window->list, &window->layout, render_metrics(window->render));
    window->ui.reduced_motion = window->reduced_motion;
    ui_begin(&window->ui, &window->list, style, &window->input, clock_monotonic());
}

void window_end(struct window *window)
{
    ui_end(&window->ui);
    sdl_input_text_area(&window->ui);
    render_draw(window->render, &window->list, window->theme, clock_monotonic());
}

char *window_clipboard(size_t *length)
{
    char *text = SDL_GetClipboardText(), *copy = text ? strdup(text) : NULL;
    SDL_free(text);
    *length = copy ? strlen(copy) : 0;
    return copy;
}

void window_title(struct window *window, const char *title)
{
    SDL_SetWindowTitle(window->display.window, title);
}

void window_screen_keys(struct window *window)
{
    if (ui_pressed(&window->ui, KEY_F11, 0))
        window_turn_full(window);
}

void window_turn_full(struct window *window)
{
    window->full_screen = !window->full_screen;
    display_full_screen(&window->display, window->full_screen);
}

void window_raise(struct window *window)
{
    SDL_RaiseWindow(window->display.window);
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
