#ifndef PLENARY_SCREEN_FORMS_H
#define PLENARY_SCREEN_FORMS_H

/* What a person has in hand of the things the room asks for: texts being written and answers being
 * chosen, each by what it is for. Part of struct screens: nothing the kiosk says changes it, and it
 * waits through other screens, other boards and lost connections until it is sent, emptied by hand,
 * or the seat is given up. A text that was sent and refused comes back into its field, or beside it
 * where something else is being written by then. */

#include "model/change.h"
#include "model/findings.h"
#include "console/rows.h"
#include "model/item.h"
#include "ui/dropdown.h"
#include "ui/edit.h"
#include "ui/scale.h"

enum { RETURNED_MAX = 32 }; /* as many as can be on their way at once */

/* A note that was refused and has not been taken up again; board 0: none. */
struct returned_note {
    uint8_t refusal;
    struct note_change change;
};

/* One of each for every board: a new note, and the change of an own one. */
struct notes_form {
    uint8_t chosen;       /* the board the person went to; 0: the room's */
    uint8_t board;        /* drawn last */
    note_id writing_to;   /* the note suggested to there; 0: a note of one's own was written */
    int64_t taken_ms;     /* when a note was last taken back by its button; 0: never */
    note_id stays;        /* a suggestion to it was begun in a step now over; 0: none */
    unsigned top, to_top; /* pages: of the own ones, of those to work on */
    struct dropdown group;
    uint8_t heading[BOARDS_MAX + 1];
    bool sign[BOARDS_MAX + 1];
    bool anew[BOARDS_MAX + 1];      /* a group writes a note of its own, not a suggestion */
    note_id parent[BOARDS_MAX + 1]; /* whose suggestions are looked at */
    note_id changing[BOARDS_MAX + 1];
    uint32_t revision[BOARDS_MAX + 1]; /* of the text being changed, as it was seen */
    struct edit change[BOARDS_MAX + 1];
    struct edit fresh[BOARDS_MAX + 1];
    struct edit suggestions[NOTES_MAX + 1];
    struct returned_note returned[RETURNED_MAX];
};

/* Own readings; 0: as sent, or none yet. */
struct reading_form {
    uint8_t value[CONDITIONS_MAX + 1];
    struct scale_hands hands;
    bool was_open; /* when last drawn */
};

/* Objectives, and one comment under each heading of the personal board. */
struct evaluation_form {
    uint8_t item; /* whose objectives these are */
    uint8_t value[OBJECTIVES_MAX + 1];
    uint8_t board;
    bool touched[HEADINGS_MAX + 1];
    struct edit comment[HEADINGS_MAX + 1];
};

/* Answers to findings. An untouched one follows the room. */
struct answer_draft {
    bool touched;
    uint32_t revision; /* of the answer that was seen */
    struct edit text;
};

struct response_form {
    uint8_t kind, number; /* of the finding looked at; number 0: the first */
    unsigned top;
    struct answer_draft drafts[FINDING_COUNT][CONDITIONS_MAX + 1];
    struct room_finding found[ROOM_FINDINGS_MAX]; /* of this frame */
};

/* Actions of one's own school, by condition. */
struct actions_form {
    unsigned top;
    struct dropdown months;
    uint8_t due[CONDITIONS_MAX + 1]; /* months */
    action_id changing[CONDITIONS_MAX + 1];
    uint32_t revision[CONDITIONS_MAX + 1];
    struct edit text[CONDITIONS_MAX + 1];
};

/* How a paper on this laptop and the room's word about it stand to each other. */
enum paper_stage {
    PAPER_FOLLOWS, /* what the room says counts */
    PAPER_IN_HAND, /* being filled in, or come back */
    PAPER_SENT,    /* no answer yet */
    PAPER_SAVED,   /* the kiosk has it, and the room does not say so yet */
};

struct paper_draft {
    uint8_t stage;                /* enum paper_stage */
    uint8_t refusal;              /* why it came back; REFUSAL_NONE */
    bool known;                   /* with PAPER_FOLLOWS: the marks are those that were saved last */
    uint32_t command;             /* that it was sent with last */
    struct own_paper_item before; /* the room's word when it was taken in hand */
    struct marks marks;           /* all zero once sent: taken back */
};

/* Papers by ballot and by person at this laptop; of a ballot by school 0 is the school's. */
struct vote_form {
    ballot_id ballot; /* looked at last, */
    uint8_t state;    /* and how it stood then */
    ballot_id done;   /* all here had voted in it when it was left */
    uint8_t person;   /* at a shared laptop, whose turn it is; 0: nobody's yet */
    uint8_t last;     /* who has just handed the laptop on; 0: nobody */
    uint8_t option;   /* that keys go to, from 1 */
    uint8_t criterion;
    struct paper_draft drafts[BALLOTS_MAX + 1][LAPTOP_MAX + 1];
};

/* An action of the workshop in the making. */
struct plan_draft {
    action_id action;  /* whose change it is; 0: a new one */
    uint32_t revision; /* of what was seen */
    uint8_t condition;
    uint8_t level; /* enum action_level */
    uint8_t owner; /* enum owner_kind */
    bool owner_is_me;
    school_id owner_school;
    uint8_t source; /* enum source_kind: what it came from stays */
    note_id source_a;
    uint8_t source_b;
    bool more;         /* the less usual fields are open */
    bool dateless;     /* to be sent without a date */
    uint8_t fault;     /* what it was last not sent for */
    uint32_t sure;     /* the day that is meant, likely or not */
    uint32_t kept_due; /* the day that stood there, and how it was written */
    char kept_date[64];
    char kept_name[NAME_SIZE]; /* the owner that stood there, somebody else in the room */
    struct edit text, due, name, helpers, measure, resources;
};

/* One that was refused, or left for another, and has not been taken up again. */
struct returned_action {
    bool there;
    uint8_t refusal;
    struct action_change change;
};

struct plan_form {
    unsigned top;
    action_id looked_at; /* the one that is by itself; 0: the first that asks for an answer */
    action_id pledged;   /* was by itself last */
    uint32_t put_off[ACTIONS_MAX + 1]; /* asked about at that revision, and answered "later" */
    struct dropdown condition, owner, level;
    struct plan_draft fresh, change;
    struct returned_action returned[RETURNED_MAX];
};

/* Playing a role in a training. */
struct role_form {
    bool up;            /* the card, or the list without one, lies over the screen */
    bool without;       /* the person takes part as themselves: not asked again */
    bool gave_back;     /* their own doing */
    character_id own;   /* as last seen */
    character_id drawn; /* whose card was drawn last; 0: the list */
    bool fresh;         /* it is another now */
    uint8_t refused;    /* enum refusal, of the role asked for last */
    struct rows rows;
};

#endif
