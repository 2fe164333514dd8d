#include "render/picture.h"

#include <assert.h>
#include <stdlib.h>

#include <SDL.h>
#include <SDL_image.h>

struct picture {
    SDL_Surface *surface;
    SDL_Renderer *sdl;
};

enum error picture_create(struct picture **out, int width, int height, struct trouble *t)
{
    struct picture *p = calloc(1, sizeof *p);
    *out = p;
    if (!p)
        return ERROR_MEMORY;
    p->surface = SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_ARGB8888);
    if (p->surface)
        p->sdl = SDL_CreateSoftwareRenderer(p->surface);
    if (p->sdl)
        return ERROR_OK;
    picture_destroy(out);
    return trouble_set(t, ERROR_MEMORY, "There is no room for a picture of %d by %d: %s.", width,
                       height, SDL_GetError());
}

void picture_destroy(struct picture **picture)
{
    if (*picture) {
        if ((*picture)->sdl)
            SDL_DestroyRenderer((*picture)->sdl);
        SDL_FreeSurface((*picture)->surface);
    }
    free(*picture);
    *picture = NULL;
}

SDL_Renderer *picture_renderer(struct picture *picture)
{
    return picture->sdl;
}

uint32_t picture_pixel(const struct picture *picture, int x, int y)
{
    const SDL_Surface *s = picture->surface;
    assert(x >= 0 && x < s->w && y >= 0 && y < s->h);
    const uint8_t *row = (const uint8_t *)s->pixels + (ptrdiff_t)y * s->pitch;
    return ((const uint32_t *)(const void *)row)[x] & 0xFFFFFF;
}

enum error picture_save(const struct picture *picture, const char *path, struct trouble *t)
{
    if (IMG_SavePNG(picture->surface, path) == 0)
        return ERROR_OK;
    return trouble_set(t, ERROR_IO, "The picture %s could not be written: %s.", path,
                       SDL_GetError());
}
