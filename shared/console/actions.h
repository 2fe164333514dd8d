#ifndef PLENARY_CONSOLE_ACTIONS_H
#define PLENARY_CONSOLE_ACTIONS_H

/* The view of the actions: what waits to be read out, what was set out to be done last time, what
 * is proposed, adopted and parked, in one list; one of them chosen, with all that can be done with
 * it. Beside the list stands the chosen one, or a form to write one in, or everybody in the room,
 * to find who takes it on.
 *
 * What is being written is a draft: it stays, whatever else is looked at, until it has been sent
 * and is seen in the room; when it is refused, it comes back. */

#include "console/rows.h"
#include "model/change.h"
#include "model/refusal.h"
#include "ui/dropdown.h"
#include "ui/edit.h"

struct console;

enum actions_page { ACTIONS_CHOSEN, ACTIONS_FORM, ACTIONS_WHO };

/* What keeps a draft from being sent. */
enum draft_fault {
    DRAFT_FINE,
    DRAFT_NO_TEXT,
    DRAFT_NO_DAY,   /* what was typed is no date */
    DRAFT_UNLIKELY, /* past, or over five years away: sent again, it is meant */
};

/* What a list of conditions is chosen from: an open one is drawn after the view's own function. */
struct action_list {
    struct dropdown list;
    const char *items[CONDITIONS_MAX + 1];
    char texts[CONDITIONS_MAX + 1][TITLE_SIZE + 8];
};

/* An action in the making: a new one, or one there is in other words. */
struct action_draft {
    bool there;
    action_id action;              /* that is changed; 0: a new one */
    uint32_t revision;             /* of it, as it was taken in hand */
    struct action_content content; /* what is chosen; the texts are in their fields */
    struct edit text, due, helpers, measure, resources;
    struct action_content was; /* as it was taken in hand */
    char due_was[64];          /* and its field */
    struct action_list condition;
    struct dropdown school;
    const char *schools[SCHOOLS_MAX + 1]; /* to choose from, likewise */
    uint8_t fault;                        /* enum draft_fault */
    uint32_t doubted;                     /* the unlikely day that was asked about; 0: none */
    int64_t sent_ms;                      /* sent, and not yet seen in the room; 0: not */
    action_id sent_max;                   /* the newest action there was then */
};

struct console_actions {
    struct rows rows;
    action_id chosen;          /* 0: none */
    condition_id only;         /* those of this condition are listed; 0: all */
    struct action_list filter; /* of it */
    action_id joining;         /* is to become part of the one chosen next; 0: none */
    enum actions_page page;    /* beside the list */
    bool arrived;              /* there just now, */
    enum actions_page before;  /* after this one */
    condition_id taken;        /* whose idea was taken up last, and when */
    int64_t taken_ms;
    bool who_for_draft; /* the one who is looked for is the draft's owner */
    action_id who_for;  /* else of this one, as it was then */
    uint32_t who_revision;
    struct edit who;
    struct rows who_rows;
    uint8_t who_owner; /* the chosen row: enum owner_kind, */
    uint16_t who_id;   /* and which */
    struct action_draft draft;
};

void console_actions_draw(struct console *console);

/* An action is being written, or somebody chosen for it, instead of one looked at. */
bool console_actions_has_form(const struct console *console);

/* Goes to the view and chooses that action. */
void console_actions_find(struct console *console, action_id action);

/* At the step of planning: brings up large the next action that the room sees, or the one before;
 * beyond either end all of them are shown again. */
void console_actions_walk(struct console *console, int by);

/* An action of a note or a finding: goes to the one there is, else begins one with that text. */
void console_actions_of_note(struct console *console, note_id note);
void console_actions_of_finding(struct console *console, uint8_t kind, uint8_t number,
                                const char *text);

/* The first action that was made of it and is still there; 0: none. */
action_id console_action_from(const struct console *console, enum source_kind source, uint16_t a,
                              uint8_t b);

/* What a refusal means for what has been sent: see above. */
void console_actions_refused(struct console *console, enum refusal refusal);

#endif
