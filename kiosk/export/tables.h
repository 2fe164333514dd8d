#ifndef PLENARY_EXPORT_TABLES_H
#define PLENARY_EXPORT_TABLES_H

/* Every table that is written, described once: CSV, JSON and the plain sheets of a workbook are
 * made from here and say the same. Ids of tables and columns stay as they are for good; titles are
 * for people. A table or a column that a reader is not given is not there for it at all. Rows stand
 * in the order in which people see them: schools by alphabet, conditions as the pack has them.
 *
 * EXPORT_TABLE_LIST: name, id, which readers have it (enum export_seen), the rows' own name. */

#include "export/export.h"
#include "words/words.h"

#define EXPORT_TABLE_LIST(X)                                                                       \
    X(WORKSHOP, "workshop", EVERYBODY, workshop)       /* the one there is */                      \
    X(CONDITIONS, "conditions", EVERYBODY, conditions) /* a condition */                           \
    X(SCHOOLS, "schools", EVERYBODY, schools)          /* a school */                              \
    X(RATINGS, "ratings", NAMED, ratings)              /* a school and a condition */              \
    X(SPREAD, "spread", EVERYBODY, spread)             /* a condition: figures across schools */   \
    X(FINDINGS, "findings", EVERYBODY, findings)       /* a finding, in the order of telling */    \
    X(NOTES, "notes", EVERYBODY, notes)                /* a note on a board */                     \
    X(VOTES, "votes", EVERYBODY, votes)                /* a vote */                                \
    X(RESULTS, "results", EVERYBODY, results)          /* an option of a vote, best first */       \
    X(PAPERS, "papers", NAMED, papers)                 /* a voter and an option, of named votes */ \
    X(PRIORITIES, "priorities", EVERYBODY, priorities) /* what is taken on, the first first */     \
    X(ACTIONS, "actions", EVERYBODY, actions)          /* an action */                             \
    X(EVALUATION, "evaluation", EVERYBODY, evaluation) /* an objective: how many said what */      \
    X(REVIEWS, "reviews", EVERYBODY, reviews)          /* an earlier review and a condition */     \
    X(PAST, "past", NAMED, past)                       /* likewise, and a school */

enum export_table_id {
#define X(name, id, seen, member) EXPORT_TABLE_##name,
    EXPORT_TABLE_LIST(X)
#undef X
        EXPORT_TABLE_COUNT
};

/* Who has a table or a column: everybody; where names stand beside ratings; the facilitator. */
enum export_seen { EXPORT_EVERYBODY, EXPORT_NAMED, EXPORT_FACILITATOR };

/* What a column's cells are. */
enum export_type {
    EXPORT_TEXT,
    EXPORT_CHOICE,     /* one of a few words: `text` for people, `word` that stays */
    EXPORT_NUMBER,     /* a whole number */
    EXPORT_TENTHS,     /* an average: 46 is 4.6 */
    EXPORT_HUNDREDTHS, /* 425 is 4.25 */
    EXPORT_DAY,        /* base/day.h */
    EXPORT_YES_NO,     /* 1 and 0 */
};

enum { EXPORT_COLUMNS_MAX = 24 };

struct export_column {
    const char *id;  /* "target_average" */
    enum word title; /* "Average target" */
    enum export_type type;
    enum export_seen seen;
};

struct export_cell {
    bool blank;       /* nothing is said here */
    int32_t number;   /* NUMBER, TENTHS, HUNDREDTHS, DAY, YES_NO */
    const char *text; /* TEXT, CHOICE: never NULL */
    const char *word; /* CHOICE: as the model's own lists have it */
};

/* As one reader has it. */
struct export_table {
    const char *id; /* "ratings" */
    enum word title;
    unsigned column_count;
    struct export_column columns[EXPORT_COLUMNS_MAX];
};

/* Fills in a table's description; false when this reader is not given it. */
bool export_table_describe(struct export_table *out, enum export_table_id id,
                           const struct export *what);

/* Takes one row, borrowed for the call: a cell for each column described. */
typedef void export_row_sink(void *context, const struct export_cell *cells);

/* Gives the rows of a table that this reader is given. ERROR_MEMORY. */
CHECKED enum error export_table_rows(enum export_table_id id, const struct export *what,
                                     export_row_sink *sink, void *context);

/* A number as it stands in a file for programs: "12", "4.6", "4.25", "2026-11-22", "yes". Not of
 * texts. */
enum { EXPORT_FIGURE_SIZE = 24 };
void export_figure_text(char to[EXPORT_FIGURE_SIZE], enum export_type type, int32_t number);

#endif
