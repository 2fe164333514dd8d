#ifndef PLENARY_MODEL_ITEM_H
#define PLENARY_MODEL_ITEM_H

/* A room is replicated as keyed items. An item is a small piece of what an audience may see; the
 * newest of a key replaces the older, and a key that is no longer projected is removed. Screens
 * never see items: they see the room (room.h) that items are applied to.
 *
 * ITEM_LIST: name, member of the body union. Keys are (kind, a, b); what a and b mean stands with
 * each body: those of the room itself below, the others in item_ratings.h, item_notes.h and
 * item_decided.h. */

#include <stddef.h>

#include "model/change.h"
#include "model/item_decided.h"
#include "model/item_notes.h"
#include "model/item_ratings.h"
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
    uint16_t away;   /* and are waited for; not a script whose role a person plays */
    uint16_t people; /* who had a seat, those who shared a laptop each for themselves */
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

/* a = character: whom one can play, and whether a person does. In a training alone, for
 * participants and the facilitator. */
struct character_item {
    school_id school; /* 0: not there */
    bool played;      /* by a person */
    bool scripted;    /* a script stands by to, and does while nobody else does */
    bool attended;    /* and the seat of that script is here */
    seat_id player;   /* for the facilitator alone, else 0 */
    seat_id script;   /* likewise */
    uint32_t scripts; /* how often a script has taken it up */
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
