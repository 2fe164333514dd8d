#ifndef PLENARY_JOURNAL_TABLES_H
#define PLENARY_JOURNAL_TABLES_H

/* The plain tables of a workshop file, for anyone with the sqlite3 shell:
 *
 *   sqlite3 NAME.plenary 'select * from rating'
 *
 * They say again what the records say, so they may be cleared and filled anew at any time. Rows
 * are put and removed as part of the batch (journal/journal.h), a row of the same key replacing the
 * old one. Texts are borrowed as there, UTF-8, at most JOURNAL_TEXT_MAX bytes, never NULL. The
 * tables hold nothing that a journal keeps secret: no person beside what is unsigned, no count and
 * no voter of a ballot before it is revealed, of a secret one no paper ever, and no totals, for a
 * school is not a sum. (The records themselves hold all papers of a named ballot: model/change.h.)
 *
 * A table once made keeps its columns: what a later version has to say stands in tables of its own,
 * so that older files are read, and brought up to date, without touching a row. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "journal/journal.h"

enum { JOURNAL_TEXT_MAX = 4096, JOURNAL_COLUMNS_MAX = 16 };

/* The columns of each table in order. K, KT: number or text of the row's key. N: number. M: number
 * that shows as NULL where it is 0, "not said". T: text. */
#define JOURNAL_WORKSHOP_COLUMNS(K, KT, N, M, T)                                                   \
    K(id) /* 1: there is one workshop */                                                           \
    T(title)                                                                                       \
    T(pack) /* the content pack's id */                                                            \
    T(agenda) N(made_at_ms)

#define JOURNAL_SCHOOL_COLUMNS(K, KT, N, M, T)                                                     \
    K(id)                                                                                          \
    T(name)                                                                                        \
    N(consent_room) /* 0 or 1, as all that is yes or no */                                         \
    N(consent_summary) N(consent_la)

#define JOURNAL_RATING_COLUMNS(K, KT, N, M, T)                                                     \
    K(school)                                                                                      \
    KT(condition) /* the pack's id for it */                                                       \
    M(now)                                                                                         \
    M(target)                                                                                      \
    M(months) /* until the target */                                                               \
    T(note)                                                                                        \
    T(state) /* "proposed", "agreed"; "none" where a proposal was withdrawn */                     \
    T(agreed_with)

/* Notes on boards that are waiting or shown; those of a personal board once it is closed. */
#define JOURNAL_NOTE_COLUMNS(K, KT, N, M, T)                                                       \
    K(id)                                                                                          \
    T(board) /* the agenda's id for it */                                                          \
    T(heading)                                                                                     \
    T(state) /* "waiting" or "shown" */                                                            \
    N(starred)                                                                                     \
    M(worked_on_by)  /* group */                                                                   \
    M(suggestion_to) /* note */                                                                    \
    M(part_of)       /* note that it was merged into */                                            \
    T(text)                                                                                        \
    T(signed_by) /* the name its writer wished under it; mostly none */

/* Actions as 1-to-1s settle them. */
#define JOURNAL_ACTION_COLUMNS(K, KT, N, M, T)                                                     \
    K(id) N(school) T(condition) M(months) /* until it is done */ T(text)

/* Findings that the facilitator or the local authority has worked on. */
#define JOURNAL_FINDING_COLUMNS(K, KT, N, M, T)                                                    \
    KT(kind)                                                                                       \
    K(number)    /* of its condition, or of one that was added */                                  \
    T(condition) /* the pack's id; empty for one that was added */                                 \
    T(wording)                                                                                     \
    N(hidden)                                                                                      \
    N(for_la)                                                                                      \
    M(rank)                                                                                        \
    T(answer) /* the local authority's */

/* Counts of unsigned answers, once they are shown: how many gave that value. */
#define JOURNAL_TALLY_COLUMNS(K, KT, N, M, T)                                                      \
    KT(kind) /* "icebreaker", "reading", "objective" */                                            \
    K(subject) K(value) N(count)

