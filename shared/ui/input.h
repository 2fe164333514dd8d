#ifndef PLENARY_UI_INPUT_H
#define PLENARY_UI_INPUT_H

/* What keyboard and pointer did since the last frame, as plain data: filled by the program from its
 * window system (render/sdl_input.h) or by a test, and handed to ui_begin. Letters arrive twice, as
 * on a keyboard: as the key that was pressed, for shortcuts, and as text, for fields. Text is kept
 * in the queue's own bytes; a paste longer than they hold is cut at a whole character, and events
 * beyond the capacity are dropped, oldest kept. */

#include <stddef.h>
#include <stdint.h>

enum { INPUT_MAX_EVENTS = 64, INPUT_MAX_TEXT = 16 * 1024 };

enum input_kind {
    INPUT_KEY,     /* pressed or repeated: key, modifiers, letter */
    INPUT_TEXT,    /* typed text */
    INPUT_COMPOSE, /* what an input method is still composing; empty when it is done */
    INPUT_PASTE,   /* the clipboard, asked for with Ctrl+V */
    INPUT_MOVE,    /* pointer, pixels */
    INPUT_PRESS,
    INPUT_RELEASE,
    INPUT_WHEEL, /* `turn` steps, positive away from the person */
};

enum input_key {
    KEY_LETTER, /* any key that stands for a character: see `letter` */
    KEY_TAB,
    KEY_ENTER,
    KEY_SPACE,
    KEY_ESCAPE,
    KEY_LEFT,
    KEY_RIGHT,
    KEY_UP,
    KEY_DOWN,
    KEY_HOME,
    KEY_END,
    KEY_PAGE_UP,
    KEY_PAGE_DOWN,
    KEY_BACKSPACE,
    KEY_DELETE,
    KEY_F1,
    KEY_F2,
    KEY_F4,
    KEY_F6,
    KEY_F7,
    KEY_F8,
    KEY_F9,
    KEY_F11,
};

enum { WITH_SHIFT = 1, WITH_CONTROL = 2, WITH_ALT = 4 };

struct input_event {
    enum input_kind kind;
    enum input_key key;
    unsigned modifiers;
    uint32_t letter; /* lower case code point, of KEY_LETTER */
    int x, y;        /* pixels */
    int turn;
    size_t first, bytes; /* text, in the queue's `text`, zero-terminated */
};

struct input {
    int count;
    size_t used;
    struct input_event event[INPUT_MAX_EVENTS];
    char text[INPUT_MAX_TEXT];
};

void input_clear(struct input *input);
void input_key(struct input *input, enum input_key key, unsigned modifiers);
void input_letter(struct input *input, uint32_t letter, unsigned modifiers);

/* `kind` is INPUT_TEXT, INPUT_COMPOSE or INPUT_PASTE. The bytes may be anything; what is not UTF-8
 * is left to the field, which refuses it. */
void input_text(struct input *input, enum input_kind kind, const char *text, size_t bytes);

/* `kind` is INPUT_MOVE, INPUT_PRESS or INPUT_RELEASE (of the main button). */
void input_pointer(struct input *input, enum input_kind kind, int x, int y);
void input_wheel(struct input *input, int x, int y, int turn);

#endif
