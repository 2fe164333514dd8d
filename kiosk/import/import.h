#ifndef PLENARY_IMPORT_IMPORT_H
#define PLENARY_IMPORT_IMPORT_H

/* What grids and sheets of schools would change in a workshop, told before anything does. Files and
 * pasted cells are added one after the other and joined; then they are held against the workshop,
 * again whenever it has changed or a person has said which condition a row is about. Taking it in
 * is up to the host (host/setup.h).
 *
 * A rating becomes the manager's proposal, or agreed where the file says that it is. What a file
 * leaves blank it says nothing about: a goal and a period that stand stay, unless the goal would
 * lie below the new rating, and a note stays where the rating does. An agreed rating is not
 * replaced by a proposal, which comes beside it. Schools are the same when people would read their
 * names as the same; those that are not listed yet are added. The same school and condition may
 * stand in several files, if they do not contradict one another.
 *
 * Plain data: an import is made on one thread and may be executed on another. About 6 MB. */

#include "grid/grid_csv.h"
#include "model/room.h"

enum {
    IMPORT_FILES_MAX = 128,
    IMPORT_ROWS_MAX = 96, /* differently labelled rows of all files together */
    IMPORT_RATINGS_MAX = 2 * SCHOOLS_MAX * CONDITIONS_MAX,
    IMPORT_REMARKS_MAX = 256, /* contradictions kept; more are passed over */
    IMPORT_NAME_SIZE = 256,
    IMPORT_TEXT_SIZE = 2048, /* always suffices for a text about it */
};

/* A file or what was pasted. */
struct import_file {
    char name[IMPORT_NAME_SIZE]; /* for people: without its folder */
    bool windows_1252;           /* this and the next as in struct grid_import */
    uint16_t without_rating;
    char passed_over[GRID_PASSED_SIZE];
    uint8_t row_count;
    uint8_t rows[CONDITIONS_MAX]; /* which of the import's, in the file's order */
};

struct import_school {
    char name[NAME_SIZE]; /* as the workshop has it, or the file that first names it */
    school_id id;         /* 0: new */
};

enum import_row_state {
    IMPORT_EMPTY, /* nothing is rated there: a heading or a footnote, or a row to be filled in */
    IMPORT_FOUND, /* it is clear which condition is meant */
    IMPORT_ASKED, /* it is not; its ratings are not among the entries */
    IMPORT_ANSWERED
};

/* A row of any of the files: the same id, number and label are one row. */
struct import_row {
    struct grid_row row;
    uint8_t file;           /* where it stands first */
    uint8_t state;          /* enum import_row_state */
    condition_id condition; /* 0: left out, or not known */
};

/* A rating as it was read. */
struct import_rating {
    uint8_t file, row, school; /* indices into the tables below */
    struct grid_rating read;
};

enum import_what {
    IMPORT_SAME,        /* it stands already, and stays */
    IMPORT_NEW,         /* nothing stood */
    IMPORT_CHANGED,     /* a proposal gives way, to another or to an agreement */
    IMPORT_BESIDE,      /* an agreed rating stands, and this becomes a proposal beside it */
    IMPORT_AGREED_ANEW, /* an agreed rating gives way to one that the file says is agreed */
    IMPORT_WHAT_COUNT
};

/* What becomes of one school's rating of one condition. */
struct import_entry {
    uint8_t what; /* enum import_what */
    bool agreed;  /* it comes in as agreed */
    bool note;    /* with a note that did not stand there */
    uint8_t school;
    condition_id condition;
    struct cell_item was; /* RATING_NONE where nothing stood */
    struct figure becomes;
};

