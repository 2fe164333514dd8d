#ifndef PLENARY_RENDER_DAMAGE_H
#define PLENARY_RENDER_DAMAGE_H

/* Which parts of the screen differ between two draw lists: boxes that hold every changed command,
 * as it was and as it is. Boxes that touch are joined, so none overlap by much. */

#include <SDL.h>

#include "ui/draw.h"

enum { DAMAGE_MOST = 24 };

struct damage {
    int count;
    SDL_Rect box[DAMAGE_MOST];
};

/* Adds a box, joining it to what it touches. */
void damage_add(struct damage *damage, SDL_Rect box);

/* Compares `before` with `now`; bounds are those of their commands, in the same order. A list of
 * another size, or one that clips elsewhere, is damaged all over. */
void damage_find(struct damage *out, const struct draw_list *before, const SDL_Rect *before_bounds,
                 const struct draw_list *now, const SDL_Rect *now_bounds);

#endif
