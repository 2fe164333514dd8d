#ifndef PLENARY_RENDER_PANGO_TEXT_H
#define PLENARY_RENDER_PANGO_TEXT_H

/* One line of text in any script, through Pango. The same contract as font.h. */

#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "ui/type.h"

struct SDL_Surface;
struct pango_text;

CHECKED enum error pango_text_create(struct pango_text **out);
void pango_text_destroy(struct pango_text **text);

int pango_text_width(struct pango_text *pango, enum weight weight, int px, const char *text,
                     size_t bytes);
struct SDL_Surface *pango_text_draw(struct pango_text *pango, enum weight weight, int px,
                                    const char *text, size_t bytes, uint32_t colour, int *baseline);

#endif
