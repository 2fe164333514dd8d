#ifndef PLENARY_CONSOLE_TALK_PARTS_H
#define PLENARY_CONSOLE_TALK_PARTS_H

/* Within the talk's files only. What stands in the room and what the person has in hand are brought
 * together in a struct talking, made anew each frame; what a person does leaves it as it now is. */

#include "console/parts.h"
#include "ui/button.h"

struct talking {
    struct console *console;
    school_id school;
    condition_id condition;
    const struct talk_item *item;   /* what stands; zeroed where nothing does */
    const struct proposal *theirs;  /* the school's; NULL: none */
    const struct talk_draft *draft; /* NULL: nothing in hand */
    unsigned now, target, months;   /* where the handles are; 0: nowhere yet */
    const char *note;
    bool touched; /* in hand, not in the room */
    bool sending;
    bool settled; /* agreed, and nothing in hand */
    bool sits;    /* the handles are on the school's figures */
    bool stands;  /* what is shown is proposed by the facilitator */
};

void talk_look(struct talking *talking, struct console *console);

/* ---- talk_draft.c: what a person does ---- */

/* The draft of what is looked at, made at need. */
struct talk_draft *talk_draft(struct console *console);

/* Takes the figure in hand, so that it is the person's own from here on. */
void talk_touch(struct talking *talking);
void talk_move(struct talking *talking, unsigned now, unsigned target);
void talk_set_months(struct talking *talking, unsigned months);
void talk_give_up(struct talking *talking);

/* Agreed in person, with the name in the field; proposed; agreed to what the school proposes. */
void talk_settle(struct talking *talking);
void talk_propose(struct talking *talking);
void talk_agree(struct talking *talking);

/* The leader's name as it will be kept; false when there is none. */
bool talk_leader(const struct console *console, char to[NAME_SIZE]);

/* ---- talk.c: where to ---- */

void talk_turn(struct console *console, enum talk_page page);
void talk_go(struct console *console, condition_id condition);
/* To a school, where its talk was left; by +1 or -1 to the next in the alphabet. */
void talk_choose(struct console *console, school_id school);
void talk_next_school(struct console *console, int step);
/* Wishes for the school's sheet. */
void talk_ask_sheet(struct console *console, bool print);

/* ---- pages and parts ---- */

void talk_list_draw(struct console *console);
void talk_why_draw(struct console *console);
void talk_question_draw(struct console *console);
void talk_sheet_draw(struct console *console);

/* The school's name and how far it is, above a page; the box that is left below it. */
enum { TALK_HEAD = 72, TALK_FOOT = 112 };
void talk_head_draw(struct console *console);

/* The band at the foot; buttons from its right end, *right moving to the left of each. */
void talk_foot_draw(struct console *console);
bool talk_foot_button(struct console *console, const char *name, double *right,
                      struct button button);

/* How the condition stands, in a box. */
void talk_panel_draw(struct talking *talking, double x, double y, double w);

/* Actions and resources of the condition, in a column. */
void talk_actions_draw(struct talking *talking, double x, double y, double w, double h);

/* A list of times to choose from, label above; true when `*months` was chosen. */
bool talk_months_run(struct console *console, ui_id id, double x, double y, double w,
                     struct talk_months *list, const char *label, unsigned *months, bool off);

/* "5 → 7", or "5" without a target. */
enum { TALK_FIGURE_SIZE = 32 };
void talk_figure(char to[TALK_FIGURE_SIZE], unsigned now, unsigned target);

/* "3 of 10 agreed", "All agreed", "Not begun". */
enum { TALK_STATE_SIZE = 128 };
void talk_state(char to[TALK_STATE_SIZE], const struct room *room, school_id school);

/* The i-th action of a school and condition from 0, in the order in which they were added; 0: no
 * more. */
action_id talk_action_at(const struct room *room, school_id school, condition_id condition, int i);

#endif
