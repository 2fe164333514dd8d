#ifndef PLENARY_RENDER_MIX_H
#define PLENARY_RENDER_MIX_H

/* How what people see comes to be what was drawn: at once, or little by little, which is a fade.
 * Both are surfaces of one size and format. They are looked at in tiles, and outside of those that
 * are marked both are the same: so only where something was drawn is ever compared, mixed and sent
 * to the screen, and of a fade from one page of text to another that is less than half. */

#include <stdbool.h>

#include <SDL.h>

struct mix;

/* For surfaces of that size, nothing marked; NULL where there is no memory. */
struct mix *mix_create(int width, int height);
void mix_destroy(struct mix **mix);

/* Inside the box both may differ from now on. What lies outside of the surfaces is ignored. */
void mix_mark(struct mix *mix, const SDL_Rect *box);

/* All of what is shown stays: MIX_ALL; nothing of it: 0. */
enum { MIX_ALL = 256 };

/* Brings `shown` nearer to `drawn` where they differ: `keep` parts of MIX_ALL stay, the rest is
 * mixed in; with 0 both are the same afterwards, and nothing is marked any more. Of surfaces that
 * have not 8 bits a channel nothing is kept. Returns the boxes that have changed, borrowed until
 * the next step. */
const SDL_Rect *mix_step(struct mix *mix, SDL_Surface *shown, const SDL_Surface *drawn,
                         unsigned keep, int *count);

#endif
