#ifndef PLENARY_RENDER_RENDER_H
#define PLENARY_RENDER_RENDER_H

/* Draw lists to pixels, by the processor alone: light, and the same everywhere. A frame is compared
 * with the last: one that is equal costs nothing, of one that differs only the boxes where it does
 * are drawn again, and only they are sent to the screen (damage.h says where two frames differ,
 * mix.h how that comes to be seen).
 *
 * Everything with a soft edge is drawn once into a small picture with its colour baked in and kept:
 * whole texts, discs, arcs, lines, corners. They are dropped, longest unused first, when they pass
 * RENDER_CACHE_BYTES or RENDER_CACHE_ENTRIES.
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

struct SDL_Window;
struct render;

/* A renderer for a window, which is borrowed and must outlive it. ERROR_ABSENT when a font is
 * missing; `t` names it. */
CHECKED enum error render_create(struct render **out, struct SDL_Window *window, struct trouble *t);

/* A renderer with pixels of its own and no display: for pictures, tests and previews. */
CHECKED enum error render_create_headless(struct render **out, int width, int height,
                                          struct trouble *t);
void render_destroy(struct render **render);

/* The widths of this renderer's fonts, borrowed, for as long as the renderer. */
const struct type_metrics *render_metrics(struct render *render);

/* The size of what it draws into, pixels (on a dense display more than the window's units). */
void render_size(const struct render *render, int *width, int *height);

/* Draws a frame and shows it; false, and nothing done, when it would look like the last one and no
 * fade is under way at `now_ms`. */
bool render_draw(struct render *render, const struct draw_list *list, enum theme theme,
                 int64_t now_ms);

/* Sends all of the next frame to the screen: after the window was uncovered. Resizing is noticed
 * without it. */
void render_dirty(struct render *render);

/* Fades from what is shown now to what is drawn from here on, in `ms`; while render_fading, call
 * render_draw at the display's pace: it ends with the frame that shows nothing of the old picture.
 * A fade asked for during another starts from what is seen of that. */
void render_fade(struct render *render, int64_t now_ms, int ms);
bool render_fading(const struct render *render);

/* A pixel of the last frame as 0xRRGGBB, and all of it as a PNG; headless renderers only. */
uint32_t render_pixel(const struct render *render, int x, int y);
CHECKED enum error render_save(const struct render *render, const char *path, struct trouble *t);

/* Draws one list into a PNG of its own size, without a display. */
CHECKED enum error render_png(const char *path, const struct draw_list *list, enum theme theme,
                              struct trouble *t);

#endif
