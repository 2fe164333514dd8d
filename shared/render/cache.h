#ifndef PLENARY_RENDER_CACHE_H
#define PLENARY_RENDER_CACHE_H

/* Textures by what they show. A key is plain bytes: the shape, its measures, its colour, and for
 * text the text. The longest unused go first when there are too many or they take too much; what is
 * used in one frame stays for that frame unless it alone passes the bounds. */

#include <stddef.h>

#include "base/error.h"

struct SDL_Renderer;
struct SDL_Surface;
struct SDL_Texture;
struct cache;

struct cached {
    struct SDL_Texture *texture; /* borrowed until the next cache_put */
    int w, h;
    int left, top; /* where it hangs, from the shape's own origin */
};

CHECKED enum error cache_create(struct cache **out, struct SDL_Renderer *sdl, size_t most_bytes,
                                size_t most_entries);
void cache_destroy(struct cache **cache);

/* What is kept under a key, borrowed; NULL when there is nothing. */
const struct cached *cache_get(struct cache *cache, const void *key, size_t bytes);

/* Keeps a surface under a key, as a texture that blends; the surface stays the caller's. NULL when
 * SDL has no room for it. */
const struct cached *cache_put(struct cache *cache, const void *key, size_t bytes,
                               struct SDL_Surface *surface, int left, int top);

#endif
