#include "model/applying.h"

#include <string.h>

void apply_seat_joined(struct model *m, const struct event *e)
{
    const struct join_change *c = &e->change.join;
    m->seat_count++;
    struct seat *seat = &m->seats[m->seat_count];
    seat->role = c->role;
    seat->speaks = c->speaks;
    seat->school = c->school;
    memcpy(seat->name, c->name, sizeof seat->name);
    memcpy(seat->token_id, c->token_id, sizeof seat->token_id);
    seat->token_hash = e->secret;
    seat->token_event = m->event_count + 1;
}

void apply_seat_moved(struct model *m, const struct event *e)
{
    struct seat *seat = &m->seats[e->change.join.seat];
    memcpy(seat->token_id, e->change.join.token_id, sizeof seat->token_id);
    seat->token_hash = e->secret;
    seat->token_event = m->event_count + 1;
    m->codes[e->change.join.code].retired = true;
    /* another laptop counts its commands anew, and what was written on the first is not told to it:
     * whoever has the code could be somebody else */
    seat->last_command = 0;
    seat->recent = 0;
    for (note_id n = seat->own_note; n; n = m->notes[n].next_own)
        m->notes[n].author.command = 0;
    for (uint16_t s = seat->own_slip; s; s = m->slips[s].next_own)
        m->slips[s].author.command = 0;
    applying_hide_papers(m, e->change.join.seat);
    applying_end_play(m, e->change.join.seat, 0);
}

void apply_seat_named(struct model *m, const struct event *e)
{
    memcpy(m->seats[e->change.seat.seat].name, e->change.seat.name, NAME_SIZE);
}

void apply_seat_placed(struct model *m, const struct event *e)
{
    m->seats[e->change.seat.seat].school = e->change.seat.school;
    m->seats[e->change.seat.seat].speaks = e->change.seat.speaks;
    applying_end_play(m, e->change.seat.seat, e->change.seat.school);
}

void apply_seat_admitted(struct model *m, const struct event *e)
{
    m->seats[e->change.seat.seat].speaks = e->change.seat.speaks;
}

void apply_seat_removed(struct model *m, const struct event *e)
{
    struct seat *seat = &m->seats[e->change.seat.seat];
    seat->removed = true;
    seat->speaks = false;
    seat->token_hash = (struct secret){0};
    applying_take_papers_away(m, e->change.seat.seat);
    applying_end_play(m, e->change.seat.seat, 0);
}

void apply_seat_grouped(struct model *m, const struct event *e)
{
    m->seats[e->change.seat.seat].group = e->change.seat.group;
}

void apply_seat_shared(struct model *m, const struct event *e)
{
    m->seats[e->change.seat.seat].people = e->change.seat.people;
}

void apply_code_issued(struct model *m, const struct event *e)
{
    const struct code_change *c = &e->change.code;
    m->code_count++;
    m->codes[m->code_count] =
        (struct code){.kind = c->kind, .school = c->school, .seat = c->seat, .symbols = e->secret};
}

void apply_code_retired(struct model *m, const struct event *e)
{
    m->codes[e->change.code.code].retired = true;
}
