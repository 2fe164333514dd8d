#include "base/error.h"
#include "base/text.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const char *const texts[ERROR_COUNT] = {
#define X(name, text) [ERROR_##name] = text,
    ERROR_LIST(X)
#undef X
};

const char *error_text(enum error e)
{
    assert((unsigned)e < ERROR_COUNT);
    return texts[e];
}

enum error trouble_set(struct trouble *t, enum error e, const char *format, ...)
{
    if (!t)
        return e;
    va_list args;
    va_start(args, format);
    vsnprintf(t->text, sizeof t->text, format, args);
    va_end(args);
    t->text[text_whole(t->text, strlen(t->text))] = '\0';
    return e;
}
