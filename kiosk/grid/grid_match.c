#include "grid/grid_match.h"

#include <assert.h>
#include <stdbool.h>
#include <string.h>

#include "grid/grid_fold.h"
#include "grid/grid_table.h"
#include "words/words.h"

enum { NONE = 0xFF, OPENING_WORDS = 2 };

/* How well a label fits a name, the best first. */
enum fit { FIT_SAME, FIT_WITHIN, FIT_OPENING, FIT_NONE };

static size_t word_length(const char *text)
{
    return strcspn(text, " ");
}

static const char *next_word(const char *text)
{
    text += word_length(text);
    return *text ? text + 1 : text;
}

static bool has_word(const char *text, const char *wanted, size_t length)
{
    for (; *text; text = next_word(text))
        if (word_length(text) == length && memcmp(text, wanted, length) == 0)
            return true;
    return false;
}

/* Every word of `part`, which has some, is among those of `whole`. */
static bool within(const char *part, const char *whole)
{
    if (!*part)
        return false;
    for (; *part; part = next_word(part))
        if (!has_word(whole, part, word_length(part)))
            return false;
    return true;
}

static size_t common_opening(const char *a, const char *b)
{
    size_t count = 0;
    for (; *a && *b; a = next_word(a), b = next_word(b), count++)
        if (word_length(a) != word_length(b) || memcmp(a, b, word_length(a)) != 0)
            break;
    return count;
}

/* Both folded to words. */
static enum fit fit(const char *label, const char *name)
{
    if (!*label || !*name)
        return FIT_NONE;
    if (strcmp(label, name) == 0)
        return FIT_SAME;
    if (within(label, name) || within(name, label))
        return FIT_WITHIN;
    return common_opening(label, name) >= OPENING_WORDS ? FIT_OPENING : FIT_NONE;
}

/* True when the rows are numbered 1 to n, each once: then they are the pack's, in its order. */
static bool numbers_decide(const struct grid_import *import, size_t count)
{
    bool seen[CONDITIONS_MAX + 1] = {false};
    if (import->row_count != count)
        return false;
    for (size_t r = 0; r < count; r++) {
        unsigned number = import->rows[r].number;
        if (number < 1 || number > count || seen[number])
            return false;
        seen[number] = true;
    }
    return true;
}

/* A label such as "4." that has nothing to compare. */
static bool is_bare_number(const struct grid_row *row)
{
    char folded[GRID_FOLDED_SIZE];
    grid_fold_words(folded, row->label);
    return row->number > 0 && strspn(folded, "0123456789") == strlen(folded);
}

/* The one condition that fits best; NONE when there is none, or more than one fits as well. */
static uint8_t by_label(const char *text, const char *const *names, const char *const *tights,
                        size_t count)
{
    char label[GRID_FOLDED_SIZE], name[GRID_FOLDED_SIZE], tight[GRID_FOLDED_SIZE];
    enum fit best = FIT_NONE;
    uint8_t found = NONE;
    grid_fold_words(label, text);
    for (size_t i = 0; i < count; i++) {
        grid_fold_words(name, names[i]);
        grid_fold_words(tight, tights[i]);
        enum fit a = fit(label, name), b = fit(label, tight), f = a < b ? a : b;
        if (f == FIT_NONE || f > best)
            continue;
        found = f < best ? (uint8_t)i : NONE;
        best = f;
    }
    return found;
}

static uint8_t condition_of(const struct grid_row *row, const char *const *names,
                            const char *const *tights, size_t count)
{
    if (is_bare_number(row))
        return row->number <= count ? (uint8_t)(row->number - 1) : NONE;
    return by_label(row->label, names, tights, count);
}

enum error grid_match(uint8_t *to, const struct grid_import *import, const char *const *names,
                      const char *const *tights, size_t count, struct trouble *t)
{
    assert(count <= CONDITIONS_MAX && import->row_count <= CONDITIONS_MAX);
    bool numbered = numbers_decide(import, count);
    size_t row_of[CONDITIONS_MAX];
    bool taken[CONDITIONS_MAX] = {false};
    for (size_t r = 0; r < import->row_count; r++) {
        const struct grid_row *row = &import->rows[r];
        char label[GRID_EXCERPT_SIZE];
        grid_excerpt(label, sizeof label, row->label);
        uint8_t i = numbered ? (uint8_t)(row->number - 1) : condition_of(row, names, tights, count);
        if (i == NONE)
            return trouble_set(t, ERROR_FORMAT, word(WORD_GRID_UNMATCHED), row->row_number, label);
        if (taken[i])
            return trouble_set(t, ERROR_FORMAT, word(WORD_GRID_MATCHED_TWICE),
                               import->rows[row_of[i]].row_number, row->row_number, label,
                               names[i]);
        taken[i] = true;
        row_of[i] = r;
        to[r] = i;
    }
    return ERROR_OK;
}
