#include "render/sdl_input.h"

#include <string.h>

#include <SDL.h>

static const struct {
    SDL_Keycode code;
    enum input_key key;
} keys[] = {
    {SDLK_TAB, KEY_TAB},
    {SDLK_RETURN, KEY_ENTER},
    {SDLK_KP_ENTER, KEY_ENTER},
    {SDLK_SPACE, KEY_SPACE},
    {SDLK_ESCAPE, KEY_ESCAPE},
    {SDLK_LEFT, KEY_LEFT},
    {SDLK_RIGHT, KEY_RIGHT},
    {SDLK_UP, KEY_UP},
    {SDLK_DOWN, KEY_DOWN},
    {SDLK_HOME, KEY_HOME},
    {SDLK_END, KEY_END},
    {SDLK_PAGEUP, KEY_PAGE_UP},
    {SDLK_PAGEDOWN, KEY_PAGE_DOWN},
    {SDLK_BACKSPACE, KEY_BACKSPACE},
    {SDLK_DELETE, KEY_DELETE},
    {SDLK_F1, KEY_F1},
    {SDLK_F2, KEY_F2},
    {SDLK_F4, KEY_F4},
    {SDLK_F6, KEY_F6},
    {SDLK_F7, KEY_F7},
    {SDLK_F8, KEY_F8},
    {SDLK_F9, KEY_F9},
    {SDLK_F11, KEY_F11},
};

static unsigned modifiers_of(Uint16 mod)
{
    return (mod & KMOD_SHIFT ? WITH_SHIFT : 0u) | (mod & KMOD_CTRL ? WITH_CONTROL : 0u) |
           (mod & KMOD_ALT ? WITH_ALT : 0u);
}

static void paste(struct input *input)
{
    char *clipboard = SDL_GetClipboardText();
    if (clipboard)
        input_text(input, INPUT_PASTE, clipboard, strlen(clipboard));
    SDL_free(clipboard);
}

static bool add_key(struct input *input, const SDL_KeyboardEvent *event)
{
    SDL_Keycode code = event->keysym.sym;
    unsigned modifiers = modifiers_of(event->keysym.mod);
    if ((code == SDLK_v && modifiers == WITH_CONTROL) ||
        (code == SDLK_INSERT && modifiers == WITH_SHIFT)) {
        paste(input);
        return true;
    }
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (keys[i].code == code) {
            input_key(input, keys[i].key, modifiers);
            return true;
        }
    }
    if (code < ' ' || code & SDLK_SCANCODE_MASK)
        return false;
    input_letter(input, (uint32_t)code, modifiers);
    return true;
}

/* From the window's own units to pixels, which are more on a dense display. */
static void to_pixels(SDL_Window *window, int *x, int *y)
{
    int w = 1, h = 1, pw = 1, ph = 1;
    SDL_GetWindowSize(window, &w, &h);
    SDL_GetWindowSizeInPixels(window, &pw, &ph);
    if (w > 0 && h > 0) {
        *x = (int)((int64_t)*x * pw / w);
        *y = (int)((int64_t)*y * ph / h);
    }
}

bool sdl_input_add(struct input *input, const union SDL_Event *event, SDL_Window *window)
{
    int x, y;
    switch (event->type) {
    case SDL_KEYDOWN:
        return add_key(input, &event->key);
    case SDL_TEXTINPUT:
        input_text(input, INPUT_TEXT, event->text.text, strlen(event->text.text));
        return true;
    case SDL_TEXTEDITING:
        input_text(input, INPUT_COMPOSE, event->edit.text, strlen(event->edit.text));
        return true;
    case SDL_MOUSEMOTION:
        x = event->motion.x;
        y = event->motion.y;
        to_pixels(window, &x, &y);
        input_pointer(input, INPUT_MOVE, x, y);
        return true;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
        if (event->button.button != SDL_BUTTON_LEFT)
            return false;
        x = event->button.x;
        y = event->button.y;
        to_pixels(window, &x, &y);
        input_pointer(input, event->type == SDL_MOUSEBUTTONDOWN ? INPUT_PRESS : INPUT_RELEASE, x,
                      y);
        return true;
    case SDL_MOUSEWHEEL:
        x = event->wheel.mouseX;
        y = event->wheel.mouseY;
        to_pixels(window, &x, &y);
        input_wheel(input, x, y, event->wheel.y);
        return true;
    default:
        return false;
    }
}

static bool has_key(const struct input *input)
{
    for (int i = 0; i < input->count; i++)
        if (input->event[i].kind == INPUT_KEY)
            return true;
    return false;
}

bool sdl_input_more(const struct input *input)
{
    SDL_Event next;
    SDL_PumpEvents();
    return input->count < INPUT_MAX_EVENTS &&
           SDL_PeepEvents(&next, 1, SDL_PEEKEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT) > 0 &&
           !(next.type == SDL_KEYDOWN && has_key(input));
}

void sdl_input_text_area(const struct ui *ui)
{
    if (!ui->wants_text)
        return;
    double u = ui->list->u;
    SDL_Rect caret = {(int)(ui->caret_x * u), (int)(ui->caret_y * u), 2, (int)(ui->caret_h * u)};
    SDL_SetTextInputRect(&caret);
}
