#ifndef PLENARY_MODEL_APPLYING_H
#define PLENARY_MODEL_APPLYING_H

/* Within model/ only: what the apply_*.c files share. An applier does to the state what one event
 * says; it has passed model_fits and cannot fail. The table of them is in apply.c. */

#include "model/model.h"

typedef void applier(struct model *m, const struct event *e);

applier apply_rating_proposed, apply_rating_withdrawn, apply_rating_agreed,
    apply_rating_agreed_in_person, apply_rating_reopened, apply_consent_given; /* ratings */
applier apply_seat_joined, apply_seat_moved, apply_seat_named, apply_seat_placed,
    apply_seat_admitted, apply_seat_removed, apply_seat_grouped, apply_seat_shared,
    apply_code_issued, apply_code_retired; /* seats */
applier apply_agenda_item_added, apply_agenda_item_changed, apply_agenda_replanned,
    apply_place_reached, apply_timer_set, apply_view_chosen; /* agenda */
applier apply_board_added, apply_question_added, apply_board_set, apply_note_added,
    apply_note_edited, apply_note_removed, apply_note_moved, apply_note_merged, apply_note_starred,
    apply_note_approved, apply_note_assigned, apply_notes_dealt;   /* notes */
applier apply_undone, apply_redone;                                /* undo */
applier apply_slip_filled, apply_slip_changed, apply_round_called; /* rounds */
applier apply_finding_worded, apply_finding_set, apply_finding_ranked, apply_finding_answered;
applier apply_ballot_added, apply_ballot_changed, apply_ballot_removed, apply_ballot_set,
    apply_ballot_revealed, apply_priorities_set; /* ballots */
applier apply_review_added, apply_past_added, apply_review_removed;
applier apply_character_added, apply_character_played, apply_moment_added, apply_conducted;
applier apply_paper_cast, apply_paper_withdrawn; /* papers */
applier apply_action_added, apply_action_changed, apply_action_removed, apply_action_set,
    apply_action_merged, apply_action_supported, apply_action_accepted, apply_action_progressed;

/* Ends what is still being asked: the evaluation is shown, as its comments are, and what else was
 * not shown never will be. Nobody is known any more to have filled any slip. */
void applying_close_rounds(struct model *m);

/* Lets the views without names move on as far as nobody can be read off the change. For what
 * changes many ratings or answers about names at once. */
void applying_refresh_unnamed(struct model *m);

/* Brings the room to a place: timers stop and start, a board opens, what was brought up large on
 * the place before goes. */
void applying_go(struct model *m, struct place to, int64_t at_ms);

/* Closes a board: who wrote its notes is forgotten. */
void applying_close_board(struct model *m, uint8_t board);

/* Ends the votes under way: they stay closed, their papers are gone. */
void applying_close_ballots(struct model *m);

/* Forgets the papers of a ballot, who took part in it stays known. */
void applying_forget_papers(struct model *m, ballot_id ballot);

/* A seat is given up: its papers in votes by person under way go with it. A seat moves to another
 * laptop: what is on them is not told there. */
void applying_take_papers_away(struct model *m, seat_id seat);
void applying_hide_papers(struct model *m, seat_id seat);

/* A seat plays nobody any more but leaders of the school `keep` (0: none of these either). */
void applying_end_play(struct model *m, seat_id seat, school_id keep);

/* Makes a note as it was at another time, but for who wrote it. */
void applying_put_note(struct model *m, note_id id, const struct note *to);

#endif
