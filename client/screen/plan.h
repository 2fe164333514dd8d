#ifndef PLENARY_SCREEN_PLAN_H
#define PLENARY_SCREEN_PLAN_H

/* The workshop's actions on a participant's laptop: the list of them with support (plan.c,
 * plan_rows.c), one in the making (propose.c, propose_draft.c), and one looked at by itself, which
 * is also where its owner says yes or no and how far it is (pledge.c). A school's own actions of
 * the one-to-one are elsewhere (actions.c).
 *
 * The list keeps its order while others support and adopt: what is asked of this person, what they
 * proposed, then actions by number within how they stand; no vote moves a row under a hand. */

#include "screen/task.h"

enum plan_kind { PLAN_RETURNED, PLAN_ON_WAY, PLAN_SAVED };

struct plan_row {
    uint8_t kind;   /* enum plan_kind */
    uint8_t part;   /* rows stand by part, then by number */
    uint16_t which; /* the action; its place among those asked for, or among the returned */
};

enum { PLAN_ROWS_MAX = ACTIONS_MAX + RETURNED_MAX + SCREENS_COMMANDS_MAX + SESSION_OUTBOX_MAX };

/* Fills `rows`; returns how many. */
unsigned plan_rows(const struct screens *s, struct plan_row rows[PLAN_ROWS_MAX]);

/* ---- one action as this person may know it ---- */

/* Before the room, or waiting and this person's own. */
bool plan_is_there(const struct screens *s, action_id action);
/* Borrowed. */
const struct action_content *plan_content(const struct screens *s, action_id action);
enum action_state plan_state(const struct screens *s, action_id action);

/* Proposed here, and still to be changed by who did. */
bool plan_is_mine(const struct screens *s, action_id action);

/* This person, or the school they speak for, is its owner; and has not answered yet. */
bool plan_is_owner(const struct screens *s, action_id action);
bool plan_is_asked(const struct screens *s, action_id action);

/* Can be supported by this person. */
bool plan_may_support(const struct screens *s, action_id action);

/* What is on its way counts: whether this person supports it, and how many do. */
bool plan_supports(const struct screens *s, action_id action);
unsigned plan_support_count(const struct screens *s, action_id action);
void plan_support(struct screens *s, action_id action, bool on);

/* A change, an answer or a withdrawal of it is on its way. */
bool plan_is_moving(const struct screens *s, action_id action);

void plan_take_back(struct screens *s, action_id action);

/* ---- in words ---- */

/* The day by this laptop's clock (base/day.h). */
uint32_t plan_today(const struct screens *s);

/* "Ana Smith", "Ana Smith, asked", "Who will?". An action that is on its way has no item: NULL. */
void plan_owner(char to[SCREEN_TEXT_SIZE], const struct screens *s,
                const struct action_content *content, const struct action_item *item);

/* How it stands: "Adopted", "Under way", "Sending". Borrowed. */
const char *plan_standing(const struct screens *s, action_id action);

/* "Adopted · Multi-agency training · Ana Smith · 30 Nov" */
void plan_line(char to[SCREEN_TEXT_SIZE], const struct screens *s, const struct plan_row *row);

/* ---- the draft ---- */

/* The one that is being written: a new action, or the change of an own one. */
struct plan_draft *propose_draft(struct screens *s);

/* Goes to the new one; takes an action of one's own up to change it; leaves what is written. A
 * change that was begun comes before either. */
void propose_new(struct screens *s);
void propose_change(struct screens *s, action_id action);
void propose_leave(struct screens *s);

/* Takes up one that came back; what was being written instead comes to stand in its place. */
void propose_take_up(struct screens *s, unsigned returned);

/* What the person has to look at before it can be sent; a second press sends all the same where it
 * is only advice. */
enum propose_fault {
    PROPOSE_FINE,
    PROPOSE_TEXT, /* nothing to do is written, or too much */
    PROPOSE_NAME, /* somebody, but not who */
    PROPOSE_DATE, /* it cannot be read */
    PROPOSE_NO_DATE,
    PROPOSE_PAST,
    PROPOSE_FAR,
};

/* What stands against sending it now; `due`: the day that is written, or 0. */
enum propose_fault propose_check(const struct screens *s, const struct plan_draft *draft,
                                 uint32_t *due);

/* Sends it, or says with draft->fault what to look at. True when it was sent. */
bool propose_send(struct screens *s);

#endif
