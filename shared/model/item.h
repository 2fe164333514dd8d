#ifndef PLENARY_MODEL_ITEM_H
#define PLENARY_MODEL_ITEM_H

/* A room is replicated as keyed items. An item is a small piece of what an audience may see; the
 * newest of a key replaces the older, and a key that is no longer projected is removed. Screens
 * never see items: they see the room (room.h) that items are applied to.
 *
 * ITEM_LIST: name, member of the body union. Keys are (kind, a, b); what a and b mean stands with
 * each body. */

#include <stddef.h>

#include "model/change.h"
#include "model/live.h"
#include "model/pack.h"
#include "model/types.h"

#define ITEM_LIST(X)                                                                               \
    X(WORKSHOP, workshop)                                                                          \
    X(CONDITION, condition)                                                                        \
    X(AGENDA_ITEM, agenda_item)                                                                    \
    X(PLACE, place)                                                                                \
    X(TIMER, timer)                                                                                \
    X(VIEW, view)                                                                                  \
    X(SCHOOL, school)                                                                              \
    X(CELL, cell)                                                                                  \
    X(TALK, talk)                                                                                  \
    X(SUMMARY, summary)                                                                            \
    X(PROGRESS, progress)                                                                          \
    X(CONSENT, consent)                                                                            \
    X(SEAT, seat)                                                                                  \
    X(CODE, code)                                                                                  \
    X(ME, me)                                                                                      \
    X(KIOSK, kiosk)                                                                                \
    X(BOARD, board)                                                                                \
    X(QUESTION, question)                                                                          \
    X(NOTE, note)                                                                                  \
    X(OWN_NOTE, own_note)                                                                          \
    X(ROUND, round)                                                                                \
    X(TALLY, tally)                                                                                \
    X(READINGS, readings)                                                                          \
    X(MISSING, missing)                                                                            \
    X(OWN_SLIP, own_slip)                                                                          \
    X(FINDING, finding)                                                                            \
    X(ACTION, action)                                                                              \
    X(UNDO, undo)                                                                                  \
    X(BALLOT, ballot)                                                                              \
    X(TURNOUT, turnout)                                                                            \
    X(BALLOT_TALLY, ballot_tally)                                                                  \
    X(OWN_PAPER, own_paper)                                                                        \
    X(NAMED_PAPER, named_paper)                                                                    \
    X(PRIORITIES, priorities)                                                                      \
    X(OWN_ACTION, own_action)                                                                      \
    X(REVIEW, review)                                                                              \
    X(PAST, past)                                                                                  \
    X(PAST_SUMMARY, past_summary)                                                                  \
    X(OWN_PAST, own_past)                                                                          \
    X(CHARACTER, character)                                                                        \
    X(CARD, card)                                                                                  \
    X(MOMENT, moment)                                                                              \
    X(CONDUCTING, conducting)

enum item_kind {
#define X(name, member) ITEM_##name,
    ITEM_LIST(X)
#undef X
        ITEM_COUNT
};

struct workshop_item {
    char title[TITLE_SIZE];
    char language[ID_SIZE];
    uint16_t school_count;
    uint8_t condition_count;
    uint8_t item_count;
    uint8_t board_count;
    uint8_t question_count;
    uint32_t plan_revision; /* counts the changes of the agenda */
    uint16_t waiting;       /* proposed actions that are still to be read out: only how many */
    uint32_t day;           /* when it was held (base/day.h): the last day on which the room went on
                             * or a rating was agreed, else when it was begun */
    bool hide_timers;
    bool room_named;     /* the room sees names beside ratings */
    bool named;          /* this audience sees names beside ratings */
    bool count_proposed; /* totals and averages include proposals */
    bool closed;
    bool training; /* nothing in it is real: everything made of it says so */
};

/* Of the current agenda item. While running it ends at ends_ms, in host time on the kiosk and in
 * the receiver's own time after wire decoding; otherwise left_ms stands still. */
struct timer_item {
    bool shown; /* the item has a timer at all */
    bool running;
    int64_t ends_ms;
    int64_t left_ms;
    int64_t whole_ms; /* the item's planned length */
};

/* a = school. Seats are counted for those who see the lobby, else zero; people who took part for
 * the facilitator and for the readers of what is written, else zero. */
