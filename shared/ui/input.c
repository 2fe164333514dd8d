#include "ui/input.h"

#include <string.h>

#include "base/text.h"

void input_clear(struct input *input)
{
    input->count = 0;
    input->used = 0;
}

static void add(struct input *input, struct input_event event)
{
    if (input->count < INPUT_MAX_EVENTS)
        input->event[input->count++] = event;
}

void input_key(struct input *input, enum input_key key, unsigned modifiers)
{
    add(input, (struct input_event){.kind = INPUT_KEY, .key = key, .modifiers = modifiers});
}

void input_letter(struct input *input, uint32_t letter, unsigned modifiers)
{
    add(input, (struct input_event){
                   .kind = INPUT_KEY, .key = KEY_LETTER, .letter = letter, .modifiers = modifiers});
}

void input_text(struct input *input, enum input_kind kind, const char *text, size_t bytes)
{
    size_t room = INPUT_MAX_TEXT - input->used;
    if (room == 0 || input->count == INPUT_MAX_EVENTS)
        return;
    if (bytes >= room)
        bytes = text_whole(text, room - 1);
    add(input, (struct input_event){.kind = kind, .first = input->used, .bytes = bytes});
    memcpy(input->text + input->used, text, bytes);
    input->text[input->used + bytes] = '\0';
    input->used += bytes + 1;
}

void input_pointer(struct input *input, enum input_kind kind, int x, int y)
{
    add(input, (struct input_event){.kind = kind, .x = x, .y = y});
}

void input_wheel(struct input *input, int x, int y, int turn)
{
    add(input, (struct input_event){.kind = INPUT_WHEEL, .x = x, .y = y, .turn = turn});
}
