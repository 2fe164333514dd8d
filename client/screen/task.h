#ifndef PLENARY_SCREEN_TASK_H
#define PLENARY_SCREEN_TASK_H

/* What the room asks of the person at this laptop where it now is: the screen it is done on, and
 * how waiting reads once it is done. Also the unsigned answers, which several screens give. */

#include "screen/screen.h"

/* Seated, and neither the facilitator nor a display. */
bool task_takes_part(const struct screens *s);

/* The screen of the room's stage for this person; -1: none. */
int task_screen(const struct screens *s);

/* Leaves whatever was chosen, for what the room asks; waiting where it asks nothing. */
void task_go(struct screens *s);

/* A button back to it in the footer, left of *right, for who stayed `here` when the room went on.
 */
void task_run_back(struct screens *s, enum screen_id here, double *right);

/* To a board that is always open, such as that of parked questions; to the next one when one is
 * looked at. False: there is none. */
bool task_go_parked(struct screens *s);
bool task_has_parked(const struct screens *s);

/* How waiting reads here. False: nothing special. `button` leads back to the screen. */
bool task_waiting(const struct screens *s, enum word *title, enum word *line, enum word *button);

/* A number that changes when the room begins to ask something else. */
uint64_t task_mark(const struct screens *s);

/* True while something in hand on the screen the person is at has not been sent: the screen is not
 * taken away. */
bool task_is_in_hand(const struct screens *s);

/* What is in hand on any screen and has not been sent, by kind; returns how many kinds. */
unsigned task_unsent(const struct screens *s, enum word what[SCREEN_COUNT]);

/* True while anything at all would be lost with the window: on any screen, or on its way. */
bool task_is_anything_unsent(const struct screens *s);

/* One's own answer as it stands, counting what is on its way; 0: none. */
uint8_t task_own_slip(const struct screens *s, enum slip_kind kind, unsigned subject);

/* Gives or changes it; false when too much is wished for already. */
bool task_fill_slip(struct screens *s, enum slip_kind kind, uint8_t subject, uint8_t value);

/* ---- what is in hand elsewhere (each file its own) ---- */

bool reading_is_unsent(const struct screens *s);
bool evaluation_is_unsent(const struct screens *s);
bool evaluation_is_open(const struct screens *s); /* something of it can be answered */
bool evaluation_is_answered(const struct screens *s);
bool response_is_unsent(const struct screens *s);
bool response_are_unsent(const struct screens *s); /* to any finding */
bool actions_is_unsent(const struct screens *s);
bool actions_are_unsent(const struct screens *s); /* on any condition */
bool vote_is_unsent(const struct screens *s);
bool propose_is_unsent(const struct screens *s);  /* of what is being written */
bool propose_are_unsent(const struct screens *s); /* of that, and of what came back */

/* An answer or an action that was refused: it is in hand again. */
void response_came_back(struct screens *s, const struct finding_change *change);
void actions_came_back(struct screens *s, const struct action_change *change);
void propose_came_back(struct screens *s, const struct action_change *change, enum refusal refusal);

/* The first action that this person is asked to see through and has neither answered nor put off;
 * 0: none. */
action_id plan_asked(const struct screens *s);

/* To the workshop's actions. False: there are none yet, and the room is not at them. */
bool plan_go(struct screens *s);
bool plan_has_any(const struct screens *s);

/* ---- votes (vote.c, vote_paper.c, vote_turns.c) ---- */

bool vote_asks(const struct screens *s);     /* one is open to this person, whatever the stage */
bool vote_is_over(const struct screens *s);  /* the room looks at one that is closed or revealed */
uint32_t vote_tell(const struct screens *s); /* which, and how it stands: below 2 to the 9th */
bool vote_may_share(const struct screens *s);

/* How waiting reads with a vote: as task_waiting. */
bool vote_waiting(const struct screens *s, enum word *title, enum word *line, enum word *button);

/* How many have voted in the vote that is open or looked at; NULL: there is none. */
const struct turnout_item *vote_turnout(const struct screens *s);

/* Notes what the room says of papers; once a step. */
void vote_follow(struct screens *s);

/* What has become of a paper. The last: true when it is told where the paper is. */
void vote_was_sent(struct screens *s, const struct command *command);
void vote_was_saved(struct screens *s, uint32_t id);
bool vote_was_refused(struct screens *s, uint32_t id, enum refusal refusal);

/* The actions of the school on the condition looked at in the rating. */
unsigned actions_count(const struct screens *s);

#endif
