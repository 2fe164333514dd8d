#ifndef PLENARY_MERGE_MERGE_H
#define PLENARY_MERGE_MERGE_H

/* Brings files of one-to-one talks into the workshop's own: from one laptop or several managers'.
 * Schools are the same when people would read their names as the same, conditions when the pack
 * gives them the same id. What stands only in a file is brought in; where files differ, from the
 * workshop or from one another, somebody chooses, and until they do the later agreement stands, an
 * agreed rating before a proposed one, and a school's no to showing its name before a yes.
 *
 * The files are only read. What is taken becomes the ordinary commands, in one batch: all of it or
 * nothing. An agreement keeps the time at which it was made, so that a later merge can tell which
 * of two came last. A proposal comes in as the manager's; one that stands beside an agreed rating
 * stays where it is. Merging the same file again changes nothing. */

#include "host/store.h"
#include "link/random.h"

enum {
    MERGE_FILES_MAX = 12,
    MERGE_ENTRIES_MAX = 8192,
    MERGE_CANDIDATES_MAX = MERGE_FILES_MAX + 1,
    MERGE_PATH_SIZE = 4096,
    MERGE_OURS = 0, /* the workshop itself, among files counted from 1 */
};

enum merge_kind { MERGE_SCHOOL, MERGE_RATING, MERGE_ACTION, MERGE_CONSENT, MERGE_KIND_COUNT };

/* One way in which a thing stands: in which file, and there as which action. */
struct merge_candidate {
    uint8_t from;
    action_id action;
};

/* Something that is not the same everywhere. With one candidate, which is never the workshop, it is
 * only there and comes in; with more, `chosen` says which stands. */
struct merge_entry {
    uint8_t kind;           /* enum merge_kind */
    school_id school;       /* of the merged list below */
    condition_id condition; /* ratings, actions: the workshop's */
    uint8_t scope;          /* consents */
    uint8_t count, chosen;
    bool shared; /* the workshop's is what one of the files says too */
    struct merge_candidate candidates[MERGE_CANDIDATES_MAX]; /* the workshop first */
};

struct merge_file {
    char path[MERGE_PATH_SIZE];
    const struct model *model; /* borrowed for the workshop, else owned */
    struct model *owned;
    school_id schools[SCHOOLS_MAX + 1];          /* merged id of each of its schools */
    school_id there[SCHOOLS_MAX + 1];            /* its id of each merged school; 0: none */
    condition_id conditions[CONDITIONS_MAX + 1]; /* its id of each of the workshop's */
    unsigned same;                               /* ratings that stand alike in the workshop */
};

struct merge {
    unsigned file_count; /* without the workshop */
    struct merge_file files[MERGE_CANDIDATES_MAX];
    uint16_t school_count;
    char schools[SCHOOLS_MAX + 1][NAME_SIZE]; /* the workshop's, then the new ones */
    unsigned entry_count;
    struct merge_entry entries[MERGE_ENTRIES_MAX];
};

/* What was taken, or would be. */
struct merge_report {
    unsigned counts[MERGE_KIND_COUNT];
};

/* Reads the files and compares. On failure `trouble` names the file and what is wrong with it:
 * missing, damaged, from a newer Plenary, open elsewhere, of another pack, the workshop's own, or
 * named twice, or a training where the workshop is none, or the reverse. ERROR_RANGE when there is
 * more than a workshop has room for. `store` is borrowed, and must stay as it is, until the merge
 * is applied or destroyed. */
CHECKED enum error merge_create(struct merge **out, struct store *store, const char *const *paths,
                                unsigned count, struct trouble *trouble);
void merge_destroy(struct merge **merge);

/* Fills the entries from the models in `files`; merge_create's second half, and pure. */
CHECKED enum error merge_compare(struct merge *merge, struct trouble *trouble);

/* True when there is a choice to make. */
bool merge_differs(const struct merge_entry *entry);

/* The rating that a candidate stands for. Borrowed. */
const struct rating *merge_rating(const struct merge *merge, const struct merge_entry *entry,
                                  unsigned candidate);
const struct action *merge_action(const struct merge *merge, const struct merge_entry *entry,
                                  unsigned candidate);
enum answer merge_answer(const struct merge *merge, const struct merge_entry *entry,
                         unsigned candidate);

/* Chooses for every difference at once: as it is here, as the files have it, or the usual. Of
 * answers about names a no stands whatever the rule: it gives way to a yes only one by one. */
enum merge_rule { MERGE_USUAL, MERGE_KEEP_OURS, MERGE_TAKE_THEIRS };
void merge_choose_all(struct merge *merge, enum merge_rule rule);

/* Takes what was chosen into the workshop and commits. On a refusal or a full disk nothing is taken
 * and `trouble` says at what it stopped. */
CHECKED enum error merge_apply(struct merge_report *report, const struct merge *merge,
                               struct store *store, const struct link_random *random,
                               int64_t now_ms, struct trouble *trouble);

/* What applying it would take. */
struct merge_report merge_count(const struct merge *merge);

/* ---- text.c: in words ---- */

enum { MERGE_TEXT_SIZE = 2048 };

/* What it is about: "Ashby, 4 Cluster arrangements". */
void merge_about(char to[MERGE_TEXT_SIZE], const struct merge *merge,
                 const struct merge_entry *entry);

/* How a candidate stands: "5 → 7 in 12 months, agreed with Sam Okafor on 12 March, 09:41". */
void merge_says(char to[MERGE_TEXT_SIZE], const struct merge *merge,
                const struct merge_entry *entry, unsigned candidate);

/* Where: "here", or the file's name without its folder. Borrowed. */
const char *merge_where(const struct merge *merge, unsigned file);

/* "2 schools, 14 ratings, 3 actions and 1 answer about names", or that there is nothing. */
void merge_sum(char to[MERGE_TEXT_SIZE], const struct merge_report *report);

#endif
