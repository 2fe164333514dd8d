#include "grid/grid_fold.h"

#include <stdbool.h>
#include <string.h>
#include <utf8proc.h>

enum { EXPANSION_MAX = 32 }; /* code points that one may fold to */

static bool is_word(utf8proc_int32_t c)
{
    switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
        return true;
    default:
        return false;
    }
}

static void fold(char *to, const char *text, int options, bool words)
{
    size_t used = 0, length = strlen(text);
    bool space = false;
    for (size_t i = 0; i < length;) {
        utf8proc_int32_t c, folded[EXPANSION_MAX];
        utf8proc_ssize_t step = utf8proc_iterate((const utf8proc_uint8_t *)text + i,
                                                 (utf8proc_ssize_t)(length - i), &c);
        if (step <= 0)
            break;
        i += (size_t)step;
        int boundary = UTF8PROC_BOUNDCLASS_START;
        utf8proc_ssize_t n = utf8proc_decompose_char(c, folded, EXPANSION_MAX,
                                                     (utf8proc_option_t)options, &boundary);
        for (utf8proc_ssize_t k = 0; k < n && k < EXPANSION_MAX; k++) {
            if (words && !is_word(folded[k])) {
                space = used > 0;
                continue;
            }
            if (used + 6 > GRID_FOLDED_SIZE) /* a space, a code point, the final zero */
                break;
            if (space)
                to[used++] = ' ';
            space = false;
            used += (size_t)utf8proc_encode_char(folded[k], (utf8proc_uint8_t *)to + used);
        }
    }
    to[used] = '\0';
}

void grid_fold_words(char to[GRID_FOLDED_SIZE], const char *text)
{
    fold(to, text, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK,
         true);
}

void grid_fold_name(char to[GRID_FOLDED_SIZE], const char *text)
{
    fold(to, text, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD, false);
}
