#include "presenter/pasting.h"

#include <stdlib.h>
#include <string.h>

/* An input keeps only the beginning of what is long; the clipboard has all of it. */
static bool take(struct gathering *g, const struct input *input, const struct input_event *event)
{
    size_t length;
    char *whole = window_clipboard(&length);
    bool taken = whole && length >= event->bytes && gathering_paste(g, whole, length);
    if (!whole || length < event->bytes)
        taken = gathering_paste(g, input->text + event->first, event->bytes);
    free(whole);
    return taken;
}

bool pasting_take(struct gathering *g, struct window *window)
{
    struct input *input = &window->input;
    bool any = false;
    for (int i = 0; i < input->count;) {
        if (input->event[i].kind != INPUT_PASTE || !take(g, input, &input->event[i])) {
            i++;
            continue;
        }
        input->count--;
        memmove(&input->event[i], &input->event[i + 1],
                (size_t)(input->count - i) * sizeof *input->event);
        any = true;
    }
    return any;
}
