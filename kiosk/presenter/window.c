#include "presenter/window.h"

#include "host/clock.h"
#include "render/sdl_input.h"
#include "ui/mark.h"
#include "words/words.h"

#include <SDL.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_WIDTH = 1280, FIRST_HEIGHT = 720, LEAST_WIDTH = 640, LEAST_HEIGHT = 480 };

/* The logo on the task bar: eight people round a table, one of them you. */
static void set_icon(SDL_Window *sdl)
{
    enum { SIDE = 64, SEATS = 8, FINE = 4 };
    static const double away = 0.39 * SIDE, dot = 0.1 * SIDE;
    SDL_Surface *icon = SDL_CreateRGBSurfaceWithFormat(0, SIDE, SIDE, 32, SDL_PIXELFORMAT_ARGB8888);
    if (!icon)
        return; /* the window does without */
    for (int at = 0; at < SIDE * SIDE; at++) {
        int covered = 0, seat_here = 0;
        for (int fine = 0; fine < FINE * FINE; fine++)
            for (int seat = 0; seat < SEATS; seat++) {
                double x, y;
                mark_on_circle(&x, &y, SIDE / 2.0, SIDE / 2.0, away, seat, SEATS);
                x -= at % SIDE + (fine % FINE + 0.5) / FINE;
                y -= at / SIDE + (fine / FINE + 0.5) / FINE;
                if (x * x + y * y < dot * dot) {
                    covered++;
                    seat_here = seat;
                }
            }
        enum token dots = seat_here ? TOKEN_INK : TOKEN_ACCENT;
        paint p = covered == 0 ? TOKEN_PAPER
                  : covered == FINE * FINE
                      ? dots
                      : theme_mix(dots, covered * 100 / (FINE * FINE), TOKEN_PAPER);
        uint32_t *row = (uint32_t *)((uint8_t *)icon->pixels + at / SIDE * icon->pitch);
        row[at % SIDE] = 0xFF000000 | theme_colour(THEME_LIGHT, p);
    }
    SDL_SetWindowIcon(sdl, icon);
    SDL_FreeSurface(icon);
}

enum error window_open(struct window *window, int width, int height, struct trouble *t)
{
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0"); /* else software goes through OpenGL */
    SDL_SetHint(SDL_HINT_APP_NAME, word(WORD_APP_NAME));
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0");
    if (SDL_Init(SDL_INIT_VIDEO) != 0)
        return trouble_set(t, ERROR_IO, "There is no screen to draw on: %s.", SDL_GetError());
    const char *driver = SDL_GetCurrentVideoDriver();
    if (!getenv("SDL_VIDEODRIVER") && driver &&
        (strcmp(driver, "offscreen") == 0 || strcmp(driver, "dummy") == 0)) {
        SDL_Quit(); /* it would draw where nobody can look */
        return trouble_set(t, ERROR_IO, "%s", word(WORD_NO_DISPLAY));
    }
    window->full_screen = width == 0;
    SDL_DisplayMode screen = {.w = FIRST_WIDTH, .h = FIRST_HEIGHT};
    if (window->full_screen) /* as large as the screen, even where no window manager sees to it */
        SDL_GetDesktopDisplayMode(0, &screen);
    uint32_t flags = SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI |
                     (window->full_screen ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0);
    window->sdl =
        SDL_CreateWindow(word(WORD_APP_NAME), SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                         width ? width : screen.w, height ? height : screen.h, flags);
    if (window->sdl)
        window->canvas = SDL_CreateRenderer(window->sdl, -1, SDL_RENDERER_TARGETTEXTURE);
    if (!window->canvas) {
        trouble_set(t, ERROR_IO, "No window could be opened: %s.", SDL_GetError());
        window_close(window);
        return ERROR_IO;
    }
    set_icon(window->sdl);
    SDL_SetWindowMinimumSize(window->sdl, LEAST_WIDTH, LEAST_HEIGHT);
    SDL_StartTextInput();
    window->wake_event = SDL_RegisterEvents(1);
    SDL_EventState(SDL_DROPFILE, SDL_ENABLE);
    enum error e = render_create(&window->render, window->canvas, t);
    if (e != ERROR_OK)
        window_close(window);
    return e;
}

void window_close(struct window *window)
{
    render_destroy(&window->render);
    if (window->canvas)
        SDL_DestroyRenderer(window->canvas);
    if (window->sdl)
        SDL_DestroyWindow(window->sdl);
    window->canvas = NULL;
    window->sdl = NULL;
    SDL_Quit();
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
        sdl_input_add(&window->input, event, window->sdl, window->canvas);
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
    int width = FIRST_WIDTH, height = FIRST_HEIGHT;
    SDL_GetRendererOutputSize(window->canvas, &width, &height);
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
    SDL_SetWindowTitle(window->sdl, title);
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
        SDL_SetWindowFullscreen(window->sdl,
                                window->full_screen ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0);
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
