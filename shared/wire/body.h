#ifndef PLENARY_WIRE_BODY_H
#define PLENARY_WIRE_BODY_H

/* Within wire/ only: the model's structs to nanopb's (out) and back (in). Out cannot fail. In gives
 * REFUSAL_NONE, or why the value cannot be taken: a number out of range, a text too long or not
 * UTF-8. */

#include "model/change.h"
#include "model/item.h"
#include "model/refusal.h"
#include "plenary.pb.h"

/* name, nanopb's type, ours */
#define BODY_LIST(X)                                                                               \
    X(figure, plenary_Figure, struct figure)                                                       \
    X(resource, plenary_Resource, struct resource)                                                 \
    X(content, plenary_Condition, struct condition)                                                \
    X(agenda_step, plenary_AgendaStep, struct agenda_step)                                         \
    X(agenda_item, plenary_AgendaItem, struct agenda_item)                                         \
    X(workshop_change, plenary_WorkshopChange, struct workshop_change)                             \
    X(condition_change, plenary_ConditionChange, struct condition_change)                          \
    X(agenda_change, plenary_AgendaChange, struct agenda_change)                                   \
    X(school_change, plenary_SchoolChange, struct school_change)                                   \
    X(join_change, plenary_JoinChange, struct join_change)                                         \
    X(seat_change, plenary_SeatChange, struct seat_change)                                         \
    X(code_change, plenary_CodeChange, struct code_change)                                         \
    X(rating_change, plenary_RatingChange, struct rating_change)                                   \
    X(consent_change, plenary_ConsentChange, struct consent_change)                                \
    X(place, plenary_Place, struct place)                                                          \
    X(timer_change, plenary_TimerChange, struct timer_change)                                      \
    X(view, plenary_View, struct view)                                                             \
    X(setting_change, plenary_SettingChange, struct setting_change)                                \
    X(board_content, plenary_BoardContent, struct board_content)                                   \
    X(board_change, plenary_BoardChange, struct board_change)                                      \
    X(question_change, plenary_QuestionChange, struct question_change)                             \
    X(board_set_change, plenary_BoardSetChange, struct board_set_change)                           \
    X(note_change, plenary_NoteChange, struct note_change)                                         \
    X(slip_change, plenary_SlipChange, struct slip_change)                                         \
    X(round_change, plenary_RoundChange, struct round_change)                                      \
    X(finding_change, plenary_FindingChange, struct finding_change)                                \
    X(action_change, plenary_ActionChange, struct action_change)                                   \
    X(replan_change, plenary_ReplanChange, struct replan_change)                                   \
    X(action_content, plenary_ActionContent, struct action_content)                                \
    X(ballot_content, plenary_BallotContent, struct ballot_content)                                \
    X(ballot_change, plenary_BallotChange, struct ballot_change)                                   \
    X(ballot_set_change, plenary_BallotSetChange, struct ballot_set_change)                        \
    X(ballot_tally, plenary_BallotTally, struct ballot_tally)                                      \
    X(ballot_reveal_change, plenary_BallotRevealChange, struct ballot_reveal_change)               \
    X(paper_change, plenary_PaperChange, struct paper_change)                                      \
    X(priority, plenary_Priority, struct priority)                                                 \
    X(priorities_change, plenary_PrioritiesChange, struct priorities_change)                       \
    X(past, plenary_Past, struct past)                                                             \
    X(review_change, plenary_ReviewChange, struct review_change)                                   \
    X(past_change, plenary_PastChange, struct past_change)                                         \
    X(review, plenary_Review, struct review_item)                                                  \
    X(undo_change, plenary_UndoChange, struct undo_change)                                         \
    X(character_change, plenary_CharacterChange, struct character_change)                          \
    X(play_change, plenary_PlayChange, struct play_change)                                         \
    X(moment_change, plenary_MomentChange, struct moment_change)                                   \
    X(conduct_change, plenary_ConductChange, struct conduct_change)                                \
    X(character, plenary_Character, struct character_item)                                         \
    X(card, plenary_Card, struct card_item)                                                        \
    X(moment, plenary_Moment, struct moment_item)                                                  \
    X(conducting, plenary_Conducting, struct conducting_item)                                      \
    X(workshop, plenary_Workshop, struct workshop_item)                                            \
    X(timer, plenary_Timer, struct timer_item)                                                     \
    X(school, plenary_School, struct school_item)                                                  \
    X(cell, plenary_Cell, struct cell_item)                                                        \
    X(proposal, plenary_Proposal, struct proposal)                                                 \
    X(talk, plenary_Talk, struct talk_item)                                                        \
    X(summary, plenary_Summary, struct summary_item)                                               \
    X(progress, plenary_Progress, struct progress_item)                                            \
    X(consent, plenary_Consent, struct consent_item)                                               \
    X(seat, plenary_Seat, struct seat_item)                                                        \
    X(code, plenary_Code, struct code_item)                                                        \
    X(me, plenary_Me, struct me_item)                                                              \
    X(kiosk, plenary_Kiosk, struct kiosk_item)                                                     \
    X(board, plenary_Board, struct board_item)                                                     \
    X(question, plenary_Question, struct question_item)                                            \
    X(note, plenary_Note, struct note_item)                                                        \
    X(own_note, plenary_OwnNote, struct own_note_item)                                             \
    X(round, plenary_Round, struct round_item)                                                     \
    X(tally, plenary_Tally, struct tally_item)                                                     \
    X(missing, plenary_Missing, struct missing_item)                                               \
    X(own_slip, plenary_OwnSlip, struct own_slip_item)                                             \
    X(finding, plenary_Finding, struct finding_item)                                               \
    X(action, plenary_Action, struct action_item)                                                  \
    X(undo, plenary_Undo, struct undo_item)                                                        \
    X(own_action, plenary_OwnAction, struct own_action_item)                                       \
    X(ballot, plenary_Ballot, struct ballot_item)                                                  \
    X(turnout, plenary_Turnout, struct turnout_item)                                               \
    X(own_paper, plenary_OwnPaper, struct own_paper_item)                                          \
    X(named_paper, plenary_NamedPaper, struct named_paper_item)

#define X(name, wire, ours)                                                                        \
    void name##_out(wire *w, const ours *m);                                                       \
    enum refusal name##_in(ours *m, const wire *w);
BODY_LIST(X)
#undef X

#endif
