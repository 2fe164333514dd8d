#ifndef PLENARY_RENDER_DISPLAY_H
#define PLENARY_RENDER_DISPLAY_H

/* Opening a program's window, the same for kiosk and client: SDL's video, and a window with the
 * logo for its icon, for render_create. */

#include <stdbool.h>

#include "base/error.h"

struct SDL_Window;

struct display {
    struct SDL_Window *window;
};

/* A screen of the computer, as large as its desktop and where it lies among the others. The first
 * is the one the system calls its main one. */
struct display_screen {
    int x, y, width, height;
    char name[64]; /* what the system calls it; may be empty */
};

enum { DISPLAY_SCREENS_MAX = 8 };

/* Where a window that is not full screen stands on its screen. */
enum display_place { DISPLAY_CENTRE, DISPLAY_LEFT, DISPLAY_RIGHT };

struct display_wish {
    const char *title;
    int width, height; /* of the window; 0: the full screen */
    int screen;        /* which, from 0 */
    enum display_place place;
    int least_width, least_height;
    bool shrinks; /* no larger than the screen has room for */
    bool saver;   /* the computer's screen saver may come on */
};

/* ERROR_ABSENT: there is no display. (SDL can also draw where nobody looks; that counts only when
 * $SDL_VIDEODRIVER asks for it.) ERROR_IO: there is one, and no window can be opened; `t` says why.
 * Nothing is left open then. */
CHECKED enum error display_open(struct display *out, const struct display_wish *wish,
                                struct trouble *t);

/* Fills `out` with the screens there are; returns how many, 0 without any. */
int display_screens(struct display_screen out[DISPLAY_SCREENS_MAX]);

/* Takes a window to another screen, full screen or not as it is. */
void display_move(struct display *display, int screen);

/* Closes the window, and with the last one stops SDL. A zeroed display is fine. */
void display_close(struct display *display);

void display_full_screen(struct display *display, bool full);

#endif
