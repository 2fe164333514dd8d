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
    double seat_x[SEATS], seat_y[SEATS];
    if (!icon)
        return; /* the window does without */
    for (int seat = 0; seat < SEATS; seat++)
        mark_on_circle(&seat_x[seat], &seat_y[seat], SIDE / 2.0, SIDE / 2.0, away, seat, SEATS);
    for (int at = 0; at < SIDE * SIDE; at++) {
        int covered = 0, seat_here = 0;
        for (int fine = 0; fine < FINE * FINE; fine++)
            for (int seat = 0; seat < SEATS; seat++) {
                double x = seat_x[seat] - at % SIDE - (fine % FINE + 0.5) / FINE;
                double y = seat_y[seat] - at / SIDE - (fine / FINE + 0.5) / FINE;
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

/* A window's pixels go to the screen as they are, not round by OpenGL, which costs more than to
 * draw them; but for the drivers that know no other way. */
static void choose_way(void)
{
    static const char *const by_opengl[] = {"wayland", "KMSDRM"};
    const char *driver = SDL_GetCurrentVideoDriver();
    bool round = false;
    for (size_t i = 0; i < sizeof by_opengl / sizeof *by_opengl; i++)
        round |= strcmp(driver, by_opengl[i]) == 0;
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, round ? "1" : "0");
}

static void stop_video(void)
{
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
    if (!SDL_WasInit(SDL_INIT_VIDEO))
        SDL_Quit();
}

int display_screens(struct display_screen out[DISPLAY_SCREENS_MAX])
{
    int count = 0;
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) == 0 && has_display())
        count = SDL_GetNumVideoDisplays();
    count = count < DISPLAY_SCREENS_MAX ? count : DISPLAY_SCREENS_MAX;
    for (int i = 0; i < count; i++) {
        SDL_Rect bounds = {0};
        const char *name = SDL_GetDisplayName(i);
        SDL_GetDisplayBounds(i, &bounds);
        out[i] = (struct display_screen){
            .x = bounds.x, .y = bounds.y, .width = bounds.w, .height = bounds.h};
        SDL_strlcpy(out[i].name, name ? name : "", sizeof out[i].name);
    }
    stop_video();
    return count < 0 ? 0 : count;
}

void display_move(struct display *display, int screen)
{
    uint32_t full = SDL_GetWindowFlags(display->window) & SDL_WINDOW_FULLSCREEN_DESKTOP;
    int centre = (int)SDL_WINDOWPOS_CENTERED_DISPLAY((unsigned)screen);
    if (SDL_GetWindowDisplayIndex(display->window) == screen)
        return;
    SDL_SetWindowFullscreen(display->window, 0);
    SDL_SetWindowPosition(display->window, centre, centre);
    SDL_SetWindowFullscreen(display->window, full);
}

/* The left edge of a window on its screen. */
static int left_of(const struct display_wish *wish, int screen, int centre)
{
    SDL_Rect bounds;
    if (wish->width == 0 || wish->place == DISPLAY_CENTRE ||
        SDL_GetDisplayBounds(screen, &bounds) != 0)
        return centre;
    int right = bounds.x + bounds.w - wish->width;
    return wish->place == DISPLAY_LEFT || right < bounds.x ? bounds.x : right;
}

/* No larger than the screen, without what the desktop keeps of it. */
static void shrink(SDL_Rect *window, int screen)
{
    SDL_Rect most;
    if (SDL_GetDisplayUsableBounds(screen, &most) != 0)
        return;
    window->w = SDL_min(window->w, most.w);
    window->h = SDL_min(window->h, most.h);
}

enum error display_open(struct display *out, const struct display_wish *wish, struct trouble *t)
{
    bool full = wish->width == 0;
    *out = (struct display){0};
    SDL_SetHint(SDL_HINT_APP_NAME, wish->title);
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, wish->saver ? "1" : "0");
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0 || !has_display()) {
        stop_video();
        return ERROR_ABSENT;
    }
    choose_way();
    SDL_Rect screen = {0, 0, wish->width, wish->height};
    int which = wish->screen < SDL_GetNumVideoDisplays() ? wish->screen : 0;
    if (full) /* as large as the screen, even where no window manager sees to it */
        SDL_GetDisplayBounds(which, &screen);
    if (wish->shrinks)
        shrink(&screen, which);
    uint32_t flags = SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI |
                     (full ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0);
    int x = (int)SDL_WINDOWPOS_CENTERED_DISPLAY((unsigned)which);
    out->window = SDL_CreateWindow(wish->title, left_of(wish, which, x),
                                   (int)SDL_WINDOWPOS_CENTERED_DISPLAY((unsigned)which), screen.w,
                                   screen.h, flags);
    if (!out->window || !SDL_GetWindowSurface(out->window)) {
        trouble_set(t, ERROR_IO, "No window could be opened: %s.", SDL_GetError());
        if (out->window)
            display_close(out);
        else
            stop_video();
        return ERROR_IO;
    }
    set_icon(out->window);
    SDL_SetWindowMinimumSize(out->window, wish->least_width, wish->least_height);
    return ERROR_OK;
}

void display_close(struct display *display)
{
    if (!display->window)
        return;
    SDL_DestroyWindow(display->window);
    *display = (struct display){0};
    stop_video();
}

void display_full_screen(struct display *display, bool full)
{
    SDL_SetWindowFullscreen(display->window, full ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0);
}
