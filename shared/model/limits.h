#ifndef PLENARY_MODEL_LIMITS_H
#define PLENARY_MODEL_LIMITS_H

/* Every capacity of the core, in one place. Tables are of fixed size, so that deciding, applying
 * and projecting never allocate. Ids start at 1; 0 means none. Text sizes are bytes with the final
 * zero; the visible characters a person may type stand beside them. */

enum {
    SCHOOLS_MAX = 128,
    SEATS_MAX = 4000,
    CONDITIONS_MAX = 24,
    AGENDA_MAX = 64,    /* items of an agenda */
    STEPS_MAX = 8,      /* screens of one agenda item */
    OBJECTIVES_MAX = 6, /* of one agenda item */
    PROMPTS_MAX = 8,    /* of one condition */
    RESOURCES_MAX = 6,  /* of one condition */
    CODES_MAX = 1024,   /* join codes ever issued in one workshop, retired ones included */
    BOARDS_MAX = 16,
    HEADINGS_MAX = 6,   /* of one board */
    NOTES_MAX = 2048,   /* on all boards together, withdrawn ones included */
    NOTES_EACH = 60,    /* that one seat may put on boards still open */
    GROUPS_MAX = 60,    /* tables of two or three */
    QUESTIONS_MAX = 12, /* of the icebreaker */
    SLIPS_MAX = 16384,  /* unsigned answers */
    ADDED_MAX = 24,     /* findings that the facilitator added */
    ACTIONS_MAX = 1024,
    ACTIONS_EACH = 60,   /* that one seat may ever propose */
    BALLOTS_MAX = 32,    /* ever prepared in one workshop, removed ones included */
    OPTIONS_MAX = 24,    /* of one ballot */
    CRITERIA_MAX = 2,    /* that options are scored on */
    SCORE_MAX = 5,       /* the best score on a criterion; the lowest is 1 */
    BUDGET_MAX = 10,     /* dots of one voter */
    PAPERS_MAX = 6500,   /* kept at one time, on all ballots together */
    VOTERS_LEAST = 5,    /* expected of a secret vote; with fewer it warns before it opens */
    LAPTOP_MAX = 12,     /* people who share one laptop */
    PRIORITIES_MAX = 10, /* that the cluster takes on */
    REVIEWS_MAX = 12,    /* earlier reviews ever brought in, removed ones included */
    UNDO_MAX = 32,       /* steps that can be taken back */
    CHARACTERS_MAX = 64, /* whom people can play in a training */
    MOMENTS_MAX = 12,    /* difficult moments that can be called up in one */
    PACE_MOST = 20,      /* how much faster than people those who are scripted may go */

    RATING_MAX = 10,
    MONTHS_MAX = 120,
    MINUTES_OF_DAY = 24 * 60,
    ID_SIZE = 32,    /* a pack's own ids: lower-case letters, digits, hyphens */
    NAME_SIZE = 193, /* a school, a person: 60 visible characters */
    NAME_VISIBLE = 60,
    TITLE_SIZE = 257, /* a workshop, an agenda item: 80 */
    TITLE_VISIBLE = 80,
    LABEL_SIZE = 65, /* a condition's tight grid label: 24 */
    LABEL_VISIBLE = 24,
    LINE_SIZE = 321, /* a question, a prompt, a scale text, an objective */
    NOTE_SIZE = 561, /* 140 visible characters */
    NOTE_VISIBLE = 140,
    MEMO_SIZE = 1025, /* a facilitator's notes on an agenda item */

    WORKSHOP_ID_SIZE = 16,
    CODE_LENGTH = 8,  /* symbols of a join code */
    SECRET_SIZE = 32, /* bytes of what a journal keeps apart: a code, a token's hash */
};

#endif
