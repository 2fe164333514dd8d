#ifndef PLENARY_TESTS_STAGE_PICTURE_H
#define PLENARY_TESTS_STAGE_PICTURE_H

/* Stages as PNG files, for the programs that draw many of them to be looked at. Each is run as
 * `PROGRAM FOLDER [NAME]` and draws every picture, or those whose name begins with NAME, at every
 * size. */

#include "model/room.h"
#include "render/render.h"

struct album {
    const char *folder, *only; /* only: NULL or how names begin */
    struct room *room;         /* to be made for each picture */
    struct render *render;
    int width, height; /* the render's */
};

/* What main() does: calls `fill` once for each size. Gives back what main() does. */
int album_make(int argc, char **argv, void (*fill)(const struct album *album));

/* True when a picture of that name is asked for. */
bool album_wants(const struct album *album, const char *name);

/* Writes FOLDER/NAME-WIDTHxHEIGHT.png of the album's room. */
void album_add(const struct album *album, const char *name, int page, enum theme theme);

#endif