/* Actions proposed in the workshop, with what became of them; ids are common with 1-to-1s'. */
#define JOURNAL_PLAN_COLUMNS(K, KT, N, M, T)                                                       \
    K(id)                                                                                          \
    T(state)     /* "waiting", "proposed", "adopted", "parked" */                                  \
    T(text)      /* what will be done */                                                           \
    T(condition) /* the pack's id; empty for none in particular */                                 \
    T(level)     /* whose plan it feeds: "school", "cluster", "la" */                              \
    M(school)                                                                                      \
    T(owner)    /* who sees it through; empty: nobody yet */                                       \
    T(accepted) /* whether the owner said so: "yes", "no"; "none": not yet */                      \
    T(helpers)                                                                                     \
    T(due) /* "2010-07-31"; empty: not said */                                                     \
    T(measure)                                                                                     \
    T(resources)                                                                                   \
    T(progress) /* "not-begun", "under-way", "done", "dropped" */                                  \
    N(earlier)  /* it comes from an earlier workshop */                                            \
    N(supports) M(merged_into)

#define JOURNAL_BALLOT_COLUMNS(K, KT, N, M, T)                                                     \
    K(id)                                                                                          \
    T(question)                                                                                    \
    T(method) /* "dots", "approval", "ranking", "scores" */                                        \
    T(about)  /* "conditions", "actions", "typed" */                                               \
    T(voters) /* "people", or "schools": one paper for each */                                     \
    N(named)  /* 0: secret */                                                                      \
    T(state)  /* "prepared", "open", "closed", "revealed" */                                       \
    M(again)  /* the ballot that it runs again */                                                  \
    M(papers) /* counted at the reveal, and of them typed in from paper */                         \
    M(by_hand)

/* What was voted on, and once it is revealed what it came to. The value is what places go by: dots;
 * approvals; of rankings how many options it beats; the average on the first criterion in
 * hundredths, and second_value the same on the second. */
#define JOURNAL_BALLOT_OPTION_COLUMNS(K, KT, N, M, T)                                              \
    K(ballot)                                                                                      \
    K(option) /* from 1 */                                                                         \
    T(text)                                                                                        \
    M(place)  /* equal ones share it */                                                            \
    M(chosen) /* papers with a mark for it */                                                      \
    M(value) M(second_value)

/* Who chose what, of a named ballot once it is revealed: one row for each mark. */
#define JOURNAL_NAMED_VOTE_COLUMNS(K, KT, N, M, T)                                                 \
    K(ballot)                                                                                      \
    K(paper)                                                                                       \
    K(option)                                                                                      \
    T(who) /* empty: a school's, or typed in from paper, or somebody without a name */             \
    M(school)                                                                                      \
    M(slot) /* which of the people at that laptop */                                               \
    N(by_hand)                                                                                     \
    N(mark) /* dots; 1 yes; a place; the score on the first criterion */                           \
    M(second_mark)

/* Whose paper was counted, once a ballot is revealed; of a secret one that is all there is. */
#define JOURNAL_TOOK_PART_COLUMNS(K, KT, N, M, T) K(ballot) K(seat) T(name) M(school)

/* What the cluster takes on first. */
#define JOURNAL_PRIORITY_COLUMNS(K, KT, N, M, T)                                                   \
    K(place)                                                                                       \
    T(condition)      /* the pack's id; empty for one that was typed */                            \
    T(text) M(ballot) /* that it was chosen in */

/* Earlier reviews that are looked at beside this one, and what each school said then. */
#define JOURNAL_REVIEW_COLUMNS(K, KT, N, M, T)                                                     \
    K(id)                                                                                          \
    T(day) /* "2009-05-12" */                                                                      \
    T(title)

#define JOURNAL_PAST_RATING_COLUMNS(K, KT, N, M, T)                                                \
    K(review)                                                                                      \
    K(school)                                                                                      \
    KT(condition) /* this pack's id for it */                                                      \
    M(now) M(target)

/* There is a row in a training alone: nothing in such a file is real, and nothing makes it so. */
#define JOURNAL_TRAINING_COLUMNS(K, KT, N, M, T)                                                   \
    K(id)   /* 1 */                                                                                \
    T(mark) /* "TRAINING" */

/* Whom people can play in a training, what stands on the role's card, and which seats do. */
#define JOURNAL_ROLE_COLUMNS(K, KT, N, M, T)                                                       \
    K(id)                                                                                          \
    N(school)                                                                                      \
    T(name)                                                                                        \
    T(who)                                                                                         \
    T(wants)                                                                                       \
    T(unsaid)                                                                                      \
    M(player) /* a person's seat */                                                                \
    M(script) /* a scripted one's */

/* Difficult moments that can be called up in a training. */
#define JOURNAL_MOMENT_COLUMNS(K, KT, N, M, T) K(id) T(title)

