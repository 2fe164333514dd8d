#ifndef PLENARY_MODEL_EVENT_H
#define PLENARY_MODEL_EVENT_H

/* What happened. Events are the truth: the journal keeps them, the state is what applying them in
 * order gives. A kind of event is never reused or given another meaning; its number is its place in
 * shared/wire/plenary.proto, its word the one in the workshop file.
 *
 * EVENT_LIST: name, word, member of union change. */

#include "model/change.h"

#define EVENT_LIST(X)                                                                              \
    X(CREATED, "created", workshop)                                                                \
    X(CONDITION_ADDED, "condition-added", condition)                                               \
    X(AGENDA_ITEM_ADDED, "agenda-item-added", agenda)                                              \
    X(SCHOOL_ADDED, "school-added", school)                                                        \
    X(SCHOOL_RENAMED, "school-renamed", school)                                                    \
    X(SEAT_JOINED, "seat-joined", join)                                                            \
    X(SEAT_MOVED, "seat-moved", join) /* the same seat on another laptop */                        \
    X(SEAT_NAMED, "seat-named", seat)                                                              \
    X(SEAT_PLACED, "seat-placed", seat)                                                            \
    X(SEAT_ADMITTED, "seat-admitted", seat)                                                        \
    X(SEAT_REMOVED, "seat-removed", seat)                                                          \
    X(CODE_ISSUED, "code-issued", code)                                                            \
    X(CODE_RETIRED, "code-retired", code)                                                          \
    X(RATING_PROPOSED, "rating-proposed", rating)                                                  \
    X(RATING_WITHDRAWN, "rating-withdrawn", rating)                                                \
    X(RATING_AGREED, "rating-agreed", rating)                                                      \
    X(RATING_AGREED_IN_PERSON, "rating-agreed-in-person", rating)                                  \
    X(CONSENT_GIVEN, "consent-given", consent)                                                     \
    X(PLACE_REACHED, "place-reached", place)                                                       \
    X(TIMER_SET, "timer-set", timer)                                                               \
    X(VIEW_CHOSEN, "view-chosen", view)                                                            \
    X(SETTING_MADE, "setting-made", setting)                                                       \
    X(CLOSED, "closed", setting)                                                                   \
    X(BOARD_ADDED, "board-added", board)                                                           \
    X(QUESTION_ADDED, "question-added", question)                                                  \
    X(RATING_REOPENED, "rating-reopened", rating)                                                  \
    X(BOARD_SET, "board-set", board_set)                                                           \
    X(NOTE_ADDED, "note-added", note)                                                              \
    X(NOTE_EDITED, "note-edited", note)                                                            \
    X(NOTE_REMOVED, "note-removed", note)                                                          \
    X(NOTE_MOVED, "note-moved", note)                                                              \
    X(NOTE_MERGED, "note-merged", note)                                                            \
    X(NOTE_STARRED, "note-starred", note)                                                          \
    X(NOTE_APPROVED, "note-approved", note)                                                        \
    X(NOTE_ASSIGNED, "note-assigned", note)                                                        \
    X(NOTES_DEALT, "notes-dealt", note)                                                            \
    X(SEAT_GROUPED, "seat-grouped", seat)                                                          \
    X(SLIP_FILLED, "slip-filled", slip)                                                            \
    X(SLIP_CHANGED, "slip-changed", slip)                                                          \
    X(ROUND_CALLED, "round-called", round)                                                         \
    X(FINDING_WORDED, "finding-worded", finding)                                                   \
    X(FINDING_SET, "finding-set", finding)                                                         \
    X(FINDING_RANKED, "finding-ranked", finding)                                                   \
    X(FINDING_ANSWERED, "finding-answered", finding)                                               \
    X(ACTION_ADDED, "action-added", action)                                                        \
    X(ACTION_CHANGED, "action-changed", action)                                                    \
    X(ACTION_REMOVED, "action-removed", action)                                                    \
    X(AGENDA_ITEM_CHANGED, "agenda-item-changed", agenda)                                          \
    X(AGENDA_REPLANNED, "agenda-replanned", replan)                                                \
    X(BALLOT_ADDED, "ballot-added", ballot)                                                        \
    X(BALLOT_CHANGED, "ballot-changed", ballot)                                                    \
    X(BALLOT_REMOVED, "ballot-removed", ballot)                                                    \
    X(BALLOT_SET, "ballot-set", ballot_set)                                                        \
    X(BALLOT_REVEALED, "ballot-revealed", ballot_reveal)                                           \
    X(PAPER_CAST, "paper-cast", paper)                                                             \
    X(PAPER_WITHDRAWN, "paper-withdrawn", paper)                                                   \
    X(SEAT_SHARED, "seat-shared", seat)                                                            \
    X(PRIORITIES_SET, "priorities-set", priorities)                                                \
    X(ACTION_SET, "action-set", action)                                                            \
    X(ACTION_MERGED, "action-merged", action)                                                      \
    X(ACTION_SUPPORTED, "action-supported", action)                                                \
    X(ACTION_ACCEPTED, "action-accepted", action)                                                  \
    X(ACTION_PROGRESSED, "action-progressed", action)                                              \
    X(UNDONE, "undone", undo)                                                                      \
    X(REDONE, "redone", undo)                                                                      \
    X(REVIEW_ADDED, "review-added", review)                                                        \
    X(PAST_ADDED, "past-added", past)                                                              \
    X(REVIEW_REMOVED, "review-removed", review)                                                    \
    X(CHARACTER_ADDED, "character-added", character)                                               \
    X(CHARACTER_PLAYED, "character-played", play)                                                  \
    X(MOMENT_ADDED, "moment-added", moment)                                                        \
    X(CONDUCTED, "conducted", conduct)

enum event_kind {
#define X(name, word, member) EVENT_##name,
    EVENT_LIST(X)
#undef X
        EVENT_COUNT
};

struct event {
    int64_t at_ms;    /* the host's time (kiosk/host/clock.h), milliseconds since 1970 */
    seat_id seat;     /* who asked; SEAT_KIOSK for the kiosk itself */
    uint32_t command; /* the seat's command id, 0 for none */
    enum event_kind kind;
    union change change;
    struct secret secret; /* length 0 when there is none, or when it has been wiped */
};

const char *event_word(enum event_kind k);

#endif
