#ifndef PLENARY_TESTS_PROGRAMS_DISPLAY_H
#define PLENARY_TESTS_PROGRAMS_DISPLAY_H

/* A screen to put a window on: Xvfb, its keyboard and what is seen. Xvfb keeps its picture in a
 * file that this looks into, so that looking costs nothing and waiting can be for what stands on
 * the screen. There is no window manager: one window, as large as the screen, has the keyboard. */

#include "programs/process.h"

#include <stdint.h>

struct display {
    struct process server;
    const char *name; /* for pictures and complaints */
    char number[16];  /* ":3" */
    int width, height;
    const unsigned char *picture; /* the mapped file; NULL: not started */
    size_t picture_size;
};

/* The beginning of a command line whose program is killed when the test is gone, however it went:
 * a window left behind would hold the pipe that CTest waits on. */
#define DIES_WITH_US "/usr/bin/setpriv", "--pdeathsig", "KILL"

/* A part of the screen, in pixels. */
struct part {
    int x, y, w, h;
};

/* Fails the test, saying which package is missing, unless everything used here is installed. */
void display_need_tools(void);

/* Libraries that a window brings in leak, and are unloaded before a suppression could name them.
 * From here on what leaks is still printed, but only the tests without a window fail for it. */
void display_calm_libraries(void);

/* Starts a screen on a free display; the file of its picture lies in `folder`. */
void display_start(struct display *display, const char *name, int width, int height,
                   const char *folder);
void display_stop(struct display *display);

/* Presses keys one after the other, by xdotool's names between spaces; types a text. */
void display_press(const struct display *display, const char *keys);

/* Presses them, waits until the screen has changed, and then until it stands still. */
void display_press_and_see(const struct display *display, const char *keys);
void display_type(const struct display *display, const char *text);

/* Of the part, how much has this colour (0xRRGGBB) now, in hundredths; any of it is at least 1. */
int display_share(const struct display *display, struct part part, uint32_t colour);

/* Waits until the share is from `least` to `most`; fails the test when it never is. */
void display_expect(const struct display *display, struct part part, uint32_t colour, int least,
                    int most);

/* The same of a small part that is all of this colour, or has none of it. */
void display_expect_at(const struct display *display, int x, int y, uint32_t colour);
void display_expect_not_at(const struct display *display, int x, int y, uint32_t colour);

/* Waits until nothing moves, then saves the screen as NUMBER-display-what.png in PICTURES. */
void display_save(const struct display *display, const char *what);

#endif
