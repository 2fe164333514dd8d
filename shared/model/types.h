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
typedef uint16_t note_id;
typedef uint16_t action_id;

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
    X(OFFER_ROOM_CODE, "room-code")     /* the lobby shows the room code, and it works */          \
    X(HIDE_TIMERS, "hide-timers")       /* no timers anywhere but on the console */

#define TIMER_ACTION_LIST(X)                                                                       \
    X(START, "start")                                                                              \
    X(PAUSE, "pause")                                                                              \
    X(ADD, "add")

#define BOARD_STATE_LIST(X)                                                                        \
    X(PREPARED, "prepared")                                                                        \
    X(OPEN, "open")                                                                                \
    X(CLOSED, "closed")

#define NOTE_STATE_LIST(X)                                                                         \
    X(NONE, "none")                                                                                \
    X(WAITING, "waiting") /* for the facilitator's yes */                                          \
    X(SHOWN, "shown")                                                                              \
    X(REMOVED, "removed")

/* What an unsigned answer is to: an icebreaker question (1 yes, 2 no), a condition when rating
 * together (1 to 10), an objective of the evaluation (1 yes, 2 mostly, 3 not yet). */
#define SLIP_LIST(X)                                                                               \
    X(ICEBREAKER, "icebreaker")                                                                    \
    X(READING, "reading")                                                                          \
    X(OBJECTIVE, "objective")

#define ROUND_STATE_LIST(X)                                                                        \
    X(NONE, "none")                                                                                \
    X(OPEN, "open")   /* answers come in, and nobody sees them */                                  \
    X(SHOWN, "shown") /* counts are shown; nobody can be told from them any more */

/* What a finding says of its condition; ADDED ones are the facilitator's own and have a number
 * instead. In the order in which they are told. */
#define FINDING_LIST(X)                                                                            \
    X(WELL, "well")         /* the cluster does well here */                                       \
    X(PRIORITY, "priority") /* this needs priority */                                              \
    X(GENERAL, "general")   /* alike nearly everywhere: for the cluster's plan */                  \
    X(STRENGTH, "strength") /* schools that stand at 8 to 10 */                                    \
    X(NEED, "need")         /* schools that stand at 1 to 3 */                                     \
    X(SUPPORT, "support")   /* who could support whom */                                           \
    X(LA, "la")             /* looks like a matter for the local authority */                      \
    X(GAP, "gap")           /* far from now to target */                                           \
    X(ADDED, "added")

/* The furthest place that a finding can be given. */
#define FINDING_RANK_MAX (FINDING_COUNT * CONDITIONS_MAX)

/* Steps of the facilitator that can be taken back: name, word, the kind of event, what it changed.
 */
#define UNDOABLE_LIST(X)                                                                           \
    X(GO, "go", PLACE_REACHED, PLACE)                                                              \
    X(REPLAN, "replan", AGENDA_REPLANNED, PLAN)                                                    \
    X(PROPOSE, "propose", RATING_PROPOSED, RATING)                                                 \
    X(WITHDRAW, "withdraw", RATING_WITHDRAWN, RATING)                                              \
    X(AGREE, "agree", RATING_AGREED, RATING)                                                       \
    X(AGREE_IN_PERSON, "agree-in-person", RATING_AGREED_IN_PERSON, RATING)                         \
    X(REOPEN, "reopen", RATING_REOPENED, RATING)                                                   \
    X(BOARD, "board", BOARD_SET, BOARD)                                                            \
    X(EDIT_NOTE, "edit-note", NOTE_EDITED, NOTE)                                                   \
    X(REMOVE_NOTE, "remove-note", NOTE_REMOVED, NOTE)                                              \
    X(MOVE_NOTE, "move-note", NOTE_MOVED, NOTE)                                                    \
    X(MERGE_NOTE, "merge-note", NOTE_MERGED, NOTE)                                                 \
    X(STAR_NOTE, "star-note", NOTE_STARRED, NOTE)                                                  \
    X(APPROVE_NOTE, "approve-note", NOTE_APPROVED, NOTE)                                           \
    X(ASSIGN_NOTE, "assign-note", NOTE_ASSIGNED, NOTE)                                             \
    X(WORD_FINDING, "word-finding", FINDING_WORDED, FINDING)                                       \
    X(SET_FINDING, "set-finding", FINDING_SET, FINDING)                                            \
    X(RANK_FINDING, "rank-finding", FINDING_RANKED, RANKS)                                         \
    X(REMOVE_ACTION, "remove-action", ACTION_REMOVED, ACTION)

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

#define X(name, word) BOARD_##name,
enum board_state { BOARD_STATE_LIST(X) BOARD_STATE_COUNT };
#undef X
#define X(name, word) NOTE_##name,
enum note_state { NOTE_STATE_LIST(X) NOTE_STATE_COUNT };
#undef X
#define X(name, word) SLIP_##name,
enum slip_kind { SLIP_LIST(X) SLIP_COUNT };
#undef X
#define X(name, word) ROUND_##name,
enum round_state { ROUND_STATE_LIST(X) ROUND_STATE_COUNT };
#undef X
#define X(name, word) FINDING_##name,
enum finding_kind { FINDING_LIST(X) FINDING_COUNT };
#undef X
#define X(name, word, event, thing) UNDOABLE_##name,
enum undoable { UNDOABLE_LIST(X) UNDOABLE_COUNT };
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
const char *board_state_word(enum board_state s);
const char *note_state_word(enum note_state s);
const char *slip_word(enum slip_kind k);
const char *round_state_word(enum round_state s);
const char *finding_word(enum finding_kind k);
const char *undoable_word(enum undoable u);

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

/* How the projector is looked at, the same for everyone: ratings or targets, which row is being
 * spoken of (0: none), whether rows stand in the order of their averages, lowest first; which page
 * of the stage; the note or finding that is brought up large (0: none); an empty picture, a picture
 * that is held, and text one or two sizes larger. */
enum { LARGER_MOST = 2 };

struct view {
    bool targets;
    bool by_average;
    bool blank;
    bool frozen;
    uint8_t larger;
    uint8_t focus;
    uint8_t page;
    note_id note;
    uint8_t finding_kind; /* enum finding_kind, of `finding` */
    uint8_t finding;      /* its condition or number; 0: none */
};

#endif
