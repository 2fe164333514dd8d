#include "ui/edit.h"

#include <string.h>

#include "base/text.h"

void edit_set(struct edit *edit, const char *text)
{
    *edit = (struct edit){0};
    text_copy(edit->text, sizeof edit->text, text);
    edit->caret = edit->mark = strlen(edit->text);
}

/* The edges of the visible character before and after a place. */
static size_t edge_before(const struct edit *edit, size_t at)
{
    size_t edge = 0;
    for (;;) {
        size_t next = edge + text_grapheme(edit->text + edge);
        if (next >= at || next == edge)
            return edge;
        edge = next;
    }
}

static size_t edge_after(const struct edit *edit, size_t at)
{
    return at + text_grapheme(edit->text + at);
}

/* The edge at or after a place: an accent typed after its letter must not leave the caret between
 * the two. */
static size_t snap(const struct edit *edit, size_t at)
{
    size_t edge = 0, length = strlen(edit->text);
    while (edge < at && edge < length)
        edge += text_grapheme(edit->text + edge);
    return edge;
}

static size_t low_end(const struct edit *e)
{
    return e->caret < e->mark ? e->caret : e->mark;
}

static size_t high_end(const struct edit *e)
{
    return e->caret < e->mark ? e->mark : e->caret;
}

static void splice(struct edit *edit, const char *text, size_t bytes)
{
    size_t from = low_end(edit), to = high_end(edit), length = strlen(edit->text);
    memmove(edit->text + from + bytes, edit->text + to, length - to + 1);
    memcpy(edit->text + from, text, bytes);
    edit->caret = edit->mark = snap(edit, from + bytes);
}

/* How much of `text` can stand in `edit` in place of its selection: whole visible characters. */
static size_t room_for(const struct edit *edit, const char *text, size_t visible, size_t bytes)
{
    size_t kept = strlen(edit->text) - (high_end(edit) - low_end(edit)), fits = 0;
    size_t most = bytes > 0 && bytes < EDIT_SIZE - 1 ? bytes : EDIT_SIZE - 1;
    most = most > kept ? most - kept : 0;
    struct edit without = *edit;
    splice(&without, "", 0);
    size_t used = text_visible(without.text), room = visible > used ? visible - used : 0;
    for (; !visible || room > 0; room--) {
        size_t next = text_grapheme(text + fits);
        if (next == 0 || fits + next > most)
            break;
        fits += next;
    }
    return fits;
}

/* Replaces the selection. */
static bool insert(struct edit *edit, const char *text, size_t length, size_t visible, size_t bytes)
{
    char typed[EDIT_SIZE];
    size_t given = text_typed(typed, sizeof typed, text, length);
    size_t n = room_for(edit, typed, visible, bytes);
    edit->cut = n < given;
    if (n == 0)
        return false;
    splice(edit, typed, n);
    return true;
}

static void move(struct edit *edit, size_t to, bool selecting)
{
    edit->caret = to;
    if (!selecting)
        edit->mark = to;
}

static bool erase(struct edit *edit, bool backwards)
{
    if (edit->caret == edit->mark)
        edit->mark = backwards ? edge_before(edit, edit->caret) : edge_after(edit, edit->caret);
    if (edit->caret == edit->mark)
        return false;
    splice(edit, "", 0);
    edit->cut = false;
    return true;
}

static bool apply_key(struct edit *edit, const struct input_event *event)
{
    bool selecting = event->modifiers & WITH_SHIFT, selected = edit->caret != edit->mark;
    switch (event->key) {
    case KEY_LEFT:
        move(edit, selected && !selecting ? low_end(edit) : edge_before(edit, edit->caret),
             selecting);
        return false;
    case KEY_RIGHT:
        move(edit, selected && !selecting ? high_end(edit) : edge_after(edit, edit->caret),
             selecting);
        return false;
    case KEY_HOME:
        move(edit, 0, selecting);
        return false;
    case KEY_END:
        move(edit, strlen(edit->text), selecting);
        return false;
    case KEY_BACKSPACE:
        return erase(edit, true);
    case KEY_DELETE:
        return erase(edit, false);
    case KEY_LETTER:
        if (event->letter == 'a' && event->modifiers & WITH_CONTROL) {
            edit->mark = 0;
            edit->caret = strlen(edit->text);
        }
        return false;
    default:
        return false;
    }
}

bool edit_apply(struct edit *edit, const struct input_event *event, const char *event_text,
                size_t visible, size_t bytes)
{
    switch (event->kind) {
    case INPUT_KEY:
        return apply_key(edit, event);
    case INPUT_TEXT:
    case INPUT_PASTE:
        edit->composing[0] = '\0';
        return event->bytes > 0 && insert(edit, event_text, event->bytes, visible, bytes);
    case INPUT_COMPOSE:
        text_typed(edit->composing, sizeof edit->composing, event_text, event->bytes);
        return false;
    default:
        return false;
    }
}
