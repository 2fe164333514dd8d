#ifndef PLENARY_UI_LAYOUT_H
#define PLENARY_UI_LAYOUT_H

/* How a screen of any size is laid out. Everything is measured in design units, those of a picture
 * 1080 high (kiosk) or 1100 by 760 (client); u is pixels per unit, and the draw list multiplies and
 * rounds as it takes each shape. Legibility follows the height of the picture, so u comes from the
 * height, unless that left too little width; a kiosk then keeps 1440 units of width and its spare
 * height goes between the content and the agenda rail. Larger text is a larger u: the picture then
 * has fewer units each way, down to 1152 by 864, and `spare` is below zero. */

#include <stdbool.h>

struct layout {
    int width, height;   /* of the window, pixels */
    double u;            /* pixels per design unit */
    double across, down; /* the window in design units */
    double margin;       /* to the left and right of the content */
    double left, right;  /* edges of the content, design units */
    double spare;        /* height beyond the design's (below zero: short of it), above the rail */
    bool narrow;         /* kiosk under 1840: right-hand panels narrow, names are tight */
    bool short_rail;     /* kiosk under 1600: the rail names only this item and the next */
};

/* The kiosk: 1080 high, 1440 to any width. Sizes are at least 1 pixel. */
struct layout layout_kiosk(int width, int height);

/* The same picture with its text one or two sizes larger, an eighth each. */
enum { LAYOUT_LARGER_MOST = 2 };
struct layout layout_kiosk_larger(int width, int height, int sizes);

/* The client: u from 0.8 (880 x 608, the smallest window) to 2; content 1036 wide, centred. */
struct layout layout_client(int width, int height);

enum { LAYOUT_CLIENT_LEAST_WIDTH = 880, LAYOUT_CLIENT_LEAST_HEIGHT = 608 };

/* A measure in whole pixels, halves away from zero. */
int layout_pixels(double u, double measure);

/* A stroke in whole pixels: at least 1. */
int layout_stroke(double u, double measure);

#endif
