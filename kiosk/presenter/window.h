#ifndef PLENARY_PRESENTER_WINDOW_H
#define PLENARY_PRESENTER_WINDOW_H

/* A window of the kiosk's: SDL, the renderer, what keyboard and pointer did in it since the last
 * frame, and the draw list being made. The start screen and the workshop both run on one, the
 * console on another; each has its own input. Frame by frame: window_wait, then for each window
 * window_begin, drawing, window_end. */

#include "base/error.h"
#include "render/display.h"
#include "render/render.h"
#include "ui/ui.h"

enum { WINDOW_DROP_SIZE = 4096, WINDOW_DROPS_MAX = 64 };

struct window {
    struct display display;
    struct render *render;
    struct layout layout;
    enum theme theme;
    bool reduced_motion;
    bool full_screen;
    bool leaving; /* the program was told to end */
    bool closed;  /* this window was closed by the person */
    bool screens; /* screens have come or gone */
    uint32_t id;  /* SDL's, for its events */
    uint32_t wake_event;
    int drop_count; /* files that were dropped on the window in this wait */
    char drops[WINDOW_DROPS_MAX][WINDOW_DROP_SIZE];
    struct input input;
    struct ui ui;
    struct draw_list list;
};

/* Opens a window as wished; what is least is added. ERROR_IO without a display. */
CHECKED enum error window_open(struct window *window, const struct display_wish *wish,
                               struct trouble *t);
void window_close(struct window *window);
bool window_is_open(const struct window *window);

/* Waits for something to happen, `ms` at most (below 0: as long as it takes), and takes it in: each
 * window what is its own, the first also what concerns the program. */
void window_wait(struct window *const windows[], int count, int ms);

/* Any thread: ends the wait. */
void window_wake(struct window *window);

/* A frame: begins the draw list and the ui for the window as large as it is now; shows what was
 * drawn. */
void window_begin(struct window *window, const struct ui_style *style);
void window_end(struct window *window);

/* The whole of what was just pasted, however long; the caller frees it. NULL: there is none. */
char *window_clipboard(size_t *length);

/* F11, wherever letters may be typed; and what it does. */
void window_screen_keys(struct window *window);
void window_turn_full(struct window *window);

/* Brings it before the others. */
void window_raise(struct window *window);

/* What the window is called, on the task bar and where windows are chosen. */
void window_title(struct window *window, const char *title);

/* Cross-fades to what is drawn next. */
void window_fade(struct window *window);

/* True while a fade needs frames. */
bool window_fading(struct window *window);

#endif
