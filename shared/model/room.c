#include "model/room.h"

#include "base/table.h"
#include "base/text.h"

#include <assert.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum error room_create(struct room **out)
{
    *out = calloc(1, sizeof **out);
    return *out ? ERROR_OK : ERROR_MEMORY;
}

void room_destroy(struct room **room)
{
    free(*room);
    *room = NULL;
}

/* One that nothing was put in stays as it was made: memory that was never written costs none. */
void room_clear(struct room *room)
{
    uint64_t changes = room->changes;
    table_clear(room, sizeof *room);
    room->changes = changes + 1;
}

/* Where items of each kind lie in the room, and how far their keys' numbers go. */
static const struct {
    size_t offset, size, a_step, b_step;
    uint16_t a_least, a_most, b_least, b_most;
} places[ITEM_COUNT] = {
#define ONE(member)                                                                                \
    .offset = offsetof(struct room, member), .size = sizeof((struct room *)0)->member
#define ROW(member)                                                                                \
    .offset = offsetof(struct room, member), .size = sizeof((struct room *)0)->member[0],          \
    .a_step = sizeof((struct room *)0)->member[0]
#define TABLE(member)                                                                              \
    .offset = offsetof(struct room, member), .size = sizeof((struct room *)0)->member[0][0],       \
    .a_step = sizeof((struct room *)0)->member[0],                                                 \
    .b_step = sizeof((struct room *)0)->member[0][0]
#define TO_A(least, most) .a_least = least, .a_most = most
#define TO_B(least, most) .b_least = least, .b_most = most
    [ITEM_WORKSHOP] = {ONE(workshop)},
    [ITEM_CONDITION] = {ROW(conditions), TO_A(1, CONDITIONS_MAX)},
    [ITEM_AGENDA_ITEM] = {ROW(items), TO_A(1, AGENDA_MAX)},
    [ITEM_PLACE] = {ONE(place)},
    [ITEM_TIMER] = {ONE(timer)},
    [ITEM_VIEW] = {ONE(view)},
    [ITEM_SCHOOL] = {ROW(schools), TO_A(1, SCHOOLS_MAX)},
    [ITEM_CELL] = {TABLE(cells), TO_A(1, CONDITIONS_MAX), TO_B(1, SCHOOLS_MAX)},
    [ITEM_TALK] = {TABLE(talks), TO_A(1, CONDITIONS_MAX), TO_B(1, SCHOOLS_MAX)},
    [ITEM_SUMMARY] = {ROW(summaries), TO_A(1, CONDITIONS_MAX)},
    [ITEM_PROGRESS] = {ROW(progress), TO_A(0, SCHOOLS_MAX)},
    [ITEM_CONSENT] = {ROW(consents), TO_A(1, SCHOOLS_MAX)},
    [ITEM_SEAT] = {ROW(seats), TO_A(1, SEATS_MAX)},
    [ITEM_CODE] = {ROW(codes), TO_A(1, CODES_MAX)},
    [ITEM_ME] = {ONE(me)},
    [ITEM_KIOSK] = {ONE(kiosk)},
    [ITEM_BOARD] = {ROW(boards), TO_A(1, BOARDS_MAX)},
    [ITEM_QUESTION] = {ROW(questions), TO_A(1, QUESTIONS_MAX)},
    [ITEM_NOTE] = {ROW(notes), TO_A(1, NOTES_MAX)},
    [ITEM_OWN_NOTE] = {ROW(own_notes), TO_A(1, NOTES_MAX)},
    [ITEM_ROUND] = {ROW(rounds), TO_A(0, SLIP_COUNT - 1)},
    [ITEM_TALLY] = {TABLE(tallies), TO_A(0, SLIP_COUNT - 1), TO_B(1, CONDITIONS_MAX)},
    [ITEM_READINGS] = {TABLE(readings), TO_A(1, CONDITIONS_MAX), TO_B(1, SCHOOLS_MAX)},
    [ITEM_MISSING] = {ROW(missing), TO_A(0, SCHOOLS_MAX)},
    [ITEM_OWN_SLIP] = {TABLE(own_slips), TO_A(0, SLIP_COUNT - 1), TO_B(1, CONDITIONS_MAX)},
    [ITEM_FINDING] = {TABLE(findings), TO_A(0, FINDING_COUNT - 1), TO_B(1, CONDITIONS_MAX)},
    [ITEM_ACTION] = {ROW(actions), TO_A(1, ACTIONS_MAX)},
    [ITEM_UNDO] = {ONE(undo)},
    [ITEM_BALLOT] = {ROW(ballots), TO_A(1, BALLOTS_MAX)},
    [ITEM_TURNOUT] = {TABLE(turnouts), TO_A(1, BALLOTS_MAX), TO_B(0, SCHOOLS_MAX)},
    [ITEM_BALLOT_TALLY] = {ROW(ballot_tallies), TO_A(1, BALLOTS_MAX)},
    [ITEM_OWN_PAPER] = {TABLE(own_papers), TO_A(1, BALLOTS_MAX), TO_B(0, LAPTOP_MAX)},
    [ITEM_NAMED_PAPER] = {ROW(named_papers), TO_A(1, PAPERS_MAX)},
    [ITEM_PRIORITIES] = {ONE(priorities)},
    [ITEM_OWN_ACTION] = {ROW(own_actions), TO_A(1, ACTIONS_MAX)},
    [ITEM_REVIEW] = {ROW(reviews), TO_A(1, REVIEWS_MAX)},
    [ITEM_PAST] = {TABLE(pasts), TO_A(1, REVIEWS_MAX), TO_B(1, SCHOOLS_MAX)},
    [ITEM_OWN_PAST] = {TABLE(own_pasts), TO_A(1, REVIEWS_MAX), TO_B(1, SCHOOLS_MAX)},
    [ITEM_PAST_SUMMARY] = {TABLE(past_summaries), TO_A(1, REVIEWS_MAX), TO_B(1, CONDITIONS_MAX)},
    [ITEM_CHARACTER] = {ROW(characters), TO_A(1, CHARACTERS_MAX)},
    [ITEM_CARD] = {ROW(cards), TO_A(1, CHARACTERS_MAX)},
    [ITEM_MOMENT] = {ROW(moments), TO_A(1, MOMENTS_MAX)},
    [ITEM_CONDUCTING] = {ONE(conducting)},
#undef ONE
#undef ROW
#undef TABLE
#undef TO_A
#undef TO_B
};

