#ifndef PLENARY_RENDER_PICTURE_H
#define PLENARY_RENDER_PICTURE_H

/* Pixels without a window: a surface and SDL's software renderer upon it. */

#include <stdint.h>

#include "base/error.h"

struct SDL_Renderer;
struct picture;

CHECKED enum error picture_create(struct picture **out, int width, int height, struct trouble *t);
void picture_destroy(struct picture **picture);

/* Borrowed, for as long as the picture. */
struct SDL_Renderer *picture_renderer(struct picture *picture);

/* 0xRRGGBB; x and y must lie inside. */
uint32_t picture_pixel(const struct picture *picture, int x, int y);

CHECKED enum error picture_save(const struct picture *picture, const char *path, struct trouble *t);

#endif
