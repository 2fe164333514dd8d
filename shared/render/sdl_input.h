#ifndef PLENARY_RENDER_SDL_INPUT_H
#define PLENARY_RENDER_SDL_INPUT_H

/* SDL's events as the ui's. Pointer positions become pixels of the drawing surface, which on a
 * dense display are more than the window's own units. */

#include <stdbool.h>

#include "ui/input.h"
#include "ui/ui.h"

union SDL_Event;
struct SDL_Window;
struct SDL_Renderer;

/* Appends what an event means to the ui; true when it meant something. Ctrl+V brings the clipboard
 * as a paste. */
bool sdl_input_add(struct input *input, const union SDL_Event *event, struct SDL_Window *window,
                   struct SDL_Renderer *renderer);

/* Tells SDL whether text is wanted and where the caret is, for input methods. Call after ui_end. */
void sdl_input_text_area(const struct ui *ui);

#endif
