#ifndef PLENARY_RENDER_MIX_H
#define PLENARY_RENDER_MIX_H

/* One picture giving way to another, mixed by the processor: what SDL's software renderer also can,
 * in several times the time. It keeps the pixels of both; on a renderer that draws by other means
 * they would have to be fetched, and it mixes better itself. */

#include <stdbool.h>
#include <stdint.h>

#include <SDL.h>

struct mix;

/* For pictures of that size; NULL where there is no memory, or SDL cannot. */
struct mix *mix_create(SDL_Renderer *sdl, int width, int height);
void mix_destroy(struct mix **mix);

/* Takes the pixels of what is drawn into now, as the picture that goes or the one that comes; false
 * when SDL cannot. */
bool mix_take_old(struct mix *mix);
bool mix_take_new(struct mix *mix);

/* Draws the mixture, `left` in 255 of the old picture, over all of what is drawn into now. */
void mix_draw(struct mix *mix, uint8_t left);

#endif
