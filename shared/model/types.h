#ifndef PLENARY_MODEL_TYPES_H
#define PLENARY_MODEL_TYPES_H

/* The nouns of a review that commands, events and room items have in common. Ids are small numbers
 * from 1; 0 means none, and seat 0 is the kiosk itself. Each list stands once, with the word that
 * files, the network's text form and logs use for it. */

#include <stdbool.h>
#include <stdint.h>

#include "model/limits.h"

typedef uint16_t school_id;
typedef uint16_t condition_id;
typedef uint16_t seat_id;

enum { SEAT_KIOSK = 0 };

/* How somebody came in, and with it what they may do. A seat from the room code speaks for its
 * school only once the facilitator has nodded (struct seat: speaks). */
#define ROLE_LIST(X)                                                                               \
    X(NONE, "none")                                                                                \
    X(ROOM, "room")                                                                                \
    X(SCHOOL, "school")                                                                            \
    X(FACILITATOR, "facilitator")                                                                  \
    X(OBSERVER, "observer")                                                                        \
    X(DISPLAY, "display")

/* The two sides of the 1-to-1: one proposes, the other agrees. */
#define SIDE_LIST(X)                                                                               \
    X(SCHOOL, "school")                                                                            \
    X(MANAGER, "manager")

#define RATING_STATE_LIST(X)                                                                       \
    X(NONE, "none")                                                                                \
    X(PROPOSED, "proposed")                                                                        \
    X(AGREED, "agreed")

/* What a school may consent to: its name beside its ratings in this room, in the written summary,
 * and towards the local authority. */
#define SCOPE_LIST(X)                                                                              \
    X(ROOM, "room")                                                                                \
    X(SUMMARY, "summary")                                                                          \
    X(LA, "la")

#define ANSWER_LIST(X)                                                                             \
    X(NONE, "none")                                                                                \
    X(YES, "yes")                                                                                  \
    X(NO, "no")

/* Kinds of join code. A seat code is used once, to move a seat to another laptop. */
#define CODE_KIND_LIST(X)                                                                          \
    X(ROOM, "room")                                                                                \
    X(SCHOOL, "school")                                                                            \
    X(FACILITATOR, "facilitator")                                                                  \
    X(OBSERVER, "observer")                                                                        \
    X(DISPLAY, "display")                                                                          \
    X(SEAT, "seat")

#define SETTING_LIST(X)                                                                            \
    X(ADMIT_ALL, "admit-all")           /* everyone who names a school speaks for it */            \
    X(COUNT_PROPOSED, "count-proposed") /* totals and averages include proposals */                \
    X(OFFER_ROOM_CODE, "room-code")     /* the lobby shows the room code, and it works */

#define TIMER_ACTION_LIST(X)                                                                       \
    X(START, "start")                                                                              \
    X(PAUSE, "pause")                                                                              \
    X(ADD, "add")

#define X(name, word) ROLE_##name,
enum role { ROLE_LIST(X) ROLE_COUNT };
#undef X
#define X(name, word) SIDE_##name,
enum side { SIDE_LIST(X) SIDE_COUNT };
#undef X
#define X(name, word) RATING_##name,
enum rating_state { RATING_STATE_LIST(X) RATING_STATE_COUNT };
#undef X
#define X(name, word) SCOPE_##name,
enum scope { SCOPE_LIST(X) SCOPE_COUNT };
#undef X
#define X(name, word) ANSWER_##name,
enum answer { ANSWER_LIST(X) ANSWER_COUNT };
#undef X
#define X(name, word) CODE_##name,
enum code_kind { CODE_KIND_LIST(X) CODE_KIND_COUNT };
#undef X
#define X(name, word) SETTING_##name,
enum setting { SETTING_LIST(X) SETTING_COUNT };
#undef X
#define X(name, word) TIMER_##name,
enum timer_action { TIMER_ACTION_LIST(X) TIMER_ACTION_COUNT };
#undef X

/* Their words, borrowed. */
const char *role_word(enum role r);
const char *side_word(enum side s);
const char *rating_state_word(enum rating_state s);
const char *scope_word(enum scope s);
const char *answer_word(enum answer a);
const char *code_kind_word(enum code_kind k);
const char *setting_word(enum setting s);
const char *timer_action_word(enum timer_action a);

/* One reading of one condition: where the school is, where it wants to be and by when, and why.
 * now is 1 to 10; target 0 (not said) or now to 10; months 0 (not said) to MONTHS_MAX, only with a
 * target. */
struct figure {
    uint8_t now;
    uint8_t target;
    uint8_t months;
    char note[NOTE_SIZE];
};

/* A figure somebody put forward. The revision counts the proposals made for that school and
 * condition; who agrees names it, so that nobody agrees to what they have not seen. 0: none. */
struct proposal {
    uint32_t revision;
    struct figure figure;
};

/* Where the workshop is: item 0 is the lobby, steps count from 1 within an item. */
struct place {
    uint8_t item;
    uint8_t step;
};

/* How the grid is looked at, the same for everyone: ratings or targets, which row is being spoken
 * of (0: none), and whether rows stand in the order of their averages, lowest first. */
struct view {
    bool targets;
    bool by_average;
    uint8_t focus;
};

#endif
