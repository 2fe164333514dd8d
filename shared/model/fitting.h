#ifndef PLENARY_MODEL_FITTING_H
#define PLENARY_MODEL_FITTING_H

/* Within model/ only: what the fits*.c files share. One question per body: may this event be
 * applied to this state? The table of them is in fits.c. */

#include "model/model.h"

typedef bool fitting(const struct model *m, const struct event *e);

fitting agenda_fits, changed_agenda_fits, replan_fits, place_fits, timer_fits, view_fits;
fitting board_fits, question_fits, board_set_fits, note_added_fits, note_fits, note_edited_fits,
    note_moved_fits, note_merged_fits, note_assigned_fits, notes_dealt_fits;
fitting undone_fits, redone_fits;
fitting slip_filled_fits, slip_changed_fits, round_called_fits; /* rounds */
fitting finding_worded_fits, finding_set_fits, finding_ranked_fits, finding_answered_fits;
fitting ballot_added_fits, ballot_changed_fits, ballot_removed_fits, ballot_set_fits,
    ballot_revealed_fits, paper_cast_fits, paper_withdrawn_fits, priorities_fits; /* ballots */
fitting review_added_fits, past_added_fits, review_removed_fits;
fitting character_fits, play_fits, moment_fits, conduct_fits; /* training */
fitting action_added_fits, action_changed_fits, action_fits, action_set_fits, action_merged_fits,
    action_progressed_fits; /* actions */

/* The lobby, or a step that the agenda has. */
bool fitting_has_place(const struct model *m, const struct place *place);
/* The times of an agenda item and of its steps are such as a day can have. */
bool fitting_has_times(const struct agenda_item *item);

#endif
