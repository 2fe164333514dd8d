#ifndef PLENARY_MODEL_CHANGE_H
#define PLENARY_MODEL_CHANGE_H

/* The bodies that commands and events share: what is asked for and what then happened mostly say
 * the same. A member that only one of the two uses is marked; in the other it is zero. */

#include "model/pack.h"
#include "model/types.h"

/* A workshop begins. Its conditions and agenda items follow one by one. Whether it is a training is
 * said here, once: nothing makes a real review of it. */
struct workshop_change {
    bool training;
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
    uint8_t item;      /* of a new one: event only */
    uint32_t revision; /* changed, command only: of the plan that was seen */
    struct agenda_item content;
};

struct board_change {
    uint8_t board; /* event only: the next free one */
    struct board_content content;
};

struct question_change {
    uint8_t question; /* event only: the next free one */
    char text[LINE_SIZE];
};

/* A board is opened or closed, and its notes wait for the facilitator or not. */
struct board_set_change {
    uint8_t board;
    uint8_t state; /* enum board_state */
    bool held;
};

/* Notes. An unsigned note's event carries no seat and a coarse time; who wrote it travels as its
 * secret (struct author) and is wiped when the board closes. */
struct note_change {
    note_id note; /* of a new one: event only */
    uint8_t board;
    uint8_t heading;   /* from 1 */
    note_id parent;    /* added: the note that this is a suggestion to; 0: none */
    note_id other;     /* moved: the note it comes before, 0: last; merged: the one it joins,
                        * 0: it stands alone again */
    uint32_t revision; /* edited, removed, moved, merged, assigned, let through: the one that was
                        * seen */
    uint8_t group;     /* assigned: to which, 0: none; dealt: among how many */
    bool on;           /* starred, approved; event only: shown at once (added), by its writer
                        * (edited, removed) */
    char text[NOTE_SIZE];
    char by[NAME_SIZE]; /* signed, if the writer wished so */
};

/* An unsigned answer, given or changed. */
struct slip_change {
    uint16_t slip; /* event only */
    uint8_t kind;  /* enum slip_kind */
    uint8_t subject;
    school_id school; /* readings: whose; else 0. Facilitator: may name it, others: event only */
    uint8_t value;    /* 0: taken back */
};

/* Answers to one subject are asked for, shown, or put away. Asking again after showing begins with
 * none. */
struct round_change {
    uint8_t kind; /* enum slip_kind */
    uint8_t subject;
    uint8_t state; /* enum round_state */
};

/* What the facilitator makes of a finding. */
struct finding_change {
    uint8_t kind;      /* enum finding_kind */
    uint8_t number;    /* its condition; of an added one its number, 0 in the command: a new one */
    uint32_t revision; /* worded, answered: the text that was seen */
    bool hidden;       /* set */
    bool for_la;       /* set: put to the local authority */
    uint8_t rank;      /* ranked: its place among those shown, from 1; 0: where it falls */
    char
        text[NOTE_SIZE]; /* worded: empty gives back the program's own; answered: the LA's answer */
};

/* What an action is: the same in what is asked for, in the state and in the room. */
struct action_content {
    condition_id condition; /* that it helps; 0: none in particular */
    uint8_t level;          /* enum action_level */
    school_id school; /* of one in OWN, and where the level is the school's; 0: each its own */
    uint8_t months;   /* OWN: until it is done; 0: not said */
    uint32_t due;     /* by when: days since 1970 (base/day.h); 0: not said */
    uint8_t owner;    /* enum owner_kind */
    seat_id owner_seat;
    school_id owner_school;
    uint8_t source; /* enum source_kind */
    note_id source_a;
    uint8_t source_b;
    char text[NOTE_SIZE];       /* what will be done */
    char owner_name[NAME_SIZE]; /* OWNER_NAME: as written; in the room of any owner but a school:
                                 * the name */
    char helpers[LINE_SIZE];
    char measure[NOTE_SIZE]; /* how we will know */
    char resources[NOTE_SIZE];
};

/* An action is settled in a school's 1-to-1 or proposed in the workshop, changed, moved on. */
struct action_change {
    action_id action;  /* of a new one: event only */
    action_id other;   /* merged: the one it joins, 0: it stands alone again */
    uint32_t revision; /* changed, accepted: the one that was seen */
    uint8_t state;     /* enum action_state: added (OWN, or WAITING for what is proposed; what the
                        * facilitator proposes and what an earlier workshop adopted comes further),
                        * set */
    uint8_t progress;  /* enum progress: progressed; added: of an earlier workshop's */
    bool earlier;      /* added, by the kiosk: it comes from an earlier workshop */
    bool on;           /* supported or not any more; accepted or declined */
    bool sure;         /* command only: the date is meant, past or far off as it is */
    bool accepted;     /* event only: added or changed by the owner, who thereby said yes; command
                        * too, of an earlier workshop's: it had */
    struct action_content content; /* added, changed */
};

/* A vote is prepared, changed while it is, or removed. */
struct ballot_change {
    ballot_id ballot;  /* of a new one: event only */
    uint32_t revision; /* changed, removed: the one that was seen */
    struct ballot_content content;
};

