#ifndef PLENARY_TESTS_STAGE_SCENES_H
#define PLENARY_TESTS_STAGE_SCENES_H

/* Rooms in the middle of something, for tests and pictures of stages: what a board, an icebreaker
 * or an evaluation holds is applied item by item to a room of tests/rooms, as the projector would
 * be given it. */

#include "rooms/rooms.h"

enum scene_texts {
    SCENE_PLAIN, /* short and middling notes, as people write them */
    SCENE_LONG,  /* 140 visible characters each */
    SCENE_MIXED, /* long words, right-to-left, emoji, wide letters */
};

/* A board: the zeroed rest is open, unsigned and empty. The step is the second of item 3. */
struct scene_board {
    int headings; /* 1 to 6 */
    int notes;    /* spread over the headings */
    enum scene_texts texts;
    enum how how;
    const char *ask;
    bool long_headings;
    bool personal, closed, held;
    bool worked_on; /* suggestions, groups, stars, alike and signed ones among them */
    note_id large;
    uint8_t larger;
};
void scene_board(struct room *room, const struct scene_board *board);

/* A round, in step 2 of item 3 (icebreaker) or 5 (evaluation). */
struct scene_round {
    enum round_state state;
    int answered, asked;
    int values[4]; /* of answers 1 to 3, once shown */
    int objectives;
    bool long_texts;
    uint8_t larger;
};
void scene_icebreaker(struct room *room, const struct scene_round *round);
void scene_evaluation(struct room *room, const struct scene_round *round);

#endif