struct school_item {
    char name[NAME_SIZE];
    uint16_t here;
    uint16_t away;
    uint16_t people; /* who had a seat, those who shared a laptop each for themselves */
};

/* a = condition, b = school: one cell of the grid, names being on. now is 0 where nothing stands.
 */
struct cell_item {
    uint8_t state; /* enum rating_state */
    uint8_t now;
    uint8_t target;
    uint8_t months;
};

/* a = condition, b = school: the whole of one rating, for that school and the facilitator alone. */
struct talk_item {
    bool settled;
    struct figure agreed;
    int64_t agreed_ms;
    char agreed_with[NAME_SIZE];
    struct proposal proposals[SIDE_COUNT]; /* revision 0: none stands */
};

/* a = condition. Figures are there only where has_figures; targets only where names are on.
 * Averages are in tenths. */
struct summary_item {
    uint16_t counted; /* schools whose rating counts */
    uint16_t of;      /* schools there are */
    bool has_figures;
    uint16_t total;
    uint16_t average;
    uint8_t band;                    /* enum band, analysis/summary.h */
    uint16_t spread[RATING_MAX + 1]; /* schools at each rating; [0] unused */
    uint16_t target_counted;
    uint16_t target_average;
    uint8_t target_band;
};

/* a = school, 0 for the whole cluster: how far the ratings are. Without names the whole's proposed
 * and to_come are given together as to_come. */
struct progress_item {
    uint16_t agreed;
    uint16_t proposed;
    uint16_t to_come;
};

/* a = school */
struct consent_item {
    uint8_t answers[SCOPE_COUNT]; /* enum answer */
};

/* a = seat: for the facilitator alone. */
struct seat_item {
    uint8_t role;
    uint8_t presence;
    bool speaks;
    uint8_t group;
    uint8_t people; /* who share the laptop, at least 1 */
    school_id school;
    char name[NAME_SIZE];
};

/* a = code index */
struct code_item {
    uint8_t kind;
    school_id school;
    seat_id seat;
    char symbols[CODE_LENGTH + 1];
};

/* The seat that this client sits on. */
struct me_item {
    seat_id seat;
    uint8_t role;
    bool speaks;
    uint8_t group;
    uint8_t people;
    school_id school;
    char name[NAME_SIZE];
};

/* The kiosk itself: where it is reached (projector, facilitator), what is wrong with its store and
 * how it is set (facilitator alone). */
struct kiosk_item {
    char address[ADDRESS_SIZE];
    uint16_t port;
    char trouble[TROUBLE_SIZE];
    bool settings[SETTING_COUNT];
};

/* a = board */
struct board_item {
    uint8_t state; /* enum board_state */
    bool held;
    uint16_t notes;   /* on it, shown or personal */
    uint16_t waiting; /* for the facilitator alone, else zero */
    struct board_content content;
};

/* a = question of the icebreaker */
struct question_item {
    char text[LINE_SIZE];
};

/* a = note. Those waiting for a yes, and those of a personal board once that is closed, are the
 * facilitator's alone. */
struct note_item {
    uint8_t board;
    uint8_t heading;
    uint8_t state; /* WAITING or SHOWN; REMOVED is not projected */
    bool starred;
    uint8_t group;
    note_id parent;
    note_id merged; /* part of that note now */
    uint16_t order; /* within its heading, lowest first */
    uint32_t revision;
    char text[NOTE_SIZE];
    char by[NAME_SIZE]; /* empty: unsigned */
};

/* a = note: one's own, for the seat that wrote it, as long as the board is open; REMOVED where the
 * facilitator has put it away. */
struct own_note_item {
    uint8_t board;
    uint8_t heading;
    uint8_t state;
    note_id parent;
    uint32_t revision;
    char text[NOTE_SIZE];
};

/* a = enum slip_kind: what is being asked now. */
struct round_item {
    uint8_t subject;   /* 0: nothing */
    uint8_t state;     /* enum round_state, of the subject */
    uint16_t answered; /* how many have */
    uint16_t asked;    /* of how many who are here, those who have answered and left included */
};

