#include "render/mix.h"

#include <stdlib.h>

struct mix {
    SDL_Renderer *sdl;
    SDL_Texture *mixture;
    int width, height;
    uint8_t *from, *to; /* rows of pixels, one after the other */
};

enum { PIXEL = 4, BLOCK = 64 };

struct mix *mix_create(SDL_Renderer *sdl, int width, int height)
{
    struct mix *mix = calloc(1, sizeof *mix);
    if (!mix)
        return NULL;
    size_t bytes = (size_t)width * (size_t)height * PIXEL;
    *mix = (struct mix){.sdl = sdl,
                        .width = width,
                        .height = height,
                        .from = malloc(bytes),
                        .to = malloc(bytes),
                        .mixture = SDL_CreateTexture(sdl, SDL_PIXELFORMAT_RGB888,
                                                     SDL_TEXTUREACCESS_STREAMING, width, height)};
    if (!mix->from || !mix->to || !mix->mixture)
        mix_destroy(&mix);
    else
        SDL_SetTextureBlendMode(mix->mixture, SDL_BLENDMODE_NONE);
    return mix;
}

void mix_destroy(struct mix **mix)
{
    struct mix *m = *mix;
    if (!m)
        return;
    if (m->mixture)
        SDL_DestroyTexture(m->mixture);
    free(m->from);
    free(m->to);
    free(m);
    *mix = NULL;
}

static bool take(const struct mix *mix, uint8_t *pixels)
{
    return SDL_RenderReadPixels(mix->sdl, NULL, SDL_PIXELFORMAT_RGB888, pixels,
                                mix->width * PIXEL) == 0;
}

bool mix_take_old(struct mix *mix)
{
    return take(mix, mix->from);
}

bool mix_take_new(struct mix *mix)
{
    return take(mix, mix->to);
}

static uint8_t mixed(uint8_t from, uint8_t to, uint16_t left)
{
    return (uint8_t)((uint16_t)(from * left + to * (256 - left)) >> 8);
}

/* So many bytes that the compiler makes whole registers of them. */
static void mix_block(uint8_t *restrict out, const uint8_t *restrict from,
                      const uint8_t *restrict to, uint16_t left)
{
    for (int i = 0; i < BLOCK; i++)
        out[i] = mixed(from[i], to[i], left);
}

void mix_draw(struct mix *mix, uint8_t left)
{
    size_t row = (size_t)mix->width * PIXEL;
    void *pixels;
    int pitch;
    if (SDL_LockTexture(mix->mixture, NULL, &pixels, &pitch) != 0)
        return;
    for (int y = 0; y < mix->height; y++) {
        const uint8_t *from = mix->from + (size_t)y * row, *to = mix->to + (size_t)y * row;
        uint8_t *out = (uint8_t *)pixels + (ptrdiff_t)y * pitch;
        size_t i = 0;
        for (; i + BLOCK <= row; i += BLOCK)
            mix_block(out + i, from + i, to + i, left);
        for (; i < row; i++)
            out[i] = mixed(from[i], to[i], left);
    }
    SDL_UnlockTexture(mix->mixture);
    SDL_RenderCopy(mix->sdl, mix->mixture, NULL, NULL);
}
