#ifndef PLENARY_EXPORT_ROWS_H
#define PLENARY_EXPORT_ROWS_H

/* Within export/ only: how the rows of tables are made. A table is its columns and a function that
 * puts its rows, cell by cell in the order of the columns; what the reader is not given is left out
 * on the way. */

#include "export/tables.h"

struct rows {
    const struct export *what;
    const struct rows_table *table;
    export_row_sink *sink;
    void *context;
    unsigned at;   /* columns put so far */
    unsigned used; /* of them given */
    struct export_cell cells[EXPORT_COLUMNS_MAX];
};

struct rows_table {
    unsigned column_count;
    const struct export_column *columns;
    enum error (*put)(struct rows *rows);
};

/* One cell each. Texts are borrowed until rows_end; an empty one is blank. */
void rows_text(struct rows *rows, const char *text);
void rows_choice(struct rows *rows, const char *word, const char *text);
void rows_figure(struct rows *rows, int32_t number);        /* of any type but texts */
void rows_some(struct rows *rows, int32_t number);          /* blank for 0 */
void rows_if(struct rows *rows, bool said, int32_t number); /* blank unless it is said */
void rows_blank(struct rows *rows);

/* Id and name of a condition, two cells; both blank for 0. */
void rows_condition(struct rows *rows, condition_id condition);
/* A school's name; blank for 0. */
void rows_school(struct rows *rows, school_id school);

/* The row is whole. */
void rows_end(struct rows *rows);

/* The tables: rows_review.c, rows_talk.c, rows_votes.c, rows_actions.c. */
extern const struct rows_table rows_workshop, rows_conditions, rows_schools, rows_ratings,
    rows_spread, rows_reviews, rows_past;
extern const struct rows_table rows_findings, rows_notes, rows_evaluation;
extern const struct rows_table rows_votes, rows_results, rows_papers, rows_priorities;
extern const struct rows_table rows_actions;

#define ROWS_TABLE(function, its_columns)                                                          \
    {                                                                                              \
        .column_count = sizeof its_columns / sizeof *its_columns, .columns = its_columns,          \
        .put = function                                                                            \
    }

#endif
