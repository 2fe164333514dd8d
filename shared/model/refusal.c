#include "model/refusal.h"

#include <assert.h>

static const struct {
    const char *word, *text;
} refusals[REFUSAL_COUNT] = {
#define X(name, word, text) [REFUSAL_##name] = {word, text},
    REFUSAL_LIST(X)
#undef X
};

const char *refusal_word(enum refusal r)
{
    assert((unsigned)r < REFUSAL_COUNT);
    return refusals[r].word;
}

const char *refusal_text(enum refusal r)
{
    assert((unsigned)r < REFUSAL_COUNT);
    return refusals[r].text;
}
