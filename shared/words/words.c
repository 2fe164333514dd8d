#include "words/words.h"

#include <assert.h>

static const char *const texts[WORD_COUNT] = {
#define WORD(id, text) [WORD_##id] = text,
#include "words/kiosk.def"
#include "words/stage.def"
#include "words/stage_vote.def"
#include "words/stage_plan.def"
#include "words/start.def"
#include "words/client.def"
#include "words/screen.def"
#include "words/console.def"
#include "words/console_board.def"
#include "words/console_votes.def"
#include "words/console_actions.def"
#include "words/merge.def"
#include "words/task.def"
#include "words/paper.def"
#include "words/client_plan.def"
#include "words/talk.def"
#include "words/sheet.def"
#include "words/lines.def"
#include "words/lines_deciding.def"
#include "words/findings.def"
#include "words/bring.def"
#include "words/day.def"
#include "words/earlier.def"
#undef WORD
};

const char *word(enum word id)
{
    assert((unsigned)id < WORD_COUNT);
    return texts[id];
}
