#include "model/deciding.h"
#include "model/papers.h"

#include <string.h>

/* Knowing a code is what gives a role; the room code gives presence only. */
static const uint8_t role_of_code[CODE_KIND_COUNT] = {
    [CODE_ROOM] = ROLE_ROOM,
    [CODE_SCHOOL] = ROLE_SCHOOL,
    [CODE_FACILITATOR] = ROLE_FACILITATOR,
    [CODE_OBSERVER] = ROLE_OBSERVER,
    [CODE_DISPLAY] = ROLE_DISPLAY,
};

enum refusal decide_join(struct deciding *d)
{
    const struct join_change *c = &d->command->change.join;
    const struct model *m = d->model;
    if (c->code < 1 || c->code > m->code_count || m->codes[c->code].retired)
        return REFUSAL_CODE_USED;
    const struct code *code = &m->codes[c->code];
    if (code->kind == CODE_ROOM && !m->settings[SETTING_OFFER_ROOM_CODE])
        return REFUSAL_CODE_USED;
    if (code->kind == CODE_SEAT) {
        if (!model_has_seat(m, code->seat))
            return REFUSAL_REMOVED;
        struct event *e = deciding_add(d, EVENT_SEAT_MOVED, &d->command->change);
        e->change.join.seat = code->seat;
        e->secret = d->command->secret;
        return REFUSAL_NONE;
    }
    if (m->seat_count == SEATS_MAX)
        return REFUSAL_SEATS_FULL;
    struct event *e = deciding_add(d, EVENT_SEAT_JOINED, &d->command->change);
    e->change.join.seat = (seat_id)(m->seat_count + 1);
    e->change.join.role = role_of_code[code->kind];
    e->change.join.school = code->school;
    e->change.join.speaks = code->kind == CODE_SCHOOL;
    e->secret = d->command->secret;
    return REFUSAL_NONE;
}

/* One's own seat, or any seat for the facilitator. */
static enum refusal check_seat(const struct deciding *d, seat_id seat)
{
    if (seat != d->seat && !model_is_facilitator(d->model, d->seat))
        return REFUSAL_NOT_ALLOWED;
    return seat != SEAT_KIOSK && model_has_seat(d->model, seat) ? REFUSAL_NONE : REFUSAL_NO_SEAT;
}

enum refusal decide_name_seat(struct deciding *d)
{
    const struct seat_change *c = &d->command->change.seat;
    enum refusal refusal = check_seat(d, c->seat);
    if (refusal == REFUSAL_NONE && strcmp(d->model->seats[c->seat].name, c->name) != 0) {
        struct event *e = deciding_add(d, EVENT_SEAT_NAMED, NULL);
        e->change.seat.seat = c->seat;
        memcpy(e->change.seat.name, c->name, sizeof c->name);
    }
    return refusal;
}

enum refusal decide_place_seat(struct deciding *d)
{
    const struct seat_change *c = &d->command->change.seat;
    enum refusal refusal = check_seat(d, c->seat);
    if (refusal != REFUSAL_NONE)
        return refusal;
    if (!model_has_school(d->model, c->school))
        return REFUSAL_NO_SCHOOL;
    const struct seat *seat = &d->model->seats[c->seat];
    bool facilitator = model_is_facilitator(d->model, d->seat);
    bool speaks = facilitator || d->model->settings[SETTING_ADMIT_ALL];
    if (seat->school == c->school && (seat->speaks || !speaks))
        return REFUSAL_NONE;
    if (seat->role != ROLE_ROOM && !facilitator)
        return REFUSAL_OTHER_SCHOOL; /* a school's code binds its seats to that school */
    if (seat->role != ROLE_ROOM && seat->role != ROLE_SCHOOL)
        return REFUSAL_NO_SEAT;
    struct event *e = deciding_add(d, EVENT_SEAT_PLACED, NULL);
    /* moving by oneself to another school loses the nod given for the first */
    e->change.seat = (struct seat_change){.seat = c->seat, .school = c->school, .speaks = speaks};
    return REFUSAL_NONE;
}

