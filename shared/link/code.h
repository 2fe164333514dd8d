#ifndef PLENARY_LINK_CODE_H
#define PLENARY_LINK_CODE_H

/* Join codes: eight symbols of an alphabet of 25 without look-alikes, shown as two groups of four.
 * The first two are public and select which code is meant, the other six are its secret: 25^6,
 * some 27.8 bits, enough because guesses can only be made one by one (cpace.h, guard.h). A code in
 * memory is CODE_LENGTH capital symbols and a final zero. */

#include <stdbool.h>
#include <stddef.h>

#include "link/random.h"
#include "model/limits.h"

enum {
    LINK_SELECTOR_LENGTH = 2,
    LINK_CODE_SIZE = CODE_LENGTH + 1,
    LINK_CODE_SHOWN_SIZE = CODE_LENGTH + 2, /* with the space between the groups */
    LINK_ALPHABET_LENGTH = 25,
    LINK_SELECTORS = LINK_ALPHABET_LENGTH * LINK_ALPHABET_LENGTH,
};

#define LINK_ALPHABET "ACDEFGHJKMNPQRTUVWXY34679"

/* What is typed so far. */
struct link_code_typed {
    char symbols[LINK_CODE_SIZE]; /* capitals, at most CODE_LENGTH of them, and a final zero */
    size_t length;                /* symbols found before the end or the first odd one */
    bool odd;                     /* there is something no code contains, or one symbol too many */
    size_t odd_at;                /* and it begins at this byte of what was typed */
};

/* A fresh code. `selector`: its first two symbols; NULL: drawn too, and the caller sees to it that
 * no two codes of a workshop share one. */
void link_code_make(char code[LINK_CODE_SIZE], const char *selector,
                    const struct link_random *random);

/* Reads what a person typed: any case, spaces and hyphens ignored. True when it is a whole code. */
bool link_code_read(struct link_code_typed *typed, const char *text);

/* As shown and printed: "KTRM 7XPD". */
void link_code_show(char shown[LINK_CODE_SHOWN_SIZE], const char code[LINK_CODE_SIZE]);

/* The number below LINK_SELECTORS of a selector, -1 when its two symbols are not of the alphabet.
 */
int link_code_selector(const char *code);

#endif
