#ifndef PLENARY_TESTS_MODEL_TRAINING_H
#define PLENARY_TESTS_MODEL_TRAINING_H

/* Trainings, their roles, and commands about them. */

#include "model/bench.h"

/* As bench_open_workshop, but a training. */
void bench_open_training(struct bench *b);
/* A leader of that school, "Leader 01" on; the new one's id. The card's lines begin with "card:",
 * so that a test can look for them where they must not be. */
character_id bench_character(struct bench *b, school_id school);
/* "Moment 1" on; the new one's number. */
uint8_t bench_moment(struct bench *b);

struct command ask_character(school_id school, unsigned number);
struct command ask_moment(unsigned number);
/* One's own seat plays it; or (seat) another's, as the facilitator names it. */
struct command ask_play(character_id character, seat_id seat);
struct command ask_script(character_id character);
/* Gives a role back: what a person plays, or (scripted) a script. */
struct command ask_free(character_id character, bool scripted);
struct command ask_conduct(enum conduct what, uint8_t value);

#endif
