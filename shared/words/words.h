#ifndef PLENARY_WORDS_WORDS_H
#define PLENARY_WORDS_WORDS_H

/* Every text a person sees on a screen, in one place: the .def files of this folder, one line a
 * text, by part of the program. A translator edits those files and nothing else. Texts are short,
 * plain and kind, written for a headteacher; "error", "invalid", "submit", "user" and "score" are
 * not among the words. A text with %d or %s is a format: the line above it says with what.
 *
 * Content (conditions, agendas) lives in the packs, refusals in model/refusal.h. */

enum word {
#define WORD(id, text) WORD_##id,
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
    WORD_COUNT
};

/* Gives the text, borrowed, never NULL. */
const char *word(enum word id);

#endif
