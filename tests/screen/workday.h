#ifndef PLENARY_TESTS_WORKDAY_H
#define PLENARY_TESTS_WORKDAY_H

/* A desk in a workshop that has something for every stage: one agenda item after the published
 * ones, whose steps are those below, and three boards. Everything is asserted. */

#include "screen/desk.h"

enum { WORKDAY_OBSTACLES = 1, WORKDAY_PARKED, WORKDAY_COMMENTS };

/* Steps of the item, in their order. */
enum {
    WORKDAY_NOTES = 1,
    WORKDAY_GROUPS,
    WORKDAY_TOGETHER,
    WORKDAY_ICEBREAKER,
    WORKDAY_RESPONSE,
    WORKDAY_COMMENT,
    WORKDAY_EVALUATION,
};

/* Adds the boards, the item and two questions to the workshop of a desk just opened. */
void workday_begin(struct desk *desk);

/* The same with six headings and six objectives, every text as long as it may be. */
void workday_begin_long(struct desk *desk);

/* Around a test: desk_set_up, and a workday begun. Ends with desk_tear_down. */
int workday_set_up(void **state);

/* Brings the room to a step of it; 0: to the lobby. */
void workday_go(struct desk *desk, int step);

/* The facilitator asks. */
void workday_call(struct desk *desk, enum slip_kind kind, int subject, enum round_state state);
void workday_set_board(struct desk *desk, int board, enum board_state state, bool held);

/* Others, each on a laptop of their own (by a fresh school's code), here and able to answer. */
seat_id workday_other(struct desk *desk, school_id school, const char *name);
void workday_fill(struct desk *desk, seat_id seat, enum slip_kind kind, int subject, int value);
note_id workday_note(struct desk *desk, seat_id seat, int board, int heading, note_id parent,
                     const char *text);

/* The facilitator gives a note to a group; somebody says which group they sit in. */
void workday_assign(struct desk *desk, note_id note, int group);
void workday_group(struct desk *desk, seat_id seat, int group);

/* The facilitator puts a finding to the local authority, in words of their own unless NULL; and
 * somebody (the facilitator) answers it. */
void workday_put(struct desk *desk, enum finding_kind kind, int number, const char *text);
void workday_answer(struct desk *desk, enum finding_kind kind, int number, const char *text);

#endif
