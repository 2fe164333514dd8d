#ifndef PLENARY_LINES_FORMS_H
#define PLENARY_LINES_FORMS_H

/* Within lines/ only: what can be typed, as one table, and the functions that read it. A reader
 * fills in the command from the words that follow the form's own; it returns false, with trouble,
 * when they do not say it. */

#include "lines/commands.h"
#include "lines/parse.h"

enum {
    PEOPLE = 1, /* everybody but the facilitator */
    FACILITATOR = 2,
    ALL = PEOPLE | FACILITATOR,
    TRAINING = 4, /* besides: told in a training's help alone */
};

typedef bool form_reader(struct lines_reader *r);

/* A form begins with the words that must stand there; what follows in capitals or brackets tells
 * people what to put. Of two forms that fit, the first is meant. */
struct form {
    const char *form;
    int help;     /* enum word */
    unsigned who; /* whose form this is; the kiosk decides who may use it */
    bool shown;   /* in everybody's help */
    enum lines_ask ask;
    form_reader *read; /* LINES_SEND only */
};

/* The table, and how many there are. */
const struct form *lines_forms(unsigned *count);

bool lines_is_facilitator(const struct lines_reader *r);
/* The facilitator names the school that is meant, everybody else means their own. */
CHECKED bool lines_take_whose(struct lines_reader *r, school_id *school);

/* An adopted action that nobody is to see to, or by no date. */
bool lines_is_loose(const struct action_item *action);

form_reader read_action_accept, read_action_add, read_action_adopt, read_action_approve,
    read_action_change, read_action_decline, read_action_merge, read_action_park, read_action_part,
    read_action_progress, read_action_propose, read_action_remove, read_action_support,
    read_view_action;

form_reader read_ballot_run_off, read_priorities_are, read_priorities_from;
form_reader read_ballot_add, read_ballot_again, read_ballot_change, read_ballot_close,
    read_ballot_open, read_ballot_remove, read_ballot_reopen, read_ballot_reveal, read_paper_add,
    read_paper_remove, read_share, read_view_ballot, read_view_sight, read_vote, read_vote_withdraw;

form_reader read_review_remove, read_view_then;
form_reader read_call, read_go_on, read_pace, read_pause, read_play, read_step; /* training */
form_reader read_save_page;
form_reader read_add_school, read_admit, read_admit_all, read_agree, read_agreed, read_back,
    read_blank, read_board_close, read_board_hold, read_board_open, read_code_observer,
    read_code_room, read_code_school, read_close_workshop, read_code_seat, read_consent,
    read_count_proposed, read_deal, read_finding_add, read_finding_answer, read_finding_hide,
    read_finding_la, read_finding_rank, read_finding_word, read_freeze, read_goto, read_group,
    read_have_you_ever, read_hide_timers, read_larger, read_move, read_name, read_next,
    read_note_add, read_note_approve, read_note_assign, read_note_edit, read_note_merge,
    read_note_move, read_note_part, read_note_remove, read_note_star, read_note_suggest,
    read_objective, read_rate, read_reading, read_redo, read_remove, read_rename_school,
    read_reopen, read_replan, read_retime, read_retitle, read_room_code, read_round_clear,
    read_round_open, read_round_show, read_school, read_timer_add, read_timer_pause,
    read_timer_start, read_undo, read_view_finding, read_view_focus, read_view_note,
    read_view_order, read_view_page, read_view_targets, read_withdraw;

#endif
