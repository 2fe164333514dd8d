#ifndef PLENARY_RENDER_DISPLAY_H
#define PLENARY_RENDER_DISPLAY_H

/* Opening a program's window, the same for kiosk and client: SDL's video, a window with the logo
 * for its icon, and the SDL renderer that render_create draws through. */

#include <stdbool.h>

#include "base/error.h"

struct SDL_Window;
struct SDL_Renderer;

struct display {
    struct SDL_Window *window;
    struct SDL_Renderer *canvas;
};

struct display_wish {
    const char *title;
    int width, height; /* of the window; 0: the full screen */
    int least_width, least_height;
    bool saver;    /* the computer's screen saver may come on */
    bool software; /* drawn by the processor alone: light, and the same everywhere */
};

/* ERROR_ABSENT: there is no display. (SDL can also draw where nobody looks; that counts only when
 * $SDL_VIDEODRIVER asks for it.) ERROR_IO: there is one, and no window can be opened; `t` says why.
 * Nothing is left open then. */
CHECKED enum error display_open(struct display *out, const struct display_wish *wish,
                                struct trouble *t);

/* Closes the window and stops SDL. A zeroed display is fine. */
void display_close(struct display *display);

void display_full_screen(struct display *display, bool full);

#endif
