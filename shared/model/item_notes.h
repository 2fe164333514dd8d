#ifndef PLENARY_MODEL_ITEM_NOTES_H
#define PLENARY_MODEL_ITEM_NOTES_H

/* What an audience is told of what people write and answer: boards and their notes, questions and
 * rounds. Bodies of items (item.h). */

#include "model/pack.h"
#include "model/types.h"

/* a = board */
struct board_item {
    uint8_t state; /* enum board_state */
    bool held;
    uint16_t notes;   /* on it, shown or personal */
    uint16_t waiting; /* for the facilitator alone, else zero */
    struct board_content content;
};

/* a = question of the icebreaker */
struct question_item {
    char text[LINE_SIZE];
};

/* a = note. Those waiting for a yes, and those of a personal board once that is closed, are the
 * facilitator's alone. */
struct note_item {
    uint8_t board;
    uint8_t heading;
    uint8_t state; /* WAITING or SHOWN; REMOVED is not projected */
    bool starred;
    uint8_t group;
    note_id parent;
    note_id merged; /* part of that note now */
    uint16_t order; /* within its heading, lowest first */
    uint32_t revision;
    char text[NOTE_SIZE];
    char by[NAME_SIZE]; /* empty: unsigned */
};

/* a = note: one's own, for the seat that wrote it, as long as the board is open; REMOVED where the
 * facilitator has put it away. */
struct own_note_item {
    uint8_t board;
    uint8_t heading;
    uint8_t state;
    note_id parent;
    uint32_t revision;
    char text[NOTE_SIZE];
};

/* a = enum slip_kind: what is being asked now. */
struct round_item {
    uint8_t subject;   /* 0: nothing */
    uint8_t state;     /* enum round_state, of the subject */
    uint16_t answered; /* how many have */
    uint16_t asked;    /* of how many who are here, those who have answered and left included */
};

/* TALLY: a = enum slip_kind, b = subject, once shown: counts of each value. Of readings there is
 * one for the facilitator whatever their number, for others from UNNAMED_LEAST on; of objectives
 * alike. READINGS: a = condition, b = school: that school's own readings, for its people and the
 * facilitator, once its people are all in or the round is shown. */
struct tally_item {
    uint16_t count;
    uint16_t values[RATING_MAX + 1];
    uint8_t median; /* of readings, in halves: 2 to 20 */
    bool differs;   /* views differ widely */
};

/* a = school, 0: those of no school: how many who are here have not answered what is being asked.
 * For the facilitator alone. */
struct missing_item {
    uint16_t count;
};

/* a = enum slip_kind, b = subject: one's own answer, as long as it can be changed. */
struct own_slip_item {
    uint8_t value;
};

#endif
