#ifndef PLENARY_STAGE_MOTION_H
#define PLENARY_STAGE_MOTION_H

/* What has just changed on a stage, remembered by whoever shows it, so that drawing stays pure. In
 * the grid a rating that was proposed and is now agreed fills in 240 ms and keeps an accent ring
 * for 1200 ms more. A rating agreed while the names were off, or before anything was shown, does
 * not move: with the names' return the whole grid would flash. In the lobby the dot of whoever has
 * just come grows in 200 ms; those who were there when it was first shown stand still. The result
 * of a vote comes up bar by bar from the last place to the first, if it was seen before its reveal.
 */

#include "model/room.h"

enum { MOTION_FILL_MS = 240, MOTION_RING_MS = 1200, MOTION_SEAT_MS = 200 };
enum { MOTION_NOTE_MS = 240, MOTION_NOTE_RING_MS = 4000 };

enum { MOTION_BAR_MS = 400, MOTION_BAR_STEP_MS = 80, MOTION_BAR_PAUSE_MS = 500 };

/* A zeroed one is a good first one. */
struct stage_motion {
    bool seen;        /* a named room has been seen: `state` means something */
    uint64_t changes; /* of the room last seen */
    int64_t last_ms;  /* when a cell last changed; 0: never */
    bool counted;     /* a room with its people has been seen: `people` means something */
    int64_t came_last_ms;
    uint16_t people[SCHOOLS_MAX + 1]; /* of a school, here; and the last to come: */
    uint16_t came[SCHOOLS_MAX + 1];   /* how many, and when; 0: nobody yet */
    int64_t came_ms[SCHOOLS_MAX + 1];
    int64_t note_last_ms; /* when a note last came */
    bool note[NOTES_MAX + 1];
    int64_t note_ms[NOTES_MAX + 1]; /* when it came; 0: still */
    uint16_t answered[SLIP_COUNT];
    int64_t answered_ms[SLIP_COUNT]; /* when the last answer came; 0: still */
    uint16_t voted[BALLOTS_MAX + 1];
    int64_t voted_ms[BALLOTS_MAX + 1]; /* when the last vote came; 0: still */
    int64_t revealed_last_ms;
    uint8_t ballot[BALLOTS_MAX + 1];      /* enum ballot_state */
    int64_t revealed_ms[BALLOTS_MAX + 1]; /* 0: still */
    uint8_t state[CONDITIONS_MAX + 1][SCHOOLS_MAX + 1];
    int64_t since_ms[CONDITIONS_MAX + 1][SCHOOLS_MAX + 1]; /* when it was agreed; 0: still */
};

/* Compares the room with the one last seen. */
void motion_update(struct stage_motion *motion, const struct room *room, int64_t now_ms);

/* True while something moves, so that frames are needed. */
bool motion_moving(const struct stage_motion *motion, int64_t now_ms);

struct motion_cell {
    bool filling;
    bool ring;
    int percent; /* of the fill there is while filling, 0 to 99, easing out; else 100 */
};

/* How large the dot of the person at `place` (from 0) among those of a school who are here is, 0 to
 * 100 of its whole; `motion` may be NULL. */
int motion_seat(const struct stage_motion *motion, school_id school, int place, int64_t now_ms);

/* One cell; `motion` may be NULL. */
struct motion_cell motion_of(const struct stage_motion *motion, condition_id condition,
                             school_id school, int64_t now_ms);

struct motion_note {
    bool ring;
    int percent; /* of its way in, 0 to 100, easing out */
};

/* One note; `motion` may be NULL. */
struct motion_note motion_note(const struct stage_motion *motion, note_id note, int64_t now_ms);

/* How large the dot of the person at `place` (from 0) among those who have answered is, 0 to 100;
 * `motion` may be NULL. */
int motion_answer(const struct stage_motion *motion, enum slip_kind kind, int place,
                  int64_t now_ms);

/* The same of those who have voted. */
int motion_voter(const struct stage_motion *motion, ballot_id ballot, int place, int64_t now_ms);

/* The rows of a result as they come up: which of how many, the best from 0, and how many of them
 * come after a pause, being the first. */
struct motion_rows {
    int row, rows, first;
};

/* How far the bar of that row has grown, 0 to 100, easing out; -1 before the row is there at all.
 * `motion` may be NULL. */
int motion_bar(const struct stage_motion *motion, ballot_id ballot, struct motion_rows rows,
               int64_t now_ms);

/* True once all of them stand, and so their places can be told. */
bool motion_ranked(const struct stage_motion *motion, ballot_id ballot, struct motion_rows rows,
                   int64_t now_ms);

#endif
