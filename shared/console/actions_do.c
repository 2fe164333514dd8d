/* What is done with an action: each a command to the host, which has the last word. */

#include <string.h>

#include "base/text.h"
#include "console/actions_parts.h"
#include "model/ideas.h"

static struct command *ask(struct acting *a, enum command_kind kind)
{
    struct command *command = a->chosen ? console_command(a->console, kind) : NULL;
    if (command)
        command->change.action =
            (struct action_change){.action = a->chosen, .revision = a->action->revision};
    return command;
}

bool actions_in_ballot(const struct room *room, action_id action)
{
    for (unsigned i = 1; i <= BALLOTS_MAX; i++) {
        const struct ballot_item *ballot = &room->ballots[i];
        bool runs = ballot->state == BALLOT_OPEN || ballot->state == BALLOT_CLOSED;
        for (unsigned o = 0; runs && o < ballot->content.option_count; o++)
            if (ballot->content.about == ABOUT_ACTIONS && ballot->content.things[o] == action)
                return true;
    }
    return false;
}

/* ---- from state to state ---- */

static void set_state(struct acting *a, enum action_state state)
{
    struct command *command = ask(a, COMMAND_SET_ACTION);
    if (command)
        command->change.action.state = (uint8_t)state;
}

/* Reading out goes on to the next that waits. */
static void read_out(struct acting *a)
{
    set_state(a, ACTION_PROPOSED);
    action_id next = roll_waiting(&a->roll, roll_find(&a->roll, a->chosen) + 1);
    if (next && next != a->chosen)
        actions_choose(a->console, next);
}

void actions_forward(struct acting *a)
{
    if (a->action->merged)
        return;
    if (a->action->state == ACTION_WAITING)
        read_out(a);
    else if (a->action->state == ACTION_PROPOSED)
        set_state(a, ACTION_ADOPTED);
    else if (a->action->state == ACTION_PARKED)
        set_state(a, ACTION_PROPOSED);
}

void actions_back(struct acting *a)
{
    if (a->action->merged)
        return;
    if (a->action->state == ACTION_ADOPTED)
        set_state(a, ACTION_PROPOSED);
    else if (a->action->state == ACTION_PROPOSED)
        set_state(a, ACTION_WAITING);
}

void actions_park(struct acting *a)
{
    bool waited = a->action->state == ACTION_WAITING;
    if (!a->chosen || a->action->merged || a->action->state == ACTION_PARKED)
        return;
    set_state(a, ACTION_PARKED);
    action_id next =
        waited ? roll_waiting(&a->roll, roll_find(&a->roll, a->chosen) + 1) : a->chosen;
    if (next)
        actions_choose(a->console, next);
}

void actions_enlarge(struct acting *a)
{
    struct view view = console_looking(a->console);
    if (!a->chosen)
        return;
    if (view.action != a->chosen && !roll_is_public(a->room, a->chosen)) {
        console_say(a->console,
                    word(a->action->merged ? WORD_ACTIONS_NOT_LARGE_PART : WORD_ACTIONS_NOT_LARGE));
        return;
    }
    if (room_stage(a->room) != STAGE_ACTIONS) {
        console_say(a->console, word(WORD_ACTIONS_NOT_PLANNING));
        return;
    }
    view.action = view.action == a->chosen ? 0 : a->chosen;
    console_look(a->console, view);
}

void console_actions_walk(struct console *c, int by)
{
    action_id order[ACTIONS_MAX];
    int count = stage_actions_order(order, c->sight.room), at = -1;
    struct view view = console_looking(c);
    for (int i = 0; i < count; i++)
        if (order[i] == view.action)
            at = i;
    at = at < 0 && by < 0 ? count - 1 : at + by;
    view.action = at >= 0 && at < count ? order[at] : 0;
    console_look(c, view);
}

/* ---- together and apart ---- */

void actions_join(struct acting *a)
{
    struct console_actions *actions = &a->console->actions;
    if (!actions->joining || actions->joining == a->chosen) {
        actions->joining = actions->joining ? 0 : a->chosen;
        return;
    }
    struct command *command = console_command(a->console, COMMAND_MERGE_ACTION);
    if (command)
        command->change.action =
            (struct action_change){.action = actions->joining, .other = a->chosen};
    actions->joining = 0;
}

void actions_part(struct acting *a)
{
    if (a->action->merged)
        ask(a, COMMAND_MERGE_ACTION);
}

void actions_remove(struct acting *a)
{
    const struct roll *roll = &a->roll;
    int at = roll_find(roll, a->chosen);
    if (a->action->state == ACTION_ADOPTED) {
        console_say(a->console, word(WORD_ACTIONS_PARK_FIRST));
        return;
    }
    if (at < 0 || !ask(a, COMMAND_REMOVE_ACTION))
        return;
    actions_choose(a->console, at + 1 < roll->count ? roll->action[at + 1]
                               : at > 0             ? roll->action[at - 1]
                                                    : 0);
    console_say(a->console, word(WORD_ACTIONS_REMOVED));
}

/* ---- people ---- */

void actions_support(struct acting *a, bool on)
{
    struct command *command =
        roll_is_before_room(a->action) ? ask(a, COMMAND_SUPPORT_ACTION) : NULL;
    if (command)
        command->change.action.on = on;
}

void actions_accept(struct acting *a, bool on)
{
    uint8_t owner = a->action->content.owner;
    bool asked = roll_is_before_room(a->action) && (owner == OWNER_SEAT || owner == OWNER_SCHOOL);
    struct command *command = asked ? ask(a, COMMAND_ACCEPT_ACTION) : NULL;
    if (command)
        command->change.action.on = on;
}

void actions_give(struct console *c, action_id action, uint32_t revision,
                  const struct action_content *owner)
{
    struct command *command = console_command(c, COMMAND_CHANGE_ACTION);
    if (!command)
        return;
    struct action_change *change = &command->change.action;
    *change = (struct action_change){.action = action, .revision = revision};
    change->content = c->sight.room->actions[action].content;
    change->content.owner = owner->owner;
    change->content.owner_seat = owner->owner_seat;
    change->content.owner_school = owner->owner_school;
    text_copy(change->content.owner_name, NAME_SIZE, owner->owner_name);
}

void actions_progress(struct acting *a, enum progress progress)
{
    struct command *command =
        a->action->state == ACTION_ADOPTED ? ask(a, COMMAND_PROGRESS_ACTION) : NULL;
    if (command)
        command->change.action.progress = (uint8_t)progress;
}

void actions_take_up(struct acting *a)
{
    condition_id offered[CONDITIONS_MAX];
    struct command *command =
        room_ideas(offered, a->room) ? console_command(a->console, COMMAND_ADD_ACTION) : NULL;
    if (!command)
        return;
    struct action_change *change = &command->change.action;
    *change = (struct action_change){.state = ACTION_PROPOSED};
    change->content.condition = offered[0];
    change->content.level = ACTION_LEVEL_CLUSTER;
    change->content.source = SOURCE_IDEA;
    change->content.source_a = offered[0];
    text_copy(change->content.text, NOTE_SIZE, a->room->conditions[offered[0]].idea);
    console_say(a->console, word(WORD_ACTIONS_TAKEN_UP));
}