/* name, member, columns, version of the file (JOURNAL_SCHEMA) since which there is such a table */
#define JOURNAL_TABLE_LIST(X)                                                                      \
    X(WORKSHOP, workshop, JOURNAL_WORKSHOP_COLUMNS, 1)                                             \
    X(SCHOOL, school, JOURNAL_SCHOOL_COLUMNS, 1)                                                   \
    X(RATING, rating, JOURNAL_RATING_COLUMNS, 1)                                                   \
    X(NOTE, note, JOURNAL_NOTE_COLUMNS, 2)                                                         \
    X(ACTION, action, JOURNAL_ACTION_COLUMNS, 2)                                                   \
    X(FINDING, finding, JOURNAL_FINDING_COLUMNS, 2)                                                \
    X(TALLY, tally, JOURNAL_TALLY_COLUMNS, 2)                                                      \
    X(PLAN, plan, JOURNAL_PLAN_COLUMNS, 3)                                                         \
    X(BALLOT, ballot, JOURNAL_BALLOT_COLUMNS, 3)                                                   \
    X(BALLOT_OPTION, ballot_option, JOURNAL_BALLOT_OPTION_COLUMNS, 3)                              \
    X(NAMED_VOTE, named_vote, JOURNAL_NAMED_VOTE_COLUMNS, 3)                                       \
    X(TOOK_PART, took_part, JOURNAL_TOOK_PART_COLUMNS, 3)                                          \
    X(PRIORITY, priority, JOURNAL_PRIORITY_COLUMNS, 3)                                             \
    X(REVIEW, review, JOURNAL_REVIEW_COLUMNS, 4)                                                   \
    X(PAST_RATING, past_rating, JOURNAL_PAST_RATING_COLUMNS, 4)                                    \
    X(TRAINING, training, JOURNAL_TRAINING_COLUMNS, 5)                                             \
    X(ROLE, role, JOURNAL_ROLE_COLUMNS, 5)                                                         \
    X(MOMENT, moment, JOURNAL_MOMENT_COLUMNS, 5)

enum journal_table {
#define X(name, member, columns, since) JOURNAL_##name,
    JOURNAL_TABLE_LIST(X)
#undef X
        JOURNAL_TABLE_COUNT
};

#define JOURNAL_NUMBER_FIELD(name) int64_t name;
#define JOURNAL_TEXT_FIELD(name)   const char *name;
#define X(name, member, columns, since)                                                            \
    struct journal_##member##_row {                                                                \
        columns(JOURNAL_NUMBER_FIELD, JOURNAL_TEXT_FIELD, JOURNAL_NUMBER_FIELD,                    \
                JOURNAL_NUMBER_FIELD, JOURNAL_TEXT_FIELD)                                          \
    };
JOURNAL_TABLE_LIST(X)
#undef X

struct journal_row {
    enum journal_table table;
    char date[24]; /* room for a text that stands nowhere else; not carried anywhere by itself */
    union {
#define X(name, member, columns, since) struct journal_##member##_row member;
        JOURNAL_TABLE_LIST(X)
#undef X
    };
};

/* What a table is made of, to go through its rows without knowing them. */
struct journal_column {
    const char *name;
    bool key, text, maybe;
    size_t offset; /* of its field in the table's struct */
};

struct journal_columns {
    const char *name;
    int since;
    unsigned count;
    const struct journal_column *at;
};

const struct journal_columns *journal_table_columns(enum journal_table table);

/* The field of a column: a number's value, a text's place. */
int64_t journal_row_number(const struct journal_row *row, const struct journal_column *column);
const char *journal_row_text(const struct journal_row *row, const struct journal_column *column);
void journal_row_set_number(struct journal_row *row, const struct journal_column *column,
                            int64_t number);
void journal_row_set_text(struct journal_row *row, const struct journal_column *column,
                          const char *text);

void journal_put_row(struct journal *journal, const struct journal_row *row);

/* Removes the row of that key; where there is none that is fine. Only the key of `row` counts. */
void journal_remove_row(struct journal *journal, const struct journal_row *row);

/* Sees one row. Any answer but OK ends the reading and is returned by it. */
typedef enum error journal_row_visit(void *context, const struct journal_row *row);

/* Shows the committed rows of a table by their keys; none where the file is older than the table
 * and opened to read. ERROR_DAMAGED when a row is not such as could have been put. No batch may be
 * under way. */
CHECKED enum error journal_read_rows(struct journal *journal, enum journal_table table,
                                     journal_row_visit *visit, void *context,
                                     struct trouble *trouble);

#endif