/* A vote is opened or closed. The first opening settles the options. */
struct ballot_set_change {
    ballot_id ballot;
    uint8_t state;                /* BALLOT_OPEN, BALLOT_CLOSED; command: BALLOT_REVEALED too */
    uint8_t option_count;         /* event only, of the first opening; else 0 */
    uint16_t things[OPTIONS_MAX]; /* event only, likewise */
};

/* What the papers of one ballot come to. Options count from 1. */
struct ballot_tally {
    uint16_t papers;                                  /* counted */
    uint16_t by_hand;                                 /* of them typed in from paper */
    uint16_t chosen[OPTIONS_MAX + 1];                 /* papers with a mark for it */
    uint16_t points[OPTIONS_MAX + 1];                 /* dots; approvals */
    uint16_t above[OPTIONS_MAX + 1][OPTIONS_MAX + 1]; /* ranking: papers with [i] before [j] */
    uint16_t scores[CRITERIA_MAX][OPTIONS_MAX + 1][SCORE_MAX + 1]; /* papers giving that score */
};

/* All at once: the papers are counted, and of a secret ballot gone. Event only. */
struct ballot_reveal_change {
    ballot_id ballot;
    struct ballot_tally tally;
};

/* A paper is cast, replaced by another, or withdrawn. Its marks are in the event of a named ballot,
 * and stay there as all events do: nobody is shown what was replaced, or never revealed, but the
 * file and its copies hold it. Of a secret one they travel as the event's secret, all of one
 * length, and are wiped when they are replaced, withdrawn or counted. That somebody took part
 * stays. */
struct paper_change {
    ballot_id ballot;
    uint16_t slot; /* which of the people at a shared laptop, from 1; by hand: the paper's number,
                    * of a new one event only, withdrawn in the command 0: the newest; by school:
                    * 0 */
    school_id school; /* by school: which; by hand: whose paper, 0: not said */
    bool by_hand;     /* event only: typed in by the facilitator */
    struct marks marks;
};

/* What the cluster takes on first: conditions, or what was typed for a vote. */
struct priority {
    condition_id condition; /* 0: the text */
    char text[NAME_SIZE];
};

struct priorities_change {
    uint32_t revision; /* command: the one that was seen */
    ballot_id ballot;  /* that they were chosen in; 0: none */
    uint8_t count;
    struct priority list[PRIORITIES_MAX]; /* the first first */
};

/* An earlier review of the same cluster, to be looked at beside this one, is announced or taken out
 * again. It is known by its day and title: bringing it in again is refused. */
struct review_change {
    review_id review; /* of a new one: event only, the next free one */
    uint32_t day;     /* days since 1970 (base/day.h), at most that on which it is brought in */
    char title[TITLE_SIZE];
};

/* What one school said then; it replaces what that review had of the school. */
struct past_change {
    review_id review;
    school_id school;
    struct past past;
};

/* Whom people can play in a training: a fictional leader of a school. What stands on the card is
 * for the one who plays: who one is, what one wants, and what one will not say aloud. */
struct character_content {
    school_id school;
    char name[NAME_SIZE];
    char who[NOTE_SIZE];
    char wants[NOTE_SIZE];
    char unsaid[NOTE_SIZE];
};

struct character_change {
    character_id character; /* event only: the next free one */
    struct character_content content;
};

/* Somebody plays a character from now on, or no longer. A script and a person can have the same
 * one: then the script keeps quiet. Without an event of its own it ends when the seat takes up
 * another one, is removed, moves to another laptop, or is placed with another school. */
struct play_change {
    character_id character;
    bool on;
    bool scripted;    /* it is a script that plays, not a person */
    seat_id seat;     /* whose it is, or was; in the command for the facilitator to name, else 0 */
    uint32_t scripts; /* command of a script only: how often one had taken it up, as it was shown */
};

/* A difficult moment that the facilitator of a training can call up. */
struct moment_change {
    uint8_t moment; /* event only: the next free one */
    char title[TITLE_SIZE];
};

struct conduct_change {
    uint8_t what; /* enum conduct */
    uint8_t value;
};

/* The starts of the items after `item` move by so many minutes. */
struct replan_change {
    uint8_t item;
    uint32_t revision; /* command only: of the plan that was seen */
    int16_t minutes;
};

/* Takes back, or does again, the step of that serial number: the newest there is. */
struct undo_change {
    uint32_t serial;
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
    uint8_t group;        /* grouped; 0: none */
    uint8_t people;       /* shared: how many sit at that laptop, 1 to LAPTOP_MAX */
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
    struct board_change board;
    struct question_change question;
    struct board_set_change board_set;
    struct note_change note;
    struct slip_change slip;
    struct round_change round;
    struct finding_change finding;
    struct action_change action;
    struct replan_change replan;
    struct undo_change undo;
    struct ballot_change ballot;
    struct ballot_set_change ballot_set;
    struct ballot_reveal_change ballot_reveal;
    struct paper_change paper;
    struct priorities_change priorities;
    struct review_change review;
    struct past_change past;
    struct character_change character;
    struct play_change play;
    struct moment_change moment;
    struct conduct_change conduct;
};

/* Who gave an unsigned answer and with which command: all the same length as a secret, and nowhere
 * else. Seat 0: nobody is known any more. */
struct author {
    seat_id seat;
    uint32_t command;
};

/* Bytes that are kept apart from the journal so that they can be wiped: see kiosk/journal. */
struct secret {
    uint8_t length;
    uint8_t bytes[SECRET_SIZE];
};

#endif
