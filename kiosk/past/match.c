#include "past/parts.h"

#include "base/text.h"
#include "grid/grid_match.h"
#include "words/words.h"

#include <string.h>

static struct grid_row grid_row_of(const struct past_row *row)
{
    struct grid_row to = {.number = row->number};
    text_copy(to.label, sizeof to.label, row->label);
    text_copy(to.id, sizeof to.id, row->id);
    return to;
}

static bool is_taken(const struct past_file *file, condition_id condition)
{
    for (unsigned r = 0; r < file->row_count; r++)
        if (file->rows[r].match == PAST_MATCHED && file->rows[r].condition == condition)
            return true;
    return false;
}

static void settle(struct past_row *row, condition_id condition, bool answered)
{
    row->match = condition ? PAST_MATCHED : PAST_LEFT_OUT;
    row->condition = condition;
    row->answered = answered;
}

static bool same_words(const struct past_row *a, const struct past_row *b)
{
    return a->label[0] ? text_same(a->label, b->label) : !b->label[0] && a->number == b->number;
}

/* A pack of another name may have the same conditions under other ids: then the words decide, where
 * one row alone has them. */
static void match_by_words(struct past_set *past, struct past_file *file)
{
    condition_id found[CONDITIONS_MAX] = {0};
    for (unsigned r = 0; r < file->row_count; r++)
        if (file->rows[r].match == PAST_ASKED)
            found[r] =
                grid_match_label(file->rows[r].label, past->conditions + 1, past->condition_count);
    for (unsigned r = 0; r < file->row_count; r++) {
        unsigned alike = 0;
        for (unsigned other = 0; other < file->row_count; other++)
            alike += found[other] == found[r];
        if (found[r] && alike == 1 && !is_taken(file, found[r]))
            settle(&file->rows[r], found[r], false);
    }
}

/* What somebody has said of such a row in a file before. */
static void match_as_answered(struct past_set *past, struct past_row *row)
{
    for (unsigned f = 0; f + 1 < past->file_count; f++)
        for (unsigned r = 0; r < past->files[f].row_count; r++) {
            const struct past_row *other = &past->files[f].rows[r];
            bool may = !other->condition ||
                       !is_taken(&past->files[past->file_count - 1], other->condition);
            if (other->answered && same_words(other, row) && may)
                settle(row, other->condition, true);
        }
}

void past_match_rows(struct past_set *past)
{
    struct past_file *file = &past->files[past->file_count - 1];
    struct grid_row rows[CONDITIONS_MAX];
    condition_id to[CONDITIONS_MAX];
    for (unsigned r = 0; r < file->row_count; r++)
        rows[r] = grid_row_of(&file->rows[r]);
    grid_match(to, rows, file->row_count, past->conditions + 1, past->condition_count);
    for (unsigned r = 0; r < file->row_count; r++)
        if (to[r] != GRID_UNMATCHED)
            settle(&file->rows[r], to[r], false);
    match_by_words(past, file);
    for (unsigned r = 0; r < file->row_count; r++)
        if (file->rows[r].match == PAST_ASKED)
            match_as_answered(past, &file->rows[r]);
}

/* ---- what a person says ---- */

/* Somebody is rated in it. */
static bool says_something(const struct past_set *past, unsigned file, unsigned row)
{
    for (unsigned i = 0; i < past->review_count; i++)
        for (unsigned s = 0; s < past->reviews[i].school_count; s++)
            if (past->reviews[i].schools[s].file == file && past->reviews[i].schools[s].now[row])
                return true;
    return false;
}

bool past_is_question(const struct past_set *past, unsigned file, unsigned row)
{
    return past->files[file].rows[row].match == PAST_ASKED && says_something(past, file, row);
}

unsigned past_questions(const struct past_set *past)
{
    unsigned count = 0;
    for (unsigned f = 0; f < past->file_count; f++)
        for (unsigned r = 0; r < past->files[f].row_count; r++)
            count += past_is_question(past, f, r);
    return count;
}

bool past_question(const struct past_set *past, unsigned *file, unsigned *row)
{
    for (*file = 0; *file < past->file_count; (*file)++)
        for (*row = 0; *row < past->files[*file].row_count; (*row)++)
            if (past_is_question(past, *file, *row))
                return true;
    return false;
}

bool past_may_answer(const struct past_set *past, unsigned file, unsigned row,
                     condition_id condition)
{
    const struct past_row *asked = &past->files[file].rows[row];
    bool has = asked->match == PAST_MATCHED && asked->condition == condition;
    return has || (condition >= 1 && condition <= past->condition_count &&
                   !is_taken(&past->files[file], condition));
}

void past_answer(struct past_set *past, unsigned file, unsigned row, condition_id condition)
{
    struct past_row *asked = &past->files[file].rows[row];
    settle(asked, condition, true);
    for (unsigned f = 0; f < past->file_count; f++)
        for (unsigned r = 0; r < past->files[f].row_count; r++) {
            struct past_row *other = &past->files[f].rows[r];
            if (other->match == PAST_ASKED && same_words(other, asked) &&
                (!condition || past_may_answer(past, f, r, condition)))
                settle(other, condition, true);
        }
}

enum error past_answer_typed(struct past_set *past, const char *said, struct trouble *trouble)
{
    struct grid_answer answer;
    bool found = false;
    enum error e =
        grid_answer_read(&answer, said, past->conditions + 1, past->condition_count, trouble);
    for (unsigned f = 0; e == ERROR_OK && f < past->file_count; f++)
        for (unsigned r = 0; r < past->files[f].row_count; r++) {
            struct grid_row row = grid_row_of(&past->files[f].rows[r]);
            if (!grid_answer_is_about(&answer, &row))
                continue;
            found = true;
            if (answer.condition && !past_may_answer(past, f, r, answer.condition))
                return trouble_set(trouble, ERROR_FORMAT, word(WORD_REVIEWS_ROW_TAKEN), said,
                                   past->conditions[answer.condition].name, past->files[f].path);
            past_answer(past, f, r, answer.condition);
        }
    if (e == ERROR_OK && !found)
        e = trouble_set(trouble, ERROR_FORMAT, word(WORD_IMPORT_NO_ROW), said, answer.row);
    return e;
}