bool room_has_place(struct item_key key)
{
    return key.kind < ITEM_COUNT && key.a >= places[key.kind].a_least &&
           key.a <= places[key.kind].a_most && key.b >= places[key.kind].b_least &&
           key.b <= places[key.kind].b_most;
}

unsigned room_place_count(void)
{
    unsigned count = 0;
    for (unsigned kind = 0; kind < ITEM_COUNT; kind++)
        count += (places[kind].a_most - places[kind].a_least + 1U) *
                 (places[kind].b_most - places[kind].b_least + 1U);
    return count;
}

static size_t offset_of(struct item_key key)
{
    return places[key.kind].offset + key.a * places[key.kind].a_step +
           key.b * places[key.kind].b_step;
}

static void *place_of(struct room *room, struct item_key key)
{
    return (char *)room + offset_of(key);
}

static void leave_order(struct room *room, school_id school)
{
    uint16_t kept = 0;
    for (uint16_t i = 0; i < room->school_count; i++)
        if (room->school_order[i] != school)
            room->school_order[kept++] = room->school_order[i];
    room->school_count = kept;
}

/* Puts a school among the others by its name, the place found by halving. */
static void enter_order(struct room *room, school_id school)
{
    uint16_t low = 0, high = room->school_count;
    while (low < high) {
        uint16_t middle = (uint16_t)((low + high) / 2);
        const char *other = room->schools[room->school_order[middle]].name;
        if (text_order(room->schools[school].name, other) < 0)
            high = middle;
        else
            low = (uint16_t)(middle + 1);
    }
    memmove(room->school_order + low + 1, room->school_order + low,
            (size_t)(room->school_count - low) * sizeof *room->school_order);
    room->school_order[low] = school;
    room->school_count++;
}

void room_apply(struct room *room, const struct item *item)
{
    assert(room_has_place(item->key));
    school_id school = item->key.kind == ITEM_SCHOOL ? item->key.a : 0;
    bool moves = school && strcmp(room->schools[school].name, item->body.school.name) != 0;
    if (moves)
        leave_order(room, school);
    memcpy(place_of(room, item->key), &item->body, places[item->key.kind].size);
    if (moves)
        enter_order(room, school);
    if (item->key.kind == ITEM_TALK)
        room->has_talk[item->key.a][item->key.b] = true;
    room->changes++;
}

void room_remove(struct room *room, struct item_key key)
{
    assert(room_has_place(key));
    if (key.kind == ITEM_SCHOOL)
        leave_order(room, key.a);
    if (key.kind == ITEM_TALK)
        room->has_talk[key.a][key.b] = false;
    memset(place_of(room, key), 0, places[key.kind].size);
    room->changes++;
}

struct cell_item room_cell(const struct room *room, condition_id condition, school_id school)
{
    if (!room->has_talk[condition][school])
        return room->cells[condition][school];
    const struct talk_item *talk = &room->talks[condition][school];
    const struct proposal *ours = &talk->proposals[SIDE_SCHOOL];
    const struct proposal *theirs = &talk->proposals[SIDE_MANAGER];
    const struct figure *shown = talk->settled                       ? &talk->agreed
                                 : ours->revision > theirs->revision ? &ours->figure
                                                                     : &theirs->figure;
    if (!shown->now)
        return (struct cell_item){0};
    return (struct cell_item){.state = talk->settled ? RATING_AGREED : RATING_PROPOSED,
                              .now = shown->now,
                              .target = shown->target,
                              .months = shown->months};
}

