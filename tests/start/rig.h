#ifndef PLENARY_TESTS_START_RIG_H
#define PLENARY_TESTS_START_RIG_H

/* The start screen as a test works it: three recent reviews, of which one will not open at all and
 * one has a copy; a pack that cannot be used and one agenda, entry 1. At 1920 x 1080, so that
 * design units are pixels. */

#include <stdbool.h>

#include "start/start.h"
#include "testing.h"

extern struct draw_list list;
extern struct ui ui;
extern struct input input;
extern struct start_screen screen;
extern struct content_catalogue packs;
extern struct rehearsal_catalogue rehearsals;
extern struct start_recent recents[3];
extern struct basket basket;

/* Setup: a fresh screen, its first frames drawn. */
int rig_reset(void **state);

/* One frame with what was put into the input, or with a key or a text added to it. */
struct start_outcome frame(void);
struct start_outcome press(enum input_key key);
void type(const char *text);

/* True when a text drawn in the last frame has this in it. */
bool on_screen(const char *text);

#endif
