#ifndef PLENARY_MODEL_PACK_H
#define PLENARY_MODEL_PACK_H

/* What a review is about, as content: conditions for success with their questions and scales, and
 * one agenda. A pack file (YAML, read by content/) may hold several agendas; a workshop takes one
 * and keeps the whole in its first event, so that its file means the same on any machine. Plain
 * data of fixed size: copied, compared and printed freely. Texts are as base/text.h leaves them. */

#include <stdbool.h>
#include <stdint.h>

#include "model/limits.h"

enum { SCALE_LOW, SCALE_MIDDLE, SCALE_HIGH, SCALE_COUNT };

/* Help for a condition that turns out to be an area for development. Only the title is needed. */
struct resource {
    char title[LINE_SIZE];
    char kind[LABEL_SIZE]; /* "toolkit", "guidance", "training", ... */
    char offered_by[NAME_SIZE];
    char where[LINE_SIZE];
};

struct condition {
    char id[ID_SIZE];       /* stays the same from review to review, whatever the wording */
    char name[TITLE_SIZE];  /* "Quality, targeted design": the grid's row */
    char tight[LABEL_SIZE]; /* "Targeted design": the row of a narrow grid */
    char question[LINE_SIZE];
    uint8_t prompt_count;
    char prompts[PROMPTS_MAX][LINE_SIZE];
    char scale[SCALE_COUNT][LINE_SIZE];
    uint8_t resource_count;
    struct resource resources[RESOURCES_MAX];
    char idea[NOTE_SIZE]; /* an action that is offered where most schools are low; may be empty */
};

/* The screens an agenda item can go through, in the order its pack lists them. STAGE_LIST is the
 * one list of them: the kiosk's stage table and the pack reader are made from it. */
#define STAGE_LIST(X)                                                                              \
    X(LOBBY, "lobby")                                                                              \
    X(BRIEFING, "briefing")                                                                        \
    X(GRID, "grid")                                                                                \
    X(BOARD, "board")           /* notes under headings */                                         \
    X(TOGETHER, "together")     /* the room rates live, one condition at a time */                 \
    X(FINDINGS, "findings")     /* what the grid says, in words */                                 \
    X(RESPONSE, "response")     /* what the LA says to it */                                       \
    X(ICEBREAKER, "icebreaker") /* "Have you ever...?" */                                          \
    X(EVALUATION, "evaluation")                                                                    \
    X(BALLOT, "ballot")   /* a vote: its options, how many have voted, what came of it */          \
    X(ACTIONS, "actions") /* what was set out to be done last time, and what will be done now */

/* How people work in a step. */
#define HOW_LIST(X)                                                                                \
    X(NONE, "none")                                                                                \
    X(ALONE, "alone")                                                                              \
    X(TWOS_THREES, "twos-threes")                                                                  \
    X(GROUPS, "groups")                                                                            \
    X(PLENARY, "plenary")

enum stage_kind {
#define X(name, word) STAGE_##name,
    STAGE_LIST(X)
#undef X
        STAGE_COUNT
};

enum how {
#define X(name, word) HOW_##name,
    HOW_LIST(X)
#undef X
        HOW_COUNT
};

/* One screen of an agenda item. */
struct agenda_step {
    uint8_t stage;       /* enum stage_kind */
    uint8_t how;         /* enum how */
    uint16_t minutes;    /* its own time within the item's; 0: it shares the item's timer */
    uint8_t subject;     /* board, ballot: which; evaluation: the item whose objectives are
                          * revisited */
    char ask[LINE_SIZE]; /* what people are asked to do now; may be empty */
};

struct agenda_item {
    char id[ID_SIZE];
    char title[TITLE_SIZE];              /* "Key findings" */
    uint16_t start;                      /* planned start, minutes after midnight; 0: not planned */
    uint16_t minutes;                    /* planned length; 0: no timer */
    uint8_t group_size;                  /* people to a group where groups are made; 0: not said */
    uint8_t step_count;                  /* at least 1 */
    struct agenda_step steps[STEPS_MAX]; /* the first is usually the briefing */
    char lead_in[LINE_SIZE]; /* "By lunchtime we will have": what the objectives complete */
    uint8_t objective_count;
    char objectives[OBJECTIVES_MAX][LINE_SIZE];
    char ground_rule[LINE_SIZE]; /* one sentence for the room, may be empty */
    char notes[MEMO_SIZE];       /* the facilitator's alone, may be empty */
};

/* A board that people put notes on. */
struct board_content {
    char id[ID_SIZE];
    char question[LINE_SIZE];
    uint8_t heading_count; /* at least 1 */
    char headings[HEADINGS_MAX][NAME_SIZE];
    bool held;     /* notes wait for the facilitator before others see them */
    bool always;   /* open from the start to the end, whatever the room is at: parked questions */
    bool personal; /* never shown to others; the facilitator reads them once it is closed. Opens
                    * when the room comes to an evaluation */
};

/* A vote. Options of conditions and actions are told by their ids and shown in their own words. */
struct ballot_content {
    char id[ID_SIZE]; /* of one that comes with the agenda; else empty */
    char question[LINE_SIZE];
    uint8_t method;                       /* enum method */
    uint8_t about;                        /* enum about */
    bool by_school;                       /* one paper for each school, else one for each person */
    bool named;                           /* who voted how is shown at the reveal, else never */
    uint8_t budget;                       /* dots: how many a voter has, 1 to BUDGET_MAX; else 0 */
    uint8_t limit;                        /* dots: most on one option, 1 to budget; else 0 */
    char criteria[CRITERIA_MAX][ID_SIZE]; /* scores: what the first and second are of, such as
                                           * "impact" and "effort"; of the second less is better */
    uint8_t again;                        /* the ballot that this one runs again, or decides a tie
                                           * of; 0: none */
    uint8_t option_count;                 /* 0, until it is opened: all conditions, or all actions
                                           * that are proposed */
    uint16_t things[OPTIONS_MAX];         /* conditions or actions */
    char texts[OPTIONS_MAX][NAME_SIZE];   /* typed ones */
};

/* What a vote is by default. */
enum { BUDGET_USUAL = 3 };

struct agenda {
    char id[ID_SIZE]; /* "cluster-workshop": what --new names */
    char title[TITLE_SIZE];
    char about[MEMO_SIZE]; /* for whom, how long, whose idea; for the start screen; may be empty */
    uint8_t board_count;
    struct board_content boards[BOARDS_MAX];
    uint8_t ballot_count;
    struct ballot_content ballots[BALLOTS_MAX];
    uint8_t question_count;
    char questions[QUESTIONS_MAX][LINE_SIZE]; /* of the icebreaker, each a whole sentence */
    uint8_t item_count;                       /* at least 1; item 1 comes after the lobby */
    struct agenda_item items[AGENDA_MAX];
};

struct pack {
    char id[ID_SIZE];
    char title[TITLE_SIZE];
    char language[ID_SIZE];  /* BCP 47, "en-GB" */
    uint8_t condition_count; /* at least 1 */
    struct condition conditions[CONDITIONS_MAX];
    struct agenda agenda;
};

#endif
