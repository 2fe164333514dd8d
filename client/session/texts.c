#include "session/session.h"

#include "base/text.h"
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

enum error session_code_read(struct link_code_typed *typed, const char *text, struct trouble *t)
{
    char sign[NAME_SIZE] = "";
    if (link_code_read(typed, text))
        return ERROR_OK;
    if (!typed->odd && typed->length == 0)
        return trouble_set(t, ERROR_FORMAT, "%s", word(WORD_SESSION_CODE_FORM));
    if (!typed->odd)
        return trouble_set(t, ERROR_FORMAT, word(WORD_SESSION_CODE_SHORT), typed->length);
    if (typed->length == CODE_LENGTH)
        return trouble_set(t, ERROR_FORMAT, "%s", word(WORD_SESSION_CODE_LONG));
    const char *odd = text + typed->odd_at;
    size_t length = text_grapheme(odd);
    if (text_take(sign, sizeof sign, 1, odd, length) != TEXT_FINE)
        return trouble_set(t, ERROR_FORMAT, "%s", word(WORD_SESSION_CODE_FORM));
    return trouble_set(t, ERROR_FORMAT, word(WORD_SESSION_CODE_STRANGER), sign);
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
