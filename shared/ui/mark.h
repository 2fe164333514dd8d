#ifndef PLENARY_UI_MARK_H
#define PLENARY_UI_MARK_H

/* The small signs with a meaning of their own. A dot is somebody; rising bars are a level and
 * nothing else; a ring of dots is the room round a table; solid is settled, an outline is not yet.
 */

#include <stdbool.h>

#include "ui/draw.h"

/* A band: how many of its three bars are solid. */
enum level { LEVEL_NONE, LEVEL_LOW, LEVEL_MEDIUM, LEVEL_HIGH };

/* The colours of a band: its fill, what is written on it, and its outline. */
enum token level_fill(enum level level);
enum token level_ink(enum level level);
enum token level_line(enum level level);

enum { MARK_BARS_WIDTH = 24, MARK_BARS_HEIGHT = 20, MARK_DENSE_WIDTH = 16, MARK_DENSE_HEIGHT = 13 };

/* Three rising bars with their left at x, standing on `bottom`; the missing ones are 28 % of the
 * same token on what lies beneath. */
void mark_bars(struct draw_list *list, double x, double bottom, enum level level, bool dense,
               enum token bars, enum token beneath);

enum seat_state {
    SEAT_EMPTY, /* not yet */
    SEAT_AWAY,  /* reconnecting; "mostly" among answers */
    SEAT_TAKEN, /* here; voted; yes */
};

/* A dot about a centre. */
void mark_dot(struct draw_list *list, double x, double y, double diameter, enum seat_state state);

/* Where the i-th of n stands on a circle: the first at 12 o'clock, clockwise. */
void mark_on_circle(double *x, double *y, double centre_x, double centre_y, double radius, int i,
                    int n);

/* Eight seats round a table, one of them yours, in a square of `size`. */
void mark_logo(struct draw_list *list, double x, double y, double size);

/* The timer ring in a square of `size`: track and what is left of it. */
void mark_timer(struct draw_list *list, double x, double y, double size, double stroke,
                double fraction, enum token left);

/* The disc with "!" of every notice, and with a tick of everything settled, about a centre. */
void mark_bang(struct draw_list *list, double x, double y, double diameter);
void mark_tick(struct draw_list *list, double x, double y, double diameter, enum token disc,
               enum token tick);

/* What is taken up: a star in a square of `size`. */
void mark_star(struct draw_list *list, double x, double y, double size, enum token paint);

/* A key of the keyboard, 40 high; returns its width. */
double mark_key(struct draw_list *list, double x, double y, const char *name);

/* A list bullet: a dash, because a dot is somebody. `y` is the top of the line box of `size`. */
void mark_bullet(struct draw_list *list, double x, double y, int size);

#endif
