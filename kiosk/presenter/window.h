#ifndef PLENARY_PRESENTER_WINDOW_H
#define PLENARY_PRESENTER_WINDOW_H

/* The kiosk's one window: SDL, the renderer, what keyboard and pointer did since the last frame,
 * and the draw list being made. The start screen and the workshop both run on it, frame by frame:
 * window_wait, then window_begin, drawing, window_end. */

#include "base/error.h"
#include "render/display.h"
#include "render/render.h"
#include "ui/ui.h"

enum { WINDOW_DROP_SIZE = 4096 };

struct window {
    struct display display;
    struct render *render;
    struct layout layout;
    enum theme theme;
    bool reduced_motion;
    bool full_screen;
    bool leaving; /* the window was closed, or the program told to end */
    uint32_t wake_event;
    char dropped[WINDOW_DROP_SIZE]; /* a file dropped on the window; empty: none */
    struct input input;
    struct ui ui;
    struct draw_list list;
};

/* Opens the window; width 0: the full screen. */
CHECKED enum error window_open(struct window *window, int width, int height, struct trouble *t);
void window_close(struct window *window);

/* Waits for something to happen, `ms` at most (below 0: as long as it takes), and takes it in. */
void window_wait(struct window *window, int ms);

/* Any thread: ends the wait. */
void window_wake(struct window *window);

/* A frame: begins the draw list and the ui for the window as large as it is now; shows what was
 * drawn. */
void window_begin(struct window *window);
void window_end(struct window *window);

/* Keys that mean the same on every screen: F11 for the full screen; and T for dark or light, where
 * no letters are typed. */
void window_screen_keys(struct window *window);
void window_own_keys(struct window *window);

/* What the window is called, on the task bar and where windows are chosen. */
void window_title(struct window *window, const char *title);

/* Cross-fades to what is drawn next. */
void window_fade(struct window *window);

/* True while a fade needs frames. */
bool window_fading(struct window *window);

#endif
