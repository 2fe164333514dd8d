#include "journal/tables.h"

#include <assert.h>
#include <string.h>

/* The columns of each table, made from its one list. */
#define K(field)  {#field, .key = true, .offset = offsetof(ROW, field)},
#define KT(field) {#field, .key = true, .text = true, .offset = offsetof(ROW, field)},
#define N(field)  {#field, .offset = offsetof(ROW, field)},
#define M(field)  {#field, .maybe = true, .offset = offsetof(ROW, field)},
#define T(field)  {#field, .text = true, .offset = offsetof(ROW, field)},
#define COLUMNS(member, columns)                                                                   \
    static const struct journal_column member##_columns[] = {columns(K, KT, N, M, T)};             \
    _Static_assert(sizeof member##_columns / sizeof *member##_columns <= JOURNAL_COLUMNS_MAX,      \
                   "a row of too many columns");

#define ROW struct journal_workshop_row
COLUMNS(workshop, JOURNAL_WORKSHOP_COLUMNS)
#undef ROW
#define ROW struct journal_school_row
COLUMNS(school, JOURNAL_SCHOOL_COLUMNS)
#undef ROW
#define ROW struct journal_rating_row
COLUMNS(rating, JOURNAL_RATING_COLUMNS)
#undef ROW
#define ROW struct journal_note_row
COLUMNS(note, JOURNAL_NOTE_COLUMNS)
#undef ROW
#define ROW struct journal_action_row
COLUMNS(action, JOURNAL_ACTION_COLUMNS)
#undef ROW
#define ROW struct journal_finding_row
COLUMNS(finding, JOURNAL_FINDING_COLUMNS)
#undef ROW
#define ROW struct journal_tally_row
COLUMNS(tally, JOURNAL_TALLY_COLUMNS)
#undef ROW
#define ROW struct journal_plan_row
COLUMNS(plan, JOURNAL_PLAN_COLUMNS)
#undef ROW
#define ROW struct journal_ballot_row
COLUMNS(ballot, JOURNAL_BALLOT_COLUMNS)
#undef ROW
#define ROW struct journal_ballot_option_row
COLUMNS(ballot_option, JOURNAL_BALLOT_OPTION_COLUMNS)
#undef ROW
#define ROW struct journal_named_vote_row
COLUMNS(named_vote, JOURNAL_NAMED_VOTE_COLUMNS)
#undef ROW
#define ROW struct journal_took_part_row
COLUMNS(took_part, JOURNAL_TOOK_PART_COLUMNS)
#undef ROW
#define ROW struct journal_priority_row
COLUMNS(priority, JOURNAL_PRIORITY_COLUMNS)
#undef ROW
#define ROW struct journal_review_row
COLUMNS(review, JOURNAL_REVIEW_COLUMNS)
#undef ROW
#define ROW struct journal_past_rating_row
COLUMNS(past_rating, JOURNAL_PAST_RATING_COLUMNS)
#undef ROW
#define ROW struct journal_training_row
COLUMNS(training, JOURNAL_TRAINING_COLUMNS)
#undef ROW
#define ROW struct journal_role_row
COLUMNS(role, JOURNAL_ROLE_COLUMNS)
#undef ROW
#define ROW struct journal_moment_row
COLUMNS(moment, JOURNAL_MOMENT_COLUMNS)
#undef ROW

const struct journal_columns *journal_table_columns(enum journal_table table)
{
    static const struct journal_columns tables[JOURNAL_TABLE_COUNT] = {
#define X(name, member, columns, since)                                                            \
    {#member, since, sizeof member##_columns / sizeof *member##_columns, member##_columns},
        JOURNAL_TABLE_LIST(X)
#undef X
    };
    assert((unsigned)table < JOURNAL_TABLE_COUNT);
    return &tables[table];
}

/* All rows begin at the same place. */
static const char *field(const struct journal_row *row, const struct journal_column *column)
{
    return (const char *)&row->workshop + column->offset;
}

int64_t journal_row_number(const struct journal_row *row, const struct journal_column *column)
{
    int64_t number;
    assert(!column->text);
    memcpy(&number, field(row, column), sizeof number);
    return number;
}

const char *journal_row_text(const struct journal_row *row, const struct journal_column *column)
{
    const char *text;
    assert(column->text);
    memcpy(&text, field(row, column), sizeof text);
    return text;
}

void journal_row_set_number(struct journal_row *row, const struct journal_column *column,
                            int64_t number)
{
    assert(!column->text);
    memcpy((char *)&row->workshop + column->offset, &number, sizeof number);
}

void journal_row_set_text(struct journal_row *row, const struct journal_column *column,
                          const char *text)
{
    assert(column->text);
    memcpy((char *)&row->workshop + column->offset, &text, sizeof text);
}
