#ifndef PLENARY_RENDER_SHAPE_H
#define PLENARY_RENDER_SHAPE_H

/* One command of a draw list onto a surface, within its clip: sharp edges as fills, soft ones as
 * pictures from the cache. Commands were rounded when the list was made; nothing is scaled here. */

#include <SDL.h>

#include "render/cache.h"
#include "render/font.h"
#include "ui/draw.h"

struct painter {
    SDL_Surface *to; /* all borrowed */
    struct cache *cache;
    struct fonts *fonts;
    enum theme theme;
};

/* The pixels a command may touch; empty for DRAW_UNCLIP. */
SDL_Rect shape_bounds(const struct painter *painter, const struct draw_list *list,
                      const struct draw_command *command);

/* Draws it. Clips are the caller's business. */
void shape_draw(const struct painter *painter, const struct draw_list *list,
                const struct draw_command *command);

#endif
