#include "session/session.h"

#include "words/words.h"

#include <assert.h>

/* What there is to say about a session that is over, and about an invitation. */

const char *session_over_word(enum session_over over)
{
    static const char *const words[SESSION_OVER_COUNT] = {
#define X(name, word, text) [SESSION_##name] = word,
        SESSION_OVER_LIST(X)
#undef X
    };
    assert((unsigned)over < SESSION_OVER_COUNT);
    return words[over];
}

const char *session_over_text(enum session_over over)
{
    static const enum word texts[SESSION_OVER_COUNT] = {
#define X(name, word, text) [SESSION_##name] = WORD_##text,
        SESSION_OVER_LIST(X)
#undef X
    };
    assert((unsigned)over < SESSION_OVER_COUNT);
    return word(texts[over]);
}

const char *session_invite_text(enum link_invite_fault fault)
{
    static const enum word texts[LINK_INVITE_FAULTS] = {
#define X(name, word) [LINK_INVITE_##name] = WORD_##word,
        LINK_INVITE_LIST(X)
#undef X
    };
    assert((unsigned)fault < LINK_INVITE_FAULTS);
    return fault ? word(texts[fault]) : "";
}
