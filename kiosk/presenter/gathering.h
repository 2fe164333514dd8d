#ifndef PLENARY_PRESENTER_GATHERING_H
#define PLENARY_PRESENTER_GATHERING_H

/* What is in the basket (start/basket.h), read: dropped files, pasted cells and typed paths are
 * opened, held against the workshop as its facilitator sees it, and told in the basket's lines.
 * Nothing comes into a workshop before what was gathered is loaded and unloaded into its store: by
 * whoever begins one, or on the host's thread beside a running one. */

#include "host/errand.h"
#include "import/import.h"
#include "merge/earlier.h"
#include "past/past.h"
#include "start/basket.h"

enum { GATHERING_PATH_SIZE = 4096, GATHERING_TEXT_SIZE = 1024 };

/* Where a thing of the basket came from. */
struct gathering_source {
    char path[GATHERING_PATH_SIZE]; /* empty: pasted */
    char *cells;                    /* pasted; owned */
    size_t length;
    struct model *model;    /* of a workshop file whose actions are wanted; owned */
    bool told;              /* a workshop file has been looked into */
    struct trouble at_odds; /* why it is not among the ratings: what else is there says otherwise */
    uint8_t file;           /* of the import's, where its ratings are in it */
};

/* Which row a question of the basket is about. */
struct gathering_row {
    bool past;
    unsigned file, row;
};

/* Zeroed, it is an empty one. Large. */
struct gathering {
    struct basket basket;
    struct gathering_source sources[BASKET_THINGS_MAX];
    struct gathering_row rows[BASKET_QUESTIONS_MAX];
    const char *conditions[CONDITIONS_MAX]; /* the room's */
    int condition_count;
    unsigned pastes; /* so far: their names count */
    bool stale;      /* something has come or gone since it was read */
    int answered;    /* the question that was answered last, from 1; 0: none */
    uint64_t seen;   /* the room's changes when it was read */
    struct import *import;
    struct past_set *past;
};

/* What it is held against; borrowed for the call. */
struct gathering_ground {
    const struct room *room; /* the facilitator's */
    const char *here;        /* the workshop's file, which is never opened; NULL: none yet */
    bool running;
    uint32_t today;
};

/* Adds a file that was dropped; one that is there already is not doubled. */
void gathering_drop(struct gathering *g, const char *path);

/* The same as something else than what is likeliest. */
void gathering_drop_as(struct gathering *g, const char *path, enum basket_use use);

/* Takes a file out again; to be no longer compared with, where its actions are wanted too. */
void gathering_leave(struct gathering *g, const char *path);

/* True of a file that is in it for that use, or both uses of a workshop file. */
bool gathering_has(const struct gathering *g, const char *path, enum basket_use use);

/* Takes what was pasted where it is cells with ratings or the place of a file that is there; false:
 * it is neither, and means something to the field it was pasted in. */
bool gathering_paste(struct gathering *g, const char *text, size_t length);

/* Reads what has come since, or everything when the workshop has changed, and writes the basket's
 * lines. Cheap when there is nothing to do. */
void gathering_follow(struct gathering *g, const struct gathering_ground *ground);

/* Does what was chosen in the basket, but for taking in, going back and what concerns reviews that
 * are there. */
void gathering_obey(struct gathering *g, const struct basket_outcome *outcome);

/* Lets go of everything that was gathered. */
void gathering_clear(struct gathering *g);

/* The room of a workshop that has not begun, to be held against: the conditions of its pack and the
 * schools named. Its changes count on. */
void gathering_room(struct room *room, const struct pack *pack, const char (*schools)[NAME_SIZE],
                    int school_count);

/* ---- gathering_load.c: on its way into the workshop ---- */

/* What was gathered, apart from the basket, so that another thread may have it. */
struct gathering_load {
    struct errand errand;
    struct import *import;
    struct past_set *past;
    int model_count;
    struct model *models[BASKET_THINGS_MAX];
    bool took_ratings, took_reviews, took_actions; /* that far it came */
    struct earlier_report earlier;                 /* of the actions */
    char said[GATHERING_TEXT_SIZE];                /* what came in, in sentences */
};

/* Takes it out of what was gathered; the basket stays as it is. ERROR_MEMORY. */
CHECKED enum error gathering_load(struct gathering_load **out, struct gathering *g);
void gathering_load_destroy(struct gathering_load **load);

/* Brings it into the workshop and commits, part by part: ratings, earlier reviews, actions. On
 * failure `trouble` says why, and what had come in before that has. */
CHECKED enum error gathering_unload(struct gathering_load *load, struct store *store,
                                    const struct link_random *random, int64_t now_ms,
                                    struct trouble *trouble);

/* Takes out of the basket what has come in, and says what has not. */
void gathering_settle(struct gathering *g, const struct gathering_load *load, enum error e,
                      const struct trouble *trouble);

#endif
