#ifndef PLENARY_MODEL_CHANGE_H
#define PLENARY_MODEL_CHANGE_H

/* The bodies that commands and events share: what is asked for and what then happened mostly say
 * the same. A member that only one of the two uses is marked; in the other it is zero. */

#include "model/pack.h"
#include "model/types.h"

/* A workshop begins. Its conditions and agenda items follow one by one. */
struct workshop_change {
    uint8_t id[WORKSHOP_ID_SIZE]; /* random, the same for the life of the file */
    char title[TITLE_SIZE];
    char pack[ID_SIZE];
    char agenda[ID_SIZE];
    char language[ID_SIZE];
};

struct condition_change {
    condition_id condition; /* event only: the next free one */
    struct condition content;
};

struct agenda_change {
    uint8_t item; /* event only */
    struct agenda_item content;
};

struct school_change {
    school_id school; /* of a new school: event only */
    char name[NAME_SIZE];
};

/* Somebody takes a seat (join), or a known seat gets another laptop (seat set in the command). The
 * hash of the new seat token travels as the event's secret. */
struct join_change {
    seat_id seat;        /* event only */
    uint16_t code;       /* the code that was used, index from 1 */
    uint8_t role;        /* event only */
    school_id school;    /* event only */
    bool speaks;         /* event only */
    uint8_t token_id[8]; /* the token's public half */
    char name[NAME_SIZE];
};

struct seat_change {
    seat_id seat;
    school_id school;     /* placed */
    bool speaks;          /* admitted; and placed, event only */
    char name[NAME_SIZE]; /* named */
};

/* A code is issued or retired. Its symbols travel as the event's secret. */
struct code_change {
    uint16_t code; /* index from 1; of a new one: event only */
    uint8_t kind;
    school_id school;
    seat_id seat;
};

struct rating_change {
    school_id school;
    condition_id condition;
    uint8_t side;         /* event only: whose proposal */
    uint32_t revision;    /* agreed: the one that is meant */
    struct figure figure; /* proposed, agreed in person */
    char with[NAME_SIZE]; /* agreed in person: the school leader's name */
};

struct consent_change {
    school_id school;
    uint8_t scopes; /* bit 1 << enum scope */
    uint8_t answer;
};

struct timer_change {
    uint8_t action;       /* command only */
    uint8_t item;         /* event only */
    bool running;         /* event only */
    int64_t milliseconds; /* command: to add; event: what remains, below zero when over */
};

struct setting_change {
    uint8_t setting;
    bool on;
};

/* Both families use this list of bodies. */
union change {
    struct workshop_change workshop;
    struct condition_change condition;
    struct agenda_change agenda;
    struct school_change school;
    struct join_change join;
    struct seat_change seat;
    struct code_change code;
    struct rating_change rating;
    struct consent_change consent;
    struct place place;
    struct timer_change timer;
    struct view view;
    struct setting_change setting;
};

/* Bytes that are kept apart from the journal so that they can be wiped: see kiosk/journal. */
struct secret {
    uint8_t length;
    uint8_t bytes[SECRET_SIZE];
};

#endif
