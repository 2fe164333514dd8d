#ifndef PLENARY_PRESENTER_STARTING_PARTS_H
#define PLENARY_PRESENTER_STARTING_PARTS_H

/* Within starting*.c only: what is kept between the start screen's frames, and what its files do
 * with it. */

#include "opening/recent.h"
#include "presenter/bringing.h"
#include "presenter/state.h"
#include "start/start.h"

/* What the start screen shows and what is done with its choices; too large for the stack. */
struct starting {
    struct presenter *presenter;
    struct store **store;
    struct opening_report *report;
    struct start_screen screen;
    struct content_catalogue packs;
    struct rehearsal_catalogue rehearsals;
    bool packs_listed;
    struct start_given given;
    struct recent recents[RECENT_SHOWN];
    struct start_recent shown[RECENT_SHOWN];
    char date[START_WHEN_SIZE];
    char schools[START_SCHOOLS_SIZE];
    char example[OPENING_PATH_SIZE];
    struct pack pack; /* of the agenda that begins, or is to be changed */
    struct bringing bringing;
    struct gathering gathering; /* what was dropped and pasted, held against what will begin: */
    struct room *room;
    struct pack room_pack; /* of what it was made */
    int room_agenda;       /* entry of the catalogue, -1: none yet */
    int room_school_count;
    char room_schools[SCHOOLS_MAX][NAME_SIZE];
};

/* starting.c: opens or begins what was asked for; false: what went wrong is told on the screen. */
bool starting_open(struct starting *starting, const struct opening *asked);

/* starting_brought.c: what was gathered is held against the workshop that would begin now. */
void starting_follow(struct starting *starting);

/* Another choice of an earlier workshop to compare with, or the same one taken back. */
void starting_turn_compare(struct starting *starting, int which);

/* What was gathered comes into the workshop that was just made; `starting` is its context. */
CHECKED enum error starting_fill(void *starting, struct store *store, struct opening_report *report,
                                 const struct link_random *random, int64_t now_ms,
                                 struct trouble *trouble);

/* What was dropped and pasted in the window since the last frame. True when a workshop is open. */
bool starting_take_drops(struct starting *starting);
void starting_take_pastes(struct starting *starting);

#endif
