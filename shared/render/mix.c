#include "render/mix.h"

#include <stdlib.h>
#include <string.h>

/* A tile of a screen with 4 bytes a pixel is 16 rows of 256 bytes. */
enum { WIDE = 64, HIGH = 16, BLOCK = 64, MIXED_BYTES = 4 };

struct mix {
    int width, height;
    int across, down; /* tiles */
    SDL_Rect *changed;
    bool marked[]; /* row by row */
};

static int tiles(int measure, int size)
{
    return (measure + size - 1) / size;
}

struct mix *mix_create(int width, int height)
{
    int across = tiles(width, WIDE), down = tiles(height, HIGH);
    size_t count = (size_t)across * (size_t)down;
    struct mix *mix = calloc(1, sizeof *mix + count * sizeof *mix->marked);
    if (!mix)
        return NULL;
    mix->width = width;
    mix->height = height;
    mix->across = across;
    mix->down = down;
    mix->changed = calloc(count, sizeof *mix->changed);
    if (!mix->changed)
        mix_destroy(&mix);
    return mix;
}

void mix_destroy(struct mix **mix)
{
    if (*mix)
        free((*mix)->changed);
    free(*mix);
    *mix = NULL;
}

void mix_mark(struct mix *mix, const SDL_Rect *box)
{
    const SDL_Rect whole = {0, 0, mix->width, mix->height};
    SDL_Rect inside;
    if (!SDL_IntersectRect(box, &whole, &inside))
        return;
    int left = inside.x / WIDE, right = tiles(inside.x + inside.w, WIDE);
    for (int row = inside.y / HIGH; row < tiles(inside.y + inside.h, HIGH); row++)
        memset(&mix->marked[row * mix->across + left], true, (size_t)(right - left));
}

static uint8_t mixed(uint8_t shown, uint8_t drawn, uint16_t keep)
{
    return (uint8_t)((uint16_t)(shown * keep + drawn * (MIX_ALL - keep) + MIX_ALL / 2) >> 8);
}

/* So many bytes that the compiler makes whole registers of them. */
static void mix_block(uint8_t *restrict shown, const uint8_t *restrict drawn, uint16_t keep)
{
    for (int i = 0; i < BLOCK; i++)
        shown[i] = mixed(shown[i], drawn[i], keep);
}

static void mix_row(uint8_t *shown, const uint8_t *drawn, size_t bytes, uint16_t keep)
{
    size_t i = 0;
    if (keep == 0) {
        memcpy(shown, drawn, bytes);
        return;
    }
    for (; i + BLOCK <= bytes; i += BLOCK)
        mix_block(shown + i, drawn + i, keep);
    for (; i < bytes; i++)
        shown[i] = mixed(shown[i], drawn[i], keep);
}

/* One tile; false when both are the same in it. */
static bool mix_tile(SDL_Surface *shown, const SDL_Surface *drawn, const SDL_Rect *tile,
                     uint16_t keep)
{
    int pixel = shown->format->BytesPerPixel;
    size_t bytes = (size_t)tile->w * (size_t)pixel;
    bool differs = false;
    for (int y = tile->y; y < tile->y + tile->h; y++) {
        uint8_t *to = (uint8_t *)shown->pixels + (ptrdiff_t)y * shown->pitch + tile->x * pixel;
        const uint8_t *from =
            (const uint8_t *)drawn->pixels + (ptrdiff_t)y * drawn->pitch + tile->x * pixel;
        if (memcmp(to, from, bytes) == 0)
            continue;
        mix_row(to, from, bytes, keep);
        differs = true;
    }
    return differs;
}

const SDL_Rect *mix_step(struct mix *mix, SDL_Surface *shown, const SDL_Surface *drawn,
                         unsigned keep, int *count)
{
    if (shown->format->BytesPerPixel != MIXED_BYTES)
        keep = 0;
    *count = 0;
    for (int row = 0; row < mix->down; row++) {
        SDL_Rect *run = NULL; /* of tiles side by side */
        for (int column = 0; column < mix->across; column++) {
            bool *marked = &mix->marked[row * mix->across + column];
            SDL_Rect tile = {column * WIDE, row * HIGH, WIDE, HIGH};
            tile.w = SDL_min(tile.w, mix->width - tile.x);
            tile.h = SDL_min(tile.h, mix->height - tile.y);
            bool differs = *marked && mix_tile(shown, drawn, &tile, (uint16_t)keep);
            *marked = differs && keep > 0;
            if (!differs)
                run = NULL;
            else if (run)
                run->w += tile.w;
            else
                *(run = &mix->changed[(*count)++]) = tile;
        }
    }
    return mix->changed;
}
