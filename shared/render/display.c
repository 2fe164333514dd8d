#include "render/display.h"

#include <SDL.h>
#include <stdlib.h>
#include <string.h>

#include "ui/mark.h"
#include "ui/theme.h"

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

/* True when SDL found a driver that shows pictures to somebody, or was told to use this one. */
static bool has_display(void)
{
    const char *driver = SDL_GetCurrentVideoDriver();
    return driver && (getenv("SDL_VIDEODRIVER") ||
                      (strcmp(driver, "offscreen") != 0 && strcmp(driver, "dummy") != 0));
}

enum error display_open(struct display *out, const struct display_wish *wish, struct trouble *t)
{
    bool full = wish->width == 0;
    *out = (struct display){0};
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0"); /* else software goes through OpenGL */
    SDL_SetHint(SDL_HINT_APP_NAME, wish->title);
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, wish->saver ? "1" : "0");
    if (SDL_Init(SDL_INIT_VIDEO) != 0 || !has_display()) {
        SDL_Quit();
        return ERROR_ABSENT;
    }
    SDL_DisplayMode screen = {.w = wish->width, .h = wish->height};
    if (full) /* as large as the screen, even where no window manager sees to it */
        SDL_GetDesktopDisplayMode(0, &screen);
    uint32_t flags = SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI |
                     (full ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0);
    out->window = SDL_CreateWindow(wish->title, SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                                   screen.w, screen.h, flags);
    if (out->window)
        out->canvas = SDL_CreateRenderer(
            out->window, -1, wish->software ? SDL_RENDERER_SOFTWARE : SDL_RENDERER_TARGETTEXTURE);
    if (!out->canvas) {
        trouble_set(t, ERROR_IO, "No window could be opened: %s.", SDL_GetError());
        display_close(out);
        return ERROR_IO;
    }
    set_icon(out->window);
    SDL_SetWindowMinimumSize(out->window, wish->least_width, wish->least_height);
    return ERROR_OK;
}

void display_close(struct display *display)
{
    if (display->canvas)
        SDL_DestroyRenderer(display->canvas);
    if (display->window)
        SDL_DestroyWindow(display->window);
    *display = (struct display){0};
    SDL_Quit();
}

void display_full_screen(struct display *display, bool full)
{
    SDL_SetWindowFullscreen(display->window, full ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0);
}
