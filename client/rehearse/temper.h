#ifndef PLENARY_REHEARSE_TEMPER_H
#define PLENARY_REHEARSE_TEMPER_H

/* What a temperament comes to in figures, in one table, and the dice. A die is either rolled, and
 * then never falls the same again, or asked about something, and then gives the same answer each
 * time: whether somebody supports an action is not to change with every look at it. */

#include "content/rehearsal.h"

struct temper {
    uint16_t tempo;    /* percent of the time that people usually take */
    uint8_t notes;     /* percent of their lines that they post */
    uint8_t most;      /* notes on one board */
    int8_t generosity; /* added when they rate their own school alone */
    uint8_t agrees;    /* percent of the manager's suggestions that they agree to at once */
    uint8_t supports;  /* percent of the actions of others */
    uint8_t accepts;   /* percent of what they are asked to see through */
    uint8_t wavers;    /* percent of votes that they change once */
    uint8_t pleased;   /* percent of what they say of the day that is a yes */
};

const struct temper *temper_of(enum temperament temperament);

/* Rolls: a number below `below`. */
uint32_t temper_roll(uint64_t *seed, uint32_t below);

/* Asks: true in about `percent` of subjects, always the same for the same seed and subject. And a
 * number below `below`, likewise. */
bool temper_would(uint64_t seed, uint32_t subject, uint8_t percent);
uint32_t temper_choice(uint64_t seed, uint32_t subject, uint32_t below);

#endif
