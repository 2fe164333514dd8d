#ifndef PLENARY_CONSOLE_ACTIONS_PARTS_H
#define PLENARY_CONSOLE_ACTIONS_PARTS_H

/* Within the files of the actions' view only. What stands in the room is brought together once a
 * frame. */

#include "console/parts.h"
#include "console/roll.h"
#include "ui/button.h"

struct acting {
    struct console *console;
    const struct room *room;
    struct roll roll;
    action_id chosen;                 /* 0: none */
    const struct action_item *action; /* of it; zeroed where nothing is chosen */
};

/* The list, which takes the focus back from what was typed. */
ui_id actions_list_id(void);

void actions_choose(struct console *console, action_id action);
/* Puts something else beside the list. */
void actions_turn(struct console *console, enum actions_page page);

/* ---- actions_do.c: what keys and buttons ask for alike, of the chosen one ---- */

/* One step on: to be read out, proposed, adopted; a parked one is proposed again. And one back. */
void actions_forward(struct acting *acting);
void actions_back(struct acting *acting);
void actions_park(struct acting *acting);
void actions_enlarge(struct acting *acting);
/* The first time picks it, the second makes that part of the one chosen then. */
void actions_join(struct acting *acting);
void actions_part(struct acting *acting);
void actions_remove(struct acting *acting);
/* One person more or fewer who has no laptop. */
void actions_support(struct acting *acting, bool on);
/* The owner says yes or no, by the facilitator. */
void actions_accept(struct acting *acting, bool on);
void actions_progress(struct acting *acting, enum progress progress);
/* Somebody else takes it on. */
void actions_give(struct console *console, action_id action, uint32_t revision,
                  const struct action_content *owner);
/* What the pack offers first is proposed. */
void actions_take_up(struct acting *acting);

/* A vote on it is under way: it stays as it is. */
bool actions_in_ballot(const struct room *room, action_id action);

/* ---- what is said of one ---- */

enum { ACTION_TEXT_SIZE = 1024, ACTION_HELPERS_VISIBLE = 80 };
void action_state_text(char to[ACTION_TEXT_SIZE], const struct action_item *action);
/* "Priya, Castle", "Castle", "Dean of the college"; empty: nobody. */
void action_owner_text(char to[ACTION_TEXT_SIZE], const struct room *room,
                       const struct action_content *content);
/* "10 Impact measurement"; empty: none in particular. */
void action_condition_text(char to[ACTION_TEXT_SIZE], const struct room *room,
                           condition_id condition);
void action_source_text(char to[ACTION_TEXT_SIZE], const struct room *room,
                        const struct action_content *content);
/* "Priya, Castle" of a seat, or what is known of it. */
void action_seat_text(char to[ACTION_TEXT_SIZE], const struct room *room, seat_id seat);
/* Its place among the priorities from 1; 0: it is none of them. */
unsigned action_priority(const struct room *room, condition_id condition);

/* ---- above and below the list ---- */

/* The title, what is listed, and a new one; returns where the list begins. */
double actions_head_draw(struct acting *acting, double x, double y, double w);
/* What the pack offers, standing on `bottom`; returns where it begins. */
double actions_idea_draw(struct acting *acting, double x, double bottom, double w);

/* ---- what stands beside the list ---- */

void actions_panel_draw(struct acting *acting, struct box box);
void actions_form_draw(struct acting *acting, struct box box);
void actions_who_draw(struct acting *acting, struct box box);

/* Begins a draft of an action, or goes on with it; 0: a new one, made of `content` (NULL: of
 * nothing). Another one that has been worked on is not lost for it: that comes up instead. */
void actions_write(struct console *console, action_id action, const struct action_content *content);
/* Lets go of a draft once it is seen in the room. */
void actions_follow_draft(struct console *console);
/* Takes what stands in the fields; a fault where that cannot be sent as it is. */
enum draft_fault actions_take_draft(struct console *console);
/* Sends what was taken. */
void actions_send_draft(struct console *console);

/* Asks who takes on the chosen one, or the draft. */
void actions_ask_who(struct console *console, bool for_draft);

/* Two or three buttons in a row; which was activated, from 1; 0: none. */
int actions_buttons(struct console *console, const char *name, double x, double y, double w,
                    const struct button button[], int count);

#endif