/* TALLY: a = enum slip_kind, b = subject, once shown: counts of each value. Of readings there is
 * one for the facilitator whatever their number, for others from UNNAMED_LEAST on; of objectives
 * alike. READINGS: a = condition, b = school: that school's own readings, for its people and the
 * facilitator, once its people are all in or the round is shown. */
struct tally_item {
    uint16_t count;
    uint16_t values[RATING_MAX + 1];
    uint8_t median; /* of readings, in halves: 2 to 20 */
    bool differs;   /* views differ widely */
};

/* a = school, 0: those of no school: how many who are here have not answered what is being asked.
 * For the facilitator alone. */
struct missing_item {
    uint16_t count;
};

/* a = enum slip_kind, b = subject: one's own answer, as long as it can be changed. */
struct own_slip_item {
    uint8_t value;
};

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

/* a = review: an earlier one. */
struct review_item {
    uint32_t day; /* 0: not there */
    char title[TITLE_SIZE];
};

/* PAST: a = review, b = school: what it said then, names being on. OWN_PAST: the same for that
 * school's people, whether names are on or not; the two are told by different feeds, and a key is
 * only ever told by one. PAST_SUMMARY: a = review, b = condition: for everybody, as SUMMARY; `of`
 * are the schools that the review had. Without names there are figures from UNNAMED_LEAST ratings
 * on. */

/* a = character: whom one can play, and whether a person does. In a training alone, for
 * participants and the facilitator. */
struct character_item {
    school_id school; /* 0: not there */
    bool played;      /* by a person */
    bool scripted;    /* a script stands by to, and does while nobody else does */
    bool attended;    /* and the seat of that script is here */
    seat_id player;   /* for the facilitator alone, else 0 */
    seat_id script;   /* likewise */
    char name[NAME_SIZE];
};

/* a = character: for the facilitator and the person who plays it. */
struct card_item {
    char who[NOTE_SIZE]; /* empty: not there */
    char wants[NOTE_SIZE];
    char unsaid[NOTE_SIZE];
};

/* a = moment: for the facilitator alone. */
struct moment_item {
    char title[TITLE_SIZE]; /* empty: not there */
};

/* How those who are scripted are to go on, and the newest that was asked of them: they know by
 * `steps` and `calls` what they have not yet done. In a training alone, for participants and the
 * facilitator. */
struct conducting_item {
    bool paused;
    uint8_t pace;
    uint32_t steps; /* ever asked for */
    uint32_t calls; /* moments ever called up */
    uint8_t moment; /* the one called up last; 0: none */
};

/* The steps that undo and redo would take; serial 0: none. For the facilitator alone. */
struct undo_item {
    uint32_t undo;
    uint32_t redo;
    uint8_t undo_what; /* enum undoable */
    uint8_t redo_what;
};

struct item_key {
    uint8_t kind; /* enum item_kind */
    uint16_t a;
    uint16_t b;
};

struct item {
    struct item_key key;
    union {
        struct workshop_item workshop;
        struct condition condition;     /* a = condition */
        struct agenda_item agenda_item; /* a = item; notes only for the facilitator */
        struct place place;
        struct timer_item timer;
        struct view view;
        struct school_item school;
        struct cell_item cell;
        struct talk_item talk;
        struct summary_item summary;
        struct progress_item progress;
        struct consent_item consent;
        struct seat_item seat;
        struct code_item code;
        struct me_item me;
        struct kiosk_item kiosk;
        struct board_item board;
        struct question_item question;
        struct note_item note;
        struct own_note_item own_note;
        struct round_item round;
        struct tally_item tally;
        struct tally_item readings;
        struct missing_item missing;
        struct own_slip_item own_slip;
        struct finding_item finding;
        struct action_item action;
        struct undo_item undo;
        struct ballot_item ballot;
        struct turnout_item turnout;
        struct ballot_tally ballot_tally;
        struct own_paper_item own_paper;
        struct named_paper_item named_paper;
        struct priorities_change priorities;
        struct own_action_item own_action;
        struct review_item review;
        struct past past;
        struct summary_item past_summary;
        struct past own_past;
        struct character_item character;
        struct card_item card;
        struct moment_item moment;
        struct conducting_item conducting;
    } body;
};

const char *item_word(enum item_kind k);

/* Bytes of that kind's body. */
size_t item_size(enum item_kind k);

#endif
