#ifndef PLENARY_RENDER_SDL_INPUT_H
#define PLENARY_RENDER_SDL_INPUT_H

/* SDL's events as the ui's. Pointer positions become pixels of the drawing surface, which on a
 * dense display are more than the window's own units. */

#include <stdbool.h>

#include "ui/input.h"
#include "ui/ui.h"

union SDL_Event;
struct SDL_Window;

/* Appends what an event means to the ui; true when it meant something. Ctrl+V brings the clipboard
 * as a paste. */
bool sdl_input_add(struct input *input, const union SDL_Event *event, struct SDL_Window *window);

/* True while the frame being gathered may take in one more event that is waiting: there is room,
 * and it is not a second key. What a key does (a list opens, the focus moves on) has to stand on
 * the screen before the next key is given to anybody, however fast the person and slow the machine.
 */
bool sdl_input_more(const struct input *input);

/* Tells SDL whether text is wanted and where the caret is, for input methods. Call after ui_end. */
void sdl_input_text_area(const struct ui *ui);

#endif
