#ifndef PLENARY_MODEL_DECIDING_H
#define PLENARY_MODEL_DECIDING_H

/* Within model/ only: what the decide_*.c files share. A decider is one static step: it looks, then
 * refuses or adds events. Who may ask at all has been checked before it is called. */

#include "model/decide.h"

struct deciding {
    const struct model *model;
    seat_id seat;
    const struct command *command;
    int64_t now_ms;
    struct decision *out;
};

typedef enum refusal decider(struct deciding *d);

/* Adds an event of this command, its change copied from `change` (NULL: empty); gives it back so
 * that the decider can fill in the rest. */
struct event *deciding_add(struct deciding *d, enum event_kind kind, const union change *change);

/* Refuses unless the seat may speak for that school. */
enum refusal deciding_speaks_for(const struct deciding *d, school_id school);

/* Makes an event say nothing of who asked for it: neither seat nor command, and the time to five
 * minutes. When something is `created` its secret says it instead, so that people can change their
 * own until that is wiped. */
void deciding_unsign(struct deciding *d, struct event *e, bool created);

/* Refuses a name that is empty. (Length and form were checked on its way in.) */
enum refusal deciding_name(const char *name);

decider decide_create, decide_add_condition, decide_add_agenda_item, decide_add_school,
    decide_rename_school, decide_set, decide_close; /* workshop */
decider decide_join, decide_name_seat, decide_place_seat, decide_admit, decide_remove_seat,
    decide_issue_code, decide_retire_code, decide_group_seat, decide_share_seat; /* seats */
decider decide_rate, decide_withdraw, decide_agree, decide_agree_in_person, decide_reopen,
    decide_consent;
decider decide_go, decide_time, decide_look, decide_change_agenda_item, decide_replan; /* agenda */
decider decide_add_board, decide_add_question, decide_add_note, decide_edit_note,
    decide_remove_note;
decider decide_set_board, decide_move_note, decide_merge_note, decide_star_note,
    decide_approve_note, decide_assign_note, decide_deal_notes; /* boards, by the facilitator */
decider decide_undo, decide_redo;
decider decide_fill_slip, decide_call_round; /* rounds */
decider decide_word_finding, decide_set_finding, decide_rank_finding, decide_answer_finding;
decider decide_add_ballot, decide_change_ballot, decide_remove_ballot, decide_set_ballot,
    decide_set_priorities;
decider decide_add_review, decide_add_past, decide_remove_review;
decider decide_add_character, decide_add_moment, decide_play, decide_conduct; /* training */
decider decide_cast_paper, decide_withdraw_paper;
decider decide_add_action, decide_change_action, decide_remove_action;
decider decide_set_action, decide_merge_action, decide_support_action, decide_accept_action,
    decide_progress_action; /* plan */

#endif
