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
typedef uint8_t ballot_id;
typedef uint8_t review_id;    /* of an earlier review */
typedef uint8_t character_id; /* whom somebody plays in a training */

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

/* How people vote. A paper holds one mark for each option; what a mark is goes by the method. */
#define METHOD_LIST(X)                                                                             \
    X(DOTS, "dots")         /* mark: how many dots */                                              \
    X(APPROVAL, "approval") /* mark: 1 yes */                                                      \
    X(RANKING, "ranking") /* mark: place from 1, alike where equal; 0: after all that have one */  \
    X(SCORES, "scores")   /* mark: MARK_SCORES of 1 to SCORE_MAX on each criterion; 0: none */

/* What is voted on. */
#define ABOUT_LIST(X)                                                                              \
    X(CONDITIONS, "conditions")                                                                    \
    X(ACTIONS, "actions") /* proposed ones */                                                      \
    X(TYPED, "typed")     /* texts of its own */

/* Removed ones are NONE. Options are settled when a ballot is first opened; results are there from
 * the reveal on, and nothing leads back from it. */
#define BALLOT_STATE_LIST(X)                                                                       \
    X(NONE, "none")                                                                                \
    X(PREPARED, "prepared")                                                                        \
    X(OPEN, "open")                                                                                \
    X(CLOSED, "closed")                                                                            \
    X(REVEALED, "revealed")

/* Whose plan an action feeds: the school's, the cluster development plan, the local authority's
 * plan for children and young people. */
#define ACTION_LEVEL_LIST(X)                                                                       \
    X(SCHOOL, "school")                                                                            \
    X(CLUSTER, "cluster")                                                                          \
    X(LA, "la")

#define ACTION_STATE_LIST(X)                                                                       \
    X(OWN, "own")           /* settled in a 1-to-1: its school's and the facilitator's alone */    \
    X(WAITING, "waiting")   /* proposed, for the facilitator to read out */                        \
    X(PROPOSED, "proposed") /* before the room */                                                  \
    X(ADOPTED, "adopted")                                                                          \
    X(PARKED, "parked")

/* How far an adopted action is. */
#define PROGRESS_LIST(X)                                                                           \
    X(NOT_BEGUN, "not-begun")                                                                      \
    X(UNDER_WAY, "under-way")                                                                      \
    X(DONE, "done")                                                                                \
    X(DROPPED, "dropped")

/* Who sees an action through. A seat or a school says yes itself; a name is as the room wrote it.
 */
#define OWNER_LIST(X)                                                                              \
    X(NOBODY, "nobody")                                                                            \
    X(SEAT, "seat")                                                                                \
    X(SCHOOL, "school")                                                                            \
    X(NAME, "name")

/* What an action came from. */
#define SOURCE_LIST(X)                                                                             \
    X(NONE, "none")                                                                                \
    X(NOTE, "note")       /* source_a: note */                                                     \
    X(FINDING, "finding") /* source_a: enum finding_kind, source_b: its condition or number */     \
    X(IDEA, "idea")       /* source_a: the condition whose pack offers it */

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

/* What the facilitator of a training asks of those who are scripted; the value is the PACE's and
 * the CALL's. */
#define CONDUCT_LIST(X)                                                                            \
    X(PAUSE, "pause")                                                                              \
    X(GO_ON, "go-on")                                                                              \
    X(PACE, "pace") /* value: so many times faster than people, 1 to PACE_MOST */                  \
    X(STEP, "step") /* while they pause: the next thing that one of them would do, and no more */  \
    X(CALL, "call") /* value: the difficult moment that comes now */

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
    X(REMOVE_ACTION, "remove-action", ACTION_REMOVED, ACTION)                                      \
    X(CHANGE_ACTION, "change-action", ACTION_CHANGED, ACTION)                                      \
    X(SET_ACTION, "set-action", ACTION_SET, ACTION)                                                \
    X(MERGE_ACTION, "merge-action", ACTION_MERGED, ACTION)                                         \
    X(PROGRESS_ACTION, "progress-action", ACTION_PROGRESSED, ACTION)                               \
    X(CHANGE_BALLOT, "change-ballot", BALLOT_CHANGED, BALLOT)                                      \
    X(REMOVE_BALLOT, "remove-ballot", BALLOT_REMOVED, BALLOT)                                      \
    X(SET_PRIORITIES, "set-priorities", PRIORITIES_SET, PRIORITIES)

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
#define X(name, word) METHOD_##name,
enum method { METHOD_LIST(X) METHOD_COUNT };
#undef X
#define X(name, word) ABOUT_##name,
enum about { ABOUT_LIST(X) ABOUT_COUNT };
#undef X
#define X(name, word) BALLOT_##name,
enum ballot_state { BALLOT_STATE_LIST(X) BALLOT_STATE_COUNT };
#undef X
#define X(name, word) ACTION_LEVEL_##name,
enum action_level { ACTION_LEVEL_LIST(X) ACTION_LEVEL_COUNT };
#undef X
#define X(name, word) ACTION_##name,
enum action_state { ACTION_STATE_LIST(X) ACTION_STATE_COUNT };
#undef X
#define X(name, word) PROGRESS_##name,
enum progress { PROGRESS_LIST(X) PROGRESS_COUNT };
#undef X
#define X(name, word) OWNER_##name,
enum owner_kind { OWNER_LIST(X) OWNER_COUNT };
#undef X
#define X(name, word) SOURCE_##name,
enum source_kind { SOURCE_LIST(X) SOURCE_COUNT };
#undef X
#define X(name, word) CONDUCT_##name,
enum conduct { CONDUCT_LIST(X) CONDUCT_COUNT };
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
const char *method_word(enum method m);
const char *about_word(enum about a);
const char *ballot_state_word(enum ballot_state s);
const char *action_level_word(enum action_level l);
const char *action_state_word(enum action_state s);
const char *progress_word(enum progress p);
const char *owner_word(enum owner_kind k);
const char *source_word(enum source_kind k);
const char *conduct_word(enum conduct c);
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
 * of the stage; the note, finding or action that is brought up large (0: none); the ballot that is
 * shown in place of what the step would show, and which sight of a ballot; an empty picture, a
 * picture that is held, and text one or two sizes larger. */
enum { LARGER_MOST = 2 };

/* Sights of a revealed ballot: the result, how it was counted (of rankings the pairwise table), and
 * who chose what, of a named one. */
enum ballot_sight { SIGHT_RESULT, SIGHT_COUNTING, SIGHT_PEOPLE, SIGHT_COUNT };

/* How earlier reviews are looked at on the grid: not at all, each figure beside the one before
 * ("was 3, +2"), or as lines over time. */
enum then_view { THEN_NOT, THEN_CELLS, THEN_LINES, THEN_COUNT };

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
    action_id action;
    ballot_id ballot; /* 0: the step's own, where it has one */
    uint8_t sight;    /* enum ballot_sight */
    uint8_t then;     /* enum then_view */
};

/* What one school said of each condition in an earlier review: 1 to RATING_MAX, 0: not said.
 * Conditions are the workshop's own; [0] is unused. */
struct past {
    uint8_t now[CONDITIONS_MAX + 1];
    uint8_t target[CONDITIONS_MAX + 1];
};

/* The marks of one voter: the first is of option 1. */
struct marks {
    uint8_t of[OPTIONS_MAX];
};

/* A mark of METHOD_SCORES and the scores in it; criterion 0 or 1. */
#define MARK_SCORES(first, second)  ((uint8_t)((first) | (second) << 4))
#define MARK_SCORE(mark, criterion) ((criterion) ? (mark) >> 4 : (mark)&15)

#endif
