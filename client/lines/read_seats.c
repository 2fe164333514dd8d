#include "lines/forms.h"
#include "words/words.h"

/* Who sits where, and the codes and names that go with it. */

/* A name as it is typed, in one word with marks or in several without. */
bool read_school(struct lines_reader *r)
{
    struct seat_change *c = &r->command->change.seat;
    char name[NAME_SIZE];
    r->command->kind = COMMAND_PLACE_SEAT;
    c->seat = r->room->me.seat;
    if (!lines_take_name(r, name))
        return false;
    c->school = room_find_school(r->room, name);
    return c->school || lines_unclear(r, name, word(WORD_LINES_A_SCHOOL));
}

bool read_name(struct lines_reader *r)
{
    struct seat_change *c = &r->command->change.seat;
    r->command->kind = COMMAND_NAME_SEAT;
    c->seat = r->room->me.seat;
    return lines_take_name(r, c->name);
}

bool read_admit(struct lines_reader *r)
{
    struct seat_change *c = &r->command->change.seat;
    r->command->kind = COMMAND_ADMIT;
    if (!lines_take_seat(r, &c->seat))
        return false;
    c->speaks = !lines_take(r, "off");
    return true;
}

static bool read_code(struct lines_reader *r, enum code_kind kind)
{
    r->command->kind = COMMAND_ISSUE_CODE;
    r->command->change.code.kind = (uint8_t)kind;
    return true;
}

bool read_code_school(struct lines_reader *r)
{
    return read_code(r, CODE_SCHOOL) && lines_take_school(r, &r->command->change.code.school);
}

bool read_code_seat(struct lines_reader *r)
{
    return read_code(r, CODE_SEAT) && lines_take_seat(r, &r->command->change.code.seat);
}

bool read_code_room(struct lines_reader *r)
{
    return read_code(r, CODE_ROOM);
}

bool read_code_observer(struct lines_reader *r)
{
    return read_code(r, CODE_OBSERVER);
}

bool read_move(struct lines_reader *r)
{
    struct seat_change *c = &r->command->change.seat;
    r->command->kind = COMMAND_PLACE_SEAT;
    return lines_take_seat(r, &c->seat) && lines_take_school(r, &c->school);
}

bool read_remove(struct lines_reader *r)
{
    r->command->kind = COMMAND_REMOVE_SEAT;
    return lines_take_seat(r, &r->command->change.seat.seat);
}

bool read_add_school(struct lines_reader *r)
{
    r->command->kind = COMMAND_ADD_SCHOOL;
    return lines_take_name(r, r->command->change.school.name);
}

bool read_rename_school(struct lines_reader *r)
{
    struct school_change *c = &r->command->change.school;
    r->command->kind = COMMAND_RENAME_SCHOOL;
    return lines_take_school(r, &c->school) && lines_take_name(r, c->name);
}

/* One's own group; the facilitator says whose. */
bool read_group(struct lines_reader *r)
{
    struct seat_change *c = &r->command->change.seat;
    unsigned group;
    r->command->kind = COMMAND_GROUP_SEAT;
    c->seat = r->room->me.seat;
    if ((lines_is_facilitator(r) && !lines_take_seat(r, &c->seat)) || !lines_take_group(r, &group))
        return false;
    c->group = (uint8_t)group;
    return true;
}
