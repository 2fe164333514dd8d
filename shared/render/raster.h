#ifndef PLENARY_RENDER_RASTER_H
#define PLENARY_RENDER_RASTER_H

/* Soft-edged shapes into surfaces: how much of each pixel a shape covers becomes its alpha, its
 * colour is the same everywhere. Edges are measured by distance, a pixel wide. Surfaces are
 * ARGB8888, owned by the caller; NULL when memory is short. Measures are pixels. */

#include <stdbool.h>
#include <stdint.h>

struct SDL_Surface;

/* A rounded rectangle filling the surface; with a stroke > 0 its outline only. */
struct SDL_Surface *raster_round(int w, int h, double radius, double stroke, uint32_t colour);

/* A disc, or with a stroke > 0 a ring, about (x, y) in a surface of w by h. `part` < 1 leaves an
 * arc of that fraction, ending at 12 o'clock. */
struct SDL_Surface *raster_disc(int w, int h, double x, double y, double radius, double stroke,
                                double part, uint32_t colour);

/* A line through `count` points (x, y pairs) with round caps and joins. */
struct SDL_Surface *raster_line(int w, int h, const double *xy, int count, double stroke,
                                uint32_t colour);

/* A polygon, even-odd. */
struct SDL_Surface *raster_polygon(int w, int h, const double *xy, int count, uint32_t colour);

#endif
