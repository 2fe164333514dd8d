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
    motion->counted = true;
    motion->changes = room->changes;
}

bool motion_moving(const struct stage_motion *motion, int64_t now_ms)
{
    return (motion->last_ms && now_ms - motion->last_ms < MOTION_FILL_MS + MOTION_RING_MS) ||
           (motion->came_last_ms && now_ms - motion->came_last_ms < MOTION_SEAT_MS) ||
           (motion->note_last_ms && now_ms - motion->note_last_ms < MOTION_NOTE_MS);
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

int motion_answer(const struct stage_motion *motion, enum slip_kind kind, int place, int64_t now_ms)
{
    int64_t since = motion ? motion->answered_ms[kind] : 0, age = now_ms - since;
    if (!since || age < 0 || age >= MOTION_SEAT_MS || place + 1 != motion->answered[kind])
        return 100;
    return ease_out(age, MOTION_SEAT_MS);
}
