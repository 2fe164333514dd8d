#ifndef PLENARY_TESTS_LINES_REVIEW_H
#define PLENARY_TESTS_LINES_REVIEW_H

/* A small room: three schools, four conditions, two agenda items, somebody from Ashby. */

#include <stdio.h>
#include <stdlib.h>

#include "model/room.h"

static inline void review_school(struct room *room, school_id school, const char *name)
{
    struct item item = {.key = {.kind = ITEM_SCHOOL, .a = school}};
    snprintf(item.body.school.name, sizeof item.body.school.name, "%s", name);
    room_apply(room, &item);
}

static inline void review_condition(struct room *room, condition_id condition, const char *name,
                                    const char *tight)
{
    struct condition *c = &room->conditions[condition];
    snprintf(c->name, sizeof c->name, "%s", name);
    snprintf(c->tight, sizeof c->tight, "%s", tight);
}

static inline struct room *review_room(void)
{
    struct room *room;
    assert_int_equal(room_create(&room), ERROR_OK);
    strcpy(room->workshop.title, "Cluster \"North\"");
    room->workshop.school_count = 3;
    room->workshop.condition_count = 4;
    room->workshop.item_count = 2;
    review_school(room, 1, "Ashby");
    review_school(room, 2, "Birch Lane");
    review_school(room, 3, "Château");
    review_condition(room, 1, "Consultation and needs analysis", "Consultation");
    review_condition(room, 2, "Integration into school planning", "School planning");
    review_condition(room, 3, "Local plans", "");
    review_condition(room, 4, "Cluster arrangements", "Cluster");
    for (int i = 1; i <= 2; i++) {
        strcpy(room->items[i].title, i == 1 ? "Welcome" : "Key findings");
        room->items[i].step_count = (uint8_t)i;
        room->items[i].steps[0].stage = STAGE_BRIEFING;
        room->items[i].steps[1].stage = STAGE_GRID;
    }
    room->place = (struct place){.item = 1, .step = 1};
    room->me = (struct me_item){.seat = 3, .role = ROLE_SCHOOL, .speaks = true, .school = 1};
    return room;
}

#endif
