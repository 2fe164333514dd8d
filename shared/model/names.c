#include "model/command.h"
#include "model/event.h"
#include "model/item.h"

#include <assert.h>

/* The words of commands, events and item kinds. */

const char *command_word(enum command_kind k)
{
    static const char *const words[COMMAND_COUNT] = {
#define X(name, word, member, who) [COMMAND_##name] = word,
        COMMAND_LIST(X)
#undef X
    };
    assert((unsigned)k < COMMAND_COUNT);
    return words[k];
}

const char *event_word(enum event_kind k)
{
    static const char *const words[EVENT_COUNT] = {
#define X(name, word, member) [EVENT_##name] = word,
        EVENT_LIST(X)
#undef X
    };
    assert((unsigned)k < EVENT_COUNT);
    return words[k];
}

const char *item_word(enum item_kind k)
{
    static const char *const words[ITEM_COUNT] = {
#define X(name, member) [ITEM_##name] = #member,
        ITEM_LIST(X)
#undef X
    };
    assert((unsigned)k < ITEM_COUNT);
    return words[k];
}

size_t item_size(enum item_kind k)
{
#define X(name, member) sizeof(((struct item *)0)->body.member),
    static const size_t sizes[] = {ITEM_LIST(X)};
#undef X
    assert((unsigned)k < ITEM_COUNT);
    return sizes[k];
}
