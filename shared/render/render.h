#ifndef PLENARY_RENDER_RENDER_H
#define PLENARY_RENDER_RENDER_H

/* Draw lists to pixels, through SDL. Everything with a soft edge is drawn once into a texture with
 * its colour baked in and kept: whole texts, discs, arcs, lines, corners. Textures are dropped,
 * longest unused first, when they pass RENDER_CACHE_BYTES or RENDER_CACHE_ENTRIES.
 *
 * A frame is compared with the last: one that is equal costs no drawing at all, and of one that
 * differs only the boxes where it does are drawn again.
 *
 * Texts the UI font has letters for go through SDL_ttf; others, and any that run from right to
 * left, through Pango. Fonts are those the build found (assets/fonts). A renderer belongs to one
 * thread. */

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "ui/draw.h"

enum { RENDER_CACHE_BYTES = 96 * 1024 * 1024, RENDER_CACHE_ENTRIES = 4096 };

/* Cross-fade of one screen into the next, milliseconds. */
enum { RENDER_FADE_MS = 200, RENDER_FADE_REDUCED_MS = 120 };

struct SDL_Renderer;
struct render;

/* A renderer drawing into `sdl`, which is borrowed and must outlive it. ERROR_ABSENT when a font is
 * missing; `t` names it. */
CHECKED enum error render_create(struct render **out, struct SDL_Renderer *sdl, struct trouble *t);

/* A renderer with pixels of its own and no display: for pictures, tests and previews. */
CHECKED enum error render_create_headless(struct render **out, int width, int height,
                                          struct trouble *t);
void render_destroy(struct render **render);

/* The widths of this renderer's fonts, borrowed, for as long as the renderer. */
const struct type_metrics *render_metrics(struct render *render);

/* The size of what it draws into, pixels (on a dense display more than the window's units). */
void render_size(const struct render *render, int *width, int *height);

/* Draws a frame and presents it; false, and nothing done, when it would look like the last one and
 * no fade is under way at `now_ms`. */
bool render_draw(struct render *render, const struct draw_list *list, enum theme theme,
                 int64_t now_ms);

/* Makes the next frame a full one: after the window was resized or uncovered, or SDL lost its
 * targets. Resizing is noticed without it. */
void render_dirty(struct render *render);

/* Fades from what is shown now to what is drawn from here on, in `ms`; while render_fading, call
 * render_draw at the display's pace: it ends with the frame that shows nothing of the old picture.
 * A fade asked for during another starts from the mixture's target. */
void render_fade(struct render *render, int64_t now_ms, int ms);
bool render_fading(const struct render *render);

/* A pixel of the last frame as 0xRRGGBB, and all of it as a PNG; headless renderers only. */
uint32_t render_pixel(const struct render *render, int x, int y);
CHECKED enum error render_save(const struct render *render, const char *path, struct trouble *t);

/* Draws one list into a PNG of its own size, without a display. */
CHECKED enum error render_png(const char *path, const struct draw_list *list, enum theme theme,
                              struct trouble *t);

#endif
