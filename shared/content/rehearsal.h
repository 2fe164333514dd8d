#ifndef PLENARY_CONTENT_REHEARSAL_H
#define PLENARY_CONTENT_REHEARSAL_H

/* Rehearsal packs: YAML files that describe a made-up cluster and its leaders, so that a workshop
 * can be run with nobody there (assets/rehearsals/README.md describes every key). A pack names the
 * agenda it runs. It is read whole or not at all: what comes out has every text cleaned by
 * base/text.h, every count within the limits here, every school, role and condition found, and each
 * list of figures as long as the agenda's pack has conditions. What is wrong with a file is said as
 * of content packs (content/content.h): file, line, path.
 *
 * What is called a role here and to people is a character in the model. Schools and roles count
 * from 0 in the pack's own order, conditions from 1 as in the workshop; 0: none.
 *
 * Limits: 1 MiB a file, REHEARSALS_MAX packs listed. A pack is about 5 MB in memory. */

#include "base/error.h"
#include "content/content.h"
#include "model/types.h"

enum {
    REHEARSALS_MAX = 32,
    REHEARSAL_SCHOOLS_LEAST = 3,
    REHEARSAL_SCHOOLS_MAX = 64,
    REHEARSAL_SAYS_MAX = 16,    /* headings or boards that one role has lines for */
    REHEARSAL_LINES_MAX = 8,    /* under each of them */
    REHEARSAL_PROPOSES_MAX = 4, /* actions of one role */
    REHEARSAL_ACTS_MAX = 8,     /* of one moment */
    REHEARSAL_ORDER_MAX = 99,   /* place among the packs */
    REHEARSAL_DUE_MAX = 3650,   /* days until an action is done */
};

/* What somebody is like: it settles how fast, how much and how kindly they act. */
#define TEMPERAMENT_LIST(X)                                                                        \
    X(KEEN, "keen")                                                                                \
    X(BUSY, "busy")                                                                                \
    X(SCEPTICAL, "sceptical")                                                                      \
    X(DEFENSIVE, "defensive") /* about a low rating */                                             \
    X(MONEY, "money")         /* worried about it */                                               \
    X(NEW, "new")             /* in post */

/* What somebody says when asked whether the school's name may be shown. */
#define NAMES_LIST(X)                                                                              \
    X(YES, "yes")                                                                                  \
    X(LATER, "later") /* once others have */                                                       \
    X(NO, "no")

/* What somebody does in a difficult moment. */
#define ACT_LIST(X)                                                                                \
    X(OBJECTS, "objects") /* to names: takes its yes back, and notes it */                         \
    X(POSTS, "posts")                                                                              \
    X(RERATES, "rerates")                                                                          \
    X(LEAVES, "leaves")         /* its network fails */                                            \
    X(GOES_QUIET, "goes-quiet") /* is there, and does nothing */                                   \
    X(WITHDRAWS, "withdraws")   /* its vote */                                                     \
    X(PROPOSES, "proposes")

enum temperament {
#define X(name, word) TEMPERAMENT_##name,
    TEMPERAMENT_LIST(X)
#undef X
        TEMPERAMENT_COUNT
};

enum rehearsal_names {
#define X(name, word) NAMES_##name,
    NAMES_LIST(X)
#undef X
        NAMES_COUNT
};

enum rehearsal_deed {
#define X(name, word) DEED_##name,
    ACT_LIST(X)
#undef X
        DEED_COUNT
};

/* Figures by condition from 1, in [1] on; 0: not said. */
struct rehearsal_school {
    char name[NAME_SIZE];
    uint8_t now[CONDITIONS_MAX + 1];
    uint8_t target[CONDITIONS_MAX + 1];
    uint8_t months[CONDITIONS_MAX + 1];
};

/* What somebody would write on boards with that heading, or of that id; under "anything": on any
 * other board. */
