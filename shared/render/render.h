#ifndef PLENARY_RENDER_RENDER_H
#define PLENARY_RENDER_RENDER_H

/* Draw lists to pixels, through SDL. Everything with a soft edge is drawn once into a texture with
 * its colour baked in and kept: letters as whole texts, discs, arcs, lines, corners. Textures are
 * dropped, longest unused first, when they pass RENDER_CACHE_BYTES. A list equal to the last one
 * costs a comparison and no drawing.
 *
 * Texts the UI font has letters for go through SDL_ttf; others, and any that run from right to
 * left, through Pango. Fonts are the ones the build found (assets/fonts).
 *
 * One renderer belongs to one thread. SDL and SDL_ttf are started by the program that has a window
 * (render_start), or by render_png itself. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "ui/draw.h"

enum { RENDER_CACHE_BYTES = 96 * 1024 * 1024, RENDER_CACHE_ENTRIES = 4096 };

struct SDL_Renderer;
struct render;

/* Starts SDL's video and SDL_ttf for a program; `headless` uses no display. render_stop undoes it.
 * Says in `t` what is missing. */
CHECKED enum error render_start(bool headless, struct trouble *t);
void render_stop(void);

/* A renderer drawing into `sdl`, which is borrowed and must outlive it. */
CHECKED enum error render_create(struct render **out, struct SDL_Renderer *sdl, struct trouble *t);
void render_destroy(struct render **render);

/* The widths of this renderer's fonts, borrowed; good for as long as the renderer. */
const struct type_metrics *render_metrics(struct render *render);

/* Draws a frame and presents it, unless nothing changed since the last (and no fade is under way):
 * then returns false. */
bool render_draw(struct render *render, const struct draw_list *list, enum theme theme);

/* Draws the next frame whatever is in it: after the window was resized, uncovered or its targets
 * were lost. */
void render_dirty(struct render *render);

/* Cross-fades from what is shown now to whatever is drawn from here on, `ms` long from `now_ms`;
 * render_fading tells whether frames are still needed for it, and moves it on. */
void render_fade(struct render *render, int64_t now_ms, int ms);
bool render_fading(struct render *render, int64_t now_ms);

/* Draws a list to a PNG file, without a display. The list must have been made with the metrics of
 * render_headless_metrics, or with fixed ones. */
CHECKED enum error render_png(const char *path, const struct draw_list *list, enum theme theme,
                              struct trouble *t);

/* A renderer on a surface of its own, for pictures without a window. */
CHECKED enum error render_create_headless(struct render **out, int width, int height,
                                          struct trouble *t);

/* Reads a pixel of the last frame as 0xRRGGBB; headless renderers only. */
uint32_t render_pixel(const struct render *render, int x, int y);

/* Writes the last frame of a headless renderer. */
CHECKED enum error render_save(const struct render *render, const char *path, struct trouble *t);

#endif
