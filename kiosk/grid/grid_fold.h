#ifndef PLENARY_GRID_GRID_FOLD_H
#define PLENARY_GRID_GRID_FOLD_H

/* Texts as they are compared: words of headings and labels, names of schools. Texts come in as
 * text_take leaves them and go out cut to their room, which does for comparing. */

#include "model/limits.h"

/* Room for a folded label or name: folding case may lengthen a text threefold. */
enum { GRID_FOLDED_SIZE = 3 * TITLE_SIZE };

/* Lower case, without accents or punctuation, words parted by one space: "St. Élan's" becomes
 * "st elan s". May come out empty. */
void grid_fold_words(char to[GRID_FOLDED_SIZE], const char *text);

/* Lower case only: names that differ by an accent or a full stop are two names. */
void grid_fold_name(char to[GRID_FOLDED_SIZE], const char *text);

#endif
