#ifndef PLENARY_MODEL_REFUSAL_H
#define PLENARY_MODEL_REFUSAL_H

/* Why the answer is no. A refusal is not an error: the program works, and the person who asked is
 * told in a plain sentence. The word is for programs (refused id=7 reason=WORD). */

#define REFUSAL_LIST(X)                                                                            \
    X(NONE, "none", "")                                                                            \
    X(NOT_ALLOWED, "not-allowed", "Only the facilitator can do that.")                             \
    X(NOT_ADMITTED, "not-admitted",                                                                \
      "The facilitator has not yet let you answer for your school. Please ask at the front.")      \
    X(NO_SEAT_SCHOOL, "no-school-yet", "Please choose your school first.")                         \
    X(OTHER_SCHOOL, "other-school", "You can only answer for your own school.")                    \
    X(NO_SCHOOL, "no-school", "There is no such school in this review.")                           \
    X(NO_CONDITION, "no-condition", "There is no such condition in this review.")                  \
    X(NO_SEAT, "no-seat", "There is no such seat.")                                                \
    X(NO_ITEM, "no-item", "There is no such item on the agenda.")                                  \
    X(RATING_RANGE, "rating-range", "A rating is a whole number from 1 to 10.")                    \
    X(TARGET_RANGE, "target-range",                                                                \
      "The target is a whole number from 1 to 10, and not below where you are now.")               \
    X(MONTHS_RANGE, "months-range", "The time to get there is from 1 to 120 months.")              \
    X(NAME_EMPTY, "name-empty", "Please give a name.")                                             \
    X(NAME_TAKEN, "name-taken", "There is already a school of that name.")                         \
    X(TEXT_LONG, "text-long", "That text is too long. Please make it shorter.")                    \
    X(TEXT_BROKEN, "text-broken", "That text cannot be read. Please type it again.")               \
    X(NO_PROPOSAL, "no-proposal", "There is nothing to agree to here yet.")                        \
    X(OWN_PROPOSAL, "own-proposal", "The other side has to agree to this one.")                    \
    X(CHANGED, "changed", "It has changed in the meantime. Please look again.")                    \
    X(SCHOOLS_FULL, "schools-full", "There is no room for another school.")                        \
    X(SEATS_FULL, "seats-full", "Every seat is taken. Please tell the person at the front.")       \
    X(CODES_FULL, "codes-full", "No more codes can be made for this workshop.")                    \
    X(CODE_USED, "code-used", "That code is not in use any more. Please ask for a new one.")       \
    X(NOT_AGREED, "not-agreed", "This rating has not been agreed yet.")                            \
    X(NO_BOARD, "no-board", "There is no such board in this workshop.")                            \
    X(BOARD_CLOSED, "board-closed", "This board takes no notes just now.")                         \
    X(NO_HEADING, "no-heading", "Please choose one of the headings.")                              \
    X(NO_NOTE, "no-note", "That note is not there any more.")                                      \
    X(OTHER_NOTE, "other-note", "You can only change your own notes.")                             \
    X(NOTE_TAKEN_UP, "note-taken-up",                                                              \
      "Others have already written to this note. Please ask at the front to take it down.")        \
    X(NOTES_ENOUGH, "notes-enough",                                                                \
      "This laptop has put up as many notes as it can. Please ask at the front.")                  \
    X(NOTES_FULL, "notes-full", "There is no room for another note.")                              \
    X(TEXT_EMPTY, "text-empty", "Please write something first.")                                   \
    X(NO_GROUP, "no-group", "There is no such group.")                                             \
    X(TIMES_RANGE, "times-range",                                                                  \
      "A part of the day starts between 00:01 and 23:59 and lasts up to 24 hours.")                \
    X(AT_STEP, "at-step", "The room is at that step just now. Please go on first.")                \
    X(NO_STEP, "no-step", "There is no step left to take back or do again.")                       \
    X(NO_TIMER, "no-timer", "This part has no timer.")                                             \
    X(NAMES_OFF, "names-off", "Targets are shown only when every school has said yes to names.")   \
    X(NOT_ASKED, "not-asked", "This is not being asked just now.")                                 \
    X(SLIPS_FULL, "slips-full", "There is no room for another answer.")                            \
    X(NO_FINDING, "no-finding", "There is no such finding.")                                       \
    X(FINDINGS_FULL, "findings-full", "There is no room for another finding of your own.")         \
    X(NOT_LA, "not-la", "Only the local authority and the facilitator can answer here.")           \
    X(NOT_FOR_LA, "not-for-la", "This finding has not been put to the local authority.")           \
    X(NO_ACTION, "no-action", "That action is not there any more.")                                \
    X(ACTIONS_FULL, "actions-full", "There is no room for another action.")                        \
    X(ACTIONS_ENOUGH, "actions-enough",                                                            \
      "This laptop has proposed as many actions as it can. Please ask at the front.")              \
    X(ACTION_STATE, "action-state", "That cannot be done with this action just now.")              \
    X(OTHER_ACTION, "other-action",                                                                \
      "You can only change what you proposed yourself, and until it is agreed.")                   \
    X(NOT_OWNER, "not-owner", "Somebody else has been asked to see this action through.")          \
    X(DATE_UNLIKELY, "date-unlikely",                                                              \
      "That date is past, or more than five years away. Is it meant?")                             \
    X(IN_BALLOT, "in-ballot", "A vote on this is under way. Please end the vote first.")           \
    X(PRIORITIES_RANGE, "priorities-range",                                                        \
      "Up to ten priorities can be taken on, each of them once.")                                  \
    X(NO_BALLOT, "no-ballot", "There is no such vote.")                                            \
    X(BALLOTS_FULL, "ballots-full", "There is no room for another vote in this workshop.")         \
    X(BALLOT_STATE, "ballot-state", "That cannot be done with this vote just now.")                \
    X(BALLOT_BUSY, "ballot-busy", "Another vote is open. Please close it first.")                  \
    X(BALLOT_CLOSED, "ballot-closed", "This vote is closed. Your vote was not counted.")           \
    X(BALLOT_TERMS, "ballot-terms", "This vote does not fit together. Please look at its terms.")  \
    X(OPTIONS_FEW, "options-few", "A vote needs at least two things to choose from.")              \
    X(OPTIONS_MANY, "options-many",                                                                \
      "A vote has room for 24 things to choose from. Please pick which.")                          \
    X(NO_OPTION, "no-option", "That is not one of the things to choose from in this vote.")        \
    X(OPTION_TWICE, "option-twice", "The same thing stands in this vote twice.")                   \
    X(PAPER_EMPTY, "paper-empty", "Please choose something first.")                                \
    X(OVER_BUDGET, "over-budget", "That is more dots than everybody has.")                         \
    X(OVER_LIMIT, "over-limit", "That is more dots than may go on one.")                           \
    X(MARK_RANGE, "mark-range", "That mark is not one that this vote knows.")                      \
    X(NO_SLOT, "no-slot", "Nobody else is at this laptop. Please say first that you share it.")    \
    X(LAPTOP_RANGE, "laptop-range", "Between one and twelve people can share a laptop.")           \
    X(SLOT_VOTED, "slot-voted",                                                                    \
      "Somebody at that laptop has voted already. Take that vote back first.")                     \
    X(VOTED_ELSEWHERE, "voted-elsewhere",                                                          \
      "You have already voted for another school. Please ask at the front.")                       \
    X(NO_PAPER, "no-paper", "There is no such vote to take back.")                                 \
    X(PAPERS_FULL, "papers-full", "There is no room for another vote.")                            \
    X(NO_REVIEW, "no-review", "There is no such earlier review here.")                             \
    X(REVIEWS_FULL, "reviews-full", "There is no room for another earlier review.")                \
    X(REVIEW_DAY, "review-day", "An earlier review was held today at the latest.")                 \
    X(REVIEW_TWICE, "review-twice", "That earlier review is here already.")                        \
    X(NOT_TRAINING, "not-training", "This is a real review: nobody plays a role in it.")           \
    X(NO_CHARACTER, "no-character", "There is no such role in this training.")                     \
    X(CHARACTER_TAKEN, "character-taken", "Somebody else is playing that role.")                   \
    X(NO_MOMENT, "no-moment", "There is no such moment in this training.")                         \
    X(PACE_RANGE, "pace-range", "The pace is from 1 to 20.")                                       \
    X(REMOVED, "removed", "This seat has been given up. Please ask for a new code.")               \
    X(CLOSED, "closed", "This workshop is closed.")                                                \
    X(NOT_CREATED, "not-created", "This workshop has not been set up yet.")                        \
    X(TOO_OLD, "too-old", "That was asked too long ago to be sure of it. Please look again.")      \
    X(NOT_SAVED, "not-saved", "It could not be saved just now. Please try again in a moment.")     \
    X(NOT_UNDERSTOOD, "not-understood",                                                            \
      "The kiosk did not understand that. Is Plenary the same "                                    \
      "version on both?")

enum refusal {
#define X(name, word, text) REFUSAL_##name,
    REFUSAL_LIST(X)
#undef X
        REFUSAL_COUNT
};

const char *refusal_word(enum refusal r);
const char *refusal_text(enum refusal r);

#endif
