#include "stage/motion.h"

#include <string.h>

/* Forgets the cells, whose states say nothing while names are off. */
static void forget_cells(struct stage_motion *motion)
{
    motion->seen = false;
    motion->last_ms = 0;
    memset(motion->since_ms, 0, sizeof motion->since_ms);
}

static void update_cells(struct stage_motion *motion, const struct room *room, int64_t now_ms)
{
    for (condition_id c = 1; c <= CONDITIONS_MAX; c++)
        for (school_id s = 1; s <= SCHOOLS_MAX; s++) {
            uint8_t state = room_cell(room, c, s).state;
            if (motion->seen && motion->state[c][s] == RATING_PROPOSED && state == RATING_AGREED)
                motion->last_ms = motion->since_ms[c][s] = now_ms;
            motion->state[c][s] = state;
        }
    motion->seen = true;
}

static void update_seats(struct stage_motion *motion, const struct room *room, int64_t now_ms)
{
    for (school_id s = 1; s <= SCHOOLS_MAX; s++) {
        uint16_t here = room->schools[s].here;
        if (motion->counted && here > motion->people[s]) {
            motion->came[s] = (uint16_t)(here - motion->people[s]);
            motion->came_last_ms = motion->came_ms[s] = now_ms;
        }
        motion->people[s] = here;
    }
}

static void update_notes(struct stage_motion *motion, const struct room *room, int64_t now_ms)
{
    for (note_id n = 1; n <= NOTES_MAX; n++) {
        bool shown = room->notes[n].state == NOTE_SHOWN;
        if (motion->counted && shown && !motion->note[n])
            motion->note_last_ms = motion->note_ms[n] = now_ms;
        motion->note[n] = shown;
    }
}

static void update_answers(struct stage_motion *motion, const struct room *room, int64_t now_ms)
{
    for (int kind = 0; kind < SLIP_COUNT; kind++) {
        uint16_t answered = room->rounds[kind].answered;
        if (motion->counted && answered > motion->answered[kind])
            motion->came_last_ms = motion->answered_ms[kind] = now_ms;
        motion->answered[kind] = answered;
    }
}

static void update_ballots(struct stage_motion *motion, const struct room *room, int64_t now_ms)
{
    for (int b = 1; b <= BALLOTS_MAX; b++) {
        uint8_t state = room->ballots[b].state;
        uint16_t voted = room->turnouts[b][0].voted;
        bool revealed = state == BALLOT_REVEALED && motion->ballot[b] != BALLOT_REVEALED &&
                        motion->ballot[b] != BALLOT_NONE;
        if (motion->counted && revealed)
            motion->revealed_last_ms = motion->revealed_ms[b] = now_ms;
        if (motion->counted && voted > motion->voted[b])
            motion->came_last_ms = motion->voted_ms[b] = now_ms;
        motion->ballot[b] = state;
        motion->voted[b] = voted;
    }
}

void motion_update(struct stage_motion *motion, const struct room *room, int64_t now_ms)
{
    if (motion->counted && motion->changes == room->changes)
        return;
    if (room->workshop.named)
        update_cells(motion, room, now_ms);
    else
        forget_cells(motion);
    update_seats(motion, room, now_ms);
    update_notes(motion, room, now_ms);
    update_answers(motion, room, now_ms);
    update_ballots(motion, room, now_ms);
    motion->counted = true;
    motion->changes = room->changes;
}

/* From the reveal until the row begins to come up, and until all of them stand. */
static int64_t row_begins(struct motion_rows rows)
{
    int64_t after = (int64_t)(rows.rows - 1 - rows.row) * MOTION_BAR_STEP_MS;
    return rows.row < rows.first ? after + MOTION_BAR_PAUSE_MS : after;
}

static int64_t rows_end(struct motion_rows rows)
{
    rows.row = 0;
    return row_begins(rows) + MOTION_BAR_MS;
}

bool motion_moving(const struct stage_motion *motion, int64_t now_ms)
{
    return (motion->last_ms && now_ms - motion->last_ms < MOTION_FILL_MS + MOTION_RING_MS) ||
           (motion->came_last_ms && now_ms - motion->came_last_ms < MOTION_SEAT_MS) ||
           (motion->note_last_ms && now_ms - motion->note_last_ms < MOTION_NOTE_MS) ||
           (motion->revealed_last_ms &&
            now_ms - motion->revealed_last_ms <
                rows_end((struct motion_rows){.rows = OPTIONS_MAX, .first = OPTIONS_MAX}));
}

/* Of 100, fast at first, slowing down to the end. */
static int ease_out(int64_t age, int64_t of)
{
    double left = 1 - (double)age / (double)of;
    return (int)(100 * (1 - left * left * left));
}

int motion_seat(const struct stage_motion *motion, school_id school, int place, int64_t now_ms)
{
    int64_t since = motion ? motion->came_ms[school] : 0, age = now_ms - since;
    if (!since || age < 0 || age >= MOTION_SEAT_MS ||
        place < motion->people[school] - motion->came[school])
        return 100;
    return ease_out(age, MOTION_SEAT_MS);
}

struct motion_cell motion_of(const struct stage_motion *motion, condition_id condition,
                             school_id school, int64_t now_ms)
{
    struct motion_cell cell = {.percent = 100};
    int64_t since = motion ? motion->since_ms[condition][school] : 0;
    int64_t age = now_ms - since;
    if (!since || age < 0 || age >= MOTION_FILL_MS + MOTION_RING_MS)
        return cell;
    cell.ring = true;
    cell.filling = age < MOTION_FILL_MS;
    if (cell.filling)
        cell.percent = ease_out(age, MOTION_FILL_MS) * 99 / 100;
    return cell;
}

struct motion_note motion_note(const struct stage_motion *motion, note_id note, int64_t now_ms)
{
    struct motion_note moving = {.percent = 100};
    int64_t since = motion ? motion->note_ms[note] : 0, age = now_ms - since;
    if (!since || age < 0 || age >= MOTION_NOTE_RING_MS)
        return moving;
    moving.ring = true;
    if (age < MOTION_NOTE_MS)
        moving.percent = ease_out(age, MOTION_NOTE_MS);
    return moving;
}

/* Of the last of so many, who came at `since`. */
static int newest(int64_t since, int place, int count, int64_t now_ms)
{
    int64_t age = now_ms - since;
    if (!since || age < 0 || age >= MOTION_SEAT_MS || place + 1 != count)
        return 100;
    return ease_out(age, MOTION_SEAT_MS);
}

int motion_answer(const struct stage_motion *motion, enum slip_kind kind, int place, int64_t now_ms)
{
    return motion ? newest(motion->answered_ms[kind], place, motion->answered[kind], now_ms) : 100;
}

int motion_voter(const struct stage_motion *motion, ballot_id ballot, int place, int64_t now_ms)
{
    return motion ? newest(motion->voted_ms[ballot], place, motion->voted[ballot], now_ms) : 100;
}

int motion_bar(const struct stage_motion *motion, ballot_id ballot, struct motion_rows rows,
               int64_t now_ms)
{
    int64_t since = motion ? motion->revealed_ms[ballot] : 0;
    int64_t age = now_ms - since - row_begins(rows);
    if (!since || now_ms < since || age >= MOTION_BAR_MS)
        return 100;
    return age < 0 ? -1 : ease_out(age, MOTION_BAR_MS);
}

bool motion_ranked(const struct stage_motion *motion, ballot_id ballot, struct motion_rows rows,
                   int64_t now_ms)
{
    int64_t since = motion ? motion->revealed_ms[ballot] : 0;
    return !since || now_ms < since || now_ms - since >= rows_end(rows);
}
