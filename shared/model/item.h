#ifndef PLENARY_MODEL_ITEM_H
#define PLENARY_MODEL_ITEM_H

/* A room is replicated as keyed items. An item is a small piece of what an audience may see; the
 * newest of a key replaces the older, and a key that is no longer projected is removed. Screens
 * never see items: they see the room (room.h) that items are applied to.
 *
 * ITEM_LIST: name, member of the body union. Keys are (kind, a, b); what a and b mean stands with
 * each body. */

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
    X(KIOSK, kiosk)

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
    bool named;          /* this audience sees names beside ratings */
    bool count_proposed; /* totals and averages include proposals */
    bool closed;
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

/* a = school. Seats are counted for those who see the lobby, else zero. */
struct school_item {
    char name[NAME_SIZE];
    uint16_t here;
    uint16_t away;
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
    } body;
};

const char *item_word(enum item_kind k);

#endif
