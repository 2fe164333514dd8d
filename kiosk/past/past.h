#ifndef PLENARY_PAST_PAST_H
#define PLENARY_PAST_PAST_H

/* Earlier reviews of the cluster, read from files to be looked at beside this one. A workshop file
 * gives its own review and those that were brought into it, a CSV grid one, whose day and title it
 * does not know. Reading changes nothing: what was read is put together here, what has no match is
 * asked about, a preview says in words what would come in, and past_take brings all of it into the
 * workshop, or nothing.
 *
 * Conditions are the same when their packs give them the same id, else when grid_match finds them
 * alike; a row of neither kind is a question, to which "none of these" is an answer too. Schools
 * are the same when people would read their names as the same. One that this workshop does not have
 * is left out, and the preview says so. A review is known by its day and title: one that is here
 * already, or is this workshop itself, is left out as well; CSV files of one day and title are
 * parts of one review. A rating is the agreed one, else the one that was proposed last.
 *
 * Everything is read from a facilitator's room, so that this works beside a running kiosk. */

#include "base/error.h"
#include "host/store.h"
#include "model/room.h"

enum { PAST_FILES_MAX = 32, PAST_PATH_SIZE = 4096, PAST_TEXT_SIZE = 1024 };

enum past_match { PAST_ASKED, PAST_MATCHED, PAST_LEFT_OUT };

/* A condition of a file. */
struct past_row {
    char label[TITLE_SIZE]; /* without its leading number; may be empty then */
    uint8_t number;         /* 0: none */
    char id[ID_SIZE];       /* its pack's; empty: not known */
    bool answered;          /* by a person */
    uint8_t match;          /* enum past_match */
    condition_id condition; /* of this workshop, where it is matched */
};

struct past_file {
    char path[PAST_PATH_SIZE];
    uint8_t row_count;
    struct past_row rows[CONDITIONS_MAX];
};

/* What a school said, by the rows of the file that it stands in: 1 to RATING_MAX; 0: not said. */
struct past_school {
    char name[NAME_SIZE];
    uint8_t file;
    uint8_t now[CONDITIONS_MAX];
    uint8_t target[CONDITIONS_MAX];
};

/* A workshop file's own review tells it better than one that it was brought into. */
enum past_origin { PAST_OWN, PAST_BROUGHT, PAST_CSV };

struct past_review {
    uint32_t day; /* base/day.h */
    char title[TITLE_SIZE];
    uint8_t file;   /* that it was read from; of several CSV the first */
    uint8_t origin; /* enum past_origin */
    bool twice;     /* it stands in another file as well, and comes in once */
    uint16_t school_count;
    struct past_school schools[SCHOOLS_MAX];
};

/* About 800 KB. */
struct past_set {
    char here[PAST_PATH_SIZE]; /* the workshop's own file */
    bool training;             /* the workshop is one: then it takes from trainings alone */
    uint8_t condition_count;
    struct condition conditions[CONDITIONS_MAX + 1]; /* the workshop's */
    uint8_t file_count;
    struct past_file files[PAST_FILES_MAX];
    uint8_t review_count;
    struct past_review reviews[REVIEWS_MAX];
};

/* A file to read. Of a CSV: the day on which the review was held (0: not said) and its title (NULL
 * or empty: the file's name). A workshop file says both itself. */
struct past_source {
    const char *path;
    uint32_t day;
    const char *title;
};

/* Nothing read yet. `here` is the file of the workshop that the room is of, which is never opened
 * (journal.h says why); may be NULL. ERROR_MEMORY. */
CHECKED enum error past_create(struct past_set **out, const struct room *room, const char *here);
void past_destroy(struct past_set **past);

/* Reads one more file. On failure nothing of it is kept, and `trouble` says what is wrong with
 * which file: what grid_read_file and journal_open_to_read say; ERROR_EXISTS for the workshop
 * itself and a file that was read already; ERROR_FORMAT for a CSV without a day, and for what comes
 * from a training where this is none, or the reverse; ERROR_RANGE for more than REVIEWS_MAX
 * reviews, PAST_FILES_MAX files, or SCHOOLS_MAX schools in one review. */
CHECKED enum error past_read(struct past_set *past, const struct past_source *source,
                             struct trouble *trouble);

/* The questions that are still open: rows that say something and have no match. The first of them
 * where there is one; how many. */
unsigned past_questions(const struct past_set *past);
bool past_question(const struct past_set *past, unsigned *file, unsigned *row);
bool past_is_question(const struct past_set *past, unsigned file, unsigned row);

/* True when the condition may be the answer: no other row of that file has it. */
bool past_may_answer(const struct past_set *past, unsigned file, unsigned row,
                     condition_id condition);

/* The condition of a row, 0: none of these; it may be the answer (past_may_answer). It answers for
 * every file where a row of the same words is still asked about, those read later too. */
void past_answer(struct past_set *past, unsigned file, unsigned row, condition_id condition);

/* The same as typed, of every file: "ROW=CONDITION" (grid/grid_match.h). ERROR_FORMAT: there is no
 * such row, or no such condition, or another row has it; `trouble` says so. */
CHECKED enum error past_answer_typed(struct past_set *past, const char *said,
                                     struct trouble *trouble);

enum past_standing { PAST_NEW, PAST_THERE, PAST_ITSELF, PAST_NOBODY };

/* Whether a review that was read comes in, or is left out and why: it is here, it is the workshop
 * itself, or none of its schools is here. */
enum past_standing past_standing(const struct past_set *past, const struct room *room,
                                 unsigned review);

/* Takes one line of text, borrowed for the call. */
typedef void past_line(void *context, const char *text);

/* Says what would come in, review by review, and what of it is left out. */
void past_tell(const struct past_set *past, const struct room *room, past_line *line,
               void *context);

struct past_report {
    unsigned added; /* reviews */
    unsigned there; /* that were here before */
};

/* Brings in what is new and commits, as the kiosk; no batch may be open. On failure nothing has
 * changed and `trouble` says why: ERROR_FORMAT while questions are open, and for what the workshop
 * refuses. Reads no file: for the host's thread. */
CHECKED enum error past_take(struct past_report *report, struct store *store,
                             const struct past_set *past, int64_t now_ms, struct trouble *trouble);

/* "Brought in: 2 earlier reviews. 1 was here already." */
void past_sum(char to[PAST_TEXT_SIZE], const struct past_report *report);

#endif
