#ifndef PLENARY_TESTS_MODEL_TURMOIL_H
#define PLENARY_TESTS_MODEL_TURMOIL_H

/* An afternoon of votes in the turmoil of thousands of commands, seeded. All that was asked and all
 * that happened is kept, and at every reveal what is counted is held against what each voter cast
 * last, counted here a second time from the events alone. */

#include "model/bench.h"

enum { TURMOIL_WORDS = 4000 };

/* The last word of a voter: of a seat's slot, of a school, or of a sheet that was typed in. */
struct turmoil_word {
    ballot_id ballot;
    seat_id seat; /* 0: a school's, or typed in */
    uint16_t slot;
    school_id school;
    bool by_hand;
    struct marks marks;
};

struct turmoil {
    struct bench bench;
    uint32_t event_count, command_count;
    struct event *events;
    struct {
        seat_id seat;
        bool accepted;
        int64_t now_ms;
        struct command command;
    } * commands;
    uint32_t word_count;
    struct turmoil_word words[TURMOIL_WORDS];
    uint32_t revealed, counted, by_hand, replaced, withdrawn, gone;
};

/* Plays one to its end; to be ended. */
struct turmoil *turmoil_begin(uint64_t seed);
void turmoil_end(struct turmoil *turmoil);

/* The workshop that each begins with: four schools, four people of each, three boards. */
void turmoil_open(struct bench *b);

#endif
