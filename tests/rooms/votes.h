#ifndef PLENARY_TESTS_ROOMS_VOTES_H
#define PLENARY_TESTS_ROOMS_VOTES_H

/* Votes and plans for rooms (rooms.h): what a ballot, its turnout, its result and the actions hold
 * is applied item by item, as the projector would be given it, so that any number of voters can be
 * had. Papers are made by a fixed rule and counted here in the plainest way. With ten conditions,
 * 24 people and three dots each the result is the one everybody knows: 16 for impact measurement,
 * 14 each for training and funding. */

#include "model/room.h"

struct rooms_vote {
    ballot_id ballot; /* 0: 1 */
    enum method method;
    enum about about;
    enum ballot_state state; /* BALLOT_NONE: not there, and the room looks at it nevertheless */
    int options;             /* 0: ten; 2 to OPTIONS_MAX */
    int budget, limit;       /* dots; 0: three, all of them on one if wished */
    bool by_school, named;
    bool tied;       /* options in pairs that everybody treats alike */
    bool circle;     /* ranking: the first three options beat each other in a circle */
    bool long_texts; /* of typed options and actions, and the question */
    bool foreign;    /* texts from right to left and of other scripts */
    int expected, voted, by_hand;
    bool facilitator; /* with what the facilitator alone is given: turnout by school */
};

/* Puts the vote into the room and has the view look at it. Actions that are options are put there
 * where they are missing. Gives its id. */
ballot_id rooms_vote(struct room *room, const struct rooms_vote *vote);

/* The marks of the paper of that number, from 1, of that vote: what the result was counted from. */
void rooms_marks(struct marks *marks, const struct rooms_vote *vote, int paper);

struct rooms_plan {
    int actions; /* before the room: adopted ones, proposed ones, some parked and merged */
    int earlier; /* of an earlier workshop, in every state of progress */
    int priorities;
    bool long_texts, foreign;
    bool facilitator; /* with what the facilitator alone is given: waiting ones, owners' seats */
    action_id large;  /* brought up; 0: none */
};

/* Puts actions and priorities into the room, earlier ones after the others, and has it look at the
 * stage of actions: the last step of its current agenda item becomes that. */
void rooms_plan(struct room *room, const struct rooms_plan *plan);

#endif
