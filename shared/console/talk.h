#ifndef PLENARY_CONSOLE_TALK_H
#define PLENARY_CONSOLE_TALK_H

/* The one-to-one talk before the workshop, facilitator and school leader at one laptop: choose a
 * school, say why this is done, go through the conditions one by one, look at the whole sheet. What
 * is being moved or typed is a draft, kept for its school and condition until it is agreed,
 * proposed or given up, whatever else is looked at meanwhile. A talk that was broken off goes on at
 * the first condition that is not agreed. */

#include <stdbool.h>

#include "model/types.h"
#include "ui/dropdown.h"
#include "ui/edit.h"
#include "ui/scale.h"

struct console;

enum talk_page { TALK_LIST, TALK_WHY, TALK_QUESTION, TALK_SHEET, TALK_PAGE_COUNT };

enum {
    TALK_DRAFTS_MAX = 256, /* kept at once; beyond, the one longest left alone goes */
    TALK_MONTHS_MAX = 8,   /* choices of a list of times */
};

/* Figures and texts in the making for one condition of one school. Untouched, handles and note
 * stand where the room's figures are. */
struct talk_draft {
    school_id school; /* 0: a free place */
    condition_id condition;
    uint64_t used;   /* counts up: when it was last changed */
    bool touched;    /* the figure is the person's own */
    int64_t sent_ms; /* agreed or proposed, and not yet seen in the room; 0: not */
    uint8_t now, target, months;
    uint8_t action_months;
    action_id changing; /* the action that the text is to replace; 0: a new one */
    char note[NOTE_SIZE];
    char action[NOTE_SIZE];
};

/* The entries of a list of times: an open one is drawn after the view's own function. */
struct talk_months {
    struct dropdown list;
    int count;
    unsigned months[TALK_MONTHS_MAX];
    const char *items[TALK_MONTHS_MAX];
    char texts[TALK_MONTHS_MAX][48];
};

struct console_talk {
    enum talk_page page;
    school_id school; /* 0: none chosen yet */
    condition_id condition;
    bool arrived; /* the page is drawn for the first time since another was */
    int list_page, actions_page, sheet_page;
    struct edit search, note, with, action;
    struct talk_months by, action_by;
    school_id loaded_school; /* whose texts stand in the fields */
    condition_id loaded;
    school_id named;        /* whose name of a leader stands in its field */
    char adding[NAME_SIZE]; /* a school asked for and not yet in the room; empty: none */
    struct scale_hands hands;
    int64_t not_below_until_ms;
    uint64_t used;
    char leaders[SCHOOLS_MAX + 1][NAME_SIZE]; /* as typed, by school */
    bool led[SCHOOLS_MAX + 1];                /* somebody has typed one */
    struct talk_draft drafts[TALK_DRAFTS_MAX];
};

void console_talk_draw(struct console *console);

#endif
