#include "screen/plan.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "words/date.h"

/* Where a row stands; the review of an earlier workshop's actions comes before new ones. */
enum plan_part {
    PART_RETURNED,
    PART_ASKED,
    PART_ON_WAY,
    PART_WAITING, /* one's own */
    PART_EARLIER,
    PART_ADOPTED,
    PART_PROPOSED,
    PART_OVER, /* done or dropped */
    PART_PARKED,
};

/* ---- one action ---- */

bool plan_is_there(const struct screens *s, action_id action)
{
    const struct action_item *item = &s->sight.room->actions[action];
    const struct own_action_item *own = &s->sight.room->own_actions[action];
    bool public = item->revision && item->state != ACTION_OWN && !item->merged;
    return public || (own->proposed && own->state == ACTION_WAITING);
}

const struct action_content *plan_content(const struct screens *s, action_id action)
{
    const struct action_item *item = &s->sight.room->actions[action];
    return item->revision ? &item->content : &s->sight.room->own_actions[action].content;
}

enum action_state plan_state(const struct screens *s, action_id action)
{
    const struct action_item *item = &s->sight.room->actions[action];
    return (enum action_state)(item->revision ? item->state
                                              : s->sight.room->own_actions[action].state);
}

bool plan_is_mine(const struct screens *s, action_id action)
{
    return plan_is_there(s, action) && s->sight.room->own_actions[action].proposed &&
           plan_state(s, action) <= ACTION_PROPOSED;
}

bool plan_is_owner(const struct screens *s, action_id action)
{
    return s->sight.room->own_actions[action].asked && plan_is_there(s, action);
}

/* The newest command of that kind about it that has no answer yet; NULL: none. */
static const struct action_change *on_way(const struct screens *s, action_id action,
                                          enum command_kind kind)
{
    const struct action_change *found = NULL;
    const struct command *command;
    for (unsigned i = 0; (command = screen_asked(s, i)); i++)
        if (command->kind == kind && command->change.action.action == action)
            found = &command->change.action;
    return found;
}

bool plan_is_asked(const struct screens *s, action_id action)
{
    const struct action_item *item = &s->sight.room->actions[action];
    return plan_is_owner(s, action) && !item->accepted && !item->declined &&
           !on_way(s, action, COMMAND_ACCEPT_ACTION);
}

action_id plan_asked(const struct screens *s)
{
    if (!task_takes_part(s))
        return 0;
    for (action_id action = 1; action <= ACTIONS_MAX; action++)
        if (plan_is_asked(s, action) &&
            s->plan.put_off[action] != s->sight.room->actions[action].revision)
            return action;
    return 0;
}

bool plan_is_moving(const struct screens *s, action_id action)
{
    return on_way(s, action, COMMAND_CHANGE_ACTION) || on_way(s, action, COMMAND_REMOVE_ACTION) ||
           on_way(s, action, COMMAND_ACCEPT_ACTION) || on_way(s, action, COMMAND_PROGRESS_ACTION);
}

void plan_take_back(struct screens *s, action_id action)
{
    struct command *command = screen_command(s, COMMAND_REMOVE_ACTION);
    if (!command)
        return;
    command->change.action.action = action;
    if (s->plan.change.action == action)
        s->plan.change = (struct plan_draft){.level = ACTION_LEVEL_CLUSTER};
}

/* ---- support ---- */

bool plan_may_support(const struct screens *s, action_id action)
{
    enum role role = (enum role)s->sight.room->me.role;
    enum action_state state = plan_state(s, action);
    return (role == ROLE_ROOM || role == ROLE_SCHOOL) &&
           (state == ACTION_PROPOSED || state == ACTION_ADOPTED);
}

bool plan_supports(const struct screens *s, action_id action)
{
    const struct action_change *asked = on_way(s, action, COMMAND_SUPPORT_ACTION);
    return asked ? asked->on : s->sight.room->own_actions[action].supported;
}

unsigned plan_support_count(const struct screens *s, action_id action)
{
    bool saved = s->sight.room->own_actions[action].supported, now = plan_supports(s, action);
    unsigned count = s->sight.room->actions[action].supports;
    return count + (now && !saved) - (count > 0 && saved && !now);
}

void plan_support(struct screens *s, action_id action, bool on)
{
    struct command *command = screen_command(s, COMMAND_SUPPORT_ACTION);
    if (command)
        command->change.action = (struct action_change){.action = action, .on = on};
}

/* ---- rows ---- */

static enum plan_part part_of(const struct screens *s, action_id action)
{
    const struct action_item *item = &s->sight.room->actions[action];
    if (plan_is_asked(s, action))
        return PART_ASKED;
    switch (plan_state(s, action)) {
    case ACTION_WAITING:
        return PART_WAITING;
    case ACTION_PARKED:
        return PART_PARKED;
    case ACTION_ADOPTED:
        if (item->progress == PROGRESS_DONE || item->progress == PROGRESS_DROPPED)
            return PART_OVER;
        return item->earlier ? PART_EARLIER : PART_ADOPTED;
    default:
        return PART_PROPOSED;
    }
}

static int compare(const void *one, const void *other)
{
    const struct plan_row *a = one, *b = other;
    return a->part != b->part ? a->part - b->part : a->which - b->which;
}

