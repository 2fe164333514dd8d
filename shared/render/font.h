#ifndef PLENARY_RENDER_FONT_H
#define PLENARY_RENDER_FONT_H

/* The UI font in its weights and every size asked for, and text drawn and measured in it. Text it
 * has no letters for, or that runs from right to left, is handed to Pango, here and nowhere else,
 * so that what is measured is what is drawn. */

#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "ui/type.h"

enum { FONT_MOST = 48, FONT_TEXT_SIZE = 2048 };

struct SDL_Surface;
struct fonts;

/* Opens the font files at one size, to know early that they are there: ERROR_ABSENT otherwise. */
CHECKED enum error fonts_create(struct fonts **out, struct trouble *t);
void fonts_destroy(struct fonts **fonts);

/* Width in pixels, of the first `bytes` bytes. */
int font_width(struct fonts *fonts, enum weight weight, int px, const char *text, size_t bytes);

/* The text in a colour, and how far its baseline lies below the surface's top. The surface is the
 * caller's; NULL when there is nothing to see or memory is short. */
struct SDL_Surface *font_draw(struct fonts *fonts, enum weight weight, int px, const char *text,
                              size_t bytes, uint32_t colour, int *baseline);

#endif
