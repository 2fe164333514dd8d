#ifndef PLENARY_TESTS_STAGE_PICTURE_H
#define PLENARY_TESTS_STAGE_PICTURE_H

/* One stage as a PNG file, for the programs that draw many of them to be looked at. */

#include "model/room.h"
#include "render/render.h"

enum { PICTURE_SIZES = 5 };

extern const struct picture_size {
    int width, height;
} picture_sizes[PICTURE_SIZES];

/* Writes FOLDER/NAME-WIDTHxHEIGHT.png; the render is of that size. */
void picture_draw(const char *folder, const char *name, int page, enum theme theme,
                  const struct room *room, struct render *render, int size);

#endif