const struct past *room_past(const struct room *room, review_id review, school_id school)
{
    static const struct past nothing;
    const struct past *own = &room->own_pasts[review][school];
    return memcmp(own, &nothing, sizeof nothing) != 0 ? own : &room->pasts[review][school];
}

/* Conditions without figures come after all that have some. */
static unsigned standing(const struct summary_item *summary)
{
    return summary->has_figures ? summary->average : RATING_MAX * 10 + 1;
}

uint8_t room_condition_order(const struct room *room, condition_id order[CONDITIONS_MAX])
{
    uint8_t count = 0;
    for (condition_id c = 1; c <= room->workshop.condition_count && c <= CONDITIONS_MAX; c++) {
        uint8_t at = count++;
        for (; at > 0 && room->view.by_average; at--) {
            if (standing(&room->summaries[order[at - 1]]) <= standing(&room->summaries[c]))
                break;
            order[at] = order[at - 1];
        }
        order[at] = c;
    }
    return count;
}

school_id room_find_school(const struct room *room, const char *name)
{
    for (uint16_t i = 0; i < room->school_count; i++)
        if (text_same(room->schools[room->school_order[i]].name, name))
            return room->school_order[i];
    return 0;
}

void room_address(char to[ROOM_ADDRESS_SIZE], const struct room *room)
{
    const struct kiosk_item *kiosk = &room->kiosk;
    if (!kiosk->address[0] || kiosk->port == KIOSK_PORT || kiosk->port == 0)
        snprintf(to, ROOM_ADDRESS_SIZE, "%s", kiosk->address);
    else
        snprintf(to, ROOM_ADDRESS_SIZE, "%s:%u", kiosk->address, kiosk->port);
}

enum stage_kind room_stage(const struct room *room)
{
    const struct agenda_item *item = &room->items[room->place.item];
    if (room->view.ballot)
        return STAGE_BALLOT;
    if (room->place.item == 0 || room->place.step < 1 || room->place.step > item->step_count)
        return STAGE_LOBBY;
    return (enum stage_kind)item->steps[room->place.step - 1].stage;
}

ballot_id room_ballot(const struct room *room)
{
    if (room->view.ballot || room_stage(room) != STAGE_BALLOT)
        return room->view.ballot;
    uint8_t subject = room->items[room->place.item].steps[room->place.step - 1].subject;
    return subject <= BALLOTS_MAX ? subject : 0;
}

/* The steps of an item, the lobby being one step. */
static uint8_t steps_of(const struct room *room, uint8_t item)
{
    return item ? room->items[item].step_count : 1;
}

struct place room_place_after(const struct room *room, struct place from, int direction)
{
    assert(direction == 1 || direction == -1);
    if (direction > 0 && from.item && from.step < steps_of(room, from.item))
        return (struct place){from.item, (uint8_t)(from.step + 1)};
    if (direction > 0 && from.item < room->workshop.item_count && from.item < AGENDA_MAX)
        return (struct place){(uint8_t)(from.item + 1), 1};
    if (direction < 0 && from.item && from.step > 1)
        return (struct place){from.item, (uint8_t)(from.step - 1)};
    if (direction < 0 && from.item > 0)
        return (struct place){(uint8_t)(from.item - 1), steps_of(room, (uint8_t)(from.item - 1))};
    return from;
}

static bool same(const struct room *a, const struct room *b, struct item_key key)
{
    bool there = key.kind == ITEM_TALK && a->has_talk[key.a][key.b];
    bool there_too = key.kind == ITEM_TALK && b->has_talk[key.a][key.b];
    return there == there_too &&
           memcmp((const char *)a + offset_of(key), (const char *)b + offset_of(key),
                  places[key.kind].size) == 0;
}

void room_compare(const struct room *a, const struct room *b,
                  void (*differs)(void *context, struct item_key key), void *context)
{
    for (unsigned kind = 0; kind < ITEM_COUNT; kind++)
        for (unsigned i = places[kind].a_least; i <= places[kind].a_most; i++)
            for (unsigned j = places[kind].b_least; j <= places[kind].b_most; j++) {
                struct item_key key = {(uint8_t)kind, (uint16_t)i, (uint16_t)j};
                if (!same(a, b, key))
                    differs(context, key);
            }
}

bool room_holds(const struct room *room, const struct item *item)
{
    assert(room_has_place(item->key));
    return (item->key.kind != ITEM_TALK || room->has_talk[item->key.a][item->key.b]) &&
           memcmp((const char *)room + offset_of(item->key), &item->body,
                  places[item->key.kind].size) == 0;
}

character_id room_own_character(const struct room *room)
{
    for (character_id i = 1; i <= CHARACTERS_MAX; i++)
        if (room->cards[i].who[0] && room->me.role != ROLE_FACILITATOR)
            return i;
    return 0;
}
