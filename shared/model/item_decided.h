#ifndef PLENARY_MODEL_ITEM_DECIDED_H
#define PLENARY_MODEL_ITEM_DECIDED_H

/* What an audience is told of how the room decides: findings, votes and actions. Bodies of items
 * (item.h). */

#include "model/change.h"
#include "model/pack.h"
#include "model/types.h"

/* a = enum finding_kind, b = condition or number. Only those that the facilitator touched: what a
 * finding says by itself is read off the room (findings.h). A hidden one is the facilitator's
 * alone. */
struct finding_item {
    bool hidden;
    bool for_la;
    uint8_t rank;
    uint32_t revision;
    uint32_t answer_revision;
    char text[NOTE_SIZE];
    char answer[NOTE_SIZE];
};

/* a = ballot */
struct ballot_item {
    uint8_t state; /* enum ballot_state; BALLOT_NONE: not there */
    uint32_t revision;
    struct ballot_content content;
};

/* a = ballot, b = school, 0: all (those of no school have no item of their own). Others than the
 * facilitator get b = 0 alone. Voters: people, those at a shared laptop each for themselves, or
 * schools with somebody here; those who have voted and left included. */
struct turnout_item {
    uint16_t voted;    /* papers */
    uint16_t expected; /* voters */
    uint16_t by_hand;  /* of the papers; b = 0 */
    uint16_t shared;   /* of the expected, beyond one a laptop */
};

/* a = ballot, b = slot, of a ballot by school 0: one's own paper, the school's for its people. */
struct own_paper_item {
    bool cast;
    bool hidden; /* cast, but from another laptop: the marks are not told */
    struct marks marks;
};

/* a = paper: who chose what, of a named ballot once it is revealed. */
struct named_paper_item {
    ballot_id ballot; /* 0: not there */
    bool by_hand;
    uint16_t slot; /* of a shared laptop; 0: the only one */
    school_id school;
    char name[NAME_SIZE];
    struct marks marks;
};

/* a = action. Those in OWN for their school's people and the facilitator; those that wait for the
 * facilitator; the others for everybody, with the owner's seat for the facilitator alone. Of a
 * merged one others than the facilitator learn nothing but what it is part of. One that was voted
 * on and is not there any more keeps its text, at revision 0, for the result to speak of. */
struct action_item {
    uint8_t state; /* enum action_state */
    uint8_t progress;
    bool earlier;
    bool accepted;
    bool declined;
    action_id merged;
    uint16_t supports; /* those of what was merged into it included, each person once */
    seat_id proposer;  /* for the facilitator alone, else 0 */
    uint32_t revision; /* 0: not there */
    struct action_content content;
};

/* a = action: what it has to do with this seat. The content is there while it waits and is one's
 * own. */
struct own_action_item {
    bool proposed;  /* by this seat */
    bool asked;     /* this seat, or the school it speaks for, is the owner and may say yes or no */
    bool supported; /* by this seat */
    uint8_t state;
    uint32_t revision;
    struct action_content content;
};

#endif
