#ifndef PLENARY_WORDS_WORDS_H
#define PLENARY_WORDS_WORDS_H

/* Every text a person sees on a screen, in one place: the .def files of this folder, one line a
 * text, by part of the program; all.def lists them. A translator edits those files and nothing
 * else. Texts are short, plain and kind, written for a headteacher; "error", "invalid", "submit",
 * "user" and "score" are not among the words. A text with %d or %s is a format: the line above it
 * says with what.
 *
 * Content (conditions, agendas) lives in the packs, refusals in model/refusal.h. */

enum word {
#define WORD(id, text) WORD_##id,
#include "words/all.def"
#undef WORD
    WORD_COUNT
};

/* Gives the text, borrowed, never NULL. */
const char *word(enum word id);

#endif
