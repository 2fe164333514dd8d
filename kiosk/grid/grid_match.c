#include "grid/grid_match.h"

#include <assert.h>
#include <stdbool.h>
#include <string.h>

#include "base/text.h"
#include "grid/grid_fold.h"
#include "grid/grid_value.h"
#include "words/words.h"

enum { OPENING_WORDS = 2 };

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
static bool numbers_decide(const struct grid_row *rows, size_t row_count, size_t count)
{
    bool seen[CONDITIONS_MAX + 1] = {false};
    if (row_count != count)
        return false;
    for (size_t r = 0; r < row_count; r++) {
        unsigned number = rows[r].number;
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

condition_id grid_match_label(const char *text, const struct condition *conditions, size_t count)
{
    char label[GRID_FOLDED_SIZE], name[GRID_FOLDED_SIZE], tight[GRID_FOLDED_SIZE];
    enum fit best = FIT_NONE;
    condition_id found = GRID_UNMATCHED;
    grid_fold_words(label, text);
    for (size_t i = 0; i < count; i++) {
        grid_fold_words(name, conditions[i].name);
        grid_fold_words(tight, conditions[i].tight);
        enum fit a = fit(label, name), b = fit(label, tight), f = a < b ? a : b;
        if (f == FIT_NONE || f > best)
            continue;
        found = f < best ? (condition_id)(i + 1) : GRID_UNMATCHED;
        best = f;
    }
    return found;
}

static condition_id by_id(const char *id, const struct condition *conditions, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(conditions[i].id, id) == 0)
            return (condition_id)(i + 1);
    return GRID_UNMATCHED;
}

static condition_id condition_of(const struct grid_row *row, bool numbered,
                                 const struct condition *conditions, size_t count)
{
    if (row->id[0])
        return by_id(row->id, conditions, count);
    if (numbered || is_bare_number(row))
        return row->number <= count ? row->number : GRID_UNMATCHED;
    return grid_match_label(row->label, conditions, count);
}

void grid_match(condition_id *to, const struct grid_row *rows, size_t row_count,
                const struct condition *conditions, size_t count)
{
    assert(count <= CONDITIONS_MAX && row_count <= CONDITIONS_MAX);
    bool numbered = numbers_decide(rows, row_count, count);
    unsigned rows_of[CONDITIONS_MAX + 1] = {0};
    for (size_t r = 0; r < row_count; r++) {
        to[r] = condition_of(&rows[r], numbered, conditions, count);
        rows_of[to[r]]++;
    }
    for (size_t r = 0; r < row_count; r++)
        if (rows_of[to[r]] > 1)
            to[r] = GRID_UNMATCHED;
}

/* ---- what a person says ---- */

enum error grid_answer_read(struct grid_answer *out, const char *said,
                            const struct condition *conditions, size_t count, struct trouble *t)
{
    const char *parted = strrchr(said, '=');
    char about[TITLE_SIZE];
    *out = (struct grid_answer){.condition = GRID_UNMATCHED};
    if (!parted ||
        text_take(out->row, sizeof out->row, 0, said, (size_t)(parted - said)) != TEXT_FINE ||
        text_take(about, sizeof about, 0, parted + 1, strlen(parted + 1)) != TEXT_FINE)
        return trouble_set(t, ERROR_FORMAT, word(WORD_GRID_ANSWER), said);
    if (strcmp(about, "-") == 0)
        return ERROR_OK;
    int number = grid_value_number(about);
    out->condition = by_id(about, conditions, count);
    if (!out->condition && number)
        out->condition = (size_t)number <= count ? (condition_id)number : GRID_UNMATCHED;
    else if (!out->condition)
        out->condition = grid_match_label(about, conditions, count);
    if (!out->condition)
        return trouble_set(t, ERROR_FORMAT, word(WORD_GRID_ANSWER_CONDITION), about);
    return ERROR_OK;
}

bool grid_answer_is_about(const struct grid_answer *answer, const struct grid_row *row)
{
    char said[GRID_FOLDED_SIZE], label[GRID_FOLDED_SIZE];
    int number = grid_value_number(answer->row);
    grid_fold_words(said, answer->row);
    grid_fold_words(label, row->label);
    if ((row->id[0] && strcmp(answer->row, row->id) == 0) || (number && number == row->number))
        return true;
    return *said ? strcmp(said, label) == 0 : strcmp(answer->row, row->label) == 0;
}
