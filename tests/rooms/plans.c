#include "rooms/votes.h"

#include <assert.h>

#include "base/day.h"
#include "base/text.h"
#include "rooms/parts.h"

static const char *const earlier[] = {
    "Name one link person in each school",
    "Publish one leaflet for the whole cluster",
    "Talk to the health visitors about a shared drop-in",
    "Open the sports hall on Saturdays",
    "Ask families what they would come to",
    "Train two people for first aid in each school",
};

enum { EARLIER = sizeof earlier / sizeof *earlier };

/* The plan everybody knows comes first, then ones of every kind. */
static void write_plan(const struct room *room, struct action_item *action, int i, bool facilitator)
{
    static const struct {
        enum action_state state;
        condition_id condition;
        int supports;
        struct day_date due;
        const char *owner;
    } known[] = {
        {ACTION_ADOPTED, 10, 16, {2026, 11, 30}, "Priya, Dene"},
        {ACTION_ADOPTED, 9, 14, {2027, 1, 14}, "Tom, Grange"},
        {ACTION_ADOPTED, 6, 14, {2027, 2, 12}, "Ana, Juniper"},
        {ACTION_PROPOSED, 9, 9, {2027, 1, 31}, NULL},
        {ACTION_PROPOSED, 2, 5, {2027, 4, 1}, "All ten heads"},
    };
    enum { KNOWN = sizeof known / sizeof *known };
    struct action_content *content = &action->content;
    if (i < KNOWN) {
        action->state = (uint8_t)known[i].state;
        action->supports = (uint16_t)known[i].supports;
        action->accepted = i < 3;
        content->condition = known[i].condition;
        content->due = day_number(known[i].due);
        content->owner = known[i].owner ? i < 3 ? OWNER_SEAT : OWNER_NAME : OWNER_NOBODY;
        text_copy(content->owner_name, NAME_SIZE, known[i].owner ? known[i].owner : "");
        content->owner_seat = (seat_id)(facilitator && i < 3 ? i + 1 : 0);
        return;
    }
    action->state = i % 6 == 5 ? ACTION_PARKED : i % 3 == 1 ? ACTION_ADOPTED : ACTION_PROPOSED;
    action->supports = (uint16_t)(i * 7 % 15);
    content->condition = (condition_id)(i % 4 == 3 ? 0 : 1 + i * 3 % 10);
    content->due = i % 3 == 2 ? 0 : day_number((struct day_date){2027, (uint8_t)(1 + i % 12), 15});
    content->level = (uint8_t)(i % ACTION_LEVEL_COUNT);
    content->owner = (uint8_t)(i % OWNER_COUNT);
    if (content->owner == OWNER_SCHOOL && room->school_count)
        content->owner_school = room->school_order[i % room->school_count];
    else if (content->owner == OWNER_SEAT || content->owner == OWNER_NAME)
        parts_name(content->owner_name, room, i);
    action->accepted = content->owner != OWNER_NAME && i % 4 == 2;
    action->declined = content->owner == OWNER_SCHOOL && i % 8 == 7;
}

static void add_actions(struct room *room, const struct rooms_plan *plan)
{
    for (int i = 0; i < plan->actions; i++) {
        struct item item = {.body.action = {.revision = 1}};
        struct action_item *action = &item.body.action;
        struct action_content *content = &action->content;
        content->level = ACTION_LEVEL_CLUSTER;
        write_plan(room, action, i, plan->facilitator);
        parts_action(content->text, plan->long_texts, plan->foreign, i);
        if (i == 0) {
            content->source = SOURCE_IDEA;
            content->source_a = 10;
            text_copy(
                content->measure, NOTE_SIZE,
                "Nine in ten families answer, and we can say what changed for their children");
            text_copy(content->helpers, LINE_SIZE, "The school secretaries, two students");
            text_copy(content->resources, NOTE_SIZE, "Half a day for each school; postage");
        }
        if (i == 7) {
            action->merged = 1;
            *content = (struct action_content){0};
        }
        parts_put(room, ITEM_ACTION, i + 1, 0, &item);
    }
    for (int i = 0; plan->facilitator && i < 2; i++) {
        struct item item = {.body.action = {.revision = 1, .state = ACTION_WAITING}};
        parts_action(item.body.action.content.text, false, false, i + 3);
        parts_put(room, ITEM_ACTION, plan->actions + plan->earlier + i + 1, 0, &item);
    }
}

static void add_earlier(struct room *room, const struct rooms_plan *plan)
{
    static const enum progress states[] = {PROGRESS_DONE, PROGRESS_UNDER_WAY, PROGRESS_NOT_BEGUN,
                                           PROGRESS_DROPPED, PROGRESS_DONE};
    enum { STATES = sizeof states / sizeof *states };
    for (int i = 0; i < plan->earlier; i++) {
        struct item item = {.body.action = {.revision = 1,
                                            .state = ACTION_ADOPTED,
                                            .earlier = true,
                                            .progress = (uint8_t)states[i % STATES]}};
        struct action_content *content = &item.body.action.content;
        parts_list(content->text, NOTE_SIZE, earlier, EARLIER, i);
        if (plan->long_texts)
            parts_action(content->text, true, false, i);
        content->condition = (condition_id)(1 + i * 3 % 10);
        content->level = ACTION_LEVEL_CLUSTER;
        content->due = i % 4 == 3 ? 0 : day_number((struct day_date){2026, (uint8_t)(1 + i), 20});
        content->owner = i % 3 == 2 ? OWNER_NOBODY : OWNER_NAME;
        text_copy(content->owner_name, NAME_SIZE,
                  i % 3 == 2   ? ""
                  : i % 3 == 0 ? "Maria Lopez"
                               : "The cluster manager");
        parts_put(room, ITEM_ACTION, plan->actions + i + 1, 0, &item);
    }
}

static void add_priorities(struct room *room, const struct rooms_plan *plan)
{
    static const condition_id first[] = {10, 6, 9, 4, 3, 2, 5, 8, 7};
    struct item item = {.body.priorities = {.revision = 1, .count = (uint8_t)plan->priorities}};
    assert(plan->priorities <= PRIORITIES_MAX);
    for (int i = 0; i < plan->priorities; i++) {
        struct priority *priority = &item.body.priorities.list[i];
        if (i < (int)(sizeof first / sizeof *first))
            priority->condition = first[i];
        else
            text_copy(priority->text, NAME_SIZE, "A breakfast club in every school");
    }
    if (plan->priorities)
        parts_put(room, ITEM_PRIORITIES, 0, 0, &item);
}

void rooms_plan(struct room *room, const struct rooms_plan *plan)
{
    add_actions(room, plan);
    add_earlier(room, plan);
    add_priorities(room, plan);
    struct item item = {.body.workshop = room->workshop};
    item.body.workshop.waiting = plan->actions ? 2 : 0;
    parts_put(room, ITEM_WORKSHOP, 0, 0, &item);
    struct place place = room->place.item ? room->place : (struct place){1, 1};
    item = (struct item){.body.agenda_item = room->items[place.item]};
    place.step = item.body.agenda_item.step_count;
    item.body.agenda_item.steps[place.step - 1] = (struct agenda_step){.stage = STAGE_ACTIONS};
    parts_put(room, ITEM_AGENDA_ITEM, place.item, 0, &item);
    item = (struct item){.body.place = place};
    parts_put(room, ITEM_PLACE, 0, 0, &item);
    item = (struct item){.body.view = room->view};
    item.body.view.ballot = 0;
    item.body.view.action = plan->large;
    parts_put(room, ITEM_VIEW, 0, 0, &item);
}