enum refusal decide_group_seat(struct deciding *d)
{
    const struct seat_change *c = &d->command->change.seat;
    enum refusal refusal = check_seat(d, c->seat);
    if (refusal != REFUSAL_NONE)
        return refusal;
    if (c->group > GROUPS_MAX)
        return REFUSAL_NO_GROUP;
    if (d->model->seats[c->seat].group != c->group) {
        struct event *e = deciding_add(d, EVENT_SEAT_GROUPED, NULL);
        e->change.seat.seat = c->seat;
        e->change.seat.group = c->group;
    }
    return REFUSAL_NONE;
}

enum refusal decide_share_seat(struct deciding *d)
{
    const struct seat_change *c = &d->command->change.seat;
    enum refusal refusal = check_seat(d, c->seat);
    if (refusal != REFUSAL_NONE)
        return refusal;
    const struct seat *seat = &d->model->seats[c->seat];
    if (seat->role != ROLE_ROOM && seat->role != ROLE_SCHOOL)
        return REFUSAL_NO_SEAT;
    if (c->people < 1 || c->people > LAPTOP_MAX)
        return REFUSAL_LAPTOP_RANGE;
    if (paper_is_beyond(d->model, c->seat, c->people))
        return REFUSAL_SLOT_VOTED;
    if (c->people != (seat->people ? seat->people : 1)) {
        struct event *e = deciding_add(d, EVENT_SEAT_SHARED, NULL);
        e->change.seat.seat = c->seat;
        e->change.seat.people = c->people;
    }
    return REFUSAL_NONE;
}

enum refusal decide_admit(struct deciding *d)
{
    const struct seat_change *c = &d->command->change.seat;
    if (c->seat == SEAT_KIOSK || !model_has_seat(d->model, c->seat))
        return REFUSAL_NO_SEAT;
    const struct seat *seat = &d->model->seats[c->seat];
    if (!seat->school)
        return REFUSAL_NO_SEAT_SCHOOL;
    if (seat->speaks != c->speaks) {
        struct event *e = deciding_add(d, EVENT_SEAT_ADMITTED, NULL);
        e->change.seat.seat = c->seat;
        e->change.seat.speaks = c->speaks;
    }
    return REFUSAL_NONE;
}

enum refusal decide_remove_seat(struct deciding *d)
{
    seat_id seat = d->command->change.seat.seat;
    if (seat == SEAT_KIOSK || !model_has_seat(d->model, seat))
        return REFUSAL_NO_SEAT;
    struct event *e = deciding_add(d, EVENT_SEAT_REMOVED, NULL);
    e->change.seat.seat = seat;
    return REFUSAL_NONE;
}

/* What a kind of code must be bound to. */
static enum refusal check_owner(const struct deciding *d, const struct code_change *c)
{
    if (c->kind >= CODE_KIND_COUNT)
        return REFUSAL_NOT_UNDERSTOOD;
    if (c->kind == CODE_SCHOOL ? !model_has_school(d->model, c->school) : c->school != 0)
        return REFUSAL_NO_SCHOOL;
    if (c->kind == CODE_SEAT ? c->seat == SEAT_KIOSK || !model_has_seat(d->model, c->seat)
                             : c->seat != 0)
        return REFUSAL_NO_SEAT;
    return REFUSAL_NONE;
}

enum refusal decide_issue_code(struct deciding *d)
{
    const struct code_change *c = &d->command->change.code;
    enum refusal refusal = check_owner(d, c);
    if (refusal != REFUSAL_NONE)
        return refusal;
    if (d->model->code_count == CODES_MAX)
        return REFUSAL_CODES_FULL;
    uint16_t old = model_find_code(d->model, c->kind, c->school, c->seat);
    if (old) {
        struct event *e = deciding_add(d, EVENT_CODE_RETIRED, NULL);
        e->change.code.code = old;
    }
    struct event *e = deciding_add(d, EVENT_CODE_ISSUED, &d->command->change);
    e->change.code.code = (uint16_t)(d->model->code_count + 1);
    e->secret = d->command->secret;
    return REFUSAL_NONE;
}

enum refusal decide_retire_code(struct deciding *d)
{
    uint16_t code = d->command->change.code.code;
    if (code < 1 || code > d->model->code_count)
        return REFUSAL_CODE_USED;
    if (!d->model->codes[code].retired) {
        struct event *e = deciding_add(d, EVENT_CODE_RETIRED, NULL);
        e->change.code.code = code;
    }
    return REFUSAL_NONE;
}
