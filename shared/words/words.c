#include "words/words.h"

#include <assert.h>

static const char *const texts[WORD_COUNT] = {
#define WORD(id, text) [WORD_##id] = text,
#include "words/all.def"
#undef WORD
};

const char *word(enum word id)
{
    assert((unsigned)id < WORD_COUNT);
    return texts[id];
}