struct import {
    bool training; /* the workshop is one; else what was written of one is refused */
    uint8_t condition_count;
    struct condition conditions[CONDITIONS_MAX + 1]; /* the workshop's; [0] unused */
    uint8_t file_count;
    struct import_file files[IMPORT_FILES_MAX];
    uint8_t school_count;
    struct import_school schools[SCHOOLS_MAX];
    uint8_t row_count;
    struct import_row rows[IMPORT_ROWS_MAX];
    uint16_t rating_count;
    struct import_rating ratings[IMPORT_RATINGS_MAX];
    uint16_t contradiction_count;
    struct {
        uint8_t file;
        struct grid_contradiction contradiction;
    } contradictions[IMPORT_REMARKS_MAX];
    /* From here on by import_compare. Schools in alphabetical order, conditions in the pack's. */
    uint16_t entry_count;
    struct import_entry entries[SCHOOLS_MAX * CONDITIONS_MAX];
    unsigned new_schools;
    unsigned counts[IMPORT_WHAT_COUNT]; /* entries of each kind */
};

/* Nothing added yet. The room is the facilitator's; of a workshop that has not begun, one with the
 * conditions of its pack alone. ERROR_MEMORY. */
CHECKED enum error import_create(struct import **out, const struct room *room);
void import_destroy(struct import **import);

/* Adds a file. On failure nothing of it is kept and `trouble` names the file, the place and what to
 * do: what grid_read_file refuses; ERROR_FORMAT also where it was written of a training and the
 * workshop is none, and where it contradicts what was added before,
 * naming both places; ERROR_RANGE where there is no room for more. */
CHECKED enum error import_add_file(struct import *import, const char *path,
                                   struct trouble *trouble);

/* Adds cells copied from a spreadsheet, or any text of a file; `name` is what people call it. */
CHECKED enum error import_add_text(struct import *import, const char *bytes, size_t length,
                                   const char *name, struct trouble *trouble);

/* Says which condition a row is about, 0: leave it out. Holds from the next import_compare on, and
 * also for rows that were found. */
void import_answer(struct import *import, unsigned row, condition_id condition);

/* The same as typed: "ROW=CONDITION" (grid/grid_match.h). ERROR_FORMAT: there is no such row or
 * condition, and `trouble` says so. */
CHECKED enum error import_answer_typed(struct import *import, const char *said,
                                       struct trouble *trouble);

/* Holds what was added against the workshop: finds the conditions and fills the entries. Of a
 * workshop with other conditions than before, too. ERROR_FORMAT: two places that turn out to be
 * about the same condition contradict each other, `trouble` names both and there are no entries;
 * ERROR_RANGE: more schools than a workshop takes. */
CHECKED enum error import_compare(struct import *import, const struct room *room,
                                  struct trouble *trouble);

/* How many rows are still asked about, and the first of them from `from` on (row_count: none). */
unsigned import_asks(const struct import *import);
unsigned import_next_asked(const struct import *import, unsigned from);

/* True when taking it in would change nothing. */
bool import_is_idle(const struct import *import);

/* ---- import_text.c: in words; each fills IMPORT_TEXT_SIZE ---- */

/* "Ashby, 9 Funding arrangements: 4, goal 7 in 12 months, proposed; was 3, proposed" */
void import_line(char to[IMPORT_TEXT_SIZE], const struct import *import,
                 const struct import_entry *entry);

/* What it becomes, without school and condition: "4, goal 7 in 12 months, agreed". And what it was:
 * "3, agreed"; empty where nothing stood. */
void import_becomes(char to[IMPORT_TEXT_SIZE], const struct import_entry *entry);
void import_was(char to[IMPORT_TEXT_SIZE], const struct import_entry *entry);

/* "“Money” (row 4, column A of ashby.csv)": a row to ask about. */
void import_row_text(char to[IMPORT_TEXT_SIZE], const struct import *import, unsigned row);

/* "New schools: 2. Ratings: 18 new, 3 changed, 79 as they stand." */
void import_sum(char to[IMPORT_TEXT_SIZE], const struct import *import);

/* What a person should know of the files, a sentence each: printed figures that their cells deny,
 * an encoding that was guessed, goals without a rating, columns that were passed over. */
unsigned import_remarks(const struct import *import);
void import_remark(char to[IMPORT_TEXT_SIZE], const struct import *import, unsigned remark);

#endif
