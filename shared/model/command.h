#ifndef PLENARY_MODEL_COMMAND_H
#define PLENARY_MODEL_COMMAND_H

/* What a seat, the facilitator or the kiosk itself asks for. The id is the seat's own, counting up
 * from 1, so that sending a command again is safe; the kiosk answers each id with a receipt or a
 * refusal. The secret is filled in by the host (fresh random bytes), never by the network.
 *
 * COMMAND_LIST: name, word, member of union change, who may ask. Who: KIOSK the kiosk itself, alone
 * (the wire has no number for such a kind), FACILITATOR, SEAT anybody seated (the decision then
 * looks at their school). */

#include "model/change.h"

#define COMMAND_LIST(X)                                                                            \
    X(CREATE, "create", workshop, KIOSK)                                                           \
    X(ADD_CONDITION, "add-condition", condition, KIOSK)                                            \
    X(ADD_AGENDA_ITEM, "add-agenda-item", agenda, KIOSK)                                           \
    X(JOIN, "join", join, KIOSK)                                                                   \
    X(RETIRE_CODE, "retire-code", code, KIOSK)                                                     \
    X(ADD_SCHOOL, "add-school", school, FACILITATOR)                                               \
    X(RENAME_SCHOOL, "rename-school", school, FACILITATOR)                                         \
    X(ISSUE_CODE, "issue-code", code, FACILITATOR)                                                 \
    X(ADMIT, "admit", seat, FACILITATOR)                                                           \
    X(REMOVE_SEAT, "remove-seat", seat, FACILITATOR)                                               \
    X(NAME_SEAT, "name-seat", seat, SEAT)                                                          \
    X(PLACE_SEAT, "place-seat", seat, SEAT)                                                        \
    X(RATE, "rate", rating, SEAT)                                                                  \
    X(WITHDRAW, "withdraw", rating, SEAT)                                                          \
    X(AGREE, "agree", rating, SEAT)                                                                \
    X(AGREE_IN_PERSON, "agree-in-person", rating, FACILITATOR)                                     \
    X(CONSENT, "consent", consent, SEAT)                                                           \
    X(GO, "go", place, FACILITATOR)                                                                \
    X(TIME, "time", timer, FACILITATOR)                                                            \
    X(LOOK, "look", view, FACILITATOR)                                                             \
    X(SET, "set", setting, FACILITATOR)                                                            \
    X(CLOSE, "close", setting, FACILITATOR)                                                        \
    X(ADD_BOARD, "add-board", board, KIOSK)                                                        \
    X(ADD_QUESTION, "add-question", question, KIOSK)                                               \
    X(REOPEN, "reopen", rating, FACILITATOR)                                                       \
    X(SET_BOARD, "set-board", board_set, FACILITATOR)                                              \
    X(ADD_NOTE, "add-note", note, SEAT)                                                            \
    X(EDIT_NOTE, "edit-note", note, SEAT)                                                          \
    X(REMOVE_NOTE, "remove-note", note, SEAT)                                                      \
    X(MOVE_NOTE, "move-note", note, FACILITATOR)                                                   \
    X(MERGE_NOTE, "merge-note", note, FACILITATOR)                                                 \
    X(STAR_NOTE, "star-note", note, FACILITATOR)                                                   \
    X(APPROVE_NOTE, "approve-note", note, FACILITATOR)                                             \
    X(ASSIGN_NOTE, "assign-note", note, FACILITATOR)                                               \
    X(DEAL_NOTES, "deal-notes", note, FACILITATOR)                                                 \
    X(GROUP_SEAT, "group-seat", seat, SEAT)                                                        \
    X(FILL_SLIP, "fill-slip", slip, SEAT)                                                          \
    X(CALL_ROUND, "call-round", round, FACILITATOR)                                                \
    X(WORD_FINDING, "word-finding", finding, FACILITATOR)                                          \
    X(SET_FINDING, "set-finding", finding, FACILITATOR)                                            \
    X(RANK_FINDING, "rank-finding", finding, FACILITATOR)                                          \
    X(ANSWER_FINDING, "answer-finding", finding, SEAT)                                             \
    X(ADD_ACTION, "add-action", action, SEAT)                                                      \
    X(CHANGE_ACTION, "change-action", action, SEAT)                                                \
    X(REMOVE_ACTION, "remove-action", action, SEAT)                                                \
    X(CHANGE_AGENDA_ITEM, "change-agenda-item", agenda, FACILITATOR)                               \
    X(REPLAN, "replan", replan, FACILITATOR)                                                       \
    X(UNDO, "undo", undo, FACILITATOR)                                                             \
    X(REDO, "redo", undo, FACILITATOR)                                                             \
    X(ADD_BALLOT, "add-ballot", ballot, FACILITATOR)                                               \
    X(CHANGE_BALLOT, "change-ballot", ballot, FACILITATOR)                                         \
    X(REMOVE_BALLOT, "remove-ballot", ballot, FACILITATOR)                                         \
    X(SET_BALLOT, "set-ballot", ballot_set, FACILITATOR)                                           \
    X(CAST_PAPER, "cast-paper", paper, SEAT)                                                       \
    X(WITHDRAW_PAPER, "withdraw-paper", paper, SEAT)                                               \
    X(SHARE_SEAT, "share-seat", seat, SEAT)                                                        \
    X(SET_PRIORITIES, "set-priorities", priorities, FACILITATOR)                                   \
    X(SET_ACTION, "set-action", action, FACILITATOR)                                               \
    X(MERGE_ACTION, "merge-action", action, FACILITATOR)                                           \
    X(SUPPORT_ACTION, "support-action", action, SEAT)                                              \
    X(ACCEPT_ACTION, "accept-action", action, SEAT)                                                \
    X(PROGRESS_ACTION, "progress-action", action, SEAT)                                            \
    X(ADD_REVIEW, "add-review", review, FACILITATOR)                                               \
    X(ADD_PAST, "add-past", past, FACILITATOR)                                                     \
    X(REMOVE_REVIEW, "remove-review", review, FACILITATOR)                                         \
    X(ADD_CHARACTER, "add-character", character, KIOSK)                                            \
    X(ADD_MOMENT, "add-moment", moment, KIOSK)                                                     \
    X(PLAY, "play", play, SEAT)                                                                    \
    X(CONDUCT, "conduct", conduct, FACILITATOR)

enum command_kind {
#define X(name, word, member, who) COMMAND_##name,
    COMMAND_LIST(X)
#undef X
        COMMAND_COUNT
};

struct command {
    uint32_t id;
    enum command_kind kind;
    union change change;
    struct secret secret;
};

const char *command_word(enum command_kind k);

#endif
