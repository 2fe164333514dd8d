#include "model/types.h"

#include <assert.h>

#define WORDS(function, type, LIST)                                                                \
    const char *function(type value)                                                               \
    {                                                                                              \
        static const char *const words[] = {LIST(WORD)};                                           \
        assert((unsigned)value < sizeof words / sizeof *words);                                    \
        return words[value];                                                                       \
    }
#define WORD(name, word) word,

WORDS(role_word, enum role, ROLE_LIST)
WORDS(side_word, enum side, SIDE_LIST)
WORDS(rating_state_word, enum rating_state, RATING_STATE_LIST)
WORDS(scope_word, enum scope, SCOPE_LIST)
WORDS(answer_word, enum answer, ANSWER_LIST)
WORDS(code_kind_word, enum code_kind, CODE_KIND_LIST)
WORDS(setting_word, enum setting, SETTING_LIST)
WORDS(timer_action_word, enum timer_action, TIMER_ACTION_LIST)
WORDS(board_state_word, enum board_state, BOARD_STATE_LIST)
WORDS(note_state_word, enum note_state, NOTE_STATE_LIST)
WORDS(slip_word, enum slip_kind, SLIP_LIST)
WORDS(round_state_word, enum round_state, ROUND_STATE_LIST)
WORDS(finding_word, enum finding_kind, FINDING_LIST)
WORDS(method_word, enum method, METHOD_LIST)
WORDS(about_word, enum about, ABOUT_LIST)
WORDS(ballot_state_word, enum ballot_state, BALLOT_STATE_LIST)
WORDS(action_level_word, enum action_level, ACTION_LEVEL_LIST)
WORDS(action_state_word, enum action_state, ACTION_STATE_LIST)
WORDS(progress_word, enum progress, PROGRESS_LIST)
WORDS(owner_word, enum owner_kind, OWNER_LIST)
WORDS(source_word, enum source_kind, SOURCE_LIST)
WORDS(conduct_word, enum conduct, CONDUCT_LIST)

const char *undoable_word(enum undoable u)
{
#define UNDOABLE(name, word, event, thing) word,
    static const char *const words[] = {UNDOABLE_LIST(UNDOABLE)};
#undef UNDOABLE
    assert((unsigned)u < UNDOABLE_COUNT);
    return words[u];
}
