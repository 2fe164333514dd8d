#ifndef PLENARY_MODEL_PROJECT_H
#define PLENARY_MODEL_PROJECT_H

/* The one place that decides who may see what. What is not projected to an audience can be neither
 * sent to it nor drawn for it. The rules, in the order of the table in project.c:
 *
 * - Until every listed school has consented for the room, nobody but a school itself and the
 *   facilitator sees its name beside its rating. Everybody else is given the spread: how many
 *   schools stand at each rating, from five agreed ratings on, else only how many there are, and a
 *   change of that view covers two ratings at least. The observer (the local authority) is given
 *   names only if every school has consented for the LA as well.
 * - What a school and its manager say to each other about a rating (proposals, notes, with whom it
 *   was agreed) goes to that school's people who speak for it and to the facilitator.
 * - Who said what about names is the school's and the facilitator's.
 * - Participants get the names of the schools, not who sits where; the roster, the codes and the
 *   facilitator's notes are the facilitator's. The projector shows the room code while it is
 *   offered.
 * - What waits on a board is the facilitator's alone. A personal board's notes are their writers'
 * until it has closed, then the facilitator's. Who wrote a note is given to nobody; one's own are
 * given to one's own seat as long as the board is open, but not to another laptop that the seat
 * has moved to, and so with answers: a code that moves seats is no way to read them.
 * - Nobody sees an answer of a round before it is shown; then its counts, and of readings and
 *   objectives only from five answers on (the facilitator: whatever their number). A school's own
 *   readings go to the people who speak for it and to the facilitator once those who are here are
 *   all in. How many have answered everybody sees; who has not, by school, the facilitator. Who
 *   answered what nobody is ever told but each their own.
 * - Of a finding that is hidden others learn that it is, and nothing of one that was added.
 * - Of the papers of a vote nobody, the facilitator included, is given anything before it is
 *   revealed but how many there are (the facilitator: of each school) and everybody their own: a
 *   school's to those who speak for it, a seat's to that seat, but not to another laptop that the
 *   seat has moved to. From the reveal on everybody has the tally, and of a named vote who chose
 *   what.
 * - The actions of a 1-to-1 are that school's and the facilitator's. One that was proposed is its
 *   proposer's and the facilitator's until it is put before the room; who proposed it, and which
 *   seat its owner is, the facilitator is told alone, everybody the owner's name; the note or the
 *   finding that it came from, those who can read that. Of one that was merged others learn only
 *   into which. The words of what was voted on stay everybody's from the reveal on. How many
 * support an action everybody sees; that one does oneself, one's own seat.
 * - Who reads what is written sees what the room saw in the end, without anybody's seat, code or
 *   own part. Names stand beside ratings, and beside the papers of a named vote, in the cluster's
 *   summary only if every school has consented for the summary, in what is for the local authority
 *   only if every school has for that; else both give the spread as the room, and the observer,
 * were given it. How many people of each school took part both are told, and who they were nobody
 * but the facilitator.
 * - What a school said in an earlier review is told to those who see its ratings now; to the others
 *   the spread of a condition from five ratings on.
 * - In a training participants are told whom they can play, and which of those a person plays; who
 *   that is, the facilitator. What stands on a role's card, its player and the facilitator; a seat
 *   that moves to another laptop has given its role back, and takes it up there anew.
 * - Nothing anywhere adds up a school. */

#include "model/item.h"
#include "model/model.h"

enum audience_kind {
    AUDIENCE_PROJECTOR,
    AUDIENCE_FACILITATOR,
    AUDIENCE_OBSERVER,
    AUDIENCE_PARTICIPANTS, /* what all participants see alike */
    AUDIENCE_SCHOOL,       /* id = school: what its people see besides */
    AUDIENCE_SEAT,         /* id = seat: what this seat sees besides */
    AUDIENCE_SUMMARY,      /* the reader of the cluster's written summary, once all is over */
    AUDIENCE_LA,           /* the reader of what is written for the local authority */
    AUDIENCE_COUNT
};

struct audience {
    enum audience_kind kind;
    uint16_t id;
};

/* Takes one projected item, borrowed for the call. */
typedef void item_sink(void *context, const struct item *item);

/* Gives every item of an audience, each key once. */
void model_project(const struct model *model, const struct live *live, struct audience audience,
                   item_sink *sink, void *context);

/* The class of a seat: projector for a display, facilitator, observer, or participants. */
enum audience_kind audience_of_role(enum role role);

/* The school whose private part this seat may see; 0 when it speaks for none. */
school_id audience_school(const struct model *model, seat_id seat);

#endif
