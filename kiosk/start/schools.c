#include "start/start.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "words/words.h"

static bool is_break(char c)
{
    return c == ',' || c == ';' || c == '\n' || c == '\r' || c == '\t';
}

static void say(struct start_screen *screen, enum word what, const char *name)
{
    snprintf(screen->fault, sizeof screen->fault, word(what), name);
}

/* The beginning of a name too long to quote whole. */
static void beginning(char to[NAME_SIZE], const char *from, size_t bytes)
{
    enum { SHOWN = 40 };
    for (; bytes > 0 && *from == ' '; from++)
        bytes--;
    size_t n = bytes > SHOWN ? text_whole(from, SHOWN) : bytes;
    snprintf(to, NAME_SIZE, "%.*s…", (int)n, from);
}

static bool add_one(struct start_screen *screen, const char *from, size_t bytes)
{
    char name[NAME_SIZE];
    switch (text_take(name, sizeof name, NAME_VISIBLE, from, bytes)) {
    case TEXT_FINE:
        break;
    case TEXT_EMPTY:
        return false;
    case TEXT_LONG:
        beginning(name, from, bytes);
        say(screen, WORD_START_SCHOOL_LONG, name);
        return false;
    case TEXT_NOT_UTF8:
        text_copy(screen->fault, sizeof screen->fault, word(WORD_START_SCHOOL_UNREADABLE));
        return false;
    }
    for (int i = 0; i < screen->school_count; i++)
        if (text_same(screen->schools[i], name)) {
            say(screen, WORD_START_SCHOOL_TWICE, screen->schools[i]);
            return false;
        }
    if (screen->school_count == SCHOOLS_MAX) {
        say(screen, WORD_START_SCHOOLS_FULL, name);
        return false;
    }
    memcpy(screen->schools[screen->school_count++], name, sizeof name);
    return true;
}

int start_add_schools(struct start_screen *screen, const char *text, size_t bytes)
{
    int added = 0;
    screen->fault[0] = '\0';
    for (size_t at = 0; at < bytes;) {
        size_t end = at;
        while (end < bytes && !is_break(text[end]))
            end++;
        added += add_one(screen, text + at, end - at);
        at = end + 1;
    }
    return added;
}

void start_remove_school(struct start_screen *screen, int index)
{
    if (index < 0 || index >= screen->school_count)
        return;
    screen->school_count--;
    memmove(screen->schools[index], screen->schools[index + 1],
            (size_t)(screen->school_count - index) * sizeof *screen->schools);
    screen->fault[0] = '\0';
}

void start_schools_text(const struct start_screen *screen, char *to, size_t size)
{
    size_t at = 0;
    to[0] = '\0';
    for (int i = 0; i < screen->school_count; i++) {
        size_t length = strlen(screen->schools[i]);
        if (at + length + 2 > size)
            return;
        memcpy(to + at, screen->schools[i], length);
        at += length;
        to[at++] = '\n';
        to[at] = '\0';
    }
}
