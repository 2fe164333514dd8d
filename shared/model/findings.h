#ifndef PLENARY_MODEL_FINDINGS_H
#define PLENARY_MODEL_FINDINGS_H

/* What the grid says, read off a room: the same figures that its audience sees anyway, so that a
 * finding can give away nothing. The program's own findings come and go with the ratings; what the
 * facilitator made of them (wording, order, hidden, put to the LA) stays with their kind and
 * condition, and one that was worded, put to the LA or answered stays for as long as there are
 * figures to it. A finding is facts; the sentence is made of them where it is shown. None says
 * which school is better: strengths and needs are per condition, schools stand in alphabetical
 * order, and support is an offer.
 *
 * Schools, pairs and gaps are there only where this room sees names; without them a finding has
 * numbers of schools. Which conditions are chosen and who is paired: analysis/standing.h and
 * analysis/support.h, where the rules have their sources. */

#include "model/room.h"

enum { ROOM_FINDINGS_MAX = FINDING_COUNT * CONDITIONS_MAX, FINDING_PAIRS_MAX = SCHOOLS_MAX };

/* A school that might help one at 1 to 3 with the same condition: itself at 8 to 10, or where
 * nobody is, among the highest. */
struct finding_pair {
    school_id giver, taker;
};

/* Texts are borrowed from the room. Averages and the gap are in tenths. */
struct room_finding {
    uint8_t kind;   /* enum finding_kind */
    uint8_t number; /* its condition, or the number of an added one */
    bool hidden;    /* seen by the facilitator alone */
    bool for_la;
    const char *text;           /* the facilitator's wording; empty: made of the facts */
    const char *answer;         /* the LA's; may be empty */
    uint16_t counted;           /* ratings it rests on */
    uint16_t low, medium, high; /* of them in each band */
    uint16_t average, target_average, gap;
    uint8_t band;
    uint8_t giver_least; /* support: the rating from which a school could help; 8, or the highest */
    uint16_t givers;     /* support: how many those are; `low` would gain */
    uint16_t school_count; /* strengths, needs: whose, alphabetical */
    school_id schools[SCHOOLS_MAX];
    uint16_t pair_count;
    struct finding_pair pairs[FINDING_PAIRS_MAX];
};

/* Fills `out`, in the order in which they are told: by kind as FINDING_LIST has them and within a
 * kind by how plainly the figures say it, then moved to the places the facilitator gave them; at
 * the end, for the facilitator, the hidden ones. Returns how many. The buffer is about 180 KB: keep
 * it off the stack. */
unsigned room_findings(struct room_finding out[ROOM_FINDINGS_MAX], const struct room *room);

#endif