struct rehearsal_says {
    char under[NAME_SIZE];
    uint8_t line_count;
    char lines[REHEARSAL_LINES_MAX][NOTE_SIZE];
};

struct rehearsal_proposal {
    char what[NOTE_SIZE];
    char know[NOTE_SIZE]; /* how it will be known; may be empty */
    condition_id condition;
    uint8_t level; /* enum action_level */
    uint16_t by;   /* days from the day it is proposed; 0: not said */
};

struct rehearsal_role {
    char name[NAME_SIZE];
    uint8_t school;
    uint8_t temperament; /* enum temperament */
    char who[NOTE_SIZE];
    char wants[NOTE_SIZE];
    char unsaid[NOTE_SIZE];
    uint8_t names; /* enum rehearsal_names */
    condition_id defends;
    uint16_t arrives; /* minutes after the start */
    uint8_t says_count;
    struct rehearsal_says says[REHEARSAL_SAYS_MAX];
    uint8_t vote_count;
    condition_id votes[CONDITIONS_MAX]; /* the dearest first */
    uint8_t propose_count;
    struct rehearsal_proposal proposes[REHEARSAL_PROPOSES_MAX];
    uint8_t leaves_at;       /* enum stage_kind */
    uint16_t leaves_minutes; /* 0: never leaves */
};

struct rehearsal_act {
    uint8_t role;
    uint8_t does; /* enum rehearsal_deed */
    char line[NOTE_SIZE];
    char heading[NAME_SIZE]; /* may be empty */
    condition_id condition;
    uint8_t now;
    uint16_t minutes;
};

struct rehearsal_moment {
    char title[TITLE_SIZE];
    uint8_t act_count;
    struct rehearsal_act acts[REHEARSAL_ACTS_MAX];
};

struct rehearsal_pack {
    char id[ID_SIZE];
    char title[TITLE_SIZE];
    char about[MEMO_SIZE];
    char language[ID_SIZE];
    char agenda[ID_SIZE]; /* of the packs: content_find_agenda knows it */
    uint8_t condition_count;
    uint8_t school_count;
    uint8_t role_count;
    uint8_t moment_count;
    struct rehearsal_school schools[REHEARSAL_SCHOOLS_MAX];
    struct rehearsal_role roles[CHARACTERS_MAX];
    struct rehearsal_moment moments[MOMENTS_MAX];
};

/* One pack that can be rehearsed, or one file that cannot be read: then `trouble` says why and `id`
 * is empty. Whether its agenda is there and fits is known on loading alone. */
struct rehearsal_entry {
    char path[CONTENT_PATH_SIZE];
    char id[ID_SIZE];
    char title[TITLE_SIZE];
    char about[MEMO_SIZE]; /* may be empty */
    uint8_t order;         /* among the others, from 1; 0: not said */
    uint8_t school_count;
    uint8_t role_count;
    uint8_t moment_count;
    struct trouble trouble;
};

/* In the order that the packs say; those that say none after them, by file name. */
struct rehearsal_catalogue {
    uint16_t count;
    struct rehearsal_entry entries[REHEARSALS_MAX];
};

/* Lists the packs of `folder`; NULL stands for rehearsals/ in content_assets(). Errors as of
 * content_list. */
CHECKED enum error content_list_rehearsals(struct rehearsal_catalogue *out, const char *folder,
                                           struct trouble *t);

/* Reads the pack that a person named: by its id among those in rehearsals/, or by the path of a
 * file (a name with a slash, or ending in .yaml). `*out` is the caller's, NULL on failure.
 * ERROR_ABSENT: no such pack or file, `t` names the packs there are; else as content_load. */
CHECKED enum error content_load_rehearsal(struct rehearsal_pack **out, const char *name,
                                          struct trouble *t);

void rehearsal_pack_destroy(struct rehearsal_pack **pack);

/* Their words, borrowed. */
const char *temperament_word(enum temperament t);
const char *rehearsal_deed_word(enum rehearsal_deed d);

#endif