unsigned plan_rows(const struct screens *s, struct plan_row rows[PLAN_ROWS_MAX])
{
    unsigned count = 0;
    const struct command *command;
    for (unsigned i = 0; i < RETURNED_MAX; i++)
        if (s->plan.returned[i].there)
            rows[count++] = (struct plan_row){PLAN_RETURNED, PART_RETURNED, (uint16_t)i};
    for (unsigned i = 0; (command = screen_asked(s, i)); i++)
        if (command->kind == COMMAND_ADD_ACTION && command->change.action.state != ACTION_OWN)
            rows[count++] = (struct plan_row){PLAN_ON_WAY, PART_ON_WAY, (uint16_t)i};
    for (action_id action = 1; action <= ACTIONS_MAX; action++)
        if (plan_is_there(s, action))
            rows[count++] = (struct plan_row){PLAN_SAVED, (uint8_t)part_of(s, action), action};
    qsort(rows, count, sizeof *rows, compare);
    return count;
}

/* ---- in words ---- */

uint32_t plan_today(const struct screens *s)
{
    return day_of_time(s->sight.clock_ms + s->sight.zone_s * INT64_C(1000));
}

void plan_owner(char to[SCREEN_TEXT_SIZE], const struct screens *s, const struct action_content *c,
                const struct action_item *item)
{
    const char *name =
        c->owner == OWNER_SCHOOL ? s->sight.room->schools[c->owner_school].name : c->owner_name;
    if (c->owner == OWNER_SEAT && c->owner_seat == s->sight.room->me.seat && !name[0])
        name = s->sight.room->me.name[0] ? s->sight.room->me.name : word(WORD_CLIENT_PLAN_ME);
    enum word how = WORD_CLIENT_PLAN_OWNER;
    if (item && item->declined)
        how = WORD_CLIENT_PLAN_OWNER_NO;
    else if (item && !item->accepted && c->owner != OWNER_NAME)
        how = WORD_CLIENT_PLAN_OWNER_ASKED;
    if (c->owner == OWNER_NOBODY)
        snprintf(to, SCREEN_TEXT_SIZE, "%s", word(WORD_CLIENT_PLAN_NOBODY));
    else
        snprintf(to, SCREEN_TEXT_SIZE, word(how), name);
}

const char *plan_standing(const struct screens *s, action_id action)
{
    static const enum word progress[PROGRESS_COUNT] = {
        [PROGRESS_NOT_BEGUN] = WORD_CLIENT_PLAN_NOT_BEGUN,
        [PROGRESS_UNDER_WAY] = WORD_CLIENT_PLAN_UNDER_WAY,
        [PROGRESS_DONE] = WORD_CLIENT_PLAN_DONE,
        [PROGRESS_DROPPED] = WORD_CLIENT_PLAN_DROPPED,
    };
    const struct action_item *item = &s->sight.room->actions[action];
    if (plan_is_moving(s, action))
        return word(WORD_CLIENT_PLAN_SENDING);
    switch (plan_state(s, action)) {
    case ACTION_WAITING:
        return word(WORD_CLIENT_PLAN_WAITING);
    case ACTION_PARKED:
        return word(WORD_CLIENT_PLAN_PARKED);
    case ACTION_ADOPTED:
        if (item->earlier || item->progress != PROGRESS_NOT_BEGUN)
            return word(progress[item->progress % PROGRESS_COUNT]);
        return word(WORD_CLIENT_PLAN_ADOPTED);
    default:
        return word(plan_is_mine(s, action) ? WORD_CLIENT_PLAN_YOURS : WORD_CLIENT_PLAN_PROPOSED);
    }
}

static void add(char to[SCREEN_TEXT_SIZE], const char *text)
{
    size_t length = strlen(to);
    if (text[0])
        snprintf(to + length, SCREEN_TEXT_SIZE - length, "%s%s", length ? " · " : "", text);
}

static void add_content(char to[SCREEN_TEXT_SIZE], const struct screens *s,
                        const struct action_content *c, const struct action_item *item)
{
    char owner[SCREEN_TEXT_SIZE], due[WORD_DATE_SIZE];
    plan_owner(owner, s, c, item);
    word_day(due, c->due, plan_today(s));
    add(to, owner);
    add(to, due);
    if (c->condition)
        add(to, s->sight.room->conditions[c->condition].name);
}

void plan_line(char to[SCREEN_TEXT_SIZE], const struct screens *s, const struct plan_row *row)
{
    to[0] = '\0';
    if (row->kind == PLAN_RETURNED) {
        uint8_t refusal = s->plan.returned[row->which].refusal;
        add(to, refusal ? refusal_text((enum refusal)refusal) : word(WORD_CLIENT_PLAN_ASIDE));
    } else if (row->kind == PLAN_ON_WAY) {
        add(to, word(WORD_CLIENT_PLAN_SENDING));
        add_content(to, s, &screen_asked(s, row->which)->change.action.content, NULL);
    } else {
        bool waits = plan_state(s, row->which) == ACTION_WAITING;
        add(to, plan_standing(s, row->which));
        add_content(to, s, plan_content(s, row->which),
                    waits ? NULL : &s->sight.room->actions[row->which]);
    }
}
