#ifndef PLENARY_MODEL_PACK_H
#define PLENARY_MODEL_PACK_H

/* What a review is about, as content: conditions for success with their questions and scales, and
 * one agenda. A pack file (YAML, read by content/) may hold several agendas; a workshop takes one
 * and keeps the whole in its first event, so that its file means the same on any machine. Plain
 * data of fixed size: copied, compared and printed freely. Texts are as base/text.h leaves them. */

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
};

/* The screens an agenda item can go through, in the order its pack lists them. STAGE_LIST is the
 * one list of them: the kiosk's stage table and the pack reader are made from it. */
#define STAGE_LIST(X)                                                                              \
    X(LOBBY, "lobby")                                                                              \
    X(BRIEFING, "briefing")                                                                        \
    X(GRID, "grid")

enum stage_kind {
#define X(name, word) STAGE_##name,
    STAGE_LIST(X)
#undef X
        STAGE_COUNT
};

struct agenda_item {
    char id[ID_SIZE];
    char title[TITLE_SIZE];   /* "Key findings" */
    uint16_t start;           /* planned start, minutes after midnight; 0: not planned */
    uint16_t minutes;         /* planned length; 0: no timer */
    uint8_t step_count;       /* at least 1 */
    uint8_t steps[STEPS_MAX]; /* enum stage_kind; the first is usually the briefing */
    char lead_in[LINE_SIZE];  /* "By lunchtime we will have": what the objectives complete */
    uint8_t objective_count;
    char objectives[OBJECTIVES_MAX][LINE_SIZE];
    char ground_rule[LINE_SIZE]; /* one sentence for the room, may be empty */
    char notes[MEMO_SIZE];       /* the facilitator's alone, may be empty */
};

struct agenda {
    char id[ID_SIZE]; /* "cluster-workshop": what --new names */
    char title[TITLE_SIZE];
    uint8_t item_count; /* at least 1; item 1 comes after the lobby */
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
